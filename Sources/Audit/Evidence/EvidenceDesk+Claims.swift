import Evidence
import Geodata
import Workspace

extension EvidenceDesk {
  /// Writes new drafts into the cycle and gives them.
  public func draft() throws -> [Claim] {
    let drafts = try reader.drafts()
    try workspace.add(
      TopicRows(table: "claims", columns: ClaimRows.columns, rows: drafts.map(ClaimRows.row)), cycle: cycle.label)
    return drafts
  }

  /// Adds a person's own claim and gives it with its id.
  ///
  /// - Throws: where it says nothing, names what the audit does not know, or speaks of a figure that there is not.
  public func add(_ claim: Claim) throws -> Claim {
    var claim = claim
    let known = try reader.claims()
    let mine = known.count { $0.openedIn == cycle.label }
    claim.id = "K-\(cycle.label)-\(mine < 9 ? "0" : "")\(mine + 1)"
    claim.openedIn = cycle.label
    claim.origin = "person"
    try check(claim)
    try checkSubject(claim)
    if let same = known.first(where: { $0.subject == claim.subject }) {
      throw EvidenceError.impossible("\(same.id) claims this already; needs claim edit changes its plan")
    }
    try workspace.add(
      TopicRows(table: "claims", columns: ClaimRows.columns, rows: [ClaimRows.row(claim)]), cycle: cycle.label)
    return claim
  }

  /// Changes a claim; the body gets it as it stands. What a test found is no edit.
  @discardableResult
  public func edit(_ id: String, _ change: (inout Claim) throws -> Void) throws -> Claim {
    var claim = try claim(id)
    let (row, state) = (ClaimRows.row(claim), claim.state)
    try change(&claim)
    try check(claim)
    guard claim.state == state || [.draft, .open].contains(claim.state) else {
      throw EvidenceError.impossible(
        "--state takes draft or open; that a claim is \(claim.state.rawValue) is what a test finds: needs claim test")
    }
    let changed = zip(ClaimRows.columns, zip(row, ClaimRows.row(claim))).filter { $1.0 != $1.1 }
      .map { (column: $0, value: $1.1) }
    guard !changed.isEmpty else { throw EvidenceError.impossible("nothing was said that changes claim \(id)") }
    try workspace.amend("claims", where: "claim", is: id, to: changed, in: cycle.label)
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
    // Tests go on after the cycle's last day, until it is sealed; none was before its first.
    guard day >= cycle.from else {
      throw EvidenceError.outsideCycle(cycle: cycle.label, from: cycle.from, to: cycle.to)
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
      "claims", where: "claim", is: id, to: [(column: "state", value: .text(outcome.state.rawValue))], in: cycle.label)
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
    for (field, text) in [
      ("refuted-if", claim.refutedIf), ("whom", claim.plan.whom), ("where", claim.plan.whereToAsk),
      ("owner", claim.owner),
    ] {
      if let trouble = NarrativeGuard.trouble(inSentence: text) { throw EvidenceError.narrative(field: field, trouble) }
    }
  }

  /// Refuses a claim of which nobody could say whether it holds.
  private func checkSubject(_ claim: Claim) throws {
    guard reader.knows(claim.place) else {
      throw EvidenceError.unknownPlace(kind: claim.place.kind, code: claim.place.code)
    }
    guard !(claim.measure.isEmpty && claim.theme.isEmpty && claim.group.isEmpty) else {
      throw EvidenceError.impossible("a claim is of something: --theme, --group or --measure")
    }
    for (field, word) in [("group", claim.group), ("theme", claim.theme)]
    where !word.isEmpty && !NarrativeGuard.isCode(word) { throw EvidenceError.notACode(field: field) }
    let codebook = try reader.codebook()
    guard claim.theme.isEmpty || codebook.knows(.theme, claim.theme) else {
      throw EvidenceError.notInCodebook(field: "theme", word: claim.theme, known: codebook.words(.theme))
    }
    if !claim.group.isEmpty { try checkGroup(claim.group) }
    try checkFigure(claim)
  }

  /// A measure, a predicate and a comparator are said together, and there is such a figure.
  private func checkFigure(_ claim: Claim) throws {
    if claim.measure.isEmpty {
      guard claim.predicate == .stated, claim.comparator == .none else {
        throw EvidenceError.impossible("--predicate and --against are of a figure: say its --measure too")
      }
      return
    }
    guard claim.predicate != .stated, claim.comparator != .none else {
      throw EvidenceError.impossible("a --measure is held against something: --predicate below or above, and --against")
    }
    let figures = try reader.claimFigures()
    if claim.comparator == .restOfCatchment, !figures.knows(claim) {
      throw EvidenceError.impossible("rest-of-catchment is what the measure reached of an area is held against")
    }
    guard figures.knows(claim) else {
      if !claim.group.isEmpty {
        throw EvidenceError.impossible(
          "figures of a group are reached.of-enrolled and sustained.of-enrolled, of a catchment or the authority")
      }
      let known = figures.measures(of: claim.place)
      if known.contains(claim.measure) {
        throw EvidenceError.impossible(
          "\(claim.measure) of this \(claim.place.kind) gets no verdict: more children are counted than the estimate has"
        )
      }
      throw EvidenceError.noFigure(measure: claim.measure, place: claim.place.kind, known: known)
    }
    if case .value(let number) = claim.comparator, figures.isShare(claim), !(0...1).contains(number) {
      throw EvidenceError.impossible("--against: \(claim.measure) is a share, from 0 to 1; 65 % is 0.65")
    }
    // Last cycle may be yet to come; all else is there or never will be.
    guard claim.comparator == .lastCycle || figures.verdict(claim) != .notNumeric else {
      throw EvidenceError.impossible(
        "there is no \(claim.measure) of \(claim.comparator.text) that this \(claim.place.kind) could be held against")
    }
  }
}
