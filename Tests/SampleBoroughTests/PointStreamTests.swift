import Foundation
import Testing

@testable import SampleBorough

@Suite struct PointStreamTests {
  private func lines(_ visits: Int) throws -> [Substring] {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("needs-points-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try PointStream(SampleOptions(seed: 3, areas: 40, children: 500, visits: visits)).write(to: folder)
    let text = try String(contentsOf: folder.appendingPathComponent("visits.csv"), encoding: .utf8)
    return text.split(separator: "\n")
  }

  @Test("A row does not depend on how many there are, nor on how they were shared out")
  func rows() throws {
    let few = try lines(1000)
    let many = try lines(140_000)
    #expect(few[0] == "child_id,date,service,easting,northing")
    #expect(few.count == 1001 && many.count == 140_001)
    #expect(few[...] == many[...1000])
  }

  @Test("A child has one home")
  func homes() throws {
    var homes: [Substring: Set<String>] = [:]
    for line in try lines(4000).dropFirst() {
      let cells = line.split(separator: ",")
      #expect(cells.count == 5)
      homes[cells[0], default: []].insert("\(cells[3]),\(cells[4])")
    }
    #expect(homes.count > 450 && homes.values.allSatisfy { $0.count == 1 })
  }
}
