import Evidence
import Geodata
import Workspace

/// Where people add voices, take up claims and write down what came of their tests. Nothing that it takes can hold a name
/// or a story, and a sealed cycle takes nothing.
public struct EvidenceDesk {
  let workspace: Workspace<Exact>
  let reader: EvidenceReader

  /// Opens the desk for a cycle; nil: the last one.
  public init(_ workspace: Workspace<Exact>, cycle: String? = nil) throws {
    self.workspace = workspace
    reader = try EvidenceReader(workspace, cycle: cycle)
  }

  var cycle: CycleRecord { reader.cycle }

  /// Adds a voice to the cycle and gives its id, `H1`, `H2`…
  ///
  /// - Parameters:
  ///   - minutes: how long the person gave; nil: nobody noted it.
  ///   - language: in which language; empty: nobody noted it.
  ///   - isTold: whether the person was told what came of it; nil: not yet, or nobody noted it.
  @discardableResult
  public func add(_ voice: Voice, minutes: Double? = nil, language: String = "", isTold: Bool? = nil) throws -> String {
    for (field, word) in [
      ("source", voice.source), ("channel", voice.channel), ("group", voice.group), ("theme", voice.theme),
      ("contributor", voice.contributor),
    ] where !NarrativeGuard.isCode(word) { throw EvidenceError.notACode(field: field) }
    guard language.isEmpty || NarrativeGuard.isCode(language) else { throw EvidenceError.notACode(field: "language") }
    guard minutes.map({ $0 >= 0 && $0.isFinite }) ?? true else {
      throw EvidenceError.impossible("--minutes is 0 or more")
    }
    try checkWords(voice)
    guard voice.date >= cycle.from, voice.date <= cycle.to else {
      throw EvidenceError.outsideCycle(cycle: cycle.label, from: cycle.from, to: cycle.to)
    }
    guard reader.knows(voice.place) else {
      throw EvidenceError.unknownPlace(kind: voice.place.kind, code: voice.place.code)
    }
    let before = try reader.voices().contains { $0.contributor == voice.contributor && $0.date != voice.date }
    let number = try add([voice])
    if voice.hasConsent,
      let burden = AskingBurden(
        kind: .voices, occasion: voice.channel, asked: 1, answered: 1, minutes: minutes, askedBefore: before ? 1 : 0,
        languages: language.isEmpty ? [] : [language], told: isTold.map { $0 ? 1 : 0 })
    {
      try workspace.add(AskingRows.rows([burden], table: "askings_added"), cycle: cycle.label)
    }
    return "H\(number)"
  }

  /// Refuses a word that the codebook does not have, and a group that nobody is of.
  private func checkWords(_ voice: Voice) throws {
    let codebook = try reader.codebook()
    for (kind, word) in [
      (Codebook.Kind.theme, voice.theme), (.source, voice.source), (.channel, voice.channel),
    ] where !codebook.knows(kind, word) {
      throw EvidenceError.notInCodebook(field: kind.rawValue, word: word, known: codebook.words(kind))
    }
    let groups = reader.groupValues
    if !groups.isEmpty, voice.group != "other", !groups.contains(voice.group) {
      throw EvidenceError.notInCodebook(field: "group", word: voice.group, known: groups.sorted() + ["other"])
    }
  }

  /// Adds voices that were checked already, numbered on, and gives the number of the last.
  func add(_ voices: [Voice]) throws -> Int {
    var number = try workspace.records(of: "voices_added", columns: ["voice"]).count
    let numbered = voices.map { voice in
      number += 1
      var voice = voice
      voice.id = "H\(number)"
      return voice
    }
    try workspace.add(VoiceRows.rows(numbered, table: "voices_added"), cycle: cycle.label)
    let places = VoiceRows.catchmentRows(numbered, table: "voice_catchments_added")
    if !places.rows.isEmpty { try workspace.add(places, cycle: cycle.label) }
    return number
  }

  /// Writes down whether intelligence came true. A voice of an earlier cycle, sealed perhaps, is scored in this one.
  ///
  /// - Parameter said: the cycle in which it was said; nil: this one.
  public func score(
    _ voice: String, saidIn said: String? = nil, outcome: IntelligenceRecord.Outcome, on day: Day
  ) throws {
    let spoken = said ?? cycle.label
    guard reader.knownCycles.contains(spoken) else {
      throw EvidenceError.impossible("there is no cycle \(spoken) up to \(cycle.label)")
    }
    guard let scored = try reader.voices(of: spoken).first(where: { $0.id == voice }) else {
      throw EvidenceError.noSuchVoice(voice)
    }
    guard let expires = scored.expires else {
      throw EvidenceError.impossible("voice \(voice) is no intelligence: it has no day on which it expires")
    }
    guard day >= scored.date else {
      throw EvidenceError.impossible("voice \(voice) was said on \(scored.date): it cannot be scored before")
    }
    guard outcome == .hit || day > expires else {
      throw EvidenceError.impossible("voice \(voice) is current until \(expires): it can still come true")
    }
    try workspace.add(
      TopicRows(
        table: "intelligence_scores", columns: ["voice", "outcome", "scored_on"],
        rows: [
          [
            .text(spoken == cycle.label ? voice : "\(spoken)/\(voice)"), .text(outcome.rawValue),
            .text(day.description),
          ]
        ]), cycle: cycle.label)
  }

