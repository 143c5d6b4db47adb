import Testing

@testable import Evidence

@Suite("A text that may leave the house") struct ReleasedTextTests {
  private static let small = ReleasedText(hide: 4, base: 5, codes: ["SC01", "X01000040", "2025-26", "CC1", "CC10"])

  @Test(
    "holds no number that could be a count, no id, no name",
    arguments: [
      "only 3 families came", "30 of 97 children reached", "fewer than 12 come", "three children came",
      "the two families at the end", "one child of the group", "a single parent", "both families", "a dozen came",
      "nineteen children", "0 come", "none of 7", "27 % of them", "27.3 per cent", "41 in 100 of them",
      "child CH00123 says so", "PLANT-7731-Q", "1-2", "No. 4711", "13,427 children", "0.2727 of them",
      "told by Anna Kowalska", "the flat in SR5 3EA", "ring 0191 496 0123", "dau o blant", "tri theulu", "un plentyn",
      "CC11 says so", "X01000041",
    ])
  func refused(text: String) {
    #expect(Self.small.trouble(in: text) != nil)
  }

  @Test(
    "may hold shares, round numbers, days, times, years and codes of places",
    arguments: [
      "", "more than half of the enrolled come by Easter", "two thirds of the enrolled come", "fewer than 65 % come",
      "fewer than a quarter of those asked call it a need of theirs", "by 2026-05-31", "from 10:30 to 12:00, at 9 am",
      "by 31 May 2026", "on the 2nd May", "by Easter 2026", "at least 40 of those asked", "fifteen of those asked",
      "parents of SC01 and CC10", "families here say they come, or come to something that is not counted",
      "the group has been asked in its own languages and places and raises nothing new",
      "parents of under-fives who live in the area", "at their doors, the school gate and the clinic", "CC1 and CC10",
      "nobody asked calls it one", "one of these days", "65 in 100 say so", "in cycle 2025-26", "dwy draean o'r rhieni",
    ])
  func allowed(text: String) {
    // "one of" could be one of the children, and is refused.
    if text == "one of these days" {
      #expect(Self.small.trouble(in: text) != nil)
    } else {
      #expect(Self.small.trouble(in: text) == nil, "\(Self.small.trouble(in: text) ?? "")")
    }
  }

  @Test("follows the profile: what is round for one is none for a stricter one")
  func profiles() {
    let ten = ReleasedText(hide: 9, base: 10, codes: [])
    #expect(Self.small.trouble(in: "15 of those asked") == nil && ten.trouble(in: "15 of those asked") != nil)
    #expect(Self.small.trouble(in: "five of those asked") == nil && ten.trouble(in: "five of those asked") != nil)
    #expect(ten.trouble(in: "ten of those asked") == nil)
    let eight = ReleasedText(hide: 7, base: 5, codes: [])
    #expect(eight.trouble(in: "5 of those asked") != nil && eight.trouble(in: "10 of those asked") == nil)
  }
}
