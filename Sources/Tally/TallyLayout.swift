/// The columns of a tally: which measure, split which way, for which key.
///
/// One split at a time, so that distinct children add up over atoms and are never added over keys.
public struct TallyLayout: Hashable, Sendable {
  /// `language=eal`, in the order of their numbers.
  public var groups: [String]
  /// Services, in the order of their numbers; an empty one is a key of its own.
  public var services: [String]
  /// Centres used, in the order of their numbers.
  public var centres: [String]
  /// `2025-09`, in the order of their numbers.
  public var months: [String]

  /// Makes a layout from the keys of each split.
  public init(groups: [String], services: [String], centres: [String], months: [String]) {
    (self.groups, self.services, self.centres, self.months) = (groups, services, centres, months)
  }

  /// A column: measure × split × key.
  public struct Column: Hashable, Sendable {
    /// `enrolled`, `reached`, `sustained`, `visits`.
    public var measure: String
    /// `all`, `group`, `service`, `centre`, `month`.
    public var by: String
    /// The key; empty for `all`.
    public var key: String
  }

  static let enrolled = 0
  static let reached = 1
  static let sustained = 2
  static let visits = 3

  private var groupStart: Int { 4 }
  private var serviceStart: Int { groupStart + 4 * groups.count }
  private var centreStart: Int { serviceStart + 3 * services.count }
  private var monthStart: Int { centreStart + 3 * centres.count }

  /// How many columns there are.
  public var width: Int { monthStart + 2 * months.count }

  func group(_ key: Int32, _ measure: Int) -> Int { groupStart + 4 * Int(key) + measure }
  /// 0 reached, 1 sustained, 2 visits.
  func service(_ key: Int32, _ offset: Int) -> Int { serviceStart + 3 * Int(key) + offset }
  /// 0 reached, 1 sustained, 2 visits.
  func centre(_ key: Int32, _ offset: Int) -> Int { centreStart + 3 * Int(key) + offset }
  /// 0 reached, 1 visits.
  func month(_ key: Int32, _ offset: Int) -> Int { monthStart + 2 * Int(key) + offset }

  /// All columns, in their order.
  public var columns: [Column] {
    let people = ["enrolled", "reached", "sustained", "visits"]
    var columns = people.map { Column(measure: $0, by: "all", key: "") }
    for key in groups { columns += people.map { Column(measure: $0, by: "group", key: key) } }
    for key in services { columns += people.dropFirst().map { Column(measure: $0, by: "service", key: key) } }
    for key in centres { columns += people.dropFirst().map { Column(measure: $0, by: "centre", key: key) } }
    for key in months { columns += ["reached", "visits"].map { Column(measure: $0, by: "month", key: key) } }
    return columns
  }
}
