import Testing

@testable import Evidence

@Suite struct NarrativeGuardTests {
  @Test(
    "A sentence in which somebody could be found is refused, with the reason",
    arguments: [
      ("write to anna@example.org", NarrativeGuard.Trouble.email),
      ("ring 0191 496 0123 after six", .telephone),
      ("ring +44 7700 900123", .telephone),
      ("the flat in SR5 3EA", .postcode),
      ("the flat in SR53EA", .postcode),
      ("at 14 Acacia Road", .address),
      ("ask Mrs Patel first", .name),
      ("told by Anna Kowalska at the gate", .name),
      (String(repeating: "a ", count: 150), .length),
    ])
  func refused(text: String, trouble: NarrativeGuard.Trouble) {
    #expect(NarrativeGuard.trouble(inSentence: text) == trouble)
  }

  @Test(
    "A plan in plain words is let through",
    arguments: [
      "parents at the school gate, by 2026-05-31", "fewer than 65 % of those asked call it a need",
      "12 of 40 families", "families who speak Bengali, at the Mosque", "Ask at the clinic. Then tell them.", "",
    ])
  func allowed(text: String) {
    #expect(NarrativeGuard.trouble(inSentence: text) == nil)
  }

  @Test("A code is a word, not a sentence")
  func codes() {
    #expect(NarrativeGuard.isCode("home-liaison-worker") && NarrativeGuard.isCode("V00"))
    #expect(!NarrativeGuard.isCode("she said so") && !NarrativeGuard.isCode("") && !NarrativeGuard.isCode("a@b"))
  }
}
