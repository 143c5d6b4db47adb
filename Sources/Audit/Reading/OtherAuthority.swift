import Foundation
import Geodata

/// A published figure of another authority or of the nation, to stand beside one's own.
///
/// It comes from a list that somebody keeps: a table with the columns `name`, `measure` and either `numerator` and
/// `denominator` or `value` (a share of 1); optional `kind` (`neighbour`, the default, or `nation`) and `source`.
public struct OtherAuthority: Hashable, Sendable {
  /// What it is.
  public enum Kind: String, Sendable {
    /// An authority that is taken to be like one's own.
    case neighbour
    /// The country.
    case nation
  }

  /// What it is called.
  public var name: String
  /// What it is.
  public var kind: Kind
  /// The measure, as `needs figures` names it.
  public var measure: String
  /// How many; nil where only the share was published.
  public var numerator: Double?
  /// Of how many.
  public var denominator: Double?
  /// The share, 0…1.
  public var value: Double
  /// Who published it; empty where the list does not say.
  public var source: String

  /// A figure of counts, or of a share alone; nil where the share is not between 0 and 1.
  public init?(
    name: String, kind: Kind, measure: String, numerator: Double? = nil, denominator: Double? = nil,
    value: Double? = nil, source: String = ""
  ) {
    let hasCounts = numerator != nil && (denominator ?? 0) > 0
    let share = hasCounts ? (numerator ?? 0) / (denominator ?? 1) : value
    guard let share, (0...1).contains(share) else { return nil }
    (self.name, self.kind, self.measure, self.value, self.source) = (name, kind, measure, share, source)
    (self.numerator, self.denominator) = (hasCounts ? numerator : nil, hasCounts ? denominator : nil)
  }

  /// Reads a list, in the file's order.
  ///
  /// - Throws: a refusal that names file, row and column.
  public static func read(_ url: URL) throws(GeodataError) -> [OtherAuthority] {
    let name = url.lastPathComponent
    let table = try Table.open(TableSource(url: url, name: name))
    let columns = Columns(table.header)
    guard let title = columns.name, let measure = columns.measure,
      columns.value != nil || (columns.numerator != nil && columns.denominator != nil)
    else {
      throw GeodataError(
        .data,
        "needs columns name, measure and numerator and denominator (or value); it has: "
          + table.header.joined(separator: ", "), file: name)
    }
    var list: [OtherAuthority] = []
    try table.forEachRow { row throws(GeodataError) in
      func refuse(_ what: String, _ advice: String? = nil) -> GeodataError {
        GeodataError(.data, what, file: name, row: row.number, advice: advice)
      }
      func number(_ column: Int?) throws(GeodataError) -> Double? {
        guard let column, !row.isBlank(column) else { return nil }
        guard let value = Numeral.parse(row.bytes(column), decimal: table.decimal).value, value >= 0 else {
          throw refuse("\(row.text(column)) in \(table.header[column]) is not a number of 0 or more")
        }
        return value
      }
      guard !row.isBlank(title), !row.isBlank(measure) else { throw refuse("has no name or no measure") }
      let word = columns.kind.map { row.text($0).lowercased() } ?? ""
      guard let kind = word.isEmpty ? Kind.neighbour : Kind(rawValue: word) else {
        throw refuse("the kind \(word) is neither neighbour nor nation")
      }
      let (events, people) = (try number(columns.numerator), try number(columns.denominator))
      let value = try number(columns.value)
      guard value != nil || (events != nil && people != nil) else {
        throw refuse("has neither a value nor numerator and denominator")
      }
      guard
        let other = OtherAuthority(
          name: row.text(title), kind: kind, measure: row.text(measure), numerator: events, denominator: people,
          value: value, source: columns.source.map { row.text($0) } ?? "")
      else { throw refuse("is no share of 1", "write 0.61 for 61 in 100, or a numerator of at most the denominator") }
      list.append(other)
    }
    return list
  }

  private struct Columns {
    var name: Int?
    var kind: Int?
    var measure: Int?
    var value: Int?
    var numerator: Int?
    var denominator: Int?
    var source: Int?

    init(_ header: [String]) {
      func column(_ names: [String]) -> Int? {
        names.lazy.compactMap { name in header.firstIndex { $0.lowercased() == name } }.first
      }
      name = column(["name", "authority", "code"])
      kind = column(["kind"])
      measure = column(["measure"])
      value = column(["value", "share"])
      numerator = column(["numerator"])
      denominator = column(["denominator"])
      source = column(["source"])
    }
  }
}
