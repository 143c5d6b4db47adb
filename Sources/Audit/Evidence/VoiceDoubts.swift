import Evidence
import Geodata

/// What is doubted of voices, by the numbers of their rows.
struct VoiceDoubts {
  var unplaced: [Int] = []
  var notFound: [Int] = []
  var outside: [Int] = []
  private var uncoded: [Codebook.Kind: [Int]] = [:]
  private var ungrouped: [Int] = []

  mutating func note(_ voice: Voice, _ row: Int, _ context: VoiceContext) {
    for (kind, word) in [
      (Codebook.Kind.theme, voice.theme), (.source, voice.source), (.channel, voice.channel),
    ] where !context.codebook.knows(kind, word) { uncoded[kind, default: []].append(row) }
    if !context.groups.isEmpty, !voice.group.isEmpty, voice.group != "other", !context.groups.contains(voice.group) {
      ungrouped.append(row)
    }
  }

  func complaints(file: String) -> [Complaint] {
    var troubles = [
      (unplaced, "are about a place that is not an area here"),
      (notFound, "have a postcode that cannot be looked up"),
      (outside, "have a postcode outside every area and catchment"),
    ]
    for kind in Codebook.Kind.allCases {
      troubles.append((uncoded[kind] ?? [], "have a \(kind.rawValue) that is not in the codebook"))
    }
    troubles.append((ungrouped, "have a group that is neither a value of a declared group nor other"))
    return troubles.filter { !$0.0.isEmpty }.map { numbers, what in
      Complaint(
        .warning, "\(RowList.words(numbers.count, first: Array(numbers.prefix(5)))) \(what)", file: file,
        count: numbers.count)
    }
  }
}
