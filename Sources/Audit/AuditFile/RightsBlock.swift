/// What audit.yml says of a file's descent: its year or release, who publishes it, under which licence, and the words that
/// the licence asks for. Pages, releases and exports pass it on.
///
/// ```yaml
/// areas:
///   file: lsoa11.geojson
///   columns: {code: LSOA11CD, name: LSOA11NM}
///   licence: Open Government Licence v3.0
///   attribution: Contains OS data © Crown copyright and database right 2011
/// ```
public struct RightsBlock: Sendable, Equatable {
  /// The data's year or release.
  public var vintage: String?
  /// The publisher.
  public var source: String?
  /// The licence.
  public var licence: String?
  /// The words that the licence asks for; default the publisher.
  public var attribution: String?

  /// The keys of blocks that name a file which holds nobody.
  static let keys = ["vintage", "source", "licence", "attribution"]
  /// The blocks whose files are of places and published numbers. Who owns a file of children is no question of a licence.
  static let roles: Set = [
    "areas", "catchments", "centres", "population", "postcodes", "uprns", "lookups", "population-points", "indicators",
  ]

  /// Nothing is stated.
  init() {}

  init(_ block: YAMLBlock, role: String) throws(AuditError) {
    guard Self.roles.contains(role) else { return }
    vintage = try block.text("vintage")
    source = try block.text("source")
    licence = try block.text("licence")
    attribution = try block.text("attribution")
  }

  /// The words that a page says below the table of its sources.
  var words: String? { attribution ?? source }
}
