import Foundation
import Testing

@testable import Geodata

@Suite("Workbooks and packed files")
struct WorkbookTests {
  @Test(
    "Shared, inline and rich texts, numbers, booleans, errors and dates are read; gaps are blank",
    arguments: [true, false])
  func cells(isPacked: Bool) throws {
    let rows = """
      <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t xml:space="preserve">b </t></is></c>\
      <c r="C1" t="s"><v>1</v></c><c r="D1" t="str"><v>d</v></c></row>
      <row r="2"/>
      <row r="3"><c r="A3" t="s"><v>2</v></c><c r="C3" s="1"><v>45901.75</v></c><c r="D3"><v>0.10000000000000001</v></c></row>
      <row r="4"><c r="B4" t="b"><v>1</v></c><c r="C4" s="2"><v>45901</v></c><c r="D4" t="e"><v>#N/A</v></c></row>
      <row><c t="inlineStr"><is><t>x &amp; y &#8217;</t></is></c><c s="3"><v>7</v></c><!-- > --><c><f>1+1</f><v>2</v></c></row>
      """
    let strings = ["<t>a</t>", "<r><t>c </t></r><r><t>c</t></r><rPh><t>no</t></rPh>", "<t><![CDATA[<one>]]></t>"]
    let file = try TemporaryFile(workbook([("Sheet 1", rows)], strings: strings, isPacked: isPacked), "t.xlsx")
    let table = try Table.open(file.source)
    #expect(table.header == ["a", "b", "c c", "d"])
    #expect(table.reading == "XLSX, sheet Sheet 1, header in row 1")
    let read = try table.rows()
    #expect(read.map(\.number) == [3, 4, 5])
    #expect(
      read.map(\.cells) == [
        ["<one>", "", "2025-09-01", "0.10000000000000001"], ["", "TRUE", "2025-09-01", "#N/A"],
        ["x & y \u{2019}", "7", "2", ""],
      ])
  }

  @Test("A workbook that counts from 1904 gives the same days")
  func dates1904() throws {
    let rows =
      "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>day</t></is></c><c r=\"B1\" t=\"inlineStr\"><is><t>n</t></is></c></row>"
      + "<row r=\"2\"><c r=\"A2\" s=\"1\"><v>44439</v></c><c r=\"B2\"><v>1</v></c></row>"
    let file = try TemporaryFile(workbook([("S", rows)], is1904: true), "t.xlsx")
    #expect(try Table.open(file.source).rows().map(\.cells) == [["2025-09-01", "1"]])
  }

  private func text(_ reference: String, _ text: String) -> String {
    "<c r=\"\(reference)\" t=\"inlineStr\"><is><t>\(text)</t></is></c>"
  }

  @Test(
    "The sheet is found by its columns or as the first that is a table; or stated, and refused with the names there are"
  )
  func sheets() throws {
    let notes =
      "<row r=\"1\">\(text("A1", "Notes on the table"))</row><row r=\"2\">\(text("A2", "c"))\(text("B2", "suppressed"))</row>"
    let first =
      "<row r=\"3\">\(text("A3", "code"))\(text("B3", "n"))</row><row r=\"4\">\(text("A4", "E1"))\(text("B4", "4"))</row>"
    let second =
      "<row r=\"1\">\(text("A1", "code"))\(text("B1", "Under 5 "))</row><row r=\"2\">\(text("A2", "E1"))\(text("B2", "5"))</row>"
    let file = try TemporaryFile(workbook([("Notes", notes), ("One", first), ("Two", second)]), "t.xlsx")
    #expect(try Table.open(file.source).reading == "XLSX, sheet One, header in row 3")
    var source = file.source
    source.columns = ["Code", "under 5"]
    #expect(try Table.open(source).reading == "XLSX, sheet Two, header in row 1")
    source.columns = []
    source.sheet = " two"
    #expect(try Table.open(source).rows().map(\.cells) == [["E1", "5"]])
    source.sheet = "Three"
    #expect(refusal { _ = try Table.open(source) } == "t.xlsx: has no sheet Three; its sheets are Notes, One, Two")
  }

  @Test("A workbook that was cut or damaged is refused")
  func damage() throws {
    let rows =
      "<row r=\"1\">\(text("A1", "a"))\(text("B1", "b"))</row><row r=\"2\">\(text("A2", "1"))\(text("B2", "2"))</row>"
    let bytes = workbook([("S", rows)], isPacked: false)
    let cut = try TemporaryFile(Array(bytes.prefix(bytes.count / 2)), "t.xlsx")
    #expect(refusal { _ = try Table.open(cut.source) }?.contains("is damaged or was cut") == true)
    var changed = bytes
    let marker = Array("<t>1</t>".utf8)
    let at = try #require((0..<changed.count - marker.count).first { Array(changed[$0..<$0 + marker.count]) == marker })
    changed[at + 3] = 57
    let wrong = try TemporaryFile(changed, "t.xlsx")
    #expect(refusal { _ = try Table.open(wrong.source).rows() }?.contains("a checksum does not match") == true)
    let other = try TemporaryFile(archive([("readme.md", "hello")]), "t.zip")
    #expect(refusal { _ = try Table.open(other.source) }?.contains("ZIP archive without a table") == true)
  }

  @Test("A ZIP archive of one table is that table; of two it is refused with their names")
  func zip() throws {
    let one = try TemporaryFile(archive([("__MACOSX/x.csv", "no"), ("data/x.csv", "a,b\n1,2\n")]), "x.zip")
    let table = try Table.open(one.source)
    #expect(table.reading == "data/x.csv in ZIP, UTF-8, comma, header in row 1")
    #expect(try table.rows().map(\.cells) == [["1", "2"]])
    let two = try TemporaryFile(archive([("x.csv", "a,b\n"), ("y.csv", "a,b\n")]), "x.zip")
    #expect(refusal { _ = try Table.open(two.source) }?.contains("2 tables (x.csv, y.csv)") == true)
  }

  @Test(
    "An OpenDocument spreadsheet: repeated cells and rows, dates and numbers as stored, notes left out, the sheet found"
  )
  func openDocument() throws {
    let content = """
      <?xml version="1.0"?><office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x"><office:body><office:spreadsheet>
      <table:table table:name="Notes"><table:table-row><table:table-cell office:value-type="string"><text:p>Notes</text:p></table:table-cell></table:table-row></table:table>
      <table:table table:name="Data"><table:table-column/><table:table-row table:number-rows-repeated="2"><table:table-cell table:number-columns-repeated="1024"/></table:table-row>
      <table:table-header-rows><table:table-row><table:table-cell><text:p>code</text:p></table:table-cell><table:table-cell><text:p>day<text:s text:c="2"/>born</text:p></table:table-cell><table:table-cell><text:p>n</text:p></table:table-cell></table:table-row></table:table-header-rows>
      <table:table-row table:number-rows-repeated="2"><table:table-cell office:value-type="string"><office:annotation><text:p>a note</text:p></office:annotation><text:p>E1 &amp; E2</text:p></table:table-cell>\
      <table:table-cell office:value-type="date" office:date-value="2025-09-01"><text:p>01/09/25</text:p></table:table-cell>\
      <table:table-cell office:value-type="float" office:value="1024"><text:p>1,024</text:p></table:table-cell><table:table-cell table:number-columns-repeated="1000"/></table:table-row>
      <table:table-row table:number-rows-repeated="1048570"><table:table-cell table:number-columns-repeated="1024"/></table:table-row>
      <table:table-row><table:table-cell/><table:covered-table-cell/><table:table-cell office:value-type="float" office:value="0.5"/></table:table-row>
      </table:table></office:spreadsheet></office:body></office:document-content>
      """
    let bytes = archive([("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", content)])
    let file = try TemporaryFile(bytes, "t.ods")
    let table = try Table.open(file.source)
    #expect(table.reading == "ODS, sheet Data, header in row 3")
    #expect(table.header == ["code", "day  born", "n"])
    let rows = try table.rows()
    #expect(rows.map(\.number) == [4, 5, 1_048_576])
    #expect(
      rows.map(\.cells) == [["E1 & E2", "2025-09-01", "1024"], ["E1 & E2", "2025-09-01", "1024"], ["", "", "0.5"]])
  }

  @Test("A gzipped table is read, its members one after another; one that was cut is refused")
  func gzip() throws {
    let bytes = deflated(Array("a,b\n1,2\n".utf8), windowBits: 31) + deflated(Array("3,4\n".utf8), windowBits: 31)
    let file = try TemporaryFile(bytes, "t.csv.gz")
    let table = try Table.open(file.source)
    #expect(table.reading == "gzip, UTF-8, comma, header in row 1")
    #expect(try table.rows().map(\.cells) == [["1", "2"], ["3", "4"]])
    let cut = try TemporaryFile(Array(bytes.prefix(15)), "t.csv.gz")
    #expect(refusal { _ = try Table.open(cut.source) }?.contains("was cut") == true)
  }

  @Test(
    "England's IDACI file as published: 32,844 rows behind a sheet of notes",
    .enabled(if: SharedData.isPresent, "../shared/data is absent"))
  func england() throws {
    let table = try SharedData.table("england/File_3_-_IoD2019_Supplementary_Indices_-_IDACI_and_IDAOPI.xlsx")
    #expect(table.reading == "XLSX, sheet IoD2019 IDACI & IDAOPI, header in row 1")
    let rows = try table.rows()
    #expect(rows.count == 32_844)
    #expect(
      rows[0].cells == [
        "E01000001", "City of London 001A", "E09000001", "City of London", "29199", "9", "32806", "10", "32820", "10",
      ])
  }

  @Test(
    "Case 19: a workbook all of text, whose first sheet is Notes, reads as its CSV does",
    .enabled(if: SharedData.isPresent, "../shared/data is absent"))
  func case19() throws {
    let folder = "cases/19-thousands-suppressed-total-row/under-fives"
    let csv = try SharedData.table(folder + ".csv", columns: ["LSOA code", "Under 5"])
    let xlsx = try SharedData.table(folder + ".xlsx", columns: ["LSOA code", "Under 5"])
    #expect(csv.header == ["LSOA code", "LSOA name", "Under 5"])
    #expect(xlsx.header == csv.header)
    #expect(try csv.rows().map(\.cells) == xlsx.rows().map(\.cells))
    let numbers = try csv.rows().map { Numeral.parse($0.cells[2]) }
    #expect(numbers == [.value(1024), .suppressed("c"), .value(60), .value(80), .value(1167), .blank, .blank])
  }
}
