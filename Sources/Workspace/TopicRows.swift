/// Rows of one topic's table (voices, offers, claims, figures…) that are written with a cycle, in its transaction.
///
/// The table is one of `Schema.tables`; the cycle's label is added by the writer.
public struct TopicRows: Hashable, Sendable {
  /// The table's name.
  public var table: String
  /// The columns that the rows give, without `id` and `cycle`.
  public var columns: [String]
  /// The rows, each with as many values as there are columns.
  public var rows: [[SQLValue]]

  /// Makes rows for a table.
  public init(table: String, columns: [String], rows: [[SQLValue]] = []) {
    (self.table, self.columns, self.rows) = (table, columns, rows)
  }
}
