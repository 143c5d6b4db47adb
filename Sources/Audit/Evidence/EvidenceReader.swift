import Evidence
import Geodata
import Workspace

/// Reads a cycle's evidence out of an exact workspace and judges it.
public struct EvidenceReader {
  let workspace: Workspace<Exact>
  private let facts: CycleFacts
  private let groupCounts: [(column: String, value: String, people: Int)]

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
  }

  /// The cycle and its parameters.
  public var cycle: CycleRecord { facts.cycle }

  /// All that the cycle's evidence says.
  public func picture() throws -> EvidencePicture {
    let pockets = pockets()
    let voices = try voices()
    let balance = balance(voices)
    let surveys = try workspace.records(of: "surveys", columns: SurveyRows.columns, cycle: cycle.label)
      .compactMap(SurveyRows.answer)
    let appraisal = ClaimAppraisal(day: cycle.to, voices: voices, balance: balance, surveys: surveys, pockets: pockets)
    let place = facts.cycleLabels.firstIndex(of: cycle.label) ?? 0
    let previous = place > 0 ? try workspace.facts(cycle: facts.cycleLabels[place - 1]) : nil
    let figures = ClaimFigures(facts, pockets: pockets, previous: previous)
    let claims = try claims().map { claim in
      let verdict = figures.verdict(claim)
      return EvidencePicture.GradedClaim(
        claim: claim, grade: appraisal.grade(claim, verdict: verdict), verdict: verdict)
    }
    return EvidencePicture(
      cycle: cycle.label, pockets: pockets, balance: balance, surveys: surveys, claims: claims, tests: try tests(),
      changes: try workspace.records(of: "changes", columns: ChangeRun.columns, cycle: cycle.label)
        .compactMap(ChangeRun.change),
      areasOfCatchment: areasOfCatchment, responses: try responses(), lastDay: cycle.to,
      triggers: TriggerRows.triggers(
        try workspace.records(of: "triggers", columns: TriggerRows.columns, cycle: cycle.label)))
  }

  /// This cycle and those before it.
  var knownCycles: [String] { facts.cycleLabels.prefix { $0 != cycle.label } + [cycle.label] }

  /// Voices of the cycle, from files and by hand.
  public func voices() throws -> [Voice] {
    let columns = VoiceRows.columns
    return try workspace.records(of: "voices", columns: columns, cycle: cycle.label).compactMap(VoiceRows.voice)
      + workspace.records(of: "voices_added", columns: columns, cycle: cycle.label).compactMap(VoiceRows.voice)
  }

  /// Claims that were opened in this cycle or before.
  public func claims() throws -> [Claim] {
    let known = knownCycles
    return try workspace.records(of: "claims", columns: ClaimRows.columns + ["in_cycle"]).compactMap(ClaimRows.claim)
      .filter { known.contains($0.openedIn) }
  }

  /// Tests of claims in this cycle or before.
  public func tests() throws -> [ClaimTest] {
    let known = knownCycles
    return try workspace.records(of: "claim_tests", columns: ClaimTestRows.columns + ["in_cycle"])
      .compactMap(ClaimTestRows.test).filter { known.contains($0.cycle) }
  }

  var areaCodes: Set<String> { Set(facts.areas.map(\.code)) }
  var catchmentCodes: Set<String> { Set(facts.catchments.map(\.code)) }

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
    return ClaimDrafter(
      cycle: cycle.label, due: cycle.to, pockets: pockets(), balance: balance(voices), voices: voices,
      existing: try claims()
    ).drafts()
  }

  private func balance(_ voices: [Voice]) -> VoiceBalance {
    VoiceBalance(
      voices, from: cycle.from, to: cycle.to,
      groups: groupCounts.map { .init(column: $0.column, value: $0.value, people: Double($0.people)) },
      everybody: facts.authority.enrolled.value,
      areas: facts.areas.map { (code: $0.code, children: children(of: $0)) })
  }

  private func children(of area: CycleFacts.AreaFacts) -> Double {
    area.denominators["children"]?.value ?? area.people.enrolled.value
  }

  private func pockets() -> [PocketFinding] {
    var catchments: [String: [String]] = [:]
    for (catchment, areas) in areasOfCatchment { for area in areas { catchments[area, default: []].append(catchment) } }
    let hasChildren = facts.areas.contains { $0.denominators["children"]?.value != nil }
    return PocketDetector().find(
      in: facts.areas.compactMap { area in
        let people = hasChildren ? area.denominators["children"]?.value : area.people.enrolled.value
        guard let people else { return nil }
        return PocketDetector.Area(
          code: area.code, reached: Int(area.people.reached.value), children: Int(people.rounded()),
          decile: decile(of: area), catchments: (catchments[area.code] ?? []).sorted())
      })
  }

  /// The national decile of multiple deprivation, as published or from the rank.
  private func decile(of area: CycleFacts.AreaFacts) -> Int? {
    guard let value = area.indicators["imd"] else { return nil }
    if let decile = value.decile { return decile }
    guard let rank = value.rank, let of = facts.indicators.first(where: { $0.id == "imd" })?.of, of > 0 else {
      return nil
    }
    return min(10, max(1, Int((rank - 1) * 10 / Double(of)) + 1))
  }

  /// The areas that a catchment holds by at least half, by the cycle's rule, or by surface where that cannot be had.
  private var areasOfCatchment: [String: [String]] {
    let rules = Set(facts.weights.map(\.rule))
    let rule = rules.contains(cycle.rule) ? cycle.rule : .area
    var members: [String: [String]] = [:]
    for weight in facts.weights where weight.rule == rule && weight.weight >= 0.5 {
      members[weight.catchment, default: []].append(weight.area)
    }
    return members.mapValues { $0.sorted() }
  }
}
