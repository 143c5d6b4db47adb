import Evidence
import Geodata
import Workspace

/// Reads a cycle's evidence out of an exact workspace and judges it.
public struct EvidenceReader {
  let workspace: Workspace<Exact>
  let facts: CycleFacts
  private let groupCounts: [(column: String, value: String, people: Int)]
  /// Visits by centre and service; nil where no visit was counted.
  private let serviceVisits: [String: Int]?

  /// Reads the counts of a cycle; nil: the last one.
  public init(_ workspace: Workspace<Exact>, cycle: String? = nil) throws {
    self.workspace = workspace
    facts = try workspace.facts(cycle: cycle)
    let content = try workspace.content(cycle: facts.cycle.label)
    var counts: [String: Int] = [:]
    for row in content.tallies where row.measure == "enrolled" && row.by == "group" {
      counts[row.key, default: 0] += Int(row.count.value)
    }
    groupCounts = counts.sorted { $0.key < $1.key }.map { key, people in
      let parts = key.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map { String($0) }
      return (parts[0], parts.count > 1 ? parts[1] : "", people)
    }
    let byService = content.centreVisits.filter { $0.by == "service" }
    serviceVisits =
      byService.isEmpty
      ? nil
      : Dictionary(byService.map { ("\($0.centre) \($0.key)", Int($0.count.value)) }, uniquingKeysWith: +)
  }

  /// The cycle and its parameters.
  public var cycle: CycleRecord { facts.cycle }

  /// All that the cycle's evidence says.
  public func picture() throws -> EvidencePicture {
    let pockets = pockets()
    let voices = try voices()
    let balance = try balance(voices)
    let surveys = try workspace.records(of: "surveys", columns: SurveyRows.columns, cycle: cycle.label)
      .compactMap(SurveyRows.answer)
    let pieces = try intelligence()
    // What was known to be coming before this cycle, and still is, speaks in it too.
    let coming = pieces.filter { $0.cycle != cycle.label && !$0.voice.hasExpired(on: cycle.to) }.map(\.voice)
    let appraisal = ClaimAppraisal(
      day: cycle.to, voices: voices + coming, balance: balance, surveys: surveys, pockets: pockets)
    let claims = try claims()
    let verdicts = try verdicts(of: claims, pockets: pockets)
    let graded = claims.map { claim in
      let history = verdicts.compactMap { entry in
        entry.verdicts[claim.id].map { EvidencePicture.CycleVerdict(cycle: entry.cycle, verdict: $0) }
      }
      let verdict = history.last?.verdict ?? .notNumeric
      let figure = verdicts.last?.cycle == cycle.label ? verdicts.last?.figures[claim.id] : nil
      return EvidencePicture.GradedClaim(
        claim: claim, grade: appraisal.grade(claim, verdict: verdict, figure: figure), verdict: verdict,
        history: history)
    }
    let codebook = try codebook()
    let visits = serviceVisits
    var picture = EvidencePicture(
      cycle: cycle.label, pockets: pockets, balance: balance, surveys: surveys, claims: graded, tests: try tests(),
      changes: try workspace.records(of: "changes", columns: ChangeRun.columns, cycle: cycle.label)
        .compactMap(ChangeRun.change),
      areasOfCatchment: areasOfCatchment, responses: try responses(), lastDay: cycle.to,
      triggers: TriggerRows.triggers(
        try workspace.records(of: "triggers", columns: TriggerRows.columns, cycle: cycle.label)),
      voices: voices, burdens: try burdens(), codebook: codebook, areaChanges: try areaChanges(),
      successors: try successors(),
      intelligence: IntelligenceRecord(pieces, on: cycle.to),
      ledger: FlowLedger(
        try offers().compactMap(OfferRows.offer), codebook: codebook,
        visits: visits.map { visits in { visits["\($0) \($1)"] ?? 0 } }))
    let figures = ClaimFigures(facts, pockets: pockets)
    picture.proposals = drafter(pockets: pockets, balance: balance, voices: voices, claims: claims).drafts().map {
      let verdict = figures.verdict($0)
      return EvidencePicture.GradedClaim(
        claim: $0, grade: appraisal.grade($0, verdict: verdict, figure: figures.numbers($0)), verdict: verdict)
    }
    return picture
  }

  /// This cycle and those before it.
  var knownCycles: [String] { facts.cycleLabels.prefix { $0 != cycle.label } + [cycle.label] }

  /// Voices of the cycle, from files and by hand.
  public func voices() throws -> [Voice] { try voices(of: cycle.label) }

