import Foundation
import Testing

@testable import Geodata

@Suite("Dates")
struct DateTests {
  @Test(
    "A cell that can be read in one way is read so",
    arguments: [
      ("2025-09-01", "2025-09-01"), (" 2025/9/1 ", "2025-09-01"), ("20250901", "2025-09-01"),
      ("1 Sep 2025", "2025-09-01"), ("01-Sept-25", "2025-09-01"), ("1 September 2025", "2025-09-01"),
      ("2025-09-01 10:30", "2025-09-01"), ("2025-09-01T10:30:00.123", "2025-09-01"),
    ])
  func certain(text: String, day: String) {
    for format in [DateFormat.isoDay, .dayFirst, .monthFirst] { #expect(format.parse(text)?.description == day) }
  }

  @Test("Day and month stand as the format says; two-digit years, dots and times are read")
  func ordered() {
    #expect(DateFormat.dayFirst.parse("02/03/2025")?.description == "2025-03-02")
    #expect(DateFormat.monthFirst.parse("02/03/2025")?.description == "2025-02-03")
    #expect(DateFormat.dayFirst.parse("2.3.25")?.description == "2025-03-02")
    #expect(DateFormat.dayFirst.parse("31/12/1998 23:59")?.description == "1998-12-31")
    #expect(DateFormat.isoDay.parse("02/03/2025") == nil)
  }

  @Test(
    "What the calendar lacks and what is no date is nil",
    arguments: ["2025-02-30", "30/02/2025", "2025-13-01", "", "soon", "2025", "1/2", "2025-09-01x", "45123", "1/2/345"])
  func none(text: String) {
    #expect(DateFormat.dayFirst.parse(text) == nil)
  }

  @Test("A timestamp in UTC is the day in London: an hour later in summer, and Foundation agrees over thirty years")
  func london() throws {
    #expect(DateFormat.isoDay.parse("2025-09-01T23:30:00Z")?.description == "2025-09-02")
    #expect(DateFormat.isoDay.parse("2025-12-01T23:30:00Z")?.description == "2025-12-01")
    #expect(DateFormat.isoDay.parse("2025-09-01T00:30:00+01:00")?.description == "2025-09-01")
    #expect(DateFormat.isoDay.parse("2025-09-01T00:30:00+0200")?.description == "2025-08-31")
    let zone = try #require(TimeZone(identifier: "Europe/London"))
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = zone
    for seconds in stride(from: 852_076_800, to: 1_893_456_000, by: 3600 * 31 + 1801) {
      let parts = calendar.dateComponents([.year, .month, .day], from: Date(timeIntervalSince1970: Double(seconds)))
      let expected = Day(year: parts.year ?? 0, month: parts.month ?? 0, day: parts.day ?? 0)
      #expect(London.day(ofSecondsSince1970: seconds) == expected)
    }
  }

  @Test("Spreadsheets' day numbers are read in both systems, only where that is stated")
  func serials() {
    #expect(DateFormat.serial1900.parse("45901")?.description == "2025-09-01")
    #expect(DateFormat.serial1900.parse("45901.75")?.description == "2025-09-01")
    #expect(DateFormat.serial1904.parse("44439")?.description == "2025-09-01")
    #expect(DateFormat.serial1900.parse("60") == nil)
    #expect(DateFormat.isoDay.parse("45901") == nil)
  }

  @Test("A column with a day over 12 is day-first; one with ISO dates among them still is")
  func inferred() throws {
    #expect(try DateColumn.infer(["01/02/2025", "13/02/2025"], file: "f", column: "c") == .dayFirst)
    #expect(try DateColumn.infer(["01/02/2025", "02/13/2025"], file: "f", column: "c") == .monthFirst)
    #expect(try DateColumn.infer(["2025-02-01", "", "13/02/2025"], file: "f", column: "c") == .dayFirst)
    #expect(try DateColumn.infer(["2025-02-01"], file: "f", column: "c") == .isoDay)
    #expect(try DateColumn.infer(["02/02/2025"], file: "f", column: "c") == .dayFirst)
    #expect(try DateColumn.infer(["", " "], file: "f", column: "c") == .isoDay)
  }

  @Test("Two readings, no reading, and a reading that contradicts audit.yml are refused with rows")
  func refused() {
    #expect(
      refusal { _ = try DateColumn.infer(["01/02/2025", "02/03/2025"], file: "v.csv", column: "date") }
        == "v.csv, row 2, column date: the dates could be dd/mm/yyyy or mm/dd/yyyy; "
        + "state which in audit.yml beside the file: `dates: dd/mm/yyyy` (or mm/dd/yyyy)")
    #expect(
      refusal { _ = try DateColumn.infer(["13/10/2025", "10/14/2025"], file: "v.csv", column: "date") }?
        .contains("no one format fits: row 2 and row 3") == true)
    #expect(
      refusal { _ = try DateColumn.infer(["10/14/2025"], file: "v.csv", column: "date", stated: "dd/mm/yyyy") }?
        .contains("row 2, column date: the date is not dd/mm/yyyy, which audit.yml states") == true)
    #expect(
      refusal { _ = try DateColumn.infer(["45901"], file: "v.csv", column: "date") }?.contains("dates: excel") == true)
    #expect(refusal { _ = try DateColumn.infer(["x"], file: "v.csv", column: "date", stated: "klingon") } != nil)
  }

  @Test(
    "Case 21: the ambiguous column is refused at row 2, the contradictory one with both rows",
    .enabled(if: SharedData.isPresent, "../shared/data is absent"))
  func case21() throws {
    let folder = "cases/21-day-or-month-first/"
    let ambiguous = try SharedData.table(folder + "service-use-ambiguous.csv")
    let line = refusal { _ = try Dates.read(ambiguous, column: 1, stated: nil) }
    #expect(
      line?.hasPrefix("service-use-ambiguous.csv, row 2, column date: the dates could be dd/mm/yyyy or mm/dd") == true)
    #expect(try Dates.read(ambiguous, column: 1, stated: "mm/dd/yyyy") == .monthFirst)
    let contradictory = try SharedData.table(folder + "service-use-contradictory.csv")
    #expect(
      refusal { _ = try Dates.read(contradictory, column: 1, stated: nil) }?
        .contains("no one format fits: row 2 and row 3") == true)
    #expect(try Dates.read(SharedData.table("sunderland/service-use.csv"), column: 1, stated: nil) == .dayFirst)
  }
}

