import Foundation
import GRDB
import Tally
import Testing

@testable import Workspace

@Suite("A workspace keeps cycles")
struct WorkspaceTests {
  @Test("What was written comes back")
  func roundTrip() throws {
    let workspace = try Borough.workspace()
    let written = Borough.content()
    let read = try workspace.content()
    #expect(read.cycle == written.cycle)
    #expect(read.areas.map(\.code) == ["A1", "A2", "A3"])
    #expect(read.areas[1].name == "South \"quoted\"")
    #expect(read.areas[1].shape == written.areas[0].shape)
    #expect(read.areas[2].shape == nil)
    #expect(read.catchments[1].shape == nil)
    #expect(read.centres.first?.point == written.centres.first?.point)
    #expect(read.atoms == written.atoms)
    #expect(Set(read.tallies) == Set(written.tallies))
    #expect(Set(read.weights) == Set(written.weights))
    #expect(read.denominatorSets == written.denominatorSets)
    #expect(read.denominators == written.denominators)
    #expect(read.indicators == written.indicators)
    #expect(read.indicatorValues == written.indicatorValues)
    #expect(Set(read.centreVisits) == Set(written.centreVisits))
    #expect(Set(read.families) == Set(written.families))
    #expect(read.totals == written.totals)
    #expect(read.fileTotals == written.fileTotals)
    #expect(read.provenance == written.provenance)
    #expect(read.rejects == written.rejects)
    #expect(read.complaints == written.complaints)
    #expect(read.namedServices == written.namedServices)
  }

  @Test("Facts add up over atoms, and families do not")
  func facts() throws {
    let facts = try Borough.workspace().facts()
    #expect(facts.areas.map(\.code) == ["A1", "A2", "A3"])
    #expect(facts.areas[0].people.enrolled == Count(exactly: 39))
    #expect(facts.areas[0].people.visits == 94)
    #expect(facts.areas[0].people.families == 33)
    #expect(facts.areas[2].people.enrolled == .zero)
    #expect(facts.areas[2].people.visits == 0)
    #expect(facts.areas[0].denominators["children"]?.value == 60)
    #expect(facts.areas[1].denominators["children"]?.state == .suppressed)
    #expect(facts.areas[0].indicators["imd"]?.rank == 4769)
    #expect(facts.catchments[0].people.reached == Count(exactly: 23))
    #expect(facts.catchments[0].reachedHere == Count(exactly: 15))
    #expect(facts.catchments[0].visitsHere == 44)
    #expect(facts.catchments[1].reachedHere == .zero)
    #expect(facts.authority.enrolled == Count(exactly: 54))
    #expect(facts.authority.families == 50)
    #expect(facts.flows.map(\.catchment) == ["", "C1", "C2"])
    #expect(facts.flows.map(\.children.low) == [7, 15, 12])
    #expect(facts.centres[0].visits.first { $0.by == "all" }?.count.low == 150)
    #expect(facts.totals["grades/postcode-live"] == 40)
    #expect(facts.cycleLabels == ["2025-26"])
  }

  @Test("Another run of an open cycle replaces it and leaves the others alone")
  func replaces() throws {
    let workspace = try Borough.workspace([Borough.content("2024-25", year: 2024), Borough.content()])
    var content = Borough.content()
    content.tallies = []
    try workspace.write(content, name: "Made up", engine: "0", crs: "EPSG:27700")
    #expect(try workspace.facts().authority.enrolled == .zero)
    #expect(try workspace.facts(cycle: "2024-25").authority.enrolled == Count(exactly: 54))
    #expect(try workspace.cycleLabels() == ["2024-25", "2025-26"])
    #expect(throws: WorkspaceError.noSuchCycle("2023-24", known: ["2024-25", "2025-26"])) {
      try workspace.facts(cycle: "2023-24")
    }
  }

  @Test("A run that fails half-way leaves the last good state")
  func allOrNothing() throws {
    let workspace = try Borough.workspace()
    let before = try Data(contentsOf: workspace.url)
    var content = Borough.content()
    content.tallies.append(content.tallies[0])
    #expect(throws: WorkspaceError.self) {
      try workspace.write(content, name: "Another", engine: "9", crs: "EPSG:27700")
    }
    #expect(try Data(contentsOf: workspace.url) == before)
    #expect(try workspace.facts().name == "Made up")
  }

  @Test("A locked file is exit 75, and a file that is something else 65")
  func refusals() throws {
    let workspace = try Borough.workspace()
    var configuration = Configuration()
    configuration.busyMode = .immediateError
    let other = try DatabaseQueue(path: workspace.url.path, configuration: configuration)
    try other.writeWithoutTransaction { db in
      try db.execute(sql: "BEGIN EXCLUSIVE")
      #expect(throws: WorkspaceError.locked(path: workspace.url.path)) {
        try workspace.write(Borough.content(), name: "", engine: "", crs: "EPSG:27700")
      }
      try db.execute(sql: "ROLLBACK")
    }
    #expect(WorkspaceError.locked(path: "W").exitCode == 75)

    let text = try Borough.place("W.txt")
    try Data("area,enrolled\n".utf8).write(to: text)
    let wrong = #expect(throws: WorkspaceError.self) { try Workspace<Exact>.open(at: text) }
    #expect(wrong?.exitCode == 65)
    let plain = try Borough.place("plain.sqlite")
    try DatabaseQueue(path: plain.path).write { try $0.execute(sql: "CREATE TABLE t (x)") }
    #expect(#expect(throws: WorkspaceError.self) { try AnyWorkspace.open(at: plain) }?.exitCode == 65)
    let missing = try Borough.place()
    #expect(throws: WorkspaceError.missing(path: missing.path)) { try AnyWorkspace.open(at: missing) }
    #expect(!FileManager.default.fileExists(atPath: missing.path))
    #expect(throws: WorkspaceError.exists(path: workspace.url.path)) { try Workspace<Exact>.create(at: workspace.url) }
  }

  @Test("A folder that cannot be written is exit 73")
  func cannotWrite() throws {
    let url = try Borough.place().appendingPathComponent("no").appendingPathComponent("W.gpkg")
    let refusal = #expect(throws: WorkspaceError.self) { try Workspace<Exact>.create(at: url) }
    #expect(refusal?.exitCode == 73)
  }

  @Test("A workspace of a later version is refused, one kind is not opened as the other")
  func kinds() throws {
    let workspace = try Borough.workspace()
    #expect(throws: WorkspaceError.wrongKind(path: workspace.url.path, holds: "exact")) {
      try Workspace<Released>.open(at: workspace.url)
    }
    #expect(try AnyWorkspace.open(at: workspace.url).isExact)
    try workspace.write { try $0.execute(sql: "UPDATE workspace SET schema = 99") }
    #expect(throws: WorkspaceError.newer(path: workspace.url.path, schema: 99)) {
      try Workspace<Exact>.open(at: workspace.url)
    }
  }
}