  /// Voices of a cycle. Those of an area are of the catchments that hold it by at least half, where no postcode told
  /// more exactly.
  func voices(of label: String) throws -> [Voice] {
    let holders = areasOfCatchment.reduce(into: [String: [String]]()) { holders, entry in
      for area in entry.value { holders[area, default: []].append(entry.key) }
    }
    return try [("voices", "voice_catchments"), ("voices_added", "voice_catchments_added")].flatMap { table, places in
      let said = try workspace.records(of: places, columns: VoiceRows.catchmentColumns, cycle: label)
      let known = Dictionary(said.map { ($0[0].text, [$0[1].text]) }, uniquingKeysWith: +)
      return try workspace.records(of: table, columns: VoiceRows.columns, cycle: label).compactMap { row in
        var voice = VoiceRows.voice(row)
        if let id = voice?.id, let catchments = known[id] {
          voice?.catchments = catchments.sorted()
        } else if case .area(let area)? = voice?.place {
          voice?.catchments = (holders[area] ?? []).sorted()
        }
        return voice
      }
    }
  }

  /// Intelligence of this cycle and those before, each with its last score.
  func intelligence() throws -> [IntelligenceRecord.Piece] {
    let known = knownCycles
    let scores = try workspace.records(of: "intelligence_scores", columns: ["in_cycle", "voice", "outcome"])
      .filter { known.contains($0[0].text) }
    var outcomes: [String: IntelligenceRecord.Outcome] = [:]
    for row in scores {
      let voice = row[1].text
      outcomes[voice.contains("/") ? voice : "\(row[0].text)/\(voice)"] = .init(rawValue: row[2].text)
    }
    return try known.flatMap { label in
      try voices(of: label).filter(\.isIntelligence).map {
        .init(cycle: label, voice: $0, outcome: outcomes["\(label)/\($0.id)"])
      }
    }
  }

  /// The words that the cycle's evidence is coded by.
  public func codebook() throws -> Codebook {
    CodebookRows.codebook(
      try workspace.records(of: "codebook", columns: CodebookRows.columns, cycle: cycle.label))
  }

  /// Claims that were opened in this cycle or before, as they stood in this cycle.
  public func claims() throws -> [Claim] {
    try workspace.amended("claims", columns: ClaimRows.columns, as: knownCycles).compactMap(ClaimRows.claim)
  }

  /// Tests of claims in this cycle or before.
  public func tests() throws -> [ClaimTest] {
    let known = knownCycles
    return try workspace.records(of: "claim_tests", columns: ClaimTestRows.columns + ["in_cycle"])
      .compactMap(ClaimTestRows.test).filter { known.contains($0.cycle) }
  }

  var areaCodes: Set<String> { Set(facts.areas.map(\.code)) }
  var catchmentCodes: Set<String> { Set(facts.catchments.map(\.code)) }
  /// The values of the declared groups that some enrolled child has.
  var groupValues: Set<String> { Set(groupCounts.map(\.value)) }

  /// Whether the cycle has such an area or catchment.
  func knows(_ place: Voice.Place) -> Bool {
    switch place {
    case .authority: true
    case .area(let code): facts.areas.contains { $0.code == code }
    case .catchment(let code): facts.catchments.contains { $0.code == code }
    }
  }

  /// New drafts from this cycle's figures and voices, next to the claims that are there.
  public func drafts() throws -> [Claim] {
    let voices = try voices()
    return try drafter(pockets: pockets(), balance: balance(voices), voices: voices, claims: claims()).drafts()
  }

  private func drafter(
    pockets: [PocketFinding], balance: VoiceBalance, voices: [Voice], claims: [Claim]
  ) -> ClaimDrafter {
    ClaimDrafter(
      cycle: cycle.label, due: cycle.to, pockets: pockets, balance: balance, voices: voices, existing: claims)
  }

  private func balance(_ voices: [Voice]) throws -> VoiceBalance {
    VoiceBalance(
      voices, from: cycle.from, to: cycle.to,
      groups: groupCounts.map { .init(column: $0.column, value: $0.value, people: Double($0.people)) },
      everybody: facts.authority.enrolled.value,
      areas: facts.areas.map { (code: $0.code, children: children(of: $0)) },
      codedBy: CodebookRows.codedBy(
        try workspace.records(of: "codebook", columns: CodebookRows.columns, cycle: cycle.label)))
  }

  private func children(of area: CycleFacts.AreaFacts) -> Double {
    area.denominators["children"]?.value ?? area.people.enrolled.value
  }

  func pockets() -> [PocketFinding] { PocketDetector().find(in: facts.pocketAreas) }

  /// The areas that a catchment holds by at least half.
  var areasOfCatchment: [String: [String]] { facts.areasOfCatchment }
}
