import Testing

@testable import Tally

@Suite("Tally")
struct TallyRunTests {
  static let layout = TallyLayout(
    groups: ["g=a", "g=b"], services: ["", "play"], centres: ["C1", "C2", "C3"], months: ["2025-09", "2025-10"])

  /// A made-up cycle from a seed.
  static func cycle(seed: UInt64) -> (children: [CountedChild], visits: [Visit]) {
    var random = SeededNumbers(seed: seed)
    let children = (0..<60).map { child in
      CountedChild(
        child: Int32(child), atom: Int32.random(in: -1..<7, using: &random),
        family: Int32(child / 2), groups: Bool.random(using: &random) ? [Int32.random(in: 0..<2, using: &random)] : [])
    }
    let visits = (0..<400).map { _ in
      Visit(
        child: Int32.random(in: -2..<80, using: &random), day: Int32.random(in: 20_000..<20_030, using: &random),
        month: Int32.random(in: 0..<2, using: &random), centre: Int32.random(in: 0..<3, using: &random),
        service: Int32.random(in: 0..<2, using: &random))
    }
    return (children, visits)
  }

  static func run(_ children: [CountedChild], _ visits: [Visit], _ rule: SustainedRule) -> TallyRun {
    TallyRun(children: children, population: 80, visits: visits, layout: layout, atoms: 7, rule: rule)
  }

  @Test("a tally of some children merged with a tally of the others equals the tally of all", arguments: 1...20)
  func monoid(seed: Int) {
    let (children, visits) = Self.cycle(seed: UInt64(seed))
    let rule = SustainedRule(days: 3, within: seed.isMultiple(of: 2) ? 7 : nil)
    let whole = Self.run(children, visits, rule).tally
    var merged = Self.run(children.filter { $0.child % 3 == 0 }, visits.filter { $0.child % 3 == 0 }, rule).tally
    merged.merge(Self.run(children.filter { $0.child % 3 != 0 }, visits.filter { $0.child % 3 != 0 }, rule).tally)
    #expect(whole == merged)
  }

  @Test("every cell equals a count by plain sets", arguments: 1...10)
  func plainSets(seed: Int) {
    let (children, visits) = Self.cycle(seed: UInt64(seed))
    let tally = Self.run(children, visits, SustainedRule(days: 3)).tally
    for atom in 0..<7 {
      let here = children.filter { $0.atom == atom }
      for (index, column) in Self.layout.columns.enumerated() {
        let members = here.filter { child in
          column.by != "group" || child.groups.contains { Self.layout.groups[Int($0)] == column.key }
        }
        func uses(_ child: CountedChild) -> [Visit] {
          visits.filter { visit in
            guard visit.child == child.child else { return false }
            switch column.by {
            case "service": return Self.layout.services[Int(visit.service)] == column.key
            case "centre": return Self.layout.centres[Int(visit.centre)] == column.key
            case "month": return Self.layout.months[Int(visit.month)] == column.key
            default: return true
            }
          }
        }
        let expected =
          switch column.measure {
          case "enrolled": members.count
          case "reached": members.count { !uses($0).isEmpty }
          case "sustained": members.count { Set(uses($0).map(\.day)).count >= 3 }
          default: members.reduce(0) { $0 + uses($1).count }
          }
        #expect(tally[atom, index] == expected, "\(column) in atom \(atom)")
      }
    }
  }

  @Test("every visit is of a counted child, of one not counted, casual or unknown")
  func visitsAddUp() {
    let (children, visits) = Self.cycle(seed: 5)
    let run = Self.run(children, visits, SustainedRule(days: 3))
    #expect(run.visitsOfCounted + run.visitsOfNotCounted + run.casualVisits + run.unknownVisits == visits.count)
    #expect(run.casualVisits == visits.count { $0.child == Visit.casual })
    #expect(run.visitsOfNotCounted == visits.count { $0.child >= 60 })
  }

  @Test("a window asks for different days within it")
  func window() {
    #expect(SustainedRule(days: 3).holds([1, 1, 2, 300]))
    #expect(!SustainedRule(days: 3).holds([1, 1, 2]))
    #expect(SustainedRule(days: 3, within: 5).holds([1, 10, 12, 14]))
    #expect(!SustainedRule(days: 3, within: 4).holds([1, 10, 12, 14]))
    #expect(!SustainedRule(days: 1).holds([]))
  }

  @Test("a family with two homes counts once in each place and is never added")
  func families() {
    var families = FamilyTally()
    families.add(place: 0, family: 7, isReached: true)
    families.add(place: 0, family: 7, isReached: false)
    families.add(place: 1, family: 7, isReached: false)
    families.add(place: 1, family: -1, isReached: true)
    let counts = families.counts(places: 3)
    #expect(counts.map(\.families) == [1, 1, 0])
    #expect(counts.map(\.reached) == [1, 0, 0])
  }

  @Test("a code book gives each text one number, in order of appearance")
  func codeBook() {
    var book = CodeBook(capacity: 1)
    let texts = (0..<500).map { "child-\($0 * 7)" }
    for text in texts + texts { _ = book.number(of: text) }
    #expect(book.texts == texts)
    #expect(book.number(of: "child-7") == 1)
  }
}

/// SplitMix64 (Steele, Lea, Flood 2014), so that a failing test can be run again.
struct SeededNumbers: RandomNumberGenerator {
  var state: UInt64
  init(seed: UInt64) { state = seed }
  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var z = state
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z >> 31)
  }
}
