import Foundation
import Testing

@testable import Geodata

@Suite("Files that never end stop at stated limits")
struct LimitsTests {
  /// 72 MB of lines that pack to a thousandth.
  private static let bomb: [UInt8] = {
    let line = [UInt8](repeating: 120, count: 65_535) + [10]
    return Array("a,b\n".utf8) + Array(repeatElement(line, count: 1100).joined())
  }()

  @Test("A gzip file and a ZIP archive that unpack to two hundred times their size are refused")
  func packedBombs() throws {
    let gzip = try TemporaryFile(deflated(Self.bomb, windowBits: 31), "bomb.csv.gz")
    let said = try #require(refusal { _ = try Table.open(gzip.source).rows() })
    #expect(said.contains("holds more than 200 times its packed size"), "\(said)")
    let zip = try TemporaryFile(archive([(path: "bomb.csv", bytes: Self.bomb)], isPacked: true), "bomb.zip")
    let zipped = try #require(refusal { _ = try Table.open(zip.source).rows() })
    #expect(zipped.contains("holds more than 200 times its packed size"), "\(zipped)")
  }

  @Test("A ZIP archive three deep is refused, two deep is read")
  func nestedArchives() throws {
    func packed(_ depth: Int) -> [UInt8] {
      (0..<depth).reduce(Array("a,b\n1,2\n".utf8)) { inside, level in
        archive([(path: level == 0 ? "t.csv" : "inner.csv", bytes: inside)], isPacked: true)
      }
    }
    let (two, three) = (try TemporaryFile(packed(2), "t.zip"), try TemporaryFile(packed(3), "t.zip"))
    #expect(try Table.open(two.source).header == ["a", "b"])
    let said = try #require(refusal { _ = try Table.open(three.source) })
    #expect(said.contains("ZIP archive in a ZIP archive in a ZIP archive"), "\(said)")
  }

  @Test("A pipe and a device are refused, not waited for")
  func pipes() throws {
    let place = try TemporaryFile("", "beside.csv")
    let pipe = place.url.deletingLastPathComponent().appendingPathComponent("pipe.csv")
    #expect(mkfifo(pipe.path, 0o600) == 0)
    for url in [pipe, URL(fileURLWithPath: "/dev/zero")] {
      let said = try #require(refusal { _ = try Table.open(TableSource(url: url, name: "table.csv")) })
      #expect(said.contains("is a pipe, a device or a socket, not a file"), "\(said)")
    }
  }

  @Test("A row without an end, quoted or not, and a row of too many cells are refused with their row")
  func rows() throws {
    let long = String(repeating: "x", count: Limits.rowBytes + 1000)
    for text in ["a,b\n1,2\n\(long),3\n4,5\n", "a,b\n1,2\n\"\(long)\",3\n4,5\n"] {
      let file = try TemporaryFile(text)
      let said = try #require(refusal { _ = try Table.open(file.source).rows() })
      #expect(said.contains("row 3") && said.contains("holds more than 16 MB in one row"), "\(said)")
    }
    let wide = try TemporaryFile("a,b\n" + String(repeating: ",", count: Limits.columns + 10) + "\n")
    let said = try #require(refusal { _ = try Table.open(wide.source).rows() })
    #expect(said.contains("holds more than 16,384 cells in one row"), "\(said)")
  }

  @Test("A sheet's row or column beyond what a sheet has is refused")
  func sheets() throws {
    func rows(_ last: String) -> String {
      "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>a</t></is></c><c r=\"B1\" t=\"inlineStr\"><is><t>b</t></is></c></row>"
        + last
    }
    let deep = try TemporaryFile(workbook([("S", rows("<row r=\"2000000\"><c><v>1</v></c></row>"))]), "t.xlsx")
    let said = try #require(refusal { _ = try Table.open(deep.source).rows() })
    #expect(said.contains("holds more than 1,048,576 rows in a sheet"), "\(said)")
    let wide = try TemporaryFile(workbook([("S", rows("<row r=\"2\"><c r=\"ZZZ2\"><v>1</v></c></row>"))]), "t.xlsx")
    let column = try #require(refusal { _ = try Table.open(wide.source).rows() })
    #expect(column.contains("holds more than 16,384 columns"), "\(column)")
  }

  /// A billion laughs, one that names a file, one that names a server, and a bare document type.
  private static let types = [
    "<!DOCTYPE x [\(laughs)]>", "<!DOCTYPE x [<!ENTITY b SYSTEM \"file:///etc/passwd\">]>",
    "<!DOCTYPE x [<!ENTITY % p SYSTEM \"http://127.0.0.1:9/x.dtd\"> %p;]>",
    "<!DOCTYPE x SYSTEM \"file:///etc/passwd\">",
  ]

  private static let laughs: String = {
    var declared = "<!ENTITY a0 \"ha\">"
    for n in 1...9 { declared += "<!ENTITY a\(n) \"" + String(repeating: "&a\(n - 1);", count: 10) + "\">" }
    return declared + "<!ENTITY b \"&a9;\">"
  }()

  @Test("A document type in any part of a workbook is refused by its own rule: it alone can declare entities")
  func entities() throws {
    let rows = "<row r=\"1\"><c t=\"s\"><v>0</v></c></row><row r=\"2\"><c t=\"inlineStr\"><is><t>&b;</t></is></c></row>"
    let parts = workbookParts([("S", rows)], strings: ["<t>&b;</t>"])
    let said = refusal { _ = try Self.text(of: archive(parts), "t.xlsx") }
    #expect(said == nil, "without a document type it is read, and &b; is text: \(said ?? "")")
    for type in Self.types {
      for part in ["xl/workbook.xml", "xl/worksheets/sheet0.xml", "xl/sharedStrings.xml", "xl/styles.xml"] {
        #expect(parts.contains { $0.path == part }, "\(part)")
        let declared = parts.map { entry -> (path: String, text: String) in
          guard entry.path == part else { return entry }
          // After the line that says that it is XML.
          let start = entry.text.range(of: "?>")?.upperBound ?? entry.text.startIndex
          return (entry.path, "\(entry.text[..<start])\(type)\(entry.text[start...])")
        }
        let said = refusal { _ = try Self.text(of: archive(declared), "t.xlsx") }
        #expect(said?.contains("holds a document type") == true, "\(part): \(said ?? "read")")
      }
      let content =
        type + "<document-content><body><spreadsheet><table name=\"S\"><table-row><table-cell><p>a</p></table-cell>"
        + "</table-row><table-row><table-cell><p>&b;</p></table-cell></table-row></table></spreadsheet></body></document-content>"
      let sheet = archive([
        (path: "mimetype", text: "application/vnd.oasis.opendocument.spreadsheet"),
        (path: "content.xml", text: content),
      ])
      let said = refusal { _ = try Self.text(of: sheet, "t.ods") }
      #expect(said?.contains("holds a document type") == true, "\(said ?? "read")")
    }
  }

  private static func text(of bytes: [UInt8], _ name: String) throws -> String {
    let file = try TemporaryFile(bytes, name)
    return try Table.open(file.source).rows().flatMap(\.cells).joined(separator: " ")
  }
}
