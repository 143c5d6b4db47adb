import Geodata
import Geometry
import Testing

@testable import Tally

@Suite("Who counts")
struct RollTests {
  let from = Day(iso: "2025-09-01")!
  let to = Day(iso: "2026-08-31")!

  func row(
    _ number: Int, child: Int32, born: String = "2023-01-01", registered: String? = "2024-01-01", left: String? = nil,
    postcode: String = "", point: Point? = nil, rest: String = ""
  ) -> EnrolmentRow {
    var print = RowFingerprint()
    for cell in ["\(child)", born, registered ?? "", left ?? "", postcode, rest, "\(String(describing: point))"] {
      var cell = cell
      cell.withUTF8 { print.add($0) }
    }
    return EnrolmentRow(
      row: number, child: child, family: -1, born: Day(iso: born), isBirthMissing: born.isEmpty,
      registered: registered.flatMap { Day(iso: $0) }, left: left.flatMap { Day(iso: $0) }, point: point,
      postcode: postcode, groups: [], rest: rest, fingerprint: print)
  }

  func roll(_ rows: [EnrolmentRow], children: Int = 1) -> Roll {
    Roll(rows, children: children, from: from, to: to, reference: from, ages: 0...4)
  }

  @Test("a row is in force when it was registered by the last day and not left before the first")
  func inForce() {
    #expect(roll([row(2, child: 0, registered: "2026-08-31")]).standings == [.counted(0)])
    #expect(roll([row(2, child: 0, registered: "2026-09-01")]).standings == [.notInForce])
    #expect(roll([row(2, child: 0, left: "2025-09-01")]).standings == [.counted(0)])
    #expect(roll([row(2, child: 0, left: "2025-08-31")]).standings == [.notInForce])
    #expect(roll([row(2, child: 0, registered: nil)]).standings == [.counted(0)])
  }

  @Test("the latest registration decides; then the lowest postcode, easting, northing and the other columns")
  func ties() {
    let late = [
      row(2, child: 0, registered: "2024-01-01", postcode: "AA11AA"),
      row(3, child: 0, registered: "2025-01-01", postcode: "ZZ11ZZ"),
    ]
    #expect(roll(late).standings == [.counted(1)])
    let postcode = [row(2, child: 0, postcode: "SR11AB"), row(3, child: 0, postcode: "SR11AA")]
    #expect(roll(postcode).standings == [.counted(1)])
    let place = [row(2, child: 0, point: Point(x: 5, y: 1)), row(3, child: 0, point: Point(x: 4, y: 9))]
    #expect(roll(place).standings == [.counted(1)])
    let rest = [row(2, child: 0, rest: "b"), row(3, child: 0, rest: "a")]
    #expect(roll(rest).standings == [.counted(1)])
    #expect(roll(rest).childrenWithSeveralRows == 1)
  }

  @Test("identical rows count once and are reported")
  func identical() {
    let rows = [row(2, child: 0), row(3, child: 0), row(4, child: 0)]
    #expect(roll(rows).standings == [.counted(0)])
    #expect(roll(rows).identicalRows == 2)
    #expect(roll(rows).childrenWithSeveralRows == 0)
  }

  @Test("age is taken in completed years on the reference date, both ends included")
  func ages() {
    #expect(roll([row(2, child: 0, born: "2025-09-01")]).standings == [.counted(0)])
    #expect(roll([row(2, child: 0, born: "2025-09-02")]).standings == [.notBorn])
    #expect(roll([row(2, child: 0, born: "2020-09-02")]).standings == [.counted(0)])
    #expect(roll([row(2, child: 0, born: "2020-09-01")]).standings == [.tooOld])
    #expect(roll([row(2, child: 0, born: "")]).standings == [.ageUnknown])
  }
}
