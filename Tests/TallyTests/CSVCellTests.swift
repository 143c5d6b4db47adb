import Testing

@testable import Tally

@Suite("A text as a cell of CSV")
struct CSVCellTests {
  @Test(
    "starts no formula, whatever stands before it",
    arguments: [
      "=1", "+1", "-1", "@x", "\t=1", "\r=1", "\n=1", " =1", "\u{A0}+1", "\u{FF1D}1", "\u{FF20}x", "\r\n=1",
    ])
  func formulas(text: String) {
    #expect(CSVCell.startingNoFormula(text) == "'" + text)
    #expect(CSVCell.startingNoFormula("x" + text) == "x" + text)
  }

  @Test("is quoted where it has to be, and else is as it was")
  func quotes() {
    #expect(CSVCell.text("Ysgol y Môr") == "Ysgol y Môr")
    #expect(CSVCell.text("") == "" && CSVCell.text("  ") == "  ")
    #expect(CSVCell.text("a,\"b\"") == "\"a,\"\"b\"\"\"")
    #expect(CSVCell.text("\u{1B}[2Jx\u{9B}1") == " [2Jx 1" && CSVCell.text("\u{1B}=1") == "' =1")
    #expect(CSVCell.text("a\r\nb") == "\"a\r\nb\"")
  }
}
