import Foundation
import GRDB
import Geodata
import Tally
import Testing

@testable import Workspace

@Suite("Cycles are sealed, verified, taken back and frozen")
struct CycleTests {
  let day = Day(year: 2026, month: 9, day: 30) ?? Day(daysSince1970: 0)

  @Test("A sealed cycle is not written again until the seal is lifted")
  func seal() throws {
    let workspace = try Borough.workspace()
    #expect(try workspace.seal(on: day) == "2025-26")
    #expect(throws: WorkspaceError.sealed(cycle: "2025-26", on: "2026-09-30")) {
      try workspace.write(Borough.content(), name: "", engine: "", crs: "EPSG:27700")
    }
    #expect(throws: WorkspaceError.self) { try workspace.seal(on: day) }
    #expect(try workspace.cycles().first?.sealedOn == "2026-09-30")
    #expect(try workspace.undo().undone == .seal)
    try workspace.write(Borough.content(), name: "", engine: "", crs: "EPSG:27700")
    let (label, undone) = try workspace.undo()
    #expect(label == "2025-26" && undone == .run)
    #expect(try workspace.cycleLabels().isEmpty)
    #expect(throws: WorkspaceError.noSuchCycle("", known: [])) { try workspace.facts() }
  }

  @Test("A change after the seal is found, in any table, and another cycle is none")
  func verify() throws {
    let workspace = try Borough.workspace()
    #expect(try workspace.verify() == [])
    try workspace.seal(on: day)
    try workspace.write(Borough.content("2026-27", year: 2026), name: "", engine: "", crs: "EPSG:27700")
    #expect(try workspace.verify() == [])
    let changes = [
      "UPDATE tallies SET key = 'x' WHERE cycle = '2025-26' AND by = 'group'",
      "UPDATE areas SET name = 'Elsewhere' WHERE cycle = '2025-26' AND code = 'A3'",
      "UPDATE cycles SET sustained_days = 4 WHERE label = '2025-26'",
      "DELETE FROM weights WHERE cycle = '2025-26' AND rule = 'half'",
      "UPDATE totals SET value = value + 0.0000001 WHERE cycle = '2025-26'",
    ]
    for change in changes {
      let copy = try Borough.place()
      try FileManager.default.copyItem(at: workspace.url, to: copy)
      let other = try Workspace<Exact>.open(at: copy)
      try other.write { try $0.execute(sql: change) }
      #expect(try other.verify() == ["cycle 2025-26 was changed after it was sealed"], "\(change)")
    }
  }

  @Test("What people added is under the seal too; what a later cycle says of it stands beside it and breaks no seal")
  func byHand() throws {
    let workspace = try Borough.workspace()
    let columns = ["response", "claim", "offer", "what", "partner_role", "owner_role", "target", "status", "due"]
    let row: [SQLValue] = ["R1", "K1", "", "walk-in", "", "head", "", "planned"].map(SQLValue.text) + [.null]
    try workspace.add(TopicRows(table: "responses", columns: columns, rows: [row]), cycle: "2025-26")
    func status(_ cycles: [String]) throws -> String {
      try #require(try workspace.amended("responses", columns: columns, as: cycles).first)[7].text
    }
    try workspace.amend("responses", where: "response", is: "R1", to: [("status", .text("running"))], in: "2025-26")
    #expect(try workspace.records(of: "amendments", columns: ["subject"]).isEmpty)
    #expect(try status(["2025-26"]) == "running")
    try workspace.seal(on: day)
    #expect(throws: WorkspaceError.sealed(cycle: "2025-26", on: "2026-09-30")) {
      try workspace.amend("responses", where: "response", is: "R1", to: [("status", .text("met"))], in: "2025-26")
    }
    try workspace.write(Borough.content("2026-27", year: 2026), name: "", engine: "", crs: "EPSG:27700")
    try workspace.amend("responses", where: "response", is: "R1", to: [("status", .text("met"))], in: "2026-27")
    #expect(try status(["2025-26"]) == "running" && status(["2025-26", "2026-27"]) == "met")
    #expect(try workspace.verify() == [])
    #expect(throws: WorkspaceError.self) {
      try workspace.amend("responses", where: "response", is: "R9", to: [("status", .text("met"))], in: "2026-27")
    }
    try workspace.write { try $0.execute(sql: "UPDATE responses SET owner_role = 'somebody else'") }
    #expect(try workspace.verify() == ["cycle 2025-26 was changed after it was sealed"])
  }

  @Test("A seal of an earlier build, which left out what people added, still holds and still breaks")
  func olderSeal() throws {
    let workspace = try Borough.workspace()
    try workspace.seal(on: day)
    let old = try workspace.read { db in try Seal.digest(of: "2025-26", isWhole: false, in: db) }
    try workspace.write { try $0.execute(sql: "UPDATE cycles SET seal = ?", arguments: [old]) }
    #expect(try workspace.verify() == [])
    try workspace.write { try $0.execute(sql: "UPDATE areas SET name = 'Elsewhere' WHERE code = 'A3'") }
    #expect(try workspace.verify() == ["cycle 2025-26 was changed after it was sealed"])
  }

  @Test("Counts that stand on nothing or contradict each other are found")
  func integrity() throws {
    let workspace = try Borough.workspace()
    try workspace.write { db in
      try db.execute(
        sql: """
          INSERT INTO tallies (cycle, atom, measure, by, key, value, low, high)
          VALUES ('2025-26', 77, 'reached', 'all', '', 1, 1, 1)
          """)
      try db.execute(sql: "UPDATE tallies SET high = 9, value = 5 WHERE by = 'group'")
    }
    #expect(try workspace.verify().count == 4)
  }

  @Test("What a release fixed is refused when it changes, also after undo, and the rest may change")
  func freeze() throws {
    let workspace = try Borough.workspace()
    let content = Borough.content()
    try workspace.freeze(content)
    #expect(try workspace.cycles().first?.isFrozen == true)
    var later = content
    later.tallies = []
    later.cycle.thresholds = [0.5]
    try workspace.write(later, name: "", engine: "", crs: "EPSG:27700")
    try workspace.undo()
    func differs(_ change: (inout CycleContent) -> Void) throws -> [String] {
      var changed = content
      change(&changed)
      do throws(WorkspaceError) {
        try workspace.write(changed, name: "", engine: "", crs: "EPSG:27700")
      } catch {
        guard case .frozen(_, let parts) = error else { throw error }
        return parts
      }
      return []
    }
    #expect(try differs { $0.areas[0].shape = Borough.square(400_000, 500_000, 1000.01) } == ["areas"])
    #expect(try differs { $0.areas[0].shape = Borough.square(400_000, 500_000, 1000.000_000_1) } == [])
    #expect(try differs { $0.catchments.removeLast() } == ["catchments"])
    #expect(try differs { $0.cycle.ages = 0...5 } == ["ages"])
    #expect(try differs { $0.cycle.referenceDate = day } == ["reference date"])
    #expect(try differs { $0.cycle.sustainedDays = 4 } == ["sustained rule"])
    #expect(try differs { $0.cycle.groups = [] } == ["groups"])
    #expect(try differs { $0.cycle.locate = "directory" } == ["locate"])
    #expect(
      try differs {
        $0.cycle.profileHide = 9; $0.cycle.profileBase = 10
      } == ["disclosure profile"])
    #expect(
      try differs {
        $0.cycle.label = "other"; $0.cycle.locate = "directory"
      } == [])
  }
}
