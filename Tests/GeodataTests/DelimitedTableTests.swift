import Foundation
import Testing

@testable import Geodata

@Suite("Delimited tables")
struct DelimitedTableTests {
  @Test("Quotes hold separators, line breaks and doubled quotes; CRLF and a last line without its end are rows too")
  func dialect() throws {
    let file = try TemporaryFile("a,b,c\r\n1,\"x, y\",\"say \"\"hi\"\"\"\r\n2,\"two\r\nlines\",\r\n3,,z")
    let table = try Table.open(file.source)
    #expect(table.header == ["a", "b", "c"])
    #expect(table.reading == "UTF-8, comma, header in row 1")
    let rows = try table.rows()
    #expect(rows.map(\.cells) == [["1", "x, y", "say \"hi\""], ["2", "two\r\nlines", ""], ["3", "", "z"]])
    #expect(rows.map(\.number) == [2, 3, 4])
  }

  @Test("Blank lines and rows of separators alone are skipped, and the others keep their number")
  func blankLines() throws {
    let file = try TemporaryFile("a,b\n\n1,2\n,\n  ,\u{A0}\n3,4\n\n")
    #expect(try Table.open(file.source).rows().map(\.number) == [3, 6])
  }

  @Test("A byte-order mark does not stick to the first header, and spaces of every kind are dropped")
  func marksAndSpaces() throws {
    let file = try TemporaryFile([0xEF, 0xBB, 0xBF] + Array(" a ,b\u{A0}\n\u{200B}x\u{2003}, \ty\u{FEFF}\n".utf8))
    let table = try Table.open(file.source)
    #expect(table.header == ["a", "b"])
    #expect(table.reading == "UTF-8 with BOM, comma, header in row 1")
    #expect(try table.rows().map(\.cells) == [["x", "y"]])
  }

  @Test("Tabs, semicolons and bars are found; a decimal comma is assumed only where no decimal point speaks against it")
  func separators() throws {
    let tab = try opened("a\tb, c\n1\t2,5\n")
    #expect(tab.header == ["a", "b, c"])
    let semicolon = try TemporaryFile("east;north\n430500,5;550500,25\n430501,5;550501,25\n")
    let table = try Table.open(semicolon.source)
    #expect(table.header == ["east", "north"])
    #expect(table.decimal == 44)
    #expect(table.reading == "UTF-8, semicolon, decimal comma, header in row 1")
    let pointed = try TemporaryFile("east;north\n430500.5;550500.25\n")
    #expect(try Table.open(pointed.source).decimal == 46)
    #expect(try opened("n\tx\n1.024\t430500,5\n").decimal == 44)
    #expect(try opened("n;x\n1,024;3.25\n").decimal == 46)
    #expect(try opened("n\tx\n1,024\t7\n").decimal == 46)
    #expect(try opened("a|b\n1|2\n").header == ["a", "b"])
  }

  @Test("Titles and notes above a table are passed over, with or without knowing its columns")
  func headerRow() throws {
    let text = "Table 1: children under five\nSource: made up\n\ncode,name,count\nE1,One,4\nE2,Two,5\n"
    let file = try TemporaryFile(text)
    let table = try Table.open(file.source)
    #expect(table.header == ["code", "name", "count"])
    #expect(table.headerRow == 4)
    #expect(try table.rows().map(\.number) == [5, 6])
    let narrow = try TemporaryFile("Notes, and more\nkey,value\nE1,4\n")
    var source = narrow.source
    source.columns = ["Value", "key"]
    #expect(try Table.open(source).headerRow == 2)
    source.headerRow = 9
    #expect(refusal { _ = try Table.open(source) }?.contains("row 9: the header row that is stated is blank") == true)
  }

