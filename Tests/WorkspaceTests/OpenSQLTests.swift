import Foundation
import Testing

@testable import Workspace

@Suite("A statement that somebody wrote can only read")
struct OpenSQLTests {
  @Test("A question is answered, and :cycle is the cycle")
  func question() throws {
    let workspace = try AnyWorkspace.open(at: Borough.workspace().url)
    let result = try OpenSQL().select(
      "-- who\n/* lives */ WITH p AS (SELECT * FROM people_by_area WHERE cycle = :cycle) SELECT sum(enrolled) AS n FROM p",
      from: workspace)
    #expect(result == QueryResult(columns: ["n"], rows: [[.real(52)]]))
  }

  @Test(
    "Everything else is refused and changes nothing",
    arguments: [
      "DELETE FROM tallies", "VACUUM INTO 'stolen.gpkg'", "SELECT 1; DELETE FROM tallies", "ATTACH 'x.db' AS x",
      "PRAGMA writable_schema = 1", "PRAGMA table_info(areas)", "SELECT * FROM pragma_table_info('areas')",
      "WITH x AS (SELECT 1) DELETE FROM tallies", "EXPLAIN DELETE FROM tallies", "CREATE TEMP TABLE t AS SELECT 1",
      "SELECT load_extension('/lib/x.so')", "INSERT INTO workspace VALUES (2,'exact','','','',1)", "", "-- nothing",
      "SELEC 1", "SELECT :other", "SELECT ?", "SELECT nothing FROM tallies", "SELECT randomblob(1000000000)",
      "ROLLBACK", "REINDEX", "ANALYZE", "DROP VIEW people_by_area", "SELECT writefile('x', 'y')",
      "SELECT zeroblob(20000000)",
    ])
  func refused(sql: String) throws {
    let url = try Borough.workspace().url
    let before = try Data(contentsOf: url)
    let workspace = try AnyWorkspace.open(at: url)
    let refusal = #expect(throws: WorkspaceError.self) { try OpenSQL().select(sql, from: workspace) }
    if case .statement = refusal {} else { Issue.record("\(String(describing: refusal))") }
    #expect(refusal?.exitCode == 64)
    #expect(try Data(contentsOf: url) == before)
    let files = try FileManager.default.contentsOfDirectory(atPath: url.deletingLastPathComponent().path)
    #expect(files == ["W.gpkg"])
  }

  @Test("It stops on time, and the workspace stays usable")
  func time() throws {
    let workspace = try AnyWorkspace.open(at: Borough.workspace().url)
    let endless = "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT count(*) FROM n"
    let start = ContinuousClock.now
    #expect(throws: WorkspaceError.timedOut(seconds: 0.2)) {
      try OpenSQL(seconds: 0.2).select(endless, from: workspace)
    }
    #expect(ContinuousClock.now - start < .seconds(5))
    #expect(try workspace.facts().authority.enrolled.low == 54)
  }

  @Test("More rows than it may give are refused")
  func rows() throws {
    let workspace = try AnyWorkspace.open(at: Borough.workspace().url)
    #expect(throws: WorkspaceError.self) { try OpenSQL(rows: 2).select("SELECT * FROM areas", from: workspace) }
  }
}
