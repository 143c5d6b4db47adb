import Workspace

/// The figures of two books side by side: what a proposal would change, figure by figure.
///
/// ```swift
/// let changes = FigureChanges(before: FigureBook(facts: now), after: FigureBook(facts: proposed))
/// changes.table(measure: "reached.rate", kind: .catchment)
/// ```
public struct FigureChanges: Sendable {
  /// One figure before and after; one side is nil where the place is not there.
  public struct Pair: Sendable {
    /// As it is.
    public var before: Figure?
    /// As it would be.
    public var after: Figure?

    /// Whether anything of the figure differs: its value, what it is made of, or its doubt.
    public var isChanged: Bool {
      guard let before, let after else { return true }
      return before.numerator != after.numerator || before.denominator != after.denominator
        || before.value != after.value || before.interval != after.interval || before.spread != after.spread
        || before.flags != after.flags
    }

    /// After less before; nil where one of them is missing.
    public var change: Double? {
      guard let old = before?.value, let new = after?.value else { return nil }
      return new - old
    }

    /// Whichever side is there: both are of one measure and place.
    var either: Figure? { before ?? after }
  }

  /// In the order of measure, kind and place.
  public let pairs: [Pair]
  private let cells: FigureCells
  /// What each place is called, by its code.
  public let names: [String: String]

  /// Pairs the figures of two books of the same cycle.
  public init(before: FigureBook, after: FigureBook) {
    let ids = Set(before.figures.map(\.id)).union(after.figures.map(\.id))
    let order = Dictionary(uniqueKeysWithValues: Figure.Kind.allCases.enumerated().map { ($0.element, $0.offset) })
    pairs = ids.map { Pair(before: before.figure(id: $0), after: after.figure(id: $0)) }.sorted { one, other in
      guard let a = one.either, let b = other.either else { return false }
      return (a.measure, order[a.kind] ?? 0, a.place) < (b.measure, order[b.kind] ?? 0, b.place)
    }
    cells = FigureCells(hide: before.facts.hide, base: before.facts.base)
    var names: [String: String] = [Figure.authorityPlace: before.facts.name]
    for facts in [after.facts, before.facts] {
      for area in facts.areas { names[area.code] = area.name }
      for catchment in facts.catchments { names[catchment.code] = catchment.name }
      // A catchment without a name of its own is called after its centre.
      for centre in facts.centres where names[centre.code]?.isEmpty ?? true { names[centre.code] = centre.name }
    }
    self.names = names
  }

  /// The columns of `table`.
  public static let columns =
    ["measure", "kind", "place", "name", "before", "after", "change"]
    + ["numerator", "denominator", "low", "high", "spread_low", "spread_high"].flatMap {
      ["\($0)_before", "\($0)_after"]
    } + ["rule"]

  /// The pairs as an answer, all or chosen: by measure (a `*` at its end: all that begin so), by kind of place, and
  /// whether unchanged ones are among them.
  public func table(measure: String? = nil, kind: Figure.Kind? = nil, changedOnly: Bool = false) -> QueryResult {
    let chosen = pairs.filter { pair in
      guard let figure = pair.either else { return false }
      return (measure.map { FigureBook.matches(figure.measure, $0) } ?? true) && (kind == nil || figure.kind == kind)
        && (!changedOnly || pair.isChanged)
    }
    return QueryResult(columns: Self.columns, rows: chosen.compactMap(row))
  }

  private func row(_ pair: Pair) -> [SQLValue]? {
    guard let figure = pair.either else { return nil }
    let (before, after) = (pair.before.map(cells.cells), pair.after.map(cells.cells))
    func cell(_ column: String, _ side: [FigureCells.Cell]?) -> SQLValue {
      guard let side, let index = FigureCells.columns.firstIndex(of: column) else { return .null }
      return FigureBook.value(side[index])
    }
    var row: [SQLValue] = [
      .text(figure.measure), .text(figure.kind.rawValue), .text(figure.place),
      .text(names[figure.place] ?? figure.place), cell("value", before), cell("value", after),
      pair.change.map { FigureBook.value(.number($0)) } ?? .null,
    ]
    for column in ["numerator", "denominator", "low", "high", "spread_low", "spread_high"] {
      row += [cell(column, before), cell(column, after)]
    }
    return row + [figure.rule.map { .text($0.rawValue) } ?? .null]
  }
}
