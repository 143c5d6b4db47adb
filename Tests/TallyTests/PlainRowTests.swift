import Foundation
import Geodata
import Geometry
import SpatialJoin
import Testing

@testable import Tally

@Suite("Rows of points read sixty-four bytes at a time")
struct PlainRowTests {
  /// What the standard library's own reader says.
  private static func plain(_ text: String) -> Double? {
    let padded = Array(text.utf8) + [44] + [UInt8](repeating: 57, count: 32)
    return padded.withUnsafeBufferPointer { bytes in
      bytes.baseAddress.flatMap { PlainDecimal.value($0, count: text.utf8.count) }
    }
  }

  @Test("A plain decimal is the nearest double, whatever its length, its point and its sign")
  func plainDecimals() {
    var random = SystemRandomNumberGenerator()
    var read = 0
    for _ in 0..<20_000 {
      let whole = Int.random(in: 0...8, using: &random)
      let decimals = Int.random(in: (whole == 0 ? 1 : 0)...8, using: &random)
      var text = Bool.random(using: &random) ? "-" : ""
      for _ in 0..<whole { text += "\(Int.random(in: 0...9, using: &random))" }
      if decimals > 0 || Bool.random(using: &random) { text += "." }
      for _ in 0..<decimals { text += "\(Int.random(in: 0...9, using: &random))" }
      guard let value = Self.plain(text) else {
        #expect(whole + decimals >= 15 || whole == 0 && decimals == 8, "\(text)")
        continue
      }
      read += 1
      #expect(value == Double(text.hasSuffix(".") ? text + "0" : text), "\(text)")
    }
    #expect(read > 15_000)
  }

  @Test(
    "What is no plain decimal is left to another reader",
    arguments: [
      "", "-", ".", "-.", "+1", "1e5", "12a", "1.2.3", "1..2", "12345678,5", "123456789", "1 2", "0x10", "inf", "nan",
      "1-2", "--1", "12:3", "1/2", "1.\u{e9}", "12345678:1", "1.23456789012345678", "\u{661}",
    ])
  func otherText(text: String) {
    #expect(Self.plain(text) == nil)
  }

  @Test("Rows of every make are counted as the ordinary reader would, at any length of line", arguments: 0..<60)
  func rowsOfEveryMake(padding: Int) throws {
    let service = String(repeating: "p", count: padding)
    let rows = [
      "K1,2025-09-01,\(service),15,25", "K1,2025-09-02,\(service),15.0,25.00", "\"K1\",2025-09-03,\(service),15,25",
      " K2 ,2025-09-01,\(service), 35.5 ,45.25", "K2,2025-09-01,\"a, b\",35.5,45.25", ",2025-09-01,\(service),35,45",
      "K3,2025-09-01,\(service),,", "K3,2025-09-01,\(service),a,5", ",,,,", "  ,, ,,", "K4,2025-13-01,\(service),15,25",
      "K5,2025-09-01,caf\u{e9}\(service),-5,25", "K6,2025-09-01,\(service),1.5e1,25", "K7,2025-09-01,\(service),15,25,",
      "K7,2025-09-02,\(service),15.123456789012,25", "", "K8,2025-09-01,\u{a0},15,25",
    ]
    for end in ["\n", "\r\n", "\r"] {
      // Enough of them that most are read plainly, and in each order of neighbours.
      let lines = (0..<rows.count * 3).map { rows[($0 * 5 + padding) % rows.count] }
      let text = (["child_id,date,service,easting,northing"] + lines).joined(separator: end) + end
      let url = FileManager.default.temporaryDirectory.appendingPathComponent("plain-\(UUID().uuidString).csv")
      try Data(text.utf8).write(to: url)
      defer { try? FileManager.default.removeItem(at: url) }
      let table = try Table.open(TableSource(url: url, name: "points.csv"))
      let area = MultiPolygon([
        Polygon(exterior: [
          Point(x: 10, y: 20), Point(x: 40, y: 20), Point(x: 40, y: 50), Point(x: 10, y: 50), Point(x: 10, y: 20),
        ])
      ])
      var tally = PointTally(areas: AreaIndex([area]))
      tally.threads = 1
      let counts = try tally.count(table, columns: .init(child: "child_id", date: "date"))
      #expect(counts.rows == 3 * 14, "line end \(end.debugDescription)")
      // Two more are K7 and K8; the point of K5 lies outside.
      #expect(counts.areas.visits == [3 * 10])
      #expect(counts.areas.children == [5])
      #expect(counts.areas.sustained == [1])
      #expect(counts.withoutChild == 3)
      #expect(counts.withoutPlace == 3)
      #expect(counts.unreadableCoordinates == 3)
      #expect(counts.unreadableDates == 3)
      #expect(counts.outsideAreas == 3)
    }
  }
}
