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
      let own = ComparedMeasures.asking(for: measure)
      for asked in ids.count == 1 ? [own] : ["*", own] {
        let book = try books["\(asked)@\(cycle)"] ?? book(cycle: cycle, asked: asked)
        books["\(asked)@\(cycle)"] = book
        if let explanation = book.explanation(of: id) { return explanation }
      }
      throw FigureRefusal.noSuchFigure(id)
    }
  }

  /// The figures of a cycle, nil for the last: the stored ones, and of those that are worked out when they are asked for
  /// the ones that `asked` names, or the beginning of with a `*`. Of an exact workspace those of the evidence too.
  public func book(cycle: String?, asked: String? = nil) throws -> FigureBook {
    switch self {
    case .exact(let workspace):
      let facts = try workspace.facts(cycle: cycle)
      var others = try workspace.coverageFigures(facts, asked: asked)
      if asked != nil {
        let evidence = try EvidenceReader(workspace, cycle: facts.cycle.label).picture().figures
        others = (others.figures + evidence.figures, others.entries + evidence.entries)
      }
      return FigureBook(facts: facts, asked: asked, others: others)
    case .released(let workspace):
      let facts = try workspace.facts(cycle: cycle)
      return FigureBook(facts: facts, asked: asked, others: try workspace.coverageFigures(facts, asked: asked))
    }
  }
}

extension Workspace {
  /// What the catchments cover, where it is asked for: that needs the atoms.
  fileprivate func coverageFigures(
    _ facts: CycleFacts, asked: String?
  ) throws -> (figures: [Figure], entries: [MeasureEntry]) {
    guard let asked, ComparedMeasures.needsCoverage(asked) else { return ([], []) }
    return CoverageFigures(CatchmentCoverage(try content(cycle: facts.cycle.label)), facts).figures()
  }
}
