import Foundation
import Geodata

/// The counts of some children as a file that others are added to: counts only, no child, no place of anybody.
///
/// ```
/// needs-partial,1
/// shard,2/8
/// number,rows,1250000
/// area,E01000001,310,42,17
/// catchment,CC01,5120,701,288
/// end,2
/// ```
/// Every code has its line, in the order of the codes. Partials of the shards k/N of one N make the whole when each is
/// there once; partials without a shard are added as they come.
public struct PartialCounts: Hashable, Sendable {
  /// Which children were counted; nil: those whom the caller chose.
  public var shard: Shard?
  /// The areas' codes.
  public var areaCodes: [String]
  /// The catchments' codes.
  public var catchmentCodes: [String]
  /// What was counted.
  public var counts: PointCounts

  /// Makes a partial.
  public init(shard: Shard? = nil, areaCodes: [String], catchmentCodes: [String], counts: PointCounts) {
    self.shard = shard
    self.areaCodes = areaCodes
    self.catchmentCodes = catchmentCodes
    self.counts = counts
  }

  /// The file's text.
  public var text: String {
    var lines = ["needs-partial,1"]
    if let shard { lines.append("shard,\(shard.number)/\(shard.count)") }
    for (name, path) in counts.numbers { lines.append("number,\(name),\(counts[keyPath: path])") }
    Self.append("area", areaCodes, counts.areas, to: &lines)
    Self.append("catchment", catchmentCodes, counts.catchments, to: &lines)
    lines.append("end,\(areaCodes.count + catchmentCodes.count)")
    return lines.joined(separator: "\n") + "\n"
  }

  private static func append(_ kind: String, _ codes: [String], _ counts: PlaceCounts, to lines: inout [String]) {
    for (place, code) in codes.enumerated() {
      lines.append(
        "\(kind),\(CSVCell.quoted(code)),\(counts.visits[place]),\(counts.children[place]),\(counts.sustained[place])"
      )
    }
  }

  /// Reads a partial's text. Throws a refusal where it is none, or was cut.
  public init(_ text: String, file: String) throws(GeodataError) {
    func refuse(_ what: String, row: Int? = nil) -> GeodataError {
      GeodataError(.data, what, file: file, row: row, advice: "make it again with needs tally --partial")
    }
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    if lines.last?.isEmpty == true { lines.removeLast() }
    guard lines.first == "needs-partial,1" else { throw refuse("is no partial of this version") }
    var (areaCodes, catchmentCodes): ([String], [String]) = ([], [])
    var values: [String: [[Int]]] = ["area": [], "catchment": []]
    var numbers: [String: Int] = [:]
    var shard: Shard?
    var isWhole = false
    for (index, line) in lines.enumerated().dropFirst() {
      guard let cells = PlaceTable.cells(line), !isWhole else { throw refuse("is damaged", row: index + 1) }
      switch (cells[0], cells.count) {
      case ("shard", 2) where shard == nil:
        guard let found = Shard(cells[1]) else { throw refuse("is damaged", row: index + 1) }
        shard = found
      case ("number", 3):
        guard let number = Int(cells[2]), number >= 0 else { throw refuse("is damaged", row: index + 1) }
        numbers[cells[1]] = number
      case ("area", 5), ("catchment", 5):
        let counts = cells[2...].compactMap { Int($0) }
        guard counts.count == 3, counts.allSatisfy({ $0 >= 0 }) else { throw refuse("is damaged", row: index + 1) }
        if cells[0] == "area" { areaCodes.append(cells[1]) } else { catchmentCodes.append(cells[1]) }
        values[cells[0], default: []].append(counts)
      case ("end", 2):
        guard Int(cells[1]) == areaCodes.count + catchmentCodes.count else { throw refuse("was cut") }
        isWhole = true
      default: throw refuse("is damaged", row: index + 1)
      }
    }
    guard isWhole else { throw refuse("was cut") }
    var counts = PointCounts(areas: areaCodes.count, catchments: catchmentCodes.count)
    for (name, path) in counts.numbers { counts[keyPath: path] = numbers[name] ?? 0 }
    counts.areas = Self.counts(values["area"] ?? [])
    counts.catchments = Self.counts(values["catchment"] ?? [])
    self.init(shard: shard, areaCodes: areaCodes, catchmentCodes: catchmentCodes, counts: counts)
  }

  private static func counts(_ values: [[Int]]) -> PlaceCounts {
    var counts = PlaceCounts(places: values.count)
    counts.visits = values.map { $0[0] }
    counts.children = values.map { $0[1] }
    counts.sustained = values.map { $0[2] }
    return counts
  }

  /// Adds partials, exactly. O(partials × places).
  ///
  /// - Throws: a refusal: none, of different places, a shard twice, a shard that is missing, shards of different N.
  public static func merge(_ partials: [(file: String, partial: PartialCounts)]) throws(GeodataError) -> PartialCounts {
    func refuse(_ what: String, _ file: String?, _ advice: String) -> GeodataError {
      GeodataError(.data, what, file: file, advice: advice)
    }
    guard let first = partials.first else {
      throw refuse("there is no partial to merge", nil, "name the files: needs tally --merge *.part --out DIR")
    }
    var sum = first.partial
    var seen: [Shard: String] = [:]
    for (file, partial) in partials {
      if (partial.shard == nil) != (first.partial.shard == nil) || partial.shard?.count != first.partial.shard?.count {
        throw refuse("is not of the same sharding as \(first.file)", file, "merge the partials of one run")
      }
      if let shard = partial.shard {
        if let other = seen[shard] {
          throw refuse("counts the same children as \(other)", file, "name each shard once")
        }
        seen[shard] = file
      }
      if partial.areaCodes != sum.areaCodes || partial.catchmentCodes != sum.catchmentCodes {
        throw refuse("counts for other places than \(first.file)", file, "merge the partials of one run")
      }
    }
    if let shard = first.partial.shard, seen.count != shard.count {
      let missing = (1...shard.count).filter { number in !seen.keys.contains { $0.number == number } }
      throw refuse(
        "shard \(missing[0]) of \(shard.count) is missing", nil,
        "count it: needs tally --shard \(missing[0])/\(shard.count)")
    }
    for (_, partial) in partials.dropFirst() { sum.counts.add(partial.counts) }
    sum.shard = nil
    return sum
  }
}

/// The tables that `needs tally` writes.
public enum PlaceTable {
  /// `code,visits,children,sustained`, a line a place in the order of the codes.
  public static func text(_ codes: [String], _ counts: PlaceCounts) -> String {
    var text = "code,visits,children,sustained\n"
    for (place, code) in codes.enumerated() {
      text += "\(CSVCell.text(code)),\(counts.visits[place]),\(counts.children[place]),\(counts.sustained[place])\n"
    }
    return text
  }

  /// The cells of one line; nil where a quote is not closed.
  static func cells(_ line: some StringProtocol) -> [String]? {
    var cells = [""]
    var isQuoted = false
    var previousWasQuote = false
    for character in line {
      if character == "\"" {
        if isQuoted {
          isQuoted = false
          previousWasQuote = true
        } else {
          if previousWasQuote { cells[cells.count - 1].append("\"") }
          isQuoted = true
          previousWasQuote = false
        }
      } else if character == ",", !isQuoted {
        cells.append("")
        previousWasQuote = false
      } else {
        cells[cells.count - 1].append(character)
        previousWasQuote = false
      }
    }
    return isQuoted ? nil : cells
  }
}
