import Statistics
import Testing

@testable import Evidence

@Suite struct RateChangeTests {
  @Test("The parts of a rate add up exactly, and as they are printed, to the last digit")
  func addUp() throws {
    var random = Xoshiro256(seed: (8, 8, 8, 8))
    for _ in 0..<4000 {
      let below = (0..<5).map { _ in Int(random.next() % 900) + 1 }
      let above = below.map { Int(random.next() % UInt64($0 + 1)) }
      func change(_ measure: String, _ m: [Int]) -> CatchmentChange {
        CatchmentChange(catchment: "C", measure: measure, m0: m[0], m1: m[1], m2: m[2], m3: m[3], m4: m[4])
      }
      let rate = try #require(RateChange(change("reached", above), over: change("enrolled", below)))
      #expect(rate.before == Rational(above[0], over: below[0]) && rate.after == Rational(above[4], over: below[4]))
      let exact = try [rate.parts.method, rate.parts.boundary, rate.parts.data, rate.parts.real].map {
        try #require($0)
      }
      #expect(exact[0] == Rational(above[1], over: below[1])?.subtracting(rate.before))
      #expect(exact[3] == Rational(above[3], over: below[3]).flatMap { rate.after.subtracting($0) })
      let sum = try exact.dropFirst().reduce(exact[0]) { try #require($0.adding($1)) }
      #expect(sum == rate.after.subtracting(rate.before))
      let printed = try #require(rate.printed(in: 1000))
      #expect(printed.before + printed.parts.reduce(0, +) == printed.after)
      for (part, value) in zip(printed.parts, [exact[3], exact[2], exact[1], exact[0]]) {
        #expect(abs(Double(part) - value.value * 1000) <= 1)
      }
    }
  }

  @Test("A cycle without anybody has no rate, and a part that counts lack is not separable")
  func missing() throws {
    let none = CatchmentChange(catchment: "C", measure: "enrolled", m0: 0, m1: 0, m2: 0, m3: 0, m4: 9)
    #expect(RateChange(none, over: none) == nil)
    let some = CatchmentChange(catchment: "C", measure: "enrolled", m0: 8, m1: nil, m2: nil, m3: 9, m4: 10)
    let reached = CatchmentChange(catchment: "C", measure: "reached", m0: 4, m1: nil, m2: nil, m3: 3, m4: 5)
    let rate = try #require(RateChange(reached, over: some))
    #expect(rate.parts.method == nil && rate.parts.boundary == nil && rate.parts.data == nil)
    #expect(rate.parts.real == Rational(1, over: 6) && rate.printed(in: 1000) == nil)
  }
}
