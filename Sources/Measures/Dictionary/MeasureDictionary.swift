import Foundation
import Workspace

/// Every measure and indicator of a cycle with what it means; versioned, and to be read by machines as JSON.
///
/// ```swift
/// let dictionary = MeasureDictionary(of: facts)
/// dictionary["reached.rate"]?.question        // "Of the children who live here, what share came …?"
/// ```
public struct MeasureDictionary: Codable, Hashable, Sendable {
  /// Grows when an entry changes its meaning: first number; or is added: second number.
  public static let currentVersion = "1.1"

  /// The version of the built-in entries.
  public let version: String
  /// The entries, in the order of their ids.
  public let entries: [MeasureEntry]

  /// The entries for a cycle: the built-in measures, one for each declared group and denominator, and the
  /// declared indicators and measures.
  public init(of facts: CycleFacts) {
    version = Self.currentVersion
    let all =
      PeopleMeasures.entries(facts) + GroupMeasures.entries(facts) + UseMeasures.entries(facts)
      + DeprivationMeasures.entries(facts) + RebuiltIndexFigures.entries(facts) + IndicatorMeasures.entries(facts)
      + DenominatorMeasures.entries(facts) + PairedFigures.entries(facts) + DeclaredMeasures.entries(facts)
      + AnalysisMeasures.entries(facts)
    var seen: Set<String> = []
    entries = all.filter { seen.insert($0.id).inserted }.sorted { $0.id < $1.id }
  }

  /// The same with more entries; of several of one id the first stays.
  func adding(_ more: [MeasureEntry]) -> MeasureDictionary {
    guard !more.isEmpty else { return self }
    var seen: Set<String> = []
    return MeasureDictionary(
      version: version,
      entries: (entries + more).filter { seen.insert($0.id).inserted }.sorted { $0.id < $1.id })
  }

  private init(version: String, entries: [MeasureEntry]) {
    self.version = version
    self.entries = entries
  }

  /// The entry of an id.
  public subscript(id: String) -> MeasureEntry? {
    var (low, high) = (0, entries.count)
    while low < high {
      let middle = (low + high) / 2
      if entries[middle].id < id { low = middle + 1 } else { high = middle }
    }
    return low < entries.count && entries[low].id == id ? entries[low] : nil
  }

  /// As JSON, the same bytes for the same entries.
  public func json() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(self), as: UTF8.self)
  }
}
