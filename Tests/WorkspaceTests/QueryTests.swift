import Foundation
import GRDB
import Testing

@testable import Workspace

@Suite("The audit's questions")
struct QueryTests {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("queries")

  @Test("The program holds the files of queries/ as they are, all of them, in the order of their names")
  func embedded() throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path).sorted()
    #expect(NamedQuery.all.map { $0.name + ".sql" } == files)
    for query in NamedQuery.all {
      let text = try String(contentsOf: Self.folder.appendingPathComponent(query.name + ".sql"), encoding: .utf8)
      #expect(query.sql == text, "\(query.name)")
    }
  }

  @Test("Each says its title, who asks, its parameters and exactly its columns", arguments: NamedQuery.all)
  func header(query: NamedQuery) throws {
    #expect(query.title != query.name && !query.askedBy.isEmpty)
    #expect(query.parameters.allSatisfy { ["cycle", "catchment"].contains($0.name) && !$0.meaning.isEmpty })
    #expect(query.parameters.contains { $0.name == "cycle" })
    let result = try Borough.workspace([Borough.content("2024-25", year: 2024), Borough.content()]).ask(query)
    #expect(result.columns == query.columns.map(\.name))
    #expect(query.columns.allSatisfy { !$0.meaning.isEmpty })
    #expect(!result.rows.isEmpty, "the small borough gives every question an answer")
  }

  @Test(
    "Each runs in the plain sqlite3 shell and gives the same",
    .enabled(if: isInstalled("/usr/bin/sqlite3"), "needs sqlite3"), arguments: NamedQuery.all)
  func shell(query: NamedQuery) throws {
    let workspace = try Borough.workspace([Borough.content("2024-25", year: 2024), Borough.content()])
    let file = Self.folder.appendingPathComponent(query.name + ".sql").path
    let answer = try run(
      "/usr/bin/sqlite3", ["-bail", workspace.url.path],
      input: ".parameter init\n.parameter set :cycle \"'2025-26'\"\n.mode json\n.read '\(file)'\n")
    #expect(answer.code == 0, "\(answer.output)")
    let shell = try Self.cells(answer.output)
    let ours = try Self.cells(workspace.ask(query, cycle: "2025-26").json())
    #expect(shell == ours)
  }

  /// Rows by column, numbers rounded to twelve places: the shell prints some more.
  static func cells(_ json: String) throws -> [[String: String]] {
    let rows = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [[String: Any]] ?? []
    return rows.map { row in
      row.mapValues { value in
        if let number = value as? NSNumber { return String(format: "%.12g", number.doubleValue) }
        return value as? String ?? "null"
      }
    }
  }

  @Test("tally-by-area gives every area, with families, also those without a child")
  func tallyByArea() throws {
    let result = try Borough.workspace().ask(NamedQuery.named("tally-by-area"))
    #expect(
      result.csv() == """
        area,enrolled,reached,sustained,visits,families,families_reached
        A1,39,23,11,94,33,20
        A2,13,7,6,50,0,0
        A3,0,0,0,0,0,0

        """)
  }

  @Test("tally-by-catchment ends in what its own centre did, and may be asked of one")
  func tallyByCatchment() throws {
    let workspace = try Borough.workspace()
    let query = try NamedQuery.named("tally-by-catchment")
    #expect(
      try workspace.ask(query).csv() == """
        catchment,enrolled,reached,sustained,visits,families,families_reached,reached_here,visits_here
        C1,39,23,11,94,35,21,15,44
        C2,30,20,11,90,0,0,0,0

        """)
    #expect(try workspace.ask(query, catchment: "C2").rows.count == 1)
    #expect(throws: WorkspaceError.self) { try workspace.ask(query, catchment: "C9") }
    #expect(throws: WorkspaceError.self) { try workspace.ask(NamedQuery.named("totals"), catchment: "C1") }
  }

  @Test("tally-by-atom leaves out atoms without a child and names the outside with nothing")
  func tallyByAtom() throws {
    let result = try Borough.workspace().ask(NamedQuery.named("tally-by-atom"))
    #expect(
      result.csv() == """
        area,catchments,enrolled,reached,sustained,visits,families,families_reached
        ,,2,1,0,3,2,1
        A1,C1,9,3,0,4,0,0
        A1,C1|C2,30,20,11,90,28,18
        A2,,13,7,6,50,0,0

        """)
  }

  @Test("area-weights gives the rule area alone")
  func areaWeights() throws {
    let result = try Borough.workspace().ask(NamedQuery.named("area-weights"))
    #expect(result.csv() == "catchment,area,weight\nC1,A1,0.25\nC1,A2,0.123457\n")
  }

  @Test("totals nest below the cycle's label, whatever is in it")
  func totals() throws {
    let workspace = try Borough.workspace([Borough.content("2024/25", year: 2024), Borough.content()])
    let result = try workspace.ask(NamedQuery.named("totals"))
    #expect(
      result.nestedJSON(labels: try workspace.cycleLabels()) == """
        {
          "enrolment_rows": 60,
          "voices": {
            "consented": 7
          },
          "2024/25": {
            "children": 54,
            "grades": {
              "postcode-live": 40
            },
            "agreement": 0.9959411466260781
          },
          "2025-26": {
            "children": 54,
            "grades": {
              "postcode-live": 40
            },
            "agreement": 0.9959411466260781
          }
        }

        """)
  }

  @Test("An unknown question is refused with the nearest")
  func unknown() {
    #expect(throws: WorkspaceError.noSuchQuery("tally-by-aera", nearest: "tally-by-area")) {
      try NamedQuery.named("tally-by-aera")
    }
    #expect(throws: WorkspaceError.noSuchQuery("xyz", nearest: nil)) { try NamedQuery.named("xyz") }
  }

  @Test("CSV quotes, and starts no formula; JSON escapes; the table stands straight")
  func formats() {
    let result = QueryResult(
      columns: ["a", "n"],
      rows: [[.text("=1+1"), .integer(-3)], [.text("x,\"y\"\n"), .real(0.5)], [.null, .text("c")]])
    #expect(result.csv() == "a,n\n'=1+1,-3\n\"x,\"\"y\"\"\n\",0.5\n,c\n")
    #expect(
      result.json() == #"""
        [
          {"a": "=1+1", "n": -3},
          {"a": "x,\"y\"\u000a", "n": 0.5},
          {"a": null, "n": "c"}
        ]

        """#)
    #expect(result.table() == "a         n\n------  ---\n=1+1     -3\nx,\"y\"   0.5\n          c\n")
  }
}
