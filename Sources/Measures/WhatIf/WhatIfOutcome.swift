import Workspace

/// What a proposal would change, worked out and written nowhere: made of exact counts, for the house alone.
public struct WhatIfOutcome: Sendable {
  /// The borough's name.
  public let name: String
  /// What was done to the catchments and by which rule, a sentence each.
  public let rules: [String]
  /// The cycle as it is.
  public let before: CycleContent
  /// The cycle as it would be.
  public let after: CycleContent
  /// Its figures as they are.
  public let bookBefore: FigureBook
  /// Its figures as they would be.
  public let bookAfter: FigureBook
  /// Both beside each other.
  public let changes: FigureChanges
  /// Who lives nearer, who further.
  public let travel: TravelChange
  /// The centres that close.
  public let closed: [String]
  /// The centres that open.
  public let opened: [String]

  /// Puts an outcome together.
  public init(
    name: String, rules: [String], before: CycleContent, after: CycleContent, books: (FigureBook, FigureBook),
    travel: TravelChange, closed: [String], opened: [String]
  ) {
    self.name = name
    self.rules = rules
    self.before = before
    self.after = after
    (bookBefore, bookAfter) = books
    changes = FigureChanges(before: books.0, after: books.1)
    self.travel = travel
    self.closed = closed
    self.opened = opened
  }
}
