import Geodata
import Testing

@testable import Reporting

@Suite("Words") struct WordsTests {
  let say = Words()

  @Test(
    "numbers are written the British way",
    arguments: [(0, "0"), (7, "7"), (999, "999"), (1000, "1,000"), (1_234_567, "1,234,567"), (-1234, "\u{2212}1,234")])
  func numbers(_ number: Int, _ text: String) { #expect(say.number(number) == text) }

  @Test(
    "decimals round half up and keep their places",
    arguments: [
      (1234.25, 1, "1,234.3"), (0.05, 1, "0.1"), (2, 2, "2.00"), (-0.04, 1, "0.0"), (.nan, 1, "–"), (.infinity, 0, "–"),
      (1e300, 0, "–"),
    ])
  func decimals(_ value: Double, _ places: Int, _ text: String) { #expect(say.decimal(value, places: places) == text) }

  @Test("a share that is not nothing never reads 0%, nor one that is not everything 100%")
  func percent() {
    #expect(say.percent(0) == "0%")
    #expect(say.percent(0.004) == "under 1%")
    #expect(say.percent(0.6449) == "64%")
    #expect(say.percent(0.996) == "over 99%")
    #expect(say.percent(1) == "100%")
  }

  @Test("days and months are written out")
  func days() {
    #expect(say.day(iso: "2025-09-01") == "1 September 2025")
    #expect(say.day(iso: "mid-2020") == "mid-2020")
    #expect(say.month(key: "2026-02") == "February 2026")
    #expect(say.month(key: "") == "")
  }

  @Test("lists end in and")
  func lists() {
    #expect(say.list([]) == "")
    #expect(say.list(["a"]) == "a")
    #expect(say.list(["a", "b", "c"]) == "a, b and c")
  }

  @Test("text that fills a gap is never taken for a gap")
  func gaps() {
    let name = "{2} {1} {"
    #expect(say("\(name) of \(say.number(3))") == "{2} {1} { of 3")
  }

  @Test("markup is escaped, characters that XML forbids and marks that turn text around are dropped")
  func escaping() {
    #expect("<a href=\"x\">'&'</a>".escapedForMarkup == "&lt;a href=&quot;x&quot;&gt;&#39;&amp;&#39;&lt;/a&gt;")
    #expect("a\u{0}b\u{1b}c\u{fffe}d\u{202e}e".escapedForMarkup == "abcde")
    #expect("Ysgol y Môr – 日本".escapedForMarkup == "Ysgol y Môr – 日本")
  }

  @Test("a code gives a file name that stays in its folder, another one for another code")
  func fileNames() {
    #expect(FileNames.safe("CC01") == "CC01")
    #expect(FileNames.safe("../x") == "%2E.%2Fx")
    #expect(FileNames.safe("a/b") != FileNames.safe("a%2Fb"))
    #expect(!FileNames.safe("").isEmpty)
  }
}
