import Geodata
import Geometry
import Tally

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
  /// Children counted in this cycle and in the one before, by what they did in each. Internal only.
  public var pairs: [PairedCount] = []
  /// Rows for the tables of other topics: voices, surveys, offers, claims, figures.
  public var topics: [TopicRows] = []

  /// Starts with nothing but the cycle.
  public init(cycle: CycleRecord) {
    self.cycle = cycle
  }

  /// A small area or a catchment.
  public struct Place: Sendable {
    /// The code, unique in its table.
    public var code: String
    /// The name, or the code where there is none.
    public var name: String
    /// m² in the analysis CRS.
    public var surface: Double
    /// The shape in the analysis CRS; nil where the file gave none.
    public var shape: MultiPolygon?
    /// Makes a place.
    public init(code: String, name: String, surface: Double, shape: MultiPolygon?) {
      (self.code, self.name, self.surface, self.shape) = (code, name, surface, shape)
    }
  }

  /// A place where services are given.
  public struct Centre: Sendable {
    /// The id; a catchment's own centre has its code.
    public var code: String
    /// The name.
    public var name: String
    /// Where it stands, in the analysis CRS.
    public var point: Point?
    /// Makes a centre.
    public init(code: String, name: String, point: Point?) {
      (self.code, self.name, self.point) = (code, name, point)
    }
  }

  /// Small area × exact set of catchments.
  public struct Atom: Hashable, Sendable {
    /// The area's code; empty: outside every area.
    public var area: String
    /// The catchments' codes, sorted.
    public var catchments: [String]
    /// m², by overlay; 0 where the shape is empty (points on borders only, or outside).
    public var surface: Double
    /// Whether it is a catchment set without its area, on which a release puts counts by group, service and centre.
    public var isSet = false
    /// Makes an atom.
    public init(area: String, catchments: [String], surface: Double) {
      (self.area, self.catchments, self.surface) = (area, catchments, surface)
    }
    /// Makes a catchment set.
    public init(set catchments: [String]) {
      self.init(area: "", catchments: catchments, surface: 0)
      isSet = true
    }
  }

  /// The share of an area that counts for a catchment by a rule. Only weights over 0.
  public struct Weight: Hashable, Sendable {
    /// The catchment's code.
    public var catchment: String
    /// The area's code.
    public var area: String
    /// The rule.
    public var rule: ApportionmentRule
    /// 0…1.
    public var weight: Double
    /// Makes a weight.
    public init(catchment: String, area: String, rule: ApportionmentRule, weight: Double) {
      (self.catchment, self.area, self.rule, self.weight) = (catchment, area, rule, weight)
    }
  }

  /// A kind of denominator: whom it counts, when, and who says so.
  public struct DenominatorSet: Hashable, Sendable {
    /// `children` (those of the eligible ages), `age-0`…, `population`, `children-0-15`, `working-age`, `aged-60-over`.
    public var id: String
    /// In words.
    public var title: String
    /// The day it describes, as text, if known.
    public var date: String?
    /// File and publisher.
    public var source: String
    /// Whether it describes a day over two years from the cycle's first day.
    public var isStale: Bool
    /// Makes a set.
    public init(id: String, title: String, date: String?, source: String, isStale: Bool) {
      (self.id, self.title, self.date, self.source, self.isStale) = (id, title, date, source, isStale)
    }
  }

  /// How many people one area has, of one kind.
  public struct Denominator: Hashable, Sendable {
    /// Whether the number is there.
    public enum State: String, Sendable {
      /// It is.
      case given
      /// The table has no row, or a blank, for the area.
      case missing
      /// The publisher suppressed it; low and high say what is known.
      case suppressed
      /// One row bears several codes; no area has a number of its own.
      case shared
    }
    /// The area's code.
    public var area: String
    /// The set's id.
    public var set: String
    /// The number; nil unless given.
    public var value: Double?
    /// The least it can be, where that is known.
    public var low: Double?
    /// The most it can be, where that is known.
    public var high: Double?
    /// Whether the number is there.
    public var state: State
    /// Makes a denominator.
    public init(
      area: String, set: String, value: Double?, low: Double? = nil, high: Double? = nil, state: State = .given
    ) {
      (self.area, self.set, self.value, self.low, self.high, self.state) = (area, set, value, low, high, state)
    }
  }

  /// What an indicator is (the dictionary's entry).
  public struct Indicator: Hashable, Sendable {
    /// `imd`, `income`, `idaci`, `idaopi`, `free-meals`…
    public var id: String
    /// In words.
    public var title: String
    /// The theme under which a profile shows it.
    public var theme: String
    /// `rank`, `score`, `percent`, `rate`, `count`.
    public var unit: String
    /// `higher-is-worse`, `higher-is-better`, `neither`; ranks: 1 = most deprived.
    public var polarity: String
    /// N of a national rank: 32844.
    public var of: Int?
    /// The data's year or release.
    public var vintage: String
    /// File and publisher.
    public var source: String
    /// The licence.
    public var licence: String
    /// The words that the licence asks for.
    public var attribution: String
    /// The id of its denominator set.
    public var denominator: String?
    /// The kind of area it was published for: `area`, `ward`, `district`.
    public var level: String
    /// Makes an indicator.
    public init(
      id: String, title: String, theme: String, unit: String, polarity: String, of: Int? = nil, vintage: String = "",
      source: String = "", licence: String = "", attribution: String = "", denominator: String? = nil,
      level: String = "area"
    ) {
      self.id = id
      self.title = title
      self.theme = theme
      self.unit = unit
      self.polarity = polarity
      self.of = of
      self.vintage = vintage
      self.source = source
      self.licence = licence
      self.attribution = attribution
      self.denominator = denominator
      self.level = level
    }
  }

  /// An indicator's value for one area. What was not published is nil, never 0.
  public struct IndicatorValue: Hashable, Sendable {
    /// The indicator's id.
    public var indicator: String
    /// The area's code.
    public var area: String
    /// Score, percentage, rate.
    public var value: Double?
    /// National rank; 1 = most deprived.
    public var rank: Double?
    /// National decile; 1 = most deprived.
    public var decile: Int?
    /// Of a proportion or a rate.
    public var numerator: Double?
    /// Of a proportion or a rate.
    public var denominator: Double?
    /// Makes a value.
    public init(
      indicator: String, area: String, value: Double? = nil, rank: Double? = nil, decile: Int? = nil,
      numerator: Double? = nil, denominator: Double? = nil
    ) {
      self.indicator = indicator
      self.area = area
      self.value = value
      self.rank = rank
      self.decile = decile
      self.numerator = numerator
      self.denominator = denominator
    }
  }

  /// A count by atom: measure, split (`by`) and the value of the split (`key`).
  public struct TallyRow: Hashable, Sendable {
    /// Index into `atoms`.
    public var atom: Int
    /// `enrolled`, `reached`, `sustained`, `visits`.
    public var measure: String
    /// `all`, `group`, `service`, `month`, `centre`.
    public var by: String
    /// Empty for all; `language=eal`; `stay-and-play`; `2025-09`; `CC01`.
    public var key: String
    /// The count.
    public var count: Count
    /// Makes a row.
    public init(atom: Int, measure: String, by: String, key: String, count: Count) {
      (self.atom, self.measure, self.by, self.key, self.count) = (atom, measure, by, key, count)
    }
  }

  /// The same children in two cycles: how many did something both times, only then, only now, never.
  public struct PairedCount: Hashable, Sendable {
    /// The label of the cycle before.
    public var since: String
    /// `area`, `catchment` or `authority`.
    public var kind: String
    /// The place's code, in which they lived both times; empty for the authority.
    public var place: String
    /// `reached`, `reached-here`, `sustained`.
    public var measure: String
    /// Both times.
    public var both: Int
    /// In the cycle before alone.
    public var thenOnly: Int
    /// In this cycle alone.
    public var nowOnly: Int
    /// Neither time.
    public var neither: Int
    /// Makes a row.
    public init(
      since: String, kind: String, place: String, measure: String, both: Int, thenOnly: Int, nowOnly: Int, neither: Int
    ) {
      self.since = since
      self.kind = kind
      self.place = place
      self.measure = measure
      self.both = both
      self.thenOnly = thenOnly
      self.nowOnly = nowOnly
      self.neither = neither
    }
    /// How many children were counted in both cycles.
    public var children: Int { both + thenOnly + nowOnly + neither }
  }

  /// All visits to a centre, whoever came.
  public struct CentreVisits: Hashable, Sendable {
    /// The centre's id; empty where the row names none.
    public var centre: String
    /// `all`, `service`, `month`, `visitor` (internal: counted, enrolled-not-counted, casual, unknown).
    public var by: String
    /// The value of the split; empty for all.
    public var key: String
    /// Rows.
    public var count: Count
    /// Makes a row.
    public init(centre: String, by: String, key: String, count: Count) {
      (self.centre, self.by, self.key, self.count) = (centre, by, key, count)
    }
  }

  /// Distinct families at one place. Never added over places.
  public struct FamilyCount: Hashable, Sendable {
    /// `area`, `catchment`, `atom` (code: `area|catchment|…`) or `authority` (code empty).
    public var kind: String
    /// The place's code.
    public var code: String
    /// Distinct families of the enrolled children there.
    public var families: Int
    /// Distinct families of the reached children there.
    public var reached: Int
    /// Makes a row.
    public init(kind: String, code: String, families: Int, reached: Int) {
      (self.kind, self.code, self.families, self.reached) = (kind, code, families, reached)
    }
  }

  /// A number of the run with its path in `totals`.
  public struct Total: Hashable, Sendable {
    /// `children`, `grades/postcode-live`.
    public var path: String
    /// The number.
    public var value: Double
    /// Makes a total.
    public init(_ path: String, _ value: Double) {
      (self.path, self.value) = (path, value)
    }
  }

  /// An input file: what it was taken for and what was read of it.
  public struct InputFile: Hashable, Sendable {
    /// `areas`, `catchments`, `enrolments`, `service-use`, `population`, `indicators`…
    public var role: String
    /// The name as audit.yml gives it.
    public var file: String
    /// SHA-256 in hexadecimal.
    public var sha256: String
    /// Size in bytes.
    public var bytes: Int
    /// Rows or features read.
    public var rows: Int
    /// Rows or features used.
    public var used: Int
    /// What was assumed: encoding, separator, sheet, CRS and transform with its accuracy, dates.
    public var reading: String
    /// The recipe, the vintage.
    public var vintage: String
    /// The licence, where known.
    public var licence: String
    /// The words that the licence asks for.
    public var attribution: String
    /// Whether its rows are children or visits: its hash, size and rows stay out of a release.
    public var isPersonal: Bool
    /// Makes an entry.
    public init(
      role: String, file: String, sha256: String, bytes: Int, rows: Int, used: Int, reading: String,
      vintage: String = "", licence: String = "", attribution: String = "", isPersonal: Bool = false
    ) {
      self.role = role
      self.file = file
      self.sha256 = sha256
      self.bytes = bytes
      self.rows = rows
      self.used = used
      self.reading = reading
      self.vintage = vintage
      self.licence = licence
      self.attribution = attribution
      self.isPersonal = isPersonal
    }
  }

  /// Rows of one file that were left out for one reason.
  public struct Reject: Hashable, Sendable {
    /// The file's name.
    public var file: String
    /// The reason, in words.
    public var reason: String
    /// How many.
    public var rows: Int
    /// The first few row numbers.
    public var firstRows: [Int]
    /// Makes an entry.
    public init(file: String, reason: String, rows: Int, firstRows: [Int]) {
      (self.file, self.reason, self.rows, self.firstRows) = (file, reason, rows, firstRows)
    }
  }

  /// A kind of counts that a release does not show of one catchment set or centre.
  public struct Withheld: Hashable, Sendable {
    /// Index into `atoms` of the catchment set; nil: it is a centre.
    public var set: Int?
    /// The centre's id; empty for a set.
    public var centre: String
    /// `all` (visits), `group`, `service`, `centre`, `month`.
    public var by: String
    /// Makes an entry.
    public init(set: Int?, centre: String = "", by: String) {
      (self.set, self.centre, self.by) = (set, centre, by)
    }
  }
}
