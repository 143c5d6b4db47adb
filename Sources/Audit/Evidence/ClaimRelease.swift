import Evidence
import Geodata
import Workspace

/// The claims that an officer lets go with a release: each as its text, where it stands and the day of its last test.
///
/// Why none of it gives a count away (P1 of measures.md):
/// - A claim leaves because somebody named it; none leaves by itself, and none that nobody has taken up, for a draft of the
///   engine is made of exact counts. Whoever takes it up says it in their own name.
/// - The text is what people typed: place, group, theme, measure, what it is held against, what would refute it, whom to ask
///   where and by when, who answers for it. `ReleasedText` refuses numbers that could be counts, and ids; a comparator that
///   is a number has to be a level of the audit or round; a group or service that prints as "other" cannot be named.
/// - Where it stands (to be tested, held, put anew, did not hold) is what people decided after asking people. No
///   machine changes it, so counts do not show in it.
/// - Left out are how many were asked and agreed, how it was told back, the grade and its evidence, who drafted it, and the
///   claim's own id: drafts are numbered in the order of exact pockets. Claims are numbered anew in a release.
/// - What the figures say is not stored. It is worked out from the release's own cells by whoever reads it
///   (`ReleasedClaims`), so two tallies that coarsen to the same say the same.
struct ClaimRelease {
  /// Stands for all that somebody has taken up.
  static let all = "all"
  static let table = "released_claims"
  /// Those of a claim but its origin, with the cycle in which it was opened and the day of its last test.
  static let columns = ["claim", "opened_in"] + ClaimRows.columns.dropFirst().dropLast() + ["tested_on"]

  private let wanted: [String]
  private let workspace: Workspace<Exact>
  private let labels: [String]

  /// - Parameter wanted: ids of claims, or `all`.
  init(_ wanted: [String], of workspace: Workspace<Exact>) throws(WorkspaceError) {
    self.wanted = wanted
    self.workspace = workspace
    labels = try workspace.cycleLabels()
  }

  /// The rows of each cycle, as the claims stood in it.
  ///
  /// - Throws: `EvidenceError` for a claim that there is not, that nobody has taken up, or whose text may not leave.
  func rows(for contents: [CycleContent]) throws -> [TopicRows] {
    guard !wanted.isEmpty, let last = contents.last?.cycle.label else {
      return contents.map { _ in TopicRows(table: Self.table, columns: Self.columns) }
    }
    let known = try claims(in: last)
    let chosen: [Claim]
    if wanted.contains(Self.all) {
      chosen = known.filter { $0.state != .draft }
    } else {
      if let missing = wanted.first(where: { id in !known.contains { $0.id == id } }) {
        throw EvidenceError.noSuchClaim(missing, known: known.map(\.id))
      }
      chosen = known.filter { wanted.contains($0.id) }
    }
    let names = Dictionary(
      chosen.enumerated().map { ($0.element.id, "C\($0.offset < 9 ? "0" : "")\($0.offset + 1)") },
      uniquingKeysWith: { $1 })
    return try contents.map { content in
      let tests = try tests(in: content.cycle.label)
      let rows = try claims(in: content.cycle.label).compactMap { claim -> [SQLValue]? in
        guard let name = names[claim.id] else { return nil }
        try check(claim, in: content)
        let tested = tests.last { $0.claim == claim.id }?.date
        let row = ClaimRows.row(claim)
        // All but the engine's or the person's mark, under a name of the release's own.
        return [SQLValue.text(name), .text(claim.openedIn)] + Array(row.dropFirst().dropLast())
          + [.optional(tested?.description)]
      }
      return TopicRows(table: Self.table, columns: Self.columns, rows: rows)
    }
  }

  private func known(until cycle: String) -> [String] { labels.prefix { $0 != cycle } + [cycle] }

  private func claims(in cycle: String) throws -> [Claim] {
    try workspace.amended("claims", columns: ClaimRows.columns, as: known(until: cycle)).compactMap(ClaimRows.claim)
  }

  private func tests(in cycle: String) throws -> [ClaimTest] {
    let cycles = known(until: cycle)
    return try workspace.records(of: "claim_tests", columns: ClaimTestRows.columns + ["in_cycle"])
      .compactMap(ClaimTestRows.test).filter { cycles.contains($0.cycle) }.sorted { $0.date < $1.date }
  }

  private func check(_ claim: Claim, in content: CycleContent) throws {
    func refuse(_ why: String) -> EvidenceError {
      .impossible("claim \(claim.id) cannot leave: \(why) (needs claim edit changes it)")
    }
    guard claim.state != .draft else {
      throw EvidenceError.impossible(
        "claim \(claim.id) cannot leave: nobody has taken it up; needs claim edit \(claim.id) --state open does")
    }
    let codes = Set(
      content.areas.map(\.code) + content.catchments.map(\.code) + content.centres.map(\.code) + labels)
    let text = ReleasedText(hide: content.cycle.profileHide, base: content.cycle.profileBase, codes: codes)
    for (field, words) in [
      ("refuted-if", claim.refutedIf), ("whom", claim.plan.whom), ("where", claim.plan.whereToAsk),
      ("owner", claim.owner),
    ] {
      if let trouble = text.trouble(in: words) { throw refuse("--\(field) \(trouble)") }
    }
    try checkNames(claim, in: content)
    try checkNumber(claim, in: content)
  }

  /// What a release prints as "other" is not named in a claim either.
  private func checkNames(_ claim: Claim, in content: CycleContent) throws {
    let groups = Set(content.namedGroups.map { String($0.drop { $0 != "=" }.dropFirst()) })
    guard claim.group.isEmpty || claim.group == "other" || groups.contains(claim.group) else {
      throw EvidenceError.impossible(
        "claim \(claim.id) cannot leave: the group \(claim.group) prints as other in a release; "
          + "audit.yml names it under disclosure: groups:")
    }
    let counted =
      content.tallies.filter { $0.by == "group" || $0.by == "service" }.map(\.key)
      + content.centreVisits.filter { $0.by == "service" }.map(\.key)
    let hidden = Set(counted).subtracting(content.namedGroups).subtracting(content.namedServices)
    let parts = claim.measure.split(separator: ".").dropFirst().joined(separator: ".")
    if let name = hidden.sorted().first(where: { !$0.isEmpty && parts == $0 }) {
      throw EvidenceError.impossible(
        "claim \(claim.id) cannot leave: its measure names \(name), which prints as other in a release")
    }
  }

  /// A number that a claim is held against is a level of the audit or round, unless the measure is of published data.
  private func checkNumber(_ claim: Claim, in content: CycleContent) throws {
    guard case .value(let number) = claim.comparator, !content.cycle.thresholds.contains(number) else { return }
    let stem = String(claim.measure.prefix { $0 != "." })
    let isPublished = content.indicators.contains { String($0.id.prefix { $0 != "." }) == stem }
    let steps = number * 20
    let isShare = (0...1).contains(number) && abs(steps - steps.rounded()) < 1e-9
    let isRound =
      number > Double(content.cycle.profileHide)
      && number.truncatingRemainder(dividingBy: Double(content.cycle.profileBase)) == 0
    guard isPublished || isShare || isRound else {
      throw EvidenceError.impossible(
        "claim \(claim.id) cannot leave: it is held against \(claim.comparator.text), which may give a count away; "
          + "a level of audit.yml or a multiple of 0.05 does not")
    }
  }
}
