import Geodata
import Geometry
import Tally

/// What the queries say of one cycle: the counts, denominators and indicators that measures and pages are made of.
///
/// It reads the same from an exact workspace and from a release. What a release does not hold is nil or empty.
public struct CycleFacts: Sendable {
  /// The borough's name.
  public var name: String
  /// The cycle and its parameters.
  public var cycle: CycleRecord
  /// How this workspace's own counts are coarsened: 0 and 1 when exact.
  public var hide: Int
  /// See `hide`.
  public var base: Int
  /// Each small area, in the order of the codes.
  public var areas: [AreaFacts]
  /// Each catchment, in the order of the codes.
  public var catchments: [CatchmentFacts]
  /// Each centre, in the order of the ids.
  public var centres: [CentreFacts]
  /// Everybody counted, outside the areas too.
  public var authority: PeopleCounts
  /// How area figures reach catchments.
  public var weights: [CycleContent.Weight]
  /// Kinds of denominator.
  public var denominatorSets: [CycleContent.DenominatorSet]
  /// The indicators' entries.
  public var indicators: [CycleContent.Indicator]
  /// Children and visits of each catchment by centre used.
  public var flows: [Flow]
  /// The input files; in a release, those without children or visits.
  public var sources: [CycleContent.InputFile]
  /// Numbers of the run; empty in a release.
  public var totals: [String: Double]
  /// What was complained of; in a release nothing about children or visits.
  public var complaints: [Complaint]
  /// Rows left out; empty in a release.
  public var rejects: [CycleContent.Reject]
  /// Labels of all cycles in the workspace, in the order of time.
  public var cycleLabels: [String]
  /// By group over the whole authority, those outside the areas too; empty in a release, where some sets do not show it.
  public var authorityGroups: [Split] = []
  /// Children by the atom they live in and the centre they used; in a release by catchment set, without the area.
  public var homeFlows: [HomeFlow] = []
  /// The most children who may have used some centre and are in no flow, as a release withholds their sets'; else 0.
  public var centresUnknown = 0
  /// By service, centre and month over the whole authority; empty in a release.
  public var authoritySplits: [Split] = []
  /// Indicators of places that are no areas of the audit: wards and districts by their codes, `nation`.
  public var elsewhere: [CycleContent.IndicatorValue] = []
  /// Measures of the audit's own, in the order of audit.yml.
  public var declaredMeasures: [DeclaredMeasure] = []
  /// A composite index, access and clusters, as audit.yml declares them.
  public var analyses = DeclaredAnalyses()
  /// From the middle of each area's people to each centre.
  public var distances: [CentreDistance] = []
  /// Which areas touch.
  public var neighbours: [AreaPair] = []
  /// Offered hours of the declared services; empty in a release.
  public var supply: [CentreSupply] = []
  /// Children counted in this cycle and in the one before; empty in a release and in a first cycle.
  public var pairs: [CycleContent.PairedCount] = []

  /// Makes facts from their parts.
  public init(
    name: String, cycle: CycleRecord, hide: Int, base: Int, areas: [AreaFacts], catchments: [CatchmentFacts],
    centres: [CentreFacts], authority: PeopleCounts, weights: [CycleContent.Weight],
    denominatorSets: [CycleContent.DenominatorSet], indicators: [CycleContent.Indicator], flows: [Flow],
    sources: [CycleContent.InputFile], totals: [String: Double], complaints: [Complaint],
    rejects: [CycleContent.Reject], cycleLabels: [String]
  ) {
    self.name = name
    self.cycle = cycle
    self.hide = hide
    self.base = base
    self.areas = areas
    self.catchments = catchments
    self.centres = centres
    self.authority = authority
    self.weights = weights
    self.denominatorSets = denominatorSets
    self.indicators = indicators
    self.flows = flows
    self.sources = sources
    self.totals = totals
    self.complaints = complaints
    self.rejects = rejects
    self.cycleLabels = cycleLabels
  }

  /// The four counts of people, and what only an exact workspace holds.
  public struct PeopleCounts: Hashable, Sendable {
    /// Distinct eligible children with a row in force.
    public var enrolled: Count
    /// Of those, with a visit to any centre in the cycle.
    public var reached: Count
    /// Of those, on at least k different days.
    public var sustained: Count
    /// Rows of service use of these children; nil in a release.
    public var visits: Int?
    /// Distinct families; nil in a release or without family ids.
    public var families: Int?
    /// Distinct families of reached children; likewise.
    public var familiesReached: Int?
    /// Makes counts.
    public init(
      enrolled: Count, reached: Count, sustained: Count, visits: Int? = nil, families: Int? = nil,
      familiesReached: Int? = nil
    ) {
      self.enrolled = enrolled
      self.reached = reached
      self.sustained = sustained
      self.visits = visits
      self.families = families
      self.familiesReached = familiesReached
    }

