import Tally
import Testing

@testable import Disclosure

@Suite("Counts are coarsened by themselves alone")
struct CoarseningTests {
  static let profiles: [Coarsening] = [.small, .six, .eight, .ten]

  @Test("small: 0, hidden, and the nearest 5")
  func small() {
    let small = Coarsening.small
    #expect(small.coarsen(0) == Count(exactly: 0))
    for count in 1...4 { #expect(small.coarsen(count) == Count(value: 2.5, low: 1, high: 4)) }
    #expect(small.coarsen(5) == Count(value: 5, low: 5, high: 7))
    #expect(small.coarsen(7) == Count(value: 5, low: 5, high: 7))
    #expect(small.coarsen(8) == Count(value: 10, low: 8, high: 12))
    #expect(small.coarsen(34) == Count(value: 35, low: 33, high: 37))
  }

  @Test("ten: never below the least ten above nine, halves up")
  func ten() {
    let ten = Coarsening.ten
    #expect(ten.coarsen(9) == Count(value: 5, low: 1, high: 9))
    #expect(ten.coarsen(10) == Count(value: 10, low: 10, high: 14))
    #expect(ten.coarsen(15) == Count(value: 20, low: 15, high: 24))
    #expect(ten.coarsen(25) == Count(value: 30, low: 25, high: 34))
  }

  @Test("six: 6 and 7 go up to 10, for 5 is hidden")
  func six() {
    #expect(Coarsening.six.coarsen(6) == Count(value: 10, low: 6, high: 12))
    #expect(Coarsening.eight.coarsen(8) == Count(value: 10, low: 8, high: 12))
  }

  @Test("A sensitive group's zeros are hidden with the small counts")
  func sensitive() {
    for count in 0...4 {
      #expect(Coarsening.small.coarsen(count, sensitive: true) == Count(value: 2, low: 0, high: 4))
    }
    #expect(Coarsening.small.coarsen(5, sensitive: true) == Coarsening.small.coarsen(5))
  }

  @Test(
    "low and high are exactly the counts that coarsen to the same, for every profile that may be", arguments: 3...12)
  func intervals(hide: Int) throws {
    for base in 3...(2 * hide) {
      let coarsening = try Coarsening(hide: hide, base: base)
      for sensitive in [false, true] {
        let cells = (0...150).map { coarsening.coarsen($0, sensitive: sensitive) }
        for (count, cell) in cells.enumerated() where cell.high <= 150 {
          let same = cells.indices.filter { cells[$0] == cell }
          #expect(same.first == cell.low && same.last == cell.high, "\(hide) \(base) \(count)")
          // Nobody can be told apart from h − 1 others (or from zero, where zeros are hidden).
          if !(sensitive ? count > hide : count == 0 || count > hide) { #expect(same.count >= hide) }
        }
      }
    }
  }

  @Test("A sum prints to the nearest b, and as c where it is hidden as a whole")
  func printed() {
    let small = Coarsening.small
    #expect(small.printed(small.coarsen(3)) == nil)
    #expect(small.printed(small.coarsen(3) + small.coarsen(0)) == nil)
    #expect(small.printed(small.coarsen(3) + small.coarsen(1)) == 5)
    #expect(small.printed(small.coarsen(3) + small.coarsen(34)) == 40)
    #expect(small.printed(small.coarsen(0)) == 0)
  }

  @Test("A council's own profile must be neither too weak nor too coarse")
  func own() throws {
    #expect(try Coarsening(hide: 3, base: 3).hide == 3)
    for (hide, base) in [(2, 5), (4, 2), (4, 9), (0, 5), (-1, -1)] {
      #expect(throws: DisclosureError.profile(hide: hide, base: base)) { try Coarsening(hide: hide, base: base) }
    }
    #expect(try Coarsening.named("eight") == .eight)
    #expect(throws: DisclosureError.unknownProfile("tiny")) { try Coarsening.named("tiny") }
  }
}

@Suite("Small atoms join")
struct SmallAtomsTests {
  @Test("Under 5 % of the area joins the largest; 5 % stays; outside every area nothing joins")
  func join() {
    let atoms: [SmallAtoms.Atom] = [
      .init(area: "", catchments: [], surface: 0), .init(area: "", catchments: ["C1"], surface: 9),
      .init(area: "A", catchments: [], surface: 49), .init(area: "A", catchments: ["C1"], surface: 900),
      .init(area: "A", catchments: ["C2"], surface: 51), .init(area: "B", catchments: [], surface: 0),
      .init(area: "A", catchments: ["C1", "C2"], surface: 0),
      .init(area: "B", catchments: ["C2"], surface: 10), .init(area: "B", catchments: ["C1"], surface: 10),
      .init(area: "C", catchments: [], surface: 50), .init(area: "D", catchments: ["C1"], surface: 0),
    ]
    let targets = SmallAtoms.targets(of: atoms, surfaces: ["A": 1000, "B": 0, "C": 1000])
    #expect(targets == [0, 1, 3, 3, 4, 8, 3, 7, 8, 9, 10])
  }
}
