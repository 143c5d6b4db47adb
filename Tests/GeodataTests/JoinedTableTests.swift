import Foundation
import Testing

@testable import Geodata

@Suite("Files of case systems")
struct JoinedTableTests {
  @Test("Children get their family's columns by its id; rows without one have blanks and are said")
  func joined() throws {
    let children = try opened("child,family,born\n1,F1,2022-01-01\n2,F1,2023-01-01\n3,F9,2024-01-01\n4,,2024-01-01\n")
    let families = try opened(
      "id,postcode,born\nF1,\"SR1 \"\"1AA\"\"\",1990-01-01\nF2,SR1 1AB,\nF1,\"SR1 \"\"1AA\"\"\",1990-01-01\n")
    let table = try children.joined(with: families, on: "family", and: "id")
    #expect(table.header == ["child", "family", "born", "postcode", "born (table.csv)"])
    let rows = try table.rows()
    #expect(rows.map(\.number) == [2, 3, 4, 5])
    #expect(rows[1].cells == ["2", "F1", "2023-01-01", "SR1 \"1AA\"", "1990-01-01"])
    #expect(rows[2].cells == ["3", "F9", "2024-01-01", "", ""])
    #expect(
      table.notes.map(\.line).first?.hasPrefix("table.csv, row 4, column family: 1 row has an id that table.csv")
        == true)
    #expect(try table.index(of: "postcode") == 3)
    #expect(table.reading.contains("joined with table.csv"))
  }

  @Test("A joined table can be joined again, and a family with two meanings is refused without being named")
  func twice() throws {
    let visits = try opened("contact,date\nC1,2025-09-01\nC2,2025-09-02\n")
    let contacts = try opened("contact,child\nC1,1\nC2,2\n")
    let children = try opened("child,family\n1,F1\n2,F2\n")
    let withChild = try visits.joined(with: contacts, on: "contact", and: "contact")
    let all = try withChild.joined(with: children, on: "child", and: "child")
    #expect(try all.rows().map(\.cells) == [["C1", "2025-09-01", "1", "F1"], ["C2", "2025-09-02", "2", "F2"]])
    let families = try opened("id,postcode\nF1,A\nF1,B\n")
    let line = refusal { _ = try children.joined(with: families, on: "family", and: "id") }
    #expect(
      line?.hasPrefix(
        "table.csv, row 3, column id: an id stands there twice with other values (the first time in row 2)") == true)
  }

  @Test("A case system's headings fill the roles that exactly one column fits")
  func mapping() throws {
    let system = try #require(CaseSystem.named("Capita One"))
    let header = [
      "Person ID", "Family ID", "Date of Birth", "Post Code", "Registration Date", "Base", "Event Date", "Event Date",
    ]
    let columns = system.columns(in: header)
    #expect(columns["child"] == "Person ID" && columns["family"] == "Family ID" && columns["born"] == "Date of Birth")
    #expect(
      columns["postcode"] == "Post Code" && columns["registered"] == "Registration Date" && columns["centre"] == "Base")
    #expect(columns["date"] == nil && columns["left"] == nil)
    #expect(system.columns(in: header, roles: ["child"]) == ["child": "Person ID"])
    #expect(CaseSystem.all.map(\.id) == ["estart", "capita-one", "synergy", "eyes"])
  }
}
