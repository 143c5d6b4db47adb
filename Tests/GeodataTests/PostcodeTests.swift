import Foundation
import Geometry
import Testing

@testable import Geodata

@Suite("Postcodes")
struct PostcodeTests {
  @Test(
    "Spaces of any kind and case make no difference",
    arguments: [
      "SR1 1AA", "sr11aa", "SR1\u{A0}1AA", "SR1  1AA", " SR1 1AA\u{A0} ", "SR1\t1AA", "SR1\u{200B} 1AA",
      "\u{FEFF}SR1 1AA",
    ])
  func spellings(text: String) {
    #expect(Postcode(text) == Postcode("SR11AA"))
    #expect(Postcode(text)?.letters == "SR11AA")
  }

  @Test(
    "All forms of postcode are known",
    arguments: [
      "M1 1AE", "B33 8TH", "CR2 6XH", "DN55 1PT", "W1A 1HQ", "EC1A 1BB", "GIR 0AA", "BF1 1AA", "BT1 1AA", "ZZ99 3VZ",
    ])
  func forms(text: String) {
    #expect(Postcode(text) != nil)
  }

  @Test(
    "What is no postcode is not mended",
    arguments: ["YX1O 1AA", "YX1 IAB", "SR1 1A", "SR1 1AAA", "", "unknown", "SR1-1AA", "QA1 1AA", "SR1 1CA", "12345"])
  func strange(text: String) {
    #expect(Postcode(text) == nil)
  }

  @Test("Letters and digits that look alike are hinted at")
  func hints() {
    func hint(_ text: String) -> String? {
      var text = text
      return text.withUTF8 { Postcode.hint($0) }
    }
    #expect(hint("YX1O 1AA") == "letter O or I where a digit belongs")
    #expect(hint("YX1 IAB") == "letter O or I where a digit belongs")
    #expect(hint("0X1 1AA") == "digit 0 or 1 where a letter belongs")
    #expect(hint("unknown") == nil)
    #expect(hint("SR1 1AA") == nil)
  }

  @Test("ZZ99 has no abode and BT is of Northern Ireland")
  func kinds() throws {
    #expect(try #require(Postcode("zz99 3vz")).isNoFixedAbode)
    #expect(try #require(Postcode("BT1 1AA")).isNorthernIrish)
    #expect(try !#require(Postcode("B1 1AA")).isNorthernIrish)
  }

  @Test("NSPL: places, ONS's area, terminated and large-user postcodes, none without a grid reference, none Irish")
  func nspl() throws {
    let header = "pcd,pcds,doterm,usertype,oseast1m,osnrth1m,osgrdind,lsoa11,lsoa21\n"
    let rows = [
      #""SR1 1AA","SR1 1AA","","0","439867","0557268","1","E01008703","E01008703""#,
      #""SR1 1AB","SR1 1AB","199812","0","439949","0557094","1","E01008703","""#,
      #""SR1 1AD","SR1 1AD","","1","439950","0557095","1","E01008704","""#,
      #""JE1 1AA","JE1 1AA","","0","","","9","","""#,
      #""BT1 1AA","BT1 1AA","","0","333000","0374000","1","95GG01","""#,
      #""SR1 1AA","SR1 1AA","","0","1","0000001","1","E01008705","""#,
    ]
    let file = try TemporaryFile(header + rows.joined(separator: "\n") + "\n", "NSPL.csv")
    let directory = try PostcodeDirectory.load(recipe: "nspl", files: [file.url], names: ["NSPL.csv"])
    let live = try #require(directory[known("SR11AA")])
    #expect(live.point == Point(x: 439_867, y: 557_268))
    #expect(live.areaCode2011 == "E01008703" && live.areaCode2021 == "E01008703")
    #expect(live.isResidential && !live.isTerminated)
    let terminated = try #require(directory[known("SR1 1AB")])
    #expect(terminated.isTerminated && terminated.areaCode2021 == nil)
    #expect(try directory.answer(known("JE1 1AA")) == .withoutGridReference)
    #expect(try directory.answer(known("BT1 1AA")) == .irishGrid)
    #expect(try directory.answer(known("SR9 9ZZ")) == .unknown)
    #expect(directory.livingResidentialPoints == [Point(x: 439_867, y: 557_268)])
    #expect(directory.complaints.map(\.what) == ["postcodes stand there twice; the first is taken"])
    #expect(directory.rowsRead == 6)
  }

