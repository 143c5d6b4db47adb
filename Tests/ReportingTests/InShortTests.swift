import Evidence
import Foundation
import Geodata
import Measures
import Testing

@testable import Reporting

@Suite("What a profile says in short") struct InShortTests {
  private static func document(
    claims: [Claim] = [], proposals: [Claim] = [], language: Language = .english
  ) throws -> Document {
    var borough = MadeUpBorough.exact.borough
    let cycle = borough.facts.cycle
    let voices = (0..<6).map { index in
      Voice(
        id: "v\(index)", date: cycle.from, source: "parent", channel: "survey", group: "", theme: "debt",
        place: .catchment("CC01"), contributor: "V\(index)", hasConsent: true)
    }
    func graded(_ claims: [Claim]) -> [EvidencePicture.GradedClaim] {
      claims.map { .init(claim: $0, grade: ClaimGrade([]), verdict: .notNumeric) }
    }
    var picture = EvidencePicture(
      cycle: cycle.label, pockets: [],
      balance: VoiceBalance(
        voices, from: cycle.from, to: cycle.to, groups: [.init(column: "language", value: "eal", people: 900)],
        everybody: 1000, areas: [], codedBy: ["language"]),
      surveys: [], claims: graded(claims), tests: [], changes: [], areasOfCatchment: ["CC01": ["E0101000"]],
      responses: [], lastDay: cycle.to, triggers: nil, voices: voices)
    picture.proposals = graded(proposals)
    borough.evidence = picture
    return try #require(NeedProfile.document(of: "CC01", in: borough, language: language))
  }

  private static func claim(_ state: Claim.State, at place: Voice.Place = .catchment("CC01")) -> Claim {
    Claim(
      id: "K-2025-26-01", openedIn: "2025-26", place: place, theme: "debt", refutedIf: "nobody asked calls it one",
      plan: .init(whom: "parents of under-fives", whereToAsk: "at the clinic", due: Day(iso: "2026-05-31")),
      state: state)
  }

  @Test("answers a head's five questions, each with a link to the section that says more")
  func questions() throws {
    let document = try Self.document(claims: [Self.claim(.open)])
    #expect(
      document.inShort.map(\.question) == [
        "", "Who lives here", "Who is reached", "Who is missing", "What people say", "What we claim, and its test",
      ])
    let ids = document.sections.map(\.id)
    for answer in document.inShort.dropFirst() {
      #expect(!answer.lines.isEmpty)
      #expect(ids.contains(try #require(answer.section)))
    }
    let page = try Reader.read(try PageMarkup.render(document, banner: nil))
    let links = page.all("a").compactMap { $0["href"] }
    for section in ["people", "reach", "outreach", "voices", "claims"] {
      #expect(links.count { $0 == "#\(section)" } == 2, "once in short, once among the contents")
    }
    #expect(document.headline.contains { $0.withoutFigures == "About 741 children under 5 live here." })
    #expect(document.headline.contains("Not heard so far in the authority: eal."))
  }

  @Test("says of a claim how sure we are, whom to ask by when, and what would refute it")
  func test() throws {
    let open = try #require(try Self.document(claims: [Self.claim(.open)]).inShort.last?.lines)
    #expect(open.map(\.text) == ["In this catchment debt is a need. How sure? A guess so far."])
    #expect(
      open[0].detail
        == "To test it, ask parents of under-fives, at the clinic, by 31 May 2026. It does not hold if nobody asked calls it one."
    )
    let refuted = try #require(try Self.document(claims: [Self.claim(.refuted)]).inShort.last?.lines)
    #expect(refuted.map(\.text) == ["Tested, and it did not hold: In this catchment debt is a need."])
    #expect(refuted[0].detail == nil, "what was tested needs no plan")
  }

  @Test("puts what is to be tested first, this place before the authority, and three claims at most")
  func order() throws {
    let claims = [
      Self.claim(.draft), Self.claim(.refuted), Self.claim(.open, at: .authority), Self.claim(.open),
      Self.claim(.supported),
    ]
    let lines = try #require(try Self.document(claims: claims).inShort.last?.lines.map(\.text))
    #expect(lines.count == 4 && lines[3] == "More claims stand below.")
    #expect(lines[0].hasPrefix("In this catchment") && lines[1].hasPrefix("In the authority"))
    #expect(lines[2].hasPrefix("Tested, and it held"))
    // Two that are tested alike say so once.
    let details = try #require(try Self.document(claims: claims).inShort.last?.lines.map(\.detail))
    #expect(details[0] == nil && details[1]?.hasPrefix("To test each of these, ask parents") == true)
  }

  @Test("proposes where nobody has claimed anything, and says that nobody did")
  func proposals() throws {
    let document = try Self.document(proposals: [Self.claim(.draft), Self.claim(.draft, at: .area("nowhere"))])
    let lines = try #require(document.inShort.last?.lines.map(\.text))
    #expect(
      lines == [
        "Nobody has made a claim of need yet. The figures and voices would let claim:",
        "In this catchment debt is a need. How sure? A guess so far.",
      ])
    let section = try #require(document.sections.first { $0.id == "claims" })
    guard case .table(let table) = section.blocks[1] else {
      Issue.record("no table of proposals")
      return
    }
    #expect(table.caption == "What the figures and voices would let claim" && table.rows.count == 1)
    #expect(table.rows[0][0].detail == nil, "a proposal has no name yet")
    let made = try Self.document(claims: [Self.claim(.open)], proposals: [Self.claim(.draft)])
    #expect(made.inShort.last?.lines.count == 1, "what was claimed stands alone")
    #expect(try Self.document().inShort.last?.lines.map(\.text) == ["Nobody has made a claim of need yet."])
  }

  @Test("is in Welsh whole, and a release has no word of voices")
  func languages() throws {
    let welsh = try Self.document(claims: [Self.claim(.open)], language: .welsh)
    let english = try Self.document(claims: [Self.claim(.open)])
    #expect(zip(welsh.headline, english.headline).allSatisfy { $0 != $1 })
    #expect(zip(welsh.inShort, english.inShort).dropFirst().allSatisfy { $0.question != $1.question })
    let borough = MadeUpBorough.released.borough
    let released = try #require(NeedProfile.document(of: "CC01", in: borough))
    #expect(released.inShort.map(\.question) == ["", "Who lives here", "Who is reached", "Who is missing"])
  }
}
