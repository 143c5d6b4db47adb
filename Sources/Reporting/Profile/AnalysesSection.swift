import Measures
import Workspace

extension ProfileSections {
  /// Need put together from several measures, access and clusters, where audit.yml declares them; else no section.
  func analysesSections() -> [Section] {
    let analyses = facts.analyses
    guard !analyses.isEmpty, chosen == nil else { return [] }
    var blocks: [Block] = []
    if let index = analyses.index { blocks += indexBlocks(index) }
    if let hours = placeFigure(AnalysisMeasures.hours), let value = hours.value {
      let number = say.decimal(value, places: 1).ofFigure(hours.id)
      blocks.append(.paragraph(say("Hours a week on offer within reach, for 100 people: \(number).")))
    }
    let columns: [Table.Column] = [
      .init(say("Area")), .init(say("Rank of need"), isNumeric: true),
      .init(say("Metres to a centre"), isNumeric: true),
      .init(say("Hours in reach"), isNumeric: true), .init(say("Cluster")),
    ]
    blocks.append(
      .table(Table(say("Areas: need, access and clusters"), columns: columns, rows: members.map(analysisRow))))
    blocks.append(
      .note(
        say(
          "Rank 1 is most need of all areas; in small print where chance in the rates may put it. Metres are straight lines. What speaks of an area does not speak of each child in it."
        )))
    return [Section("need-index", say("Need put together, access and clusters"), blocks)]
  }

  private func placeFigure(_ measure: String) -> Figure? { borough.book.figure(measure, at: catchment.code) }

  private func indexBlocks(_ index: NeedIndexDeclaration) -> [Block] {
    var lines: [String] = []
    let parts = say.list(index.components.map { title(ofComponent: $0.measure).lowercasedFirst })
    lines.append(
      index.declaredBy.isEmpty
        ? say("\(index.title): made of \(parts).")
        : say("\(index.title): made of \(parts), as declared by \(index.declaredBy)."))
    if let share = placeFigure(AnalysisMeasures.headcount), let value = share.value {
      lines.append(
        say("\(inHundred(value).ofFigure(share.id)) children live where needs come together.").capitalisedFirst)
    }
    return lines.map { .paragraph($0) }
  }

  /// A component in words that a reader of the page knows.
  private func title(ofComponent id: String) -> String {
    if id == "distance" { return say("metres to the nearest centre") }
    return facts.indicators.first { $0.id == id }.map { say.name($0.title) }
      ?? borough.book.dictionary[id].map { say.title(of: $0) } ?? id
  }

  private func analysisRow(_ member: Borough.Member) -> [Cell] {
    let area = facts.areas[member.area]
    func figure(_ measure: String) -> Figure? { borough.book.figure(measure, at: area.code) }
    func cell(_ figure: Figure?, _ places: Int) -> Cell {
      guard let figure, let value = figure.value else { return "–" }
      let detail = figure.interval.map {
        say("\(say.decimal($0.lower, places: places)) to \(say.decimal($0.upper, places: places))")
      }
      return Cell(say.decimal(value, places: places), number: value, figure: figure.id, detail: detail)
    }
    let clusters = facts.analyses.clusters.compactMap { id -> String? in
      guard let figure = figure(AnalysisMeasures.cluster(id)), figure.comparison?.isDifferent == true,
        let z = figure.value
      else { return nil }
      let indicator = facts.indicators.first { $0.id == id }
      let title = say.name(indicator?.title ?? borough.book.dictionary[id]?.title ?? id)
      // Rank 1 is the most deprived: where ranks are low there is much of it.
      let isHigh = (indicator?.of ?? 0) > 0 ? z < 0 : z > 0
      return isHigh ? say("high: \(title)") : say("low: \(title)")
    }
    return [
      Cell(area.name, detail: area.name == area.code ? nil : area.code), cell(figure(AnalysisMeasures.rank), 0),
      cell(figure(AnalysisMeasures.metres), 0), cell(figure(AnalysisMeasures.hours), 1),
      Cell(clusters.isEmpty ? "–" : clusters.joined(separator: "; ")),
    ]
  }
}
