import Foundation
import Testing

@testable import Geodata

@Suite("Tables read in parts")
struct PartsTests {
  /// About 9 MB: row i has i, a cell that now and then holds line breaks and quotes, and i modulo 7.
  private static func text(rows: Int) -> String {
    var text = "id,words,n\n"
    for i in 0..<rows {
      let words = i % 5 == 0 ? "\"line \(i)\n\"\"second\"\", 1,2\n\"" : String(repeating: "x", count: 20 + i % 17)
      text += "\(i),\(words),\(i % 7)\n"
    }
    return text
  }

  @Test("Parts give the rows, numbers and texts that one go gives, with line breaks in quotes anywhere")
  func same() throws {
    let table = try opened(Self.text(rows: 250_000))
    var whole: [Int] = []
    try table.forEachRow { row in
      whole.append(
        row.number &* 31 &+ row.bytes(0).count &* 7 &+ row.bytes(1).reduce(0) { $0 &* 3 &+ Int($1) }
          &+ row.bytes(2).count)
    }
    #expect(whole.count == 250_000)
    for count in [1, 2, 3, 8] {
      let parts = try table.scanInParts(count, state: { [(number: Int, sum: Int)]() }) { rows, row in
        rows.append(
          (row.number, row.bytes(0).count &* 7 &+ row.bytes(1).reduce(0) { $0 &* 3 &+ Int($1) } &+ row.bytes(2).count))
      }
      if count > 1 { #expect(parts.count > 1) }
      let joined = parts.flatMap { part in part.state.map { ($0.number + part.rowsBefore) &* 31 &+ $0.sum } }
      // A single part numbers its rows as the file does.
      #expect(joined == whole)
    }
  }

  @Test("A refusal in a later part names the file's own row")
  func refused() throws {
    let text = Self.text(rows: 250_000)
    let table = try opened(text + "a,b,c,d\n")
    let line = refusal { _ = try table.scanInParts(4, state: { 0 }) { n, _ in n += 1 } }
    #expect(line?.hasPrefix("table.csv, row 250002: has 4 cells, and the header 3") == true)
  }
}
