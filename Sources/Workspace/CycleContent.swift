import Geodata

/// All that one run writes for one cycle: the rows of each table, without the cycle's label.
///
/// It holds counts and descriptions of files, never a child or a visit.
public struct CycleContent: Sendable {
  /// The cycle and its parameters.
  public var cycle: CycleRecord
  /// Small areas, in the order of their codes. `surface` in m².
  public var areas: [Place] = []
  /// Catchments, in the order of their codes.
  public var catchments: [Place] = []
  /// Centres, in the order of their ids.
  public var centres: [Centre] = []
  /// Small area × set of catchments; `id` is its place in this array.
  public var atoms: [Atom] = []
  /// How area figures reach catchments, for each rule that could be computed.
  public var weights: [Weight] = []
  /// The kinds of denominator and where they come from.
  public var denominatorSets: [DenominatorSet] = []
  /// How many people each area has.
  public var denominators: [Denominator] = []
  /// What each indicator is.
  public var indicators: [Indicator] = []
  /// The indicators' values by area.
  public var indicatorValues: [IndicatorValue] = []
  /// Counts by atom, split one way at a time.
  public var tallies: [TallyRow] = []
  /// All visits by centre used, those without a home included.
  public var centreVisits: [CentreVisits] = []
  /// Families, counted per place and never added. Internal only.
  public var families: [FamilyCount] = []
  /// Numbers of the run, by path: ("grades/postcode-live", 5877). Internal only.
  public var totals: [Total] = []
  /// Numbers of the files, not of the cycle: ("enrolment_rows", 9733). Internal only.
  public var fileTotals: [Total] = []
  /// The input files.
  public var provenance: [InputFile] = []
  /// Rows that were left out, by file and reason. Internal only.
  public var rejects: [Reject] = []
  /// What was complained of. Internal only where it is of a file with children or visits.
  public var complaints: [Complaint] = []
  /// Services in which visits were counted and that audit.yml's offers or groups name; others print as "other" in a release.
  public var namedServices: [String] = []
  /// Groups that audit.yml names, as `column=value`; others print as `column=other` in a release.
  public var namedGroups: [String] = []
  /// What a release does not show; empty in an exact workspace.
  public var withheld: [Withheld] = []
  /// Measures of the audit's own, in the order of audit.yml.
  public var declaredMeasures: [DeclaredMeasure] = []
  /// A composite index, access and clusters, as audit.yml declares them.
  public var analyses = DeclaredAnalyses()
  /// From the middle of each area's people to each centre; empty where nothing declared needs it.
  public var distances: [CentreDistance] = []
  /// Which areas touch; empty where nothing declared needs it.
  public var neighbours: [AreaPair] = []
  /// Offered hours of the declared services; empty where nothing declared needs it. Internal only.
  public var supply: [CentreSupply] = []
  /// Children counted in this cycle and in the one before, by what they did in each. Internal only.
  public var pairs: [PairedCount] = []
  /// Rows for the tables of other topics: voices, surveys, offers, claims, figures.
  public var topics: [TopicRows] = []

  /// Starts with nothing but the cycle.
  public init(cycle: CycleRecord) {
    self.cycle = cycle
  }
}