    /// Nobody.
    public static let none = PeopleCounts(enrolled: .zero, reached: .zero, sustained: .zero)

    /// Adds a tally of everybody: `enrolled`, `reached` or `sustained`; those of other measures are not of people.
    public mutating func add(_ row: CycleContent.TallyRow) {
      switch row.measure {
      case "enrolled": enrolled += row.count
      case "reached": reached += row.count
      case "sustained": sustained += row.count
      default: break
      }
    }
  }

  /// One small area.
  public struct AreaFacts: Sendable {
    /// The code.
    public var code: String
    /// The name.
    public var name: String
    /// m².
    public var surface: Double
    /// The children who live there.
    public var people: PeopleCounts
    /// By denominator set.
    public var denominators: [String: CycleContent.Denominator]
    /// By indicator.
    public var indicators: [String: CycleContent.IndicatorValue]
    /// Makes facts.
    public init(
      code: String, name: String, surface: Double, people: PeopleCounts,
      denominators: [String: CycleContent.Denominator], indicators: [String: CycleContent.IndicatorValue]
    ) {
      self.code = code
      self.name = name
      self.surface = surface
      self.people = people
      self.denominators = denominators
      self.indicators = indicators
    }
  }

  /// One catchment.
  public struct CatchmentFacts: Sendable {
    /// The code.
    public var code: String
    /// The name.
    public var name: String
    /// m².
    public var surface: Double
    /// The children who live there.
    public var people: PeopleCounts
    /// Of those, with a visit to the catchment's own centre; nil where a release withholds it.
    public var reachedHere: Count?
    /// Visits of those children to the own centre; nil in a release.
    public var visitsHere: Int?
    /// By split (`group`, `service`, `month`, `centre`), key and measure; in a release only what is shown.
    public var splits: [Split]
    /// The splits that a release withholds here, in the order of their names: their sums print as "w".
    public var withheld: [String] = []
    /// The splits that a release withholds for a part of the catchment: the sums' bounds say what that part may add.
    public var partlyWithheld: [String] = []
    /// Makes facts.
    public init(
      code: String, name: String, surface: Double, people: PeopleCounts, reachedHere: Count?, visitsHere: Int?,
      splits: [Split]
    ) {
      self.code = code
      self.name = name
      self.surface = surface
      self.people = people
      self.reachedHere = reachedHere
      self.visitsHere = visitsHere
      self.splits = splits
    }
  }

  /// A count of one measure for one key of one split.
  public struct Split: Hashable, Sendable {
    /// `enrolled`, `reached`, `sustained`, `visits`.
    public var measure: String
    /// `group`, `service`, `month`, `centre`.
    public var by: String
    /// The key.
    public var key: String
    /// The count.
    public var count: Count
    /// Makes a split.
    public init(measure: String, by: String, key: String, count: Count) {
      (self.measure, self.by, self.key, self.count) = (measure, by, key, count)
    }
  }

  /// One centre.
  public struct CentreFacts: Sendable {
    /// The id.
    public var code: String
    /// The name.
    public var name: String
    /// Where it stands, in the analysis CRS.
    public var point: Point?
    /// All visits: by `all`, `service`, `month`; in an exact workspace also by `visitor`.
    public var visits: [Split]
    /// What a release withholds of them (`all`, `service`, `month`), in the order of their names.
    public var withheld: [String] = []
    /// Distinct counted children who came, wherever they live; nil in a release, where some sets do not show it.
    public var children: Count?
    /// Makes facts.
    public init(code: String, name: String, point: Point?, visits: [Split]) {
      (self.code, self.name, self.point, self.visits) = (code, name, point, visits)
    }
  }

  /// Children of one catchment (empty: of none) who used one centre.
  public struct Flow: Hashable, Sendable {
    /// Where they live.
    public var catchment: String
    /// The centre used.
    public var centre: String
    /// Distinct children.
    public var children: Count
    /// Rows; nil in a release.
    public var visits: Int?
    /// Makes a flow.
    public init(catchment: String, centre: String, children: Count, visits: Int?) {
      (self.catchment, self.centre, self.children, self.visits) = (catchment, centre, children, visits)
    }
  }

  /// Children who live in one atom and used one centre. Each child is in one atom, so these add up over atoms.
  public struct HomeFlow: Hashable, Sendable {
    /// The small area; empty: outside of all, or not told (in a release).
    public var area: String
    /// The catchments that hold the home, sorted; empty: none.
    public var catchments: [String]
    /// The centre used; empty where the row names none.
    public var centre: String
    /// Distinct children.
    public var children: Count
    /// Makes a flow.
    public init(area: String, catchments: [String], centre: String, children: Count) {
      (self.area, self.catchments, self.centre, self.children) = (area, catchments, centre, children)
    }
  }
}
