import Foundation
import Geodata
import Testing
import Workspace

@testable import Audit

@Suite("A council's own figures of other areas")
struct OwnIndicatorMovingTests {
  private func lookup() throws -> AreaLookup {
    let url = FileManager.default.temporaryDirectory.appendingPathComponent("needs-\(UUID().uuidString).csv")
    try Data("old,new\nA,A\nB,B1\nB,B2\nC,D\nE,D\n".utf8).write(to: url)
    defer { try? FileManager.default.removeItem(at: url) }
    return try AreaLookup.load(TableSource(url: url, name: "lookup.csv"), from: "old", to: "new")
  }

  private func reading() -> OwnIndicatorReading {
    var reading = OwnIndicatorReading()
    for (area, value) in [("A", 10.0), ("B", 40), ("C", 5), ("E", 7)] {
      reading.values.append(
        .init(indicator: "x", area: area, value: value, numerator: value, denominator: 100))
    }
    return reading
  }

  @Test("A percentage passes to unchanged and split areas and is missing where areas were merged")
  func percentages() throws {
    var own = reading()
    own.move(by: try lookup(), to: ["A", "B1", "B2", "D"], isCount: false, size: { _ in nil }, file: "own.csv")
    #expect(own.values.map(\.area) == ["A", "B1", "B2"])
    #expect(own.values.map(\.value) == [10, 40, 40])
    #expect(own.values.map(\.denominator) == [100, nil, nil])
    #expect(
      own.complaints.map(\.line).first?.contains("1 of 4 areas have no value after the lookup: D comes from C, E (M)")
        == true)
  }

  @Test("A count is shared out and added up, and its total stays")
  func counts() throws {
    var own = reading()
    own.move(
      by: try lookup(), to: ["A", "B1", "B2", "D"], isCount: true, size: { $0.to == "B1" ? 3 : 1 }, file: "own.csv")
    #expect(own.values.map(\.value) == [10, 30, 10, 12])
    #expect(own.complaints.isEmpty)
  }
}
