import GRDB

/// Functions of other rooms that an analyst may call in `needs sql`, so that SQL and pages divide and judge alike.
///
/// Files in queries/ use none of them: they run in any SQLite.
public struct AnalystFunctions: Sendable {
  /// A function of numbers; nil in, or no answer, is NULL.
  public struct Scalar: Sendable {
    /// Its name in SQL.
    public var name: String
    /// How many arguments it takes.
    public var arguments: Int
    /// The function; called only where no argument is NULL.
    public var body: @Sendable ([Double]) -> Double?
    /// Makes a function.
    public init(_ name: String, _ arguments: Int, _ body: @escaping @Sendable ([Double]) -> Double?) {
      (self.name, self.arguments, self.body) = (name, arguments, body)
    }
  }

  /// Functions of one row.
  public var scalars: [Scalar]
  /// Functions of a group's rows.
  public var aggregates: [any AnalystAggregate.Type]

  /// Makes a set of functions.
  public init(scalars: [Scalar] = [], aggregates: [any AnalystAggregate.Type] = []) {
    (self.scalars, self.aggregates) = (scalars, aggregates)
  }

  /// Registers them on a connection.
  func add(to db: Database) {
    for scalar in scalars {
      let body = scalar.body
      db.add(
        function: DatabaseFunction(scalar.name, argumentCount: scalar.arguments, pure: true) { values in
          let numbers = values.compactMap { Double.fromDatabaseValue($0) }
          return numbers.count == values.count ? body(numbers) : nil
        })
    }
    for aggregate in aggregates { add(aggregate, to: db) }
  }

  private func add<Aggregate: AnalystAggregate>(_ aggregate: Aggregate.Type, to db: Database) {
    db.add(
      function: DatabaseFunction(
        Aggregate.name, argumentCount: Aggregate.arguments, pure: true, aggregate: GroupedRows<Aggregate>.self))
  }
}

/// A function of a group's rows.
public protocol AnalystAggregate: Sendable {
  /// Its name in SQL.
  static var name: String { get }
  /// How many arguments it takes.
  static var arguments: Int { get }
  /// The answer for all rows of the group; a NULL is nil. No answer is NULL.
  static func value(of rows: [[Double?]]) -> Double?
}

/// Keeps a group's rows until SQLite has given the last.
private struct GroupedRows<Aggregate: AnalystAggregate>: DatabaseAggregate {
  private var rows: [[Double?]] = []

  mutating func step(_ values: [DatabaseValue]) { rows.append(values.map { Double.fromDatabaseValue($0) }) }

  func finalize() -> (any DatabaseValueConvertible)? { Aggregate.value(of: rows) }
}
