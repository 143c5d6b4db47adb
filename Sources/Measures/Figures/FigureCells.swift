import Statistics
import Tally

/// A figure as the cells of a table: what `needs figures` prints and the table `figures` stores.
public struct FigureCells: Sendable {
  /// The columns, in order.
  public static let columns = [
    "figure", "measure", "kind", "place", "cycle", "numerator", "denominator", "value", "low", "high", "spread_low",
    "spread_high", "rule",
  ]

  /// A cell.
  public enum Cell: Hashable, Sendable {
    /// Words, a code, `c`, `w`.
    case text(String)
    /// A number.
    case number(Double)
    /// Nothing is there, or it is not known.
    case none
  }

  /// How counts are printed.
  public let counts: CountText

  /// For a workspace that coarsens so; 0 and 1 where it is exact.
  public init(hide: Int, base: Int) { counts = CountText(hide: hide, base: base) }

  /// The cells of a figure, in the order of the columns.
  public func cells(_ figure: Figure) -> [Cell] {
    let withheld = figure.flags.contains(.withheld)
    return [
      .text(figure.id), .text(figure.measure), .text(figure.kind.rawValue), .text(figure.place), .text(figure.cycle),
      withheld ? .text(CountText.withheld) : number(figure.numerator), number(figure.denominator),
      withheld ? .text(CountText.withheld) : value(figure), .of(figure.interval?.lower), .of(figure.interval?.upper),
      .of(figure.spread?.lower), .of(figure.spread?.upper), figure.rule.map { .text($0.rawValue) } ?? .none,
    ]
  }

  private func number(_ number: FigureNumber?) -> Cell {
    switch number {
    case .counted(let count): counts.number(count).map { .number(Double($0)) } ?? .text(CountText.hidden)
    case .given(let given): .number(given)
    case nil: .none
    }
  }

  /// A figure that is a count itself is printed as counts are.
  private func value(_ figure: Figure) -> Cell {
    if figure.isCount, let numerator = figure.numerator { return number(numerator) }
    return .of(figure.value)
  }
}

extension FigureCells.Cell {
  static func of(_ number: Double?) -> FigureCells.Cell { number.map { .number($0) } ?? .none }
}
