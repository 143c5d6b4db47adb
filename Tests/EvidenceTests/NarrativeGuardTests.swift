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
      ("Kowalska Nowak says so", .name),
      ("Anna Kowalska", .name),
      ("ask John", .name),
      ("Fatima's mother", .name),
      ("ask Dr Who", .name),
      ("ring 496 0123", .telephone),
      ("07700900123", .telephone),
      ("anna at example dot org", .email),
      ("14 acacia road", .address),
      ("flat 2, 8 Elm Grove", .address),
      ("at sr5 3ea", .postcode),
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
      "with Citizens Advice at the Civic Centre", "at St Mary's School and the Sure Start nursery",
      "Parents of SC05, after Friday prayers", "Bengali Mothers Group, in Bengali", "from 2026-05-01 to 2026-06-30",
      "ten minutes' walk, 2nd floor, room b1 2nd door", "30 of 97 children reached", "Ask Home-Start volunteers",
    ])
  func allowed(text: String) {
    #expect(NarrativeGuard.trouble(inSentence: text) == nil)
  }

  @Test("A code is a word, not a sentence")
  func codes() {
    #expect(NarrativeGuard.isCode("home-liaison-worker") && NarrativeGuard.isCode("V00"))
    #expect(!NarrativeGuard.isCode("she said so") && !NarrativeGuard.isCode("") && !NarrativeGuard.isCode("a@b"))
    for code in ["07700900123", "0191-496-0123", "SR53EA", "SR5-3EA", "mrs-patel", "anna", "told-by-Anna"] {
      #expect(!NarrativeGuard.isCode(code), "\(code)")
    }
    for code in ["2025-26", "E01008759", "faith-group", "parents-spring", "K-2025-26-03-2026-05-12", "Debt", "send"] {
      #expect(NarrativeGuard.isCode(code), "\(code)")
    }
  }

  @Test("A person is a pseudonym, and what is written as names are is none")
  func pseudonyms() {
    for name in ["Kowalska", "AnnaKowalska", "Kowalska-Nowak", "anna-k", "O-Brien-Smith", "07700900123"] {
      #expect(!NarrativeGuard.isPseudonym(name), "\(name)")
    }
    for pseudonym in ["V17", "v-17", "P003", "row-12", "heron", "HLW2", "liaison-3"] {
      #expect(NarrativeGuard.isPseudonym(pseudonym), "\(pseudonym)")
    }
  }
}
