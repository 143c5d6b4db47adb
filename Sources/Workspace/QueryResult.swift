/// The answer to a query: named columns and rows.
public struct QueryResult: Hashable, Sendable {
  /// The columns' names, in their order.
  public var columns: [String]
  /// The rows, each with as many values as there are columns.
  public var rows: [[SQLValue]]

  /// Makes a result.
  public init(columns: [String], rows: [[SQLValue]]) {
    (self.columns, self.rows) = (columns, rows)
  }
}
