/// The children registered with the centres: `enrolments:` in audit.yml.
public struct EnrolmentsBlock: Sendable, Equatable {
  /// The table.
  public var table: TableBlock
  /// Group name → column, in the order of the names. Every value that is not empty is a group.
  public var groups: [Group]

  /// A declared group column.
  public struct Group: Sendable, Equatable {
    /// The group's name in the audit: `language`.
    public var name: String
    /// The column as the file spells it.
    public var column: String
  }

  init(_ block: YAMLBlock) throws(AuditError) {
    table = try TableBlock(
      block, role: "enrolments",
      columns: ["child", "family", "born", "registered", "left"] + TableBlock.placeRoles, more: ["groups"])
    try table.required("child", in: block)
    if !table.givesPlace {
      throw block.error(
        "columns", "enrolments need a place: easting and northing, longitude and latitude, or postcode")
    }
    groups = try block.names("groups", known: nil).map { Group(name: $0.key, column: $0.value) }
      .sorted { $0.name < $1.name }
  }
}
