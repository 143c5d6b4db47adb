import Evidence
import Workspace

/// What a cycle knows of the words that voices are coded by.
struct VoiceContext {
  /// The cycle.
  var cycle: CycleRecord
  /// The areas' codes.
  var areas: Set<String>
  /// The catchments' codes.
  var catchments: Set<String>
  /// The declared words.
  var codebook: Codebook
  /// The values of the declared groups; empty: not known, so that every word may be one.
  var groups: Set<String>
  /// What areas of an earlier vintage became.
  var became: [String: [String]] = [:]
  /// Where postcodes lie; nil: nothing to look them up in.
  var postcodes: PostcodePlaces?
}
