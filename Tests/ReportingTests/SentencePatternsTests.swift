import Geodata
import Testing

@testable import Reporting

@Suite("A sentence of another room") struct SentencePatternsTests {
  private let welsh = Words(.welsh)

  @Test(
    "is said in Welsh with its numbers and names, whatever they are",
    arguments: [
      (
        "12 rows repeat another row; each child counts once",
        "mae 12 rhes yn ailadrodd rhes arall; mae pob plentyn yn cyfrif unwaith"
      ),
      ("rows 913 and 2336 have a postcode that is none", "rhesi 913 a 2336: cod post nad yw'n god post"),
      ("9 rows (9, 399, 588, 637, 769, …) have no place", "9 rhes (9, 399, 588, 637, 769, …): heb le"),
      ("row 7 has no place", "rhes 7: heb le"), ("have no place", "heb le"),
      ("with a left_on that is not a day", "â left_on nad yw'n ddiwrnod"),
      (
        "UTF-8 with BOM, comma, header in row 1; dates dd/mm/yyyy",
        "UTF-8 gyda BOM, coma, pennawd yn rhes 1; dyddiadau dd/mm/yyyy"
      ),
      ("1 person raises it (parent 1), 0 dispute it", "1 person yn ei godi (parent 1), 0 yn ei ddadlau"),
      (
        "15 people raise it (parent 12, partner 3), 1 disputes it (partner 1)",
        "15 o bobl yn ei godi (parent 12, partner 3), 1 yn ei ddadlau (partner 1)"
      ),
      (
        "35.7 % (30.3 to 41.4), against 47.8 % in the authority",
        "35.7 % (30.3 i 41.4), o'i gymharu â 47.8 % yn yr awdurdod"
      ),
      ("7 of 20 voices, where 5.0 would be fair", "7 o 20 llais, lle byddai 5.0 yn deg"),
      (
        "a.geojson (GeoJSON, EPSG:4326, to EPSG:27700 about 1 cm (OSTN15)): 11 codes from 11 features; 11 with geometry",
        "a.geojson (GeoJSON, EPSG:4326, i EPSG:27700, tua 1 cm (OSTN15)): 11 cod o 11 nodwedd; 11 â geometreg"
      ),
      ("E01008703, E01008831", "E01008703, E01008831"),
    ])
  func known(_ english: String, _ welsh: String) {
    #expect(self.welsh.sentence(english) == welsh)
    #expect(Words().sentence(english) == english)
  }

  @Test("keeps text of a file as it is, also where it looks like a gap or a mark")
  func hostile() throws {
    #expect(
      welsh.sentence("visits name centres that are not listed: {1}, {2}")
        == "mae ymweliadau'n enwi canolfannau nas rhestrir: {1}, {2}")
    let marked = welsh.sentence("nobody knows \u{F5D3}\u{F5D0}this sentence")
    #expect(marked.markedUp == "<span lang=\"en-GB\">nobody knows this sentence</span>")
    #expect("a \u{F5D3}b".markedUp == "a b")
  }

  @Test("that the catalogue lacks stands in English and says so to a screen reader, with its figure's id")
  func unknown() {
    // Nor is a part of it said in Welsh.
    for english in ["rows that nobody foresaw", "what is in all files", "this and that", "row one or two"] {
      #expect(welsh.sentence(english).markedUp == "<span lang=\"en-GB\">\(english)</span>")
    }
    let text = welsh.sentence("something nobody foresaw", of: "run.x@authority@2025")
    #expect(text.figures == ["run.x@authority@2025"])
    #expect(text.withoutFigures == "something nobody foresaw")
    #expect(
      text.markedUp == "<span lang=\"en-GB\" data-figure=\"run.x@authority@2025\">something nobody foresaw</span>")
    #expect(Words().sentence("something nobody foresaw").markedUp == "something nobody foresaw")
  }

  @Test("names file, row and column of a complaint in the same language as what it says")
  func complaint() {
    let known = Complaint(
      .warning, "3 cells of fsm are not numbers, taken as missing", file: "fsm.csv", row: 7, column: "pct")
    #expect(welsh.line(known) == "fsm.csv, rhes 7, colofn pct: nid yw 3 cell o fsm yn rhifau; cymerir eu bod ar goll")
    #expect(Words().line(known) == known.line)
    let unknown = Complaint(.warning, "something nobody foresaw", file: "a.csv", row: 7, advice: "check the row")
    #expect(welsh.line(unknown).withoutFigures == unknown.line)
  }
}
