/// A table that is joined to another by an id: an entry of `join:`.
///
/// ```yaml
/// join:
///   - {file: families.csv, on: family_id}
///   - {file: addresses.csv, on: family_id, its: id}
/// ```
public struct JoinBlock: Sendable, Equatable {
  /// The table that is joined.
  public var table: TableBlock
  /// The id's column in the first table.
  public var on: String
  /// The id's column in the joined table; the same name where `its:` is not given.
  public var its: String

  init(_ block: YAMLBlock, role: String) throws(AuditError) {
    table = try TableBlock(block, role: role, columns: nil, more: ["on", "its"])
    on = try block.required("on")
    its = try block.text("its") ?? on
  }
}
