import Measures
import Tally
import Workspace

/// Communities, not community: beside a mean stand the areas that it hides.
extension ProfileSections {
  /// The least and the most of a measure among the areas that the place holds by half: "3 to 56"; "–" where there are none.
  func areaSpread(_ measure: String, isShare: Bool, _ print: (Double) -> String) -> Cell {
    let figures = members.filter { $0.weight >= 0.5 }.compactMap { member -> (figure: Figure, value: Double)? in
      guard let figure = borough.book.figure(measure, at: facts.areas[member.area].code), let value = figure.value
      else {
        return nil
      }
      // More counted than the estimate has: no share of anything.
      return isShare && value > 1 ? nil : (figure, value)
    }.sorted { ($0.value, $0.figure.place) < ($1.value, $1.figure.place) }
    guard let least = figures.first, let most = figures.last else { return "–" }
    func text(_ one: (figure: Figure, value: Double)) -> String {
      var words = print(one.value)
      if case .counted(let count)? = one.figure.numerator {
        if one.figure.isCount { words = counts.text(count) } else if counts.isHidden(count) { words = CountText.hidden }
      }
      return words.ofFigure(one.figure.id)
    }
    let (low, high) = (text(least), text(most))
    return Cell(figures.count == 1 || low == high ? low : say("\(low) to \(high)"))
  }
}
