import Measures
import Workspace

extension AnyWorkspace {
  /// The explanations of figures, each of whichever cycle its id names, in the order of the ids.
  ///
  /// - Throws: a refusal for the first id that is none, or of which the workspace has no figure.
  public func explanations(of ids: [String]) throws -> [Explanation] {
    var books: [String: FigureBook] = [:]
    return try ids.map { id in
      guard let cycle = id.split(separator: "@", omittingEmptySubsequences: false).last.map(String.init),
        let measure = id.split(separator: "@").first.map(String.init), id.count(where: { $0 == "@" }) >= 2
      else { throw FigureRefusal.notAnID(id) }
      // One id needs its own measure's book; of many, the book of everything serves all but declared weights.
      for asked in ids.count == 1 ? [measure] : ["*", measure] {
        let book = try books["\(asked)@\(cycle)"] ?? book(cycle: cycle, asked: asked)
        books["\(asked)@\(cycle)"] = book
        if let explanation = book.explanation(of: id) { return explanation }
      }
      throw FigureRefusal.noSuchFigure(id)
    }
  }

  private func book(cycle: String, asked: String) throws -> FigureBook {
    switch self {
    case .exact(let workspace):
      FigureBook(
        facts: try workspace.facts(cycle: cycle), asked: asked,
        others: try EvidenceReader(workspace, cycle: cycle).picture().figures)
    case .released(let workspace): FigureBook(facts: try workspace.facts(cycle: cycle), asked: asked)
    }
  }
}