  /// Writes new drafts into the cycle and gives them.
  public func draft() throws -> [Claim] {
    let drafts = try reader.drafts()
    try workspace.add(
      TopicRows(table: "claims", columns: ClaimRows.columns, rows: drafts.map(ClaimRows.row)), cycle: cycle.label)
    return drafts
  }

  /// Adds a person's own claim and gives it with its id.
  public func add(_ claim: Claim) throws -> Claim {
    var claim = claim
    let mine = try reader.claims().count { $0.openedIn == cycle.label }
    claim.id = "K-\(cycle.label)-\(mine < 9 ? "0" : "")\(mine + 1)"
    claim.openedIn = cycle.label
    claim.origin = "person"
    try check(claim)
    try workspace.add(
      TopicRows(table: "claims", columns: ClaimRows.columns, rows: [ClaimRows.row(claim)]), cycle: cycle.label)
    return claim
  }

  /// Changes a claim; the body gets it as it stands.
  @discardableResult
  public func edit(_ id: String, _ change: (inout Claim) throws -> Void) throws -> Claim {
    var claim = try claim(id)
    let row = ClaimRows.row(claim)
    try change(&claim)
    try check(claim)
    let changed = zip(ClaimRows.columns, zip(row, ClaimRows.row(claim))).filter { $1.0 != $1.1 }
      .map { (column: $0, value: $1.1) }
    if !changed.isEmpty { try workspace.amend("claims", where: "claim", is: id, to: changed) }
    return claim
  }

  /// Writes down a test of a claim and leaves the claim in the state that the outcome gives it. A refuted claim stays.
  @discardableResult
  public func test(
    _ id: String, on day: Day, outcome: ClaimTest.Outcome, asked: Int, agreed: Int? = nil, toldBack: String = "",
    minutes: Double? = nil, askedBefore: Int? = nil, languages: [String] = []
  ) throws -> ClaimTest {
    _ = try claim(id)
    if let trouble = NarrativeGuard.trouble(inSentence: toldBack) {
      throw EvidenceError.narrative(field: "told-back", trouble)
    }
    let grade = try reader.picture().claims.first { $0.claim.id == id }?.grade.grade ?? .none
    guard
      let test = ClaimTest(
        claim: id, cycle: cycle.label, date: day, outcome: outcome, asked: asked, agreed: agreed, toldBack: toldBack,
        grade: grade)
    else { throw EvidenceError.impossible("a test asks somebody, and no more can agree than were asked") }
    guard languages.allSatisfy(NarrativeGuard.isCode) else { throw EvidenceError.notACode(field: "languages") }
    guard
      let burden = AskingBurden(
        kind: .test, occasion: test.occasion, asked: asked, answered: asked,
        minutes: minutes.map { $0 * Double(asked) },
        askedBefore: askedBefore, languages: languages, told: toldBack.isEmpty ? nil : asked)
    else { throw EvidenceError.impossible("no more were asked before than were asked, and minutes are 0 or more") }
    try workspace.add(
      TopicRows(table: "claim_tests", columns: ClaimTestRows.columns, rows: [ClaimTestRows.row(test)]),
      cycle: cycle.label)
    try workspace.add(AskingRows.rows([burden], table: "askings_added"), cycle: cycle.label)
    try workspace.amend(
      "claims", where: "claim", is: id, to: [(column: "state", value: .text(outcome.state.rawValue))])
    return test
  }

  private func claim(_ id: String) throws -> Claim {
    let claims = try reader.claims()
    guard let claim = claims.first(where: { $0.id == id }) else {
      throw EvidenceError.noSuchClaim(id, known: claims.map(\.id))
    }
    return claim
  }

  private func check(_ claim: Claim) throws {
    guard reader.knows(claim.place) else {
      throw EvidenceError.unknownPlace(kind: claim.place.kind, code: claim.place.code)
    }
    for (field, word) in [("group", claim.group), ("theme", claim.theme)]
    where !word.isEmpty && !NarrativeGuard.isCode(word) { throw EvidenceError.notACode(field: field) }
    for (field, text) in [
      ("refuted-if", claim.refutedIf), ("whom", claim.plan.whom), ("where", claim.plan.whereToAsk),
      ("owner", claim.owner),
    ] {
      if let trouble = NarrativeGuard.trouble(inSentence: text) { throw EvidenceError.narrative(field: field, trouble) }
    }
  }
}