  @Test(
    "A grid reference that is no number of metres gives no place, and its row is named",
    arguments: ["1e308", "nan", "-5", "1e400", "99999999999", "999999999", "#REF!"])
  func nowhere(cell: String) throws {
    let header = "pcds,oseast1m,osnrth1m,doterm\n"
    let file = try TemporaryFile(
      header + "SR1 1AA,440000,557000,\nSR1 1AB,\(cell),557000,\nSR1 1AD,,,\nSR1 1AE,0,0,\n", "p.csv")
    let directory = try PostcodeDirectory.load(recipe: "nspl", files: [file.url], names: ["p.csv"])
    #expect(try directory.answer(known("SR1 1AB")) == .withoutGridReference)
    #expect(try directory[known("SR1 1AA")]?.point == Point(x: 440_000, y: 557_000))
    let said = directory.complaints.filter { $0.what.contains("grid reference is no number") }
    #expect(said.map(\.row) == [3] && said.map(\.count) == [1], "blank and 0 say that there is none")
  }

  @Test("Code-Point Open has no header, no area codes and no user types; quality 90 is no place")
  func codePoint() throws {
    let text =
      "\"SR1 1AA\",10,439867,557268,\"E92000001\",\"\",\"\",\"\",\"E08000024\",\"E05001158\"\n"
      + "\"SR1 1AB\",90,0,0,\"\",\"\",\"\",\"\",\"\",\"\"\n"
    let file = try TemporaryFile(text, "sr.csv")
    let directory = try PostcodeDirectory.load(recipe: "code-point-open", files: [file.url], names: ["sr.csv"])
    #expect(try directory[known("SR1 1AA")]?.point == Point(x: 439_867, y: 557_268))
    #expect(try directory.answer(known("SR1 1AB")) == .withoutGridReference)
    #expect(directory.livingResidentialPoints.isEmpty && !directory.hasUserTypes)
  }

  @Test("NSPL and ONSPD as named since 2025: pcds, east1m, gridind, usrtypind, lsoa21cd")
  func newNames() throws {
    let text =
      "pcd7,pcd8,pcds,dointr,doterm,usrtypind,east1m,north1m,gridind,oa21cd,lsoa21cd\n"
      + "SR1 1AA,SR1  1AA,SR1 1AA,199002,,0,439867,557268,1,E00170202,E01008703\n"
    let file = try TemporaryFile(text, "ONSPD.csv")
    for recipe in ["nspl", "onspd"] {
      let directory = try PostcodeDirectory.load(recipe: recipe, files: [file.url], names: ["ONSPD.csv"])
      let place = try #require(directory[known("SR1 1AA")])
      #expect(place.point == Point(x: 439_867, y: 557_268) && place.areaCode2021 == "E01008703" && place.isResidential)
    }
    let other = try TemporaryFile("a,b\n1,2\n", "x.csv")
    #expect(
      refusal { _ = try PostcodeDirectory.load(recipe: "nspl", files: [other.url], names: ["x.csv"]) }?
        .contains("x.csv: has no postcode column as directories call it") == true)
  }

  @Test("Properties by OS Open UPRN: only those that are wanted, zeros in front or not")
  func uprn() throws {
    let text =
      "\u{FEFF}UPRN,X_COORDINATE,Y_COORDINATE,LATITUDE,LONGITUDE\n1,358260.66,172796.5,51.45,-2.60\n"
      + "100,439867,557268,54.9,-1.38\n"
    let file = try TemporaryFile(text, "osopenuprn.csv")
    let directory = try UPRNDirectory.load(files: [file.url], names: ["osopenuprn.csv"], wanted: [100, 7])
    #expect(directory.count == 1 && directory.rowsRead == 2)
    #expect(directory[100] == Point(x: 439_867, y: 557_268))
    func number(_ text: String) -> UInt64? {
      var text = text
      return text.withUTF8 { UPRNDirectory.number($0) }
    }
    #expect(number("000000000100") == 100)
    #expect(["", "0", "1.0E+11", "1234567890123", "12a"].allSatisfy { number($0) == nil })
  }

  @Test(
    "Sunderland's NSPL is read whole, and every postcode in it is one",
    .enabled(if: SharedData.isPresent, "../shared/data is absent"))
  func sunderland() throws {
    let url = try SharedData.url("sunderland/NSPL_NOV_2021_UK_SR.csv")
    let directory = try PostcodeDirectory.load(recipe: "nspl", files: [url], names: [url.lastPathComponent])
    #expect(directory.rowsRead == 8765)
    #expect(directory.count == 8765)
    #expect(directory.complaints.isEmpty)
    let place = try #require(directory[known("SR1 1AA")])
    #expect(place.point == Point(x: 439_867, y: 557_268) && place.isTerminated)
    #expect(place.areaCode2011 == "E01008703")
  }
}

/// The postcode that the text is.
private func known(_ text: String) throws -> Postcode {
  try #require(Postcode(text))
}
