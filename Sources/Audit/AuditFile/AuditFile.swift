import Foundation
import Geodata
import Workspace
import Yams

/// What an audit is made of: audit.yml, read and checked, its files not yet opened.
///
/// ```swift
/// let file = try AuditFile.read(URL(fileURLWithPath: "geodata/audit.yml"), data: nil)
/// file.cycles.last?.label
/// ```
/// Unknown keys are refused with the nearest known one; each message names the file and the line.
public struct AuditFile: Sendable {
  /// The borough's name.
  public var name: String
  /// The CRS of the analysis, in metres.
  public var crs: String
  /// The small areas.
  public var areas: TableBlock
  /// What stands at the top and counts for each cycle that has nothing of its own.
  public var inputs: InputBlocks
  /// The postcode directory.
  public var postcodes: PostcodesBlock?
  /// Deprivation and other indicators.
  public var indicators: [IndicatorBlock]
  /// The cycles, in the order of time.
  public var cycles: [CycleBlock]
  /// The ages in completed years that are eligible.
  public var ages: ClosedRange<Int>
  /// The day on which ages are taken; default each cycle's first.
  public var referenceDate: Day?
  /// On how many different days a child comes to count as sustained.
  public var sustainedDays: Int
  /// Within how many days; nil: the cycle.
  public var sustainedWithin: Int?
  /// The shares against which rates are judged.
  public var thresholds: [Double]
  /// How area figures reach a catchment.
  public var rule: ApportionmentRule
  /// How a release coarsens.
  public var disclosure: DisclosureBlock
  /// `polygon` or `directory`.
  public var locate: String
  /// Lookups between vintages of small areas.
  public var lookups: [LookupBlock]
  /// Saved mappings: name → role → column.
  public var mappings: [String: [String: String]]
  /// OS Open UPRN, for places given as a property's reference number.
  public var uprns: TableBlock?
  /// Coded things that people said.
  public var voices: TableBlock?
  /// Surveys with asked, answered, agreed.
  public var surveys: TableBlock?
  /// What is given.
  public var offers: TableBlock?
  /// Until when what is kept: `retention:`.
  public var retention = RetentionBlock()
  /// The words that evidence is coded by.
  public var codebook: CodebookBlock
  /// The group columns by which voices are coded: `voices: coded-by:`. Empty: those of which some voice has a value.
  public var codedBy: [String]
  /// When a new audit is advised before its time, by name.
  public var triggers: [String: Double]
  /// Points that stand for the population: output-area centroids with weights.
  public var populationPoints: TableBlock?
  /// Children of a group by area, so that a group's rates have a denominator of their own.
  public var groupDenominators: [GroupDenominatorBlock]
  /// Other denominators by area: births, two-year-olds who may have a funded place.
  public var denominators: [DenominatorBlock]
  /// Measures of the audit's own.
  public var measures: [DeclaredMeasure]
  /// A composite index, access and clusters.
  public var analyses: DeclaredAnalyses
  /// Folders to search for PROJ's grids.
  public var proj: [String]
  /// audit.yml itself.
  public var source: Source

  /// Where audit.yml is and how its paths are read.
  public struct Source: Sendable {
    /// The file.
    public var url: URL
    /// The file's name, for messages.
    public var name: String
    /// The root of relative paths; nothing outside it is read.
    public var root: URL
  }

  /// The postcode directory: `postcodes:`.
  public struct PostcodesBlock: Sendable, Equatable {
    /// `nspl`, `onspd`, `code-point-open`, `uprn-open`.
    public var recipe: String
    /// The files.
    public var table: TableBlock
  }

  /// How a release coarsens: `disclosure:`.
  public struct DisclosureBlock: Sendable, Equatable {
    /// `small`, `six`, `eight`, `ten` or `custom`.
    public var profile = "small"
    /// h of a council's own profile.
    public var hide: Int?
    /// b of a council's own profile.
    public var base: Int?
    /// The group columns whose zeros are hidden too.
    public var sensitive: [String] = []
    /// Services that a release may print by name, besides those of the offers: `services: [stay-and-play]`.
    public var services: [String] = []
    /// Groups that a release may print by name, as `column=value`: `groups: {language: [eal]}`. Others print as other.
    public var groups: [String] = []
  }

  /// Children of one group by area: an entry of `group-denominators:`.
  public struct GroupDenominatorBlock: Sendable, Equatable {
    /// The group, `language=eal`.
    public var group: String
    /// The table and its columns, as `population:` has them.
    public var population: PopulationBlock
  }

  /// A lookup from one vintage of small areas to another: an entry of `lookups:`.
  public struct LookupBlock: Sendable, Equatable {
    /// The table.
    public var table: TableBlock
    /// The old polygons, if given.
    public var areas: TableBlock?
  }

  /// The inputs of one cycle.
  public func inputs(of cycle: CycleBlock) -> InputBlocks { cycle.inputs.filled(from: inputs) }
}