@Suite("Numerals")
struct NumeralTests {
  @Test(
    "Numbers are read as publishers write them",
    arguments: [
      ("1024", 1024), ("1,024", 1024), ("1,234,567.5", 1_234_567.5), ("1 024", 1024), ("1\u{A0}024", 1024),
      ("12.5%", 12.5), ("£4,200", 4200), ("-3", -3), ("−3", -3), ("1.2E5", 120_000), (".5", 0.5), ("5.", 5),
      (" 7 ", 7), ("0.10000000000000001", 0.1), ("0557268", 557_268),
    ] as [(String, Double)])
  func values(text: String, value: Double) {
    #expect(Numeral.parse(text) == .value(value))
  }

  @Test("With a decimal comma, points part the thousands")
  func decimalComma() {
    #expect(Numeral.parse("430500,5", decimal: 44) == .value(430_500.5))
    #expect(Numeral.parse("1.024,5", decimal: 44) == .value(1024.5))
    #expect(Numeral.parse("1.02", decimal: 44) == .notANumber)
  }

  @Test(
    "A suppressed cell is no number and not zero",
    arguments: ["c", "*", ":", "x", "low", "-", "..", "[c]", "<5", "N/A", "–"])
  func suppressed(text: String) {
    #expect(Numeral.parse(text) == .suppressed(text))
  }

  @Test(
    "A comma that parts no thousands, and words, are no numbers",
    arguments: [
      "1,02", "10,24", "1,0244", ",024", "12a", "1 2", "E01900001", "1,024 1,024", "1..2", "--5", "inf", "nan", "0x10",
    ])
  func others(text: String) {
    #expect(Numeral.parse(text) == .notANumber)
  }

  @Test("Nothing is blank")
  func blank() {
    #expect(Numeral.parse(" \u{A0}") == .blank)
  }
}