  @Test("A file that was cut is refused: inside quotes, in the middle of a row, inside a character")
  func cut() throws {
    let quoted = try TemporaryFile("a,b\n1,\"never closed\n2,3\n")
    #expect(
      refusal { _ = try Table.open(quoted.source).rows() }
        == "table.csv, row 2: the file ends inside a quoted cell: it was cut, or a quote is not closed; "
        + "export the file again")
    let row = try TemporaryFile("a,b,c\n1,2,3\n4,5")
    #expect(
      refusal { _ = try Table.open(row.source).rows() }
        == "table.csv, row 3: the file ends in the middle of a row (2 of 3 cells): it was cut; export the file again")
    let character = try TemporaryFile(Array("a,b\n1,caf".utf8) + [0xE2, 0x80])
    #expect(
      refusal { _ = try Table.open(character.source) }?.contains("row 2: the file ends inside a character") == true)
    let footnote = try TemporaryFile("a,b,c\n1,2,3\nSource: made up")
    #expect(try Table.open(footnote.source).rows().count == 2)
  }

  @Test("A row with more cells than the header is refused, unless the extra ones are blank")
  func raggedRows() throws {
    let long = try TemporaryFile("a,b\n1,2,,\n3,4,5\n")
    #expect(
      refusal { _ = try Table.open(long.source).rows() }?.hasPrefix("table.csv, row 3: has 3 cells, and the header 2")
        == true)
    let short = try TemporaryFile("a,b,c\n1\n2,3,4\n")
    #expect(try Table.open(short.source).rows().map(\.cells) == [["1", "", ""], ["2", "3", "4"]])
    let after = try TemporaryFile("a,b\n\"1\"x,2\n3,4\n")
    #expect(refusal { _ = try Table.open(after.source).rows() }?.contains("text follows a closing quote") == true)
  }

  @Test("NUL bytes, an encoding that contradicts itself, empty and absent files are refused by name")
  func damage() throws {
    let nul = try TemporaryFile(Array("a,b\n1,2\n3,".utf8) + [0] + Array("4\n".utf8))
    #expect(refusal { _ = try Table.open(nul.source) }?.hasPrefix("table.csv, row 3: a NUL byte") == true)
    let mixed = try TemporaryFile(Array("a,b\ncafé,2\nx,".utf8) + [0xE9] + Array("\n".utf8))
    #expect(
      refusal { _ = try Table.open(mixed.source) }?.hasPrefix("table.csv, row 3: bytes that are not UTF-8") == true)
    let empty = try TemporaryFile("")
    #expect(refusal { _ = try Table.open(empty.source) } == "table.csv: is empty; export it again")
    let absent = TableSource(url: URL(fileURLWithPath: "/nowhere/x.csv"), name: "x.csv")
    #expect(refusal { _ = try Table.open(absent) }?.hasPrefix("x.csv: cannot be opened (No such file") == true)
    let page = try TemporaryFile("<html><table><tr><td>a</td></tr></table>", "export.xls")
    #expect(refusal { _ = try Table.open(page.source) }?.contains("is a web page") == true)
  }

  @Test("Windows-1252 is taken, and said, where the bytes are no UTF-8; UTF-16 with and without its mark")
  func encodings() throws {
    let cp1252 = try TemporaryFile(
      Array("id,name\r\nCC01,St Hild".utf8) + [0x92, 0x73, 0x20, 0x96, 0x20, 0xE9, 13, 10])
    let table = try Table.open(cp1252.source)
    #expect(table.reading == "Windows-1252 (row 2 is not UTF-8), comma, header in row 1")
    #expect(try table.rows()[0].cells[1] == "St Hild\u{2019}s \u{2013} é")
    let text = "id\tname\r\n1\tCafé 🙂\r\n"
    for (mark, isBig) in [([0xFF, 0xFE], false), ([0xFE, 0xFF], true), ([], false)] as [([UInt8], Bool)] {
      let bytes =
        mark + text.utf16.flatMap { isBig ? [UInt8($0 >> 8), UInt8($0 & 255)] : [UInt8($0 & 255), UInt8($0 >> 8)] }
      let file = try TemporaryFile(bytes)
      let table = try Table.open(file.source)
      #expect(table.header == ["id", "name"])
      #expect(try table.rows().map(\.cells) == [["1", "Café 🙂"]])
      #expect(table.reading.contains(isBig ? "UTF-16BE" : "UTF-16LE"))
    }
  }

  @Test("A column is found exactly, else but for case and spaces; else the refusal names what is there and the nearest")
  func columns() throws {
    let table = try opened("Child ID ,date,Date,x,x\n1,2,3,4,5\n")
    #expect(try table.index(of: "child id") == 0)
    #expect(try table.index(of: "ChildID") == 0)
    #expect(try table.index(of: "date") == 1)
    #expect(try table.index(of: "Date") == 2)
    #expect(refusal { _ = try table.index(of: "DATE") }?.contains("column DATE: stands 2 times in the header") == true)
    #expect(refusal { _ = try table.index(of: "x") }?.contains("column x: stands 2 times in the header") == true)
    let line = refusal { _ = try table.index(of: "child_id") }
    #expect(
      line == "table.csv, column child_id: the column is missing; found: Child ID, date, Date, x, x; "
        + "did you mean Child ID? Map it under `columns:` in audit.yml")
    #expect(refusal { _ = try table.index(of: "postcode") }?.contains("did you mean") == false)
  }

  @Test(
    "Sunderland's enrolments and visits have the rows that totals.json counts",
    .enabled(if: SharedData.isPresent, "../shared/data is absent"))
  func sunderland() throws {
    var rows = 0
    let enrolments = try SharedData.table("sunderland/enrolments.csv")
    try enrolments.forEachRow { _ in rows += 1 }
    #expect(rows == 9733)
    let visits = try SharedData.table("sunderland/service-use.csv")
    #expect(visits.header == ["child_id", "date", "centre_id", "service"])
    var casual = 0
    rows = 0
    try visits.forEachRow { row in
      rows += 1
      if row.isBlank(0) { casual += 1 }
    }
    #expect(rows == 45943)
    #expect(casual == 200)
  }
}
