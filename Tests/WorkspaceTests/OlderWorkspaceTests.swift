import Foundation
import GRDB
import Testing

@testable import Workspace

@Suite("Workspaces that an earlier build made")
struct OlderWorkspaceTests {
  /// A file as an earlier build left it.
  private static func older(_ sql: String) throws -> URL {
    let url = try Borough.workspace().url
    let queue = try DatabaseQueue(path: url.path, configuration: WorkspaceFile.configuration)
    try queue.write { db in try db.execute(sql: sql) }
    try queue.close()
    return url
  }

  @Test(
    "A view or a table that is not there, or was made otherwise, is made anew, and every question has its answer",
    arguments: [
      "DROP VIEW splits_by_catchment", "DROP VIEW people_by_atom; DROP VIEW people_by_set",
      "DROP VIEW people_by_area; CREATE VIEW people_by_area AS SELECT cycle, code AS area FROM areas",
      "DROP VIEW people_by_set; DROP VIEW withheld_by_catchment; DROP VIEW splits_by_catchment; DROP TABLE withheld; "
        + "DELETE FROM gpkg_contents WHERE table_name = 'withheld'",
    ])
  func completed(sql: String) throws {
    let url = try Self.older(sql)
    let opened = try Workspace<Exact>.open(at: url)
    let fresh = try Borough.workspace()
    for query in NamedQuery.all { #expect(try opened.ask(query).csv() == fresh.ask(query).csv(), "\(query.name)") }
    #expect(try opened.verify() == fresh.verify())
  }

  @Test("One that takes no writing is refused in a line that says what to do (65)")
  func readOnly() throws {
    let url = try Self.older("DROP VIEW people_by_atom; DROP VIEW people_by_area; DROP VIEW people_by_set")
    var configuration = WorkspaceFile.configuration
    configuration.readonly = true
    let queue = try DatabaseQueue(path: url.path, configuration: configuration)
    let error = #expect(throws: WorkspaceError.self) {
      try WorkspaceFile.complete(queue, path: url.path, lacks: ["people_by_atom", "people_by_area"])
    }
    #expect(error?.exitCode == 65)
    #expect(error?.description.contains("earlier version of needs and lacks people_by_atom, people_by_area") == true)
    #expect(error?.description.contains("copy it to where it may be written to") == true)
  }

  @Test("One whose table lacks a column is refused with the column (65)")
  func columns() throws {
    let url = try Self.older("ALTER TABLE cycles DROP COLUMN named_groups")
    let error = #expect(throws: WorkspaceError.self) { try Workspace<Exact>.open(at: url) }
    #expect(error?.exitCode == 65)
    #expect(error?.description.contains("lacks cycles.named_groups") == true, "\(String(describing: error))")
  }
}
