import Geodata
import Statistics

/// Gathers what speaks for and against a claim in a cycle, a kind of evidence at a time.
public struct ClaimAppraisal: Sendable {
  /// The cycle's last day: later voices do not count, and intelligence that expired before is not current.
  public var day: Day
  /// All voices up to the day.
  public var voices: [Voice]
  /// Who is loud: their voices count once.
  public var balance: VoiceBalance
  /// What surveys found.
  public var surveys: [SurveyAnswer]
  /// What the detector says of the areas.
  public var pockets: [PocketFinding]

  /// Makes an appraisal.
  public init(
    day: Day, voices: [Voice], balance: VoiceBalance, surveys: [SurveyAnswer], pockets: [PocketFinding]
  ) {
    self.day = day
    self.voices = voices
    self.balance = balance
    self.surveys = surveys
    self.pockets = pockets
  }

  /// The claim's grade, given the machine's verdict on its figure and the figure in words.
  public func grade(
    _ claim: Claim, verdict: ClaimEvaluation.Verdict = .notNumeric, figure: String? = nil
  ) -> ClaimGrade {
    var evidence: [ClaimGrade.Evidence] = []
    // The pocket test is evidence of use; it must not count as numbers too.
    if verdict != .notNumeric && claim.comparator != .restOfCatchment {
      evidence.append(numbers(claim, verdict, figure))
    }
    if let use = use(claim) { evidence.append(use) }
    evidence += [said(claim), surveyed(claim), unheard(claim)].compactMap { $0 }
    if let coming = coming(claim) { evidence.append(coming) }
    return ClaimGrade(evidence)
  }

  private func numbers(_ claim: Claim, _ verdict: ClaimEvaluation.Verdict, _ figure: String?) -> ClaimGrade.Evidence {
    var need = ClaimGrade.Need.comparative
    if case .value = claim.comparator { need = .normative }
    let agrees: Bool? =
      switch verdict {
      case .holds: true
      case .doesNotHold: false
      case .cannotTell, .notNumeric: nil
      }
    return .init(kind: .numbers, need: need, agrees: agrees, reason: figure ?? "\(claim.measure): \(verdict.rawValue)")
  }

  /// The pocket test is about use: whether those who live there come.
  private func use(_ claim: Claim) -> ClaimGrade.Evidence? {
    guard claim.comparator == .restOfCatchment, case .area(let code) = claim.place,
      let finding = pockets.first(where: { $0.area == code })
    else { return nil }
    let lower = Double(finding.reached) < Double(finding.children) * finding.expectedRate
    let agrees: Bool? = finding.isDifferent ? lower == (claim.predicate == .below) : nil
    let expected = Int((Double(finding.children) * finding.expectedRate).rounded())
    return .init(
      kind: .use, need: .expressed, agrees: agrees,
      reason: "\(finding.reached) of \(finding.children) reached where \(expected) were to be expected")
  }

  private func matches(_ voice: Voice, _ claim: Claim) -> Bool {
    guard voice.hasConsent, voice.date <= day else { return false }
    if !claim.theme.isEmpty && voice.theme != claim.theme { return false }
    if !claim.group.isEmpty && voice.group != claim.group { return false }
    return voice.isAbout(claim.place)
  }

  /// Contributors, not voices, are counted: somebody who says it ten times says it once.
  private func said(_ claim: Claim) -> ClaimGrade.Evidence? {
    guard !claim.theme.isEmpty else { return nil }
    let mine = voices.filter { !$0.isIntelligence && matches($0, claim) }
    let raising = Set(mine.filter { $0.stance == .raises }.map(\.contributor))
    let disputing = Set(mine.filter { $0.stance == .disputes }.map(\.contributor)).subtracting(raising)
    guard !raising.isEmpty || !disputing.isEmpty else { return nil }
    // Few voices cannot tell; as many against as half of those for leave it open; more against than for contradict it.
    let agrees: Bool? =
      raising.count + disputing.count < 5
      ? nil : raising.count > 2 * disputing.count ? true : disputing.count > raising.count ? false : nil
    return .init(
      kind: .voices, need: .felt, agrees: agrees,
      reason:
        "\(Self.people(raising.count)) \(raising.count == 1 ? "raises" : "raise") it\(Self.sources(mine, raising)), "
        + "\(disputing.count) \(disputing.count == 1 ? "disputes" : "dispute") it\(Self.sources(mine, disputing))")
  }

  private static func people(_ count: Int) -> String { count == 1 ? "1 person" : "\(count) people" }

  /// By whom it was passed on, the most first: " (parent 12, partner 3)". Who came by two sources stands at both.
  private static func sources(_ voices: [Voice], _ contributors: Set<String>) -> String {
    let mine = voices.filter { contributors.contains($0.contributor) }
    let people = Dictionary(grouping: mine, by: \.source).mapValues { Set($0.map(\.contributor)).count }
    let named = people.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { "\($0.key) \($0.value)" }
    return named.isEmpty ? "" : " (\(named.joined(separator: ", ")))"
  }

  /// A survey stands beside the voices and may contradict them; both are felt need, so they are one kind. It is a need
  /// where a quarter of those who answered call it one, beyond the interval's doubt.
  private func surveyed(_ claim: Claim) -> ClaimGrade.Evidence? {
    guard !claim.theme.isEmpty else { return nil }
    let asked = surveys.filter {
      $0.theme == claim.theme && (claim.group.isEmpty || $0.group == claim.group) && $0.answered > 0 && $0.date <= day
    }
    let answered = asked.reduce(0) { $0 + $1.answered }
    let agree = asked.reduce(0) { $0 + $1.agree }
    guard let interval = Wilson.interval(events: Double(agree), of: Double(answered)) else { return nil }
    let agrees: Bool? = answered < 20 ? nil : interval.lower >= 0.25 ? true : interval.upper < 0.25 ? false : nil
    return .init(
      kind: .voices, need: .felt, agrees: agrees, reason: "\(agree) of \(answered) who answered a survey agree")
  }

  /// That a group has not been heard is held against its share of the people.
  private func unheard(_ claim: Claim) -> ClaimGrade.Evidence? {
    guard claim.theme.isEmpty, claim.measure.isEmpty, claim.place == .authority,
      let group = balance.groups.first(where: { $0.group == claim.group && !claim.group.isEmpty })
    else { return nil }
    let agrees: Bool? = group.ratio.isUnheard ? true : Double(group.voices) >= group.ratio.expected / 2 ? false : nil
    return .init(
      kind: .voices, need: .comparative, agrees: agrees,
      reason:
        "\(group.voices) of \(balance.consented) voices, where \(EvidenceWords.tenths(group.ratio.expected)) would be fair"
    )
  }

  private func coming(_ claim: Claim) -> ClaimGrade.Evidence? {
    // What is known to be coming to a place is of something; a claim without theme and group is of nothing that it names.
    guard !claim.theme.isEmpty || !claim.group.isEmpty else { return nil }
    let current = voices.filter { $0.isIntelligence && !$0.hasExpired(on: day) && matches($0, claim) }
    guard !current.isEmpty else { return nil }
    let raising = current.count { $0.stance == .raises }
    return .init(
      kind: .intelligence, need: .normative, agrees: raising * 2 == current.count ? nil : raising * 2 > current.count,
      reason: "\(raising) of \(current.count) current pieces of intelligence say so")
  }
}
