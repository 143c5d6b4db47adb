/// A table: each row's first cell names the row.
public struct Table: Sendable {
  /// What it shows.
  public var caption: String
  /// The columns, the first one that of the rows' names.
  public var columns: [Column]
  /// The rows; each has as many cells as there are columns.
  public var rows: [[Cell]]

  /// Makes a table.
  public init(_ caption: String, columns: [Column], rows: [[Cell]]) {
    self.caption = caption
    self.columns = columns
    self.rows = rows
  }

  /// A column of a table.
  public struct Column: Sendable, ExpressibleByStringLiteral {
    /// Its heading.
    public var title: String
    /// Whether it holds numbers, set flush right.
    public var isNumeric: Bool

    /// Makes a column.
    public init(_ title: String, isNumeric: Bool = false) {
      self.title = title
      self.isNumeric = isNumeric
    }

    /// Makes a column of words.
    public init(stringLiteral value: String) { self.init(value) }
  }
}

/// A cell of a table: what is printed, and the number behind it, if there is one.
public struct Cell: Sendable, ExpressibleByStringLiteral {
  /// What is printed.
  public var text: String
  /// The number: a count, a share of 1, a rank.
  public var number: Double?
  /// The least it can be, or its interval's lower limit.
  public var low: Double?
  /// The most it can be, or its interval's upper limit.
  public var high: Double?
  /// The id of the figure, for `needs explain`.
  public var figure: String?
  /// A second line in small print.
  public var detail: String?

  /// Makes a cell.
  public init(
    _ text: String, number: Double? = nil, low: Double? = nil, high: Double? = nil, figure: String? = nil,
    detail: String? = nil
  ) {
    self.text = text
    self.number = number
    self.low = low
    self.high = high
    self.figure = figure
    self.detail = detail
  }

  /// Makes a cell of words.
  public init(stringLiteral value: String) { self.init(value) }
}
