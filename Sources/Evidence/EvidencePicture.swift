import Geodata

/// All that a cycle's evidence says, judged: what we think, how sure, who says so, who has not been heard, what would
/// change our mind, what we did since last time. Internal: none of it leaves the house as it is.
public struct EvidencePicture: Sendable {
  /// The cycle's label.
  public var cycle: String
  /// What the detector says of each area.
  public var pockets: [PocketFinding]
  /// Who spoke, against who lives there.
  public var balance: VoiceBalance
  /// What surveys found.
  public var surveys: [SurveyAnswer]
  /// Claims, the earliest first, each with its grade in this cycle.
  public var claims: [GradedClaim]
  /// What the cycle's figures and voices would let claim, and nobody has claimed yet.
  public var proposals: [GradedClaim] = []
  /// All tests of claims up to this cycle.
  public var tests: [ClaimTest]
  /// Change since the cycle before, by catchment and count; empty in a first cycle.
  public var changes: [CatchmentChange]
  /// What is done about claims, begun in this cycle or before.
  public var responses: [Response]
  /// The cycle's last day.
  public var lastDay: Day
  /// When a new audit is advised before its time, if that is declared.
  public var triggers: ReauditTriggers?
  /// Which areas each catchment holds by at least half, sorted.
  public var areasOfCatchment: [String: [String]]
  /// The cycle's voices.
  public var voices: [Voice] = []
  /// What asking cost people, an occasion each.
  public var burdens: [AskingBurden] = []
  /// The words by which evidence is coded.
  public var codebook = Codebook()
  /// Counts by area then and now, in this cycle's areas; empty in a first cycle.
  public var areaChanges: [AreaChange] = []
  /// What areas of an earlier vintage became, where that is plain.
  public var successors: [String: [String]] = [:]
  /// How good intelligence has been.
  public var intelligence: IntelligenceRecord
  /// What is given, flow by flow.
  public var ledger: FlowLedger

  /// What the machine found of a claim in one cycle.
  public struct CycleVerdict: Hashable, Sendable {
    /// The cycle's label.
    public var cycle: String
    /// What it found.
    public var verdict: ClaimEvaluation.Verdict

    /// Makes an entry.
    public init(cycle: String, verdict: ClaimEvaluation.Verdict) {
      (self.cycle, self.verdict) = (cycle, verdict)
    }
  }

  /// A claim as it stands in a cycle.
  public struct GradedClaim: Sendable {
    /// The claim.
    public var claim: Claim
    /// What speaks for and against it.
    public var grade: ClaimGrade
    /// What the machine finds, where it has a figure.
    public var verdict: ClaimEvaluation.Verdict
    /// What it found in each cycle from that in which the claim was made to this one.
    public var history: [CycleVerdict]

    /// Makes a graded claim.
    public init(
      claim: Claim, grade: ClaimGrade, verdict: ClaimEvaluation.Verdict, history: [CycleVerdict] = []
    ) {
      (self.claim, self.grade, self.verdict, self.history) = (claim, grade, verdict, history)
    }
  }

  /// Makes a picture.
  public init(
    cycle: String, pockets: [PocketFinding], balance: VoiceBalance, surveys: [SurveyAnswer], claims: [GradedClaim],
    tests: [ClaimTest], changes: [CatchmentChange], areasOfCatchment: [String: [String]], responses: [Response],
    lastDay: Day, triggers: ReauditTriggers?, voices: [Voice] = [], burdens: [AskingBurden] = [],
    codebook: Codebook = Codebook(), areaChanges: [AreaChange] = [], successors: [String: [String]] = [:],
    intelligence: IntelligenceRecord? = nil, ledger: FlowLedger? = nil
  ) {
    self.voices = voices
    self.burdens = burdens
    self.codebook = codebook
    self.areaChanges = areaChanges
    self.successors = successors
    self.intelligence = intelligence ?? IntelligenceRecord([], on: lastDay)
    self.ledger = ledger ?? FlowLedger([], codebook: codebook, visits: nil)
    self.responses = responses
    self.lastDay = lastDay
    self.triggers = triggers
    self.cycle = cycle
    self.pockets = pockets
    self.balance = balance
    self.surveys = surveys
    self.claims = claims
    self.tests = tests
    self.changes = changes
    self.areasOfCatchment = areasOfCatchment
  }

  /// Why a new audit is advised before its time; empty where it is not, or nothing is declared.
  public var advice: [String] { triggers?.reasons(self) ?? [] }

  /// The same with the catchment that each reason is about.
  public var adviceByPlace: [ReauditTriggers.Reason] { triggers?.advice(self) ?? [] }

  /// The burden of asking over the whole cycle.
  public var asking: AskingSummary { AskingSummary(burdens) }

  /// How often claims of each grade have held.
  public var calibration: Calibration { Calibration(tests) }

  /// The findings as `needs findings` prints them.
  public var findings: Findings {
    Findings(
      pockets: pockets.filter(\.isPocket).map(\.area), unheard: balance.unheard.map(\.group).filter { $0 != "other" },
      loud: balance.loud.map(\.contributor), uncoded: balance.uncoded, changes: changes,
      advice: advice)
  }
}
