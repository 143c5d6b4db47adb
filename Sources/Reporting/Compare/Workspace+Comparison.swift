import Geodata
import Measures
import Workspace

extension Workspace {
  /// Places of a kind compared by a measure, in one cycle or several, against the authority, places like them, other
  /// authorities and the nation.
  ///
  /// - Throws: a `Refusal`: no such cycle, measure or indicator, a file of places that cannot be read.
  public func comparison(
    _ question: ComparisonQuestion
  ) throws -> (comparison: Comparison, pages: BoroughPages<State>, complaints: [Complaint]) {
    let labels = try facts(cycle: nil).cycleLabels
    for cycle in question.cycles where !labels.contains(cycle) && cycle != ComparisonQuestion.allCycles {
      throw WorkspaceError.noSuchCycle(cycle, known: labels)
    }
    let asked =
      question.cycles == [ComparisonQuestion.allCycles] ? labels : labels.filter(question.cycles.contains)
    let main = asked.last ?? labels.last
    let before = labels.firstIndex { $0 == main }.flatMap { $0 > 0 ? labels[$0 - 1] : nil }
    let cycles = question.cycles.isEmpty ? [before, main].compactMap { $0 } : asked
    let crs = try about().crs
    let read = try question.places.map { source in
      try Layer.read(source, analysisCRS: crs, saidBy: "say another --code, --label or --crs")
    }
    let list = read.map { DrawnPlace.places(of: $0) } ?? []
    var pages = try BoroughPages(of: self, cycle: main, language: question.language)
    let content = try content(cycle: main)
    try check(question, in: pages.borough)
    var drawn: DrawnBorough?
    var earlier: [Borough] = []
    for cycle in cycles where cycle != main {
      earlier.append(try BoroughPages(of: self, cycle: cycle, language: question.language).borough)
    }
    if let file = question.places?.name {
      let made = DrawnBorough.make(
        list, file: file, in: pages.borough, content: content, making: question.making)
      guard made.drawn.made.contains(where: { $0.atoms > 0 }) else { throw ReportingError.nothingInside(file: file) }
      (pages.borough, drawn) = (made.borough, made.drawn)
      for (index, borough) in earlier.enumerated() {
        earlier[index] =
          DrawnBorough.make(
            list, file: file, in: borough, content: try self.content(cycle: borough.facts.cycle.label),
            making: question.making
          ).borough
      }
    }
    try checkMeasure(question, in: pages.borough)
    let comparison = Comparison(
      in: pages.borough, kind: question.kind, measure: question.measureID, coverage: CatchmentCoverage(content),
      earlier: earlier, isOfCycles: !question.cycles.isEmpty, drawn: drawn, others: question.others,
      indicators: question.indicators, language: question.language)
    var complaints = read?.complaints ?? []
    if let drawn, drawn.outside.high > 0, let note = comparison.outsideNote {
      complaints.append(Complaint(.warning, note, file: drawn.file))
    }
    return (comparison, pages, complaints)
  }

  private func check(_ question: ComparisonQuestion, in borough: Borough) throws {
    guard question.kind != .authority else { throw ReportingError.cannotCompare(kind: question.kind.rawValue) }
    if question.places != nil, question.kind != .catchment {
      throw ReportingError.placesAreNoKind(question.kind.rawValue)
    }
    if question.making == .surface, State.self == Released.self { throw ReportingError.sharesOfRelease }
    let known = borough.facts.indicators.filter { $0.level == "area" }.map(\.id)
    for id in question.indicators ?? [] where !known.contains(id) {
      throw ReportingError.noSuchIndicator(id, known: known)
    }
  }

  private func checkMeasure(_ question: ComparisonQuestion, in borough: Borough) throws {
    let figures = borough.book.figures(measure: question.measureID, kind: question.kind)
    guard figures.contains(where: { $0.denominator != nil && $0.isShareOfPeople }) else {
      throw ReportingError.noSuchMeasure(
        question.measureID,
        known: Set(
          borough.book.figures(kind: question.kind).filter { $0.interval != nil && $0.isShareOfPeople }.map(\.measure)
        ).sorted())
    }
  }
}

extension AnyWorkspace {
  /// Places compared: the rows, the page, and what is to be said of the files.
  public func comparison(
    _ question: ComparisonQuestion
  ) throws -> (answer: QueryResult, page: RenderedPage, complaints: [Complaint]) {
    switch self {
    case .exact(let workspace):
      let made = try workspace.comparison(question)
      return (made.comparison.answer, try RenderedPage(made.pages.comparison(made.comparison), "html"), made.complaints)
    case .released(let workspace):
      let made = try workspace.comparison(question)
      return (made.comparison.answer, try RenderedPage(made.pages.comparison(made.comparison), "html"), made.complaints)
    }
  }
}
