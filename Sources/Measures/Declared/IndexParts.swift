import Statistics
import Workspace

/// What one component gives to the composite score of an area, or to the mean of a place.
public struct IndexPart: Codable, Hashable, Sendable {
  /// The measure, as declared.
  public var component: String
  /// In words.
  public var title: String
  /// Where its values come from.
  public var source: String
  /// The id of the area's figure that it takes, where there is one.
  public var figure: String?
  /// The area's value (a rank, where the component is published as one); nil for a place of several areas.
  public var value: Double?
  /// The area's place in the component, 1 = most need; nil for a place of several areas.
  public var rank: Double?
  /// How many areas are ranked.
  public var ranked: Int
  /// X, the exponentially transformed rank, 0…100; of a place the mean over its children.
  public var transformed: Double
  /// The share of the weights.
  public var weight: Double
  /// weight × X: the contributions add up to the score.
  public var contribution: Double
}

extension AnalysisFigures {
  /// What each component gives to a score or a rank of the index, in the order in which they are declared; empty for other
  /// figures, and for areas that are not ranked.
  func parts(of figure: Figure, in book: FigureBook) -> [IndexPart] {
    guard [AnalysisMeasures.score, AnalysisMeasures.rank].contains(figure.measure),
      let declared = facts.analyses.index,
      let index = NeedIndex(declared.components.map { component($0, isDrawn: false) })
    else { return [] }
    let area = figure.kind == .area ? facts.areas.firstIndex { $0.code == figure.place } : nil
    if figure.kind == .area, area.map({ index.scores[$0] == nil }) ?? true { return [] }
    return zip(index.components, index.transformed).compactMap { component, transformed in
      let mean = means(AnalysisMeasures.score, transformed, over: "children")
        .first { $0.kind == figure.kind && $0.place == figure.place }?.value
      guard let x = area.map({ transformed[$0] }) ?? mean else { return nil }
      let measure = component.id == "distance" ? AnalysisMeasures.metres : component.id
      let order = area.map { area in
        let values = index.ranked.map { component.values[$0] ?? 0 }
        let ranks = Ranks.of(values, lowestFirst: !component.higherIsMoreNeed)
        return index.ranked.firstIndex(of: area).map { ranks[$0] }
      }
      let (entry, indicator) = (book.dictionary[measure], facts.indicators.first { $0.id == component.id })
      return IndexPart(
        component: component.id, title: indicator?.title ?? entry?.title ?? component.id,
        source: indicator?.source ?? entry?.source ?? "",
        figure: area.flatMap { book.figure(measure, at: facts.areas[$0].code)?.id },
        value: area.flatMap { component.values[$0] }, rank: order ?? nil, ranked: index.ranked.count, transformed: x,
        weight: component.weight, contribution: component.weight * x)
    }
  }
}
