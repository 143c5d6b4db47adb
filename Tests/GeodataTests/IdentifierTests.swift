import Foundation
import Testing

@testable import Geodata

@Suite("Ids")
struct IdentifierTests {
  @Test("Ids in scientific notation are refused with their number and the first row, and no id is printed")
  func scientific() throws {
    let table = try opened("child,date\n1.23457E+11,2025-09-01\nK02,2025-09-01\n1E+05,2025-09-02\n")
    let line = refusal { _ = try Identifiers.check(table, column: 0) }
    #expect(line?.hasPrefix("table.csv, row 2, column child: 2 ids are in scientific notation") == true)
    #expect(line?.contains("1.23457") == false)
  }

  @Test(
    "Ids that only look a little like it are ids",
    arguments: ["1E05", "E123", "12E", "2e4f", "1.2.3E+4", "10-003426", "12345678901"])
  func plain(id: String) throws {
    let table = try opened("child,date\n\(id),2025-09-01\n")
    #expect(try Identifiers.check(table, column: 0).isEmpty)
  }

  @Test("Digits beyond the fifteenth that are all zeros are doubted")
  func rounded() throws {
    let table = try opened("child\n123456789012345000\n223456789012345000\n")
    #expect(try Identifiers.check(table, column: 0).map(\.count) == [2])
    let real = try opened("child\n123456789012345678\n223456789012345000\n323456789012345671\n")
    #expect(try Identifiers.check(real, column: 0).isEmpty)
  }

  @Test("Ids that lost the zeros in front are named beside the file that has them")
  func zeros() {
    var zeros = LostZeros(known: ["00123", "456", "0789"])
    for (row, id) in ["123", "789", "456", "999", "x"].enumerated() { zeros.add(unknown: id, row: row + 2) }
    let line = zeros.complaint(file: "visits.csv", column: "child", knownFile: "enrolments.csv")?.line
    #expect(line?.hasPrefix("visits.csv, row 2, column child: 2 ids are in enrolments.csv with zeros in front") == true)
    #expect(LostZeros(known: ["1", "2"]).complaint(file: "", column: "", knownFile: "") == nil)
  }
}
