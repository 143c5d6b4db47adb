import Measures
import Workspace

/// What a borough's maps show by area: reach per child, else reach per enrolled child, else deprivation.
struct MapTheme: Sendable {
  /// What is shown.
  enum Subject: Sendable {
    case reachPerChild, reachPerEnrolled, deprivation, nothing
  }

  let subject: Subject
  /// Classes for all pages of the borough, so that a shade means the same on each.
  let classes: ShadeClasses
  /// By area, in the order of the facts; nil: not known or not shown.
  let values: [Double?]
  /// By area: whether the rate's interval reaches into another shade.
  let unsure: [Bool]

  init(book: FigureBook) {
    let facts = book.facts
    let counts = CountWords(say: Words(), hide: facts.hide, base: facts.base)
    func shown(_ area: CycleFacts.AreaFacts) -> Bool { !counts.isHidden(area.people.reached) }
    func values(_ measure: String) -> [Double?] {
      facts.areas.map { shown($0) ? book.figure(measure, at: $0.code)?.value : nil }
    }
    let perChild = values("reached.rate")
    let perEnrolled = values("reached.of-enrolled")
    let tenths = facts.deciles
    let deciles = facts.areas.map { tenths[$0.code].map(Double.init) }
    if facts.authority.enrolled.value > 0, perChild.contains(where: { $0 != nil }) {
      (subject, self.values) = (.reachPerChild, perChild)
      classes = ShadeClasses(quantilesOf: perChild.compactMap { $0 }, step: 0.01)
    } else if facts.authority.enrolled.value > 0, perEnrolled.contains(where: { $0 != nil }) {
      (subject, self.values) = (.reachPerEnrolled, perEnrolled)
      classes = ShadeClasses(quantilesOf: perEnrolled.compactMap { $0 }, step: 0.01)
    } else if deciles.contains(where: { $0 != nil }) {
      // Dark is most deprived: the turned decile, 0 for the least deprived tenth to 9 for the most.
      subject = .deprivation
      self.values = deciles.map { $0.map { 10 - $0 } }
      classes = ShadeClasses(breaks: [2, 4, 6, 8])
    } else {
      subject = .nothing
      self.values = facts.areas.map { _ in nil }
      classes = ShadeClasses(breaks: [])
    }
    let (classes, measure) = (classes, Self.measure(of: subject))
    unsure = zip(facts.areas, self.values).map { area, value in
      guard value != nil, let measure, let interval = book.figure(measure, at: area.code)?.interval else {
        return false
      }
      return classes.index(of: interval.lower) != classes.index(of: interval.upper)
    }
  }

  /// What the legend says of the doubt in the shades of these areas.
  func doubt(of areas: [Int], _ say: Words) -> [String] {
    let known = areas.filter { values[$0] != nil }
    let doubtful = known.count { unsure[$0] }
    guard doubtful > 0 else { return [] }
    return [
      doubtful == known.count
        ? say("Uncertain: by their intervals all areas may belong in another shade.")
        : 2 * doubtful > known.count
          ? say("Uncertain: by their intervals most areas may belong in another shade.")
          : say("Uncertain: by their intervals some areas may belong in another shade.")
    ]
  }

  /// The measure that is shown; nil for tenths.
  var measure: String? { Self.measure(of: subject) }

  private static func measure(of subject: Subject) -> String? {
    switch subject {
    case .reachPerChild: "reached.rate"
    case .reachPerEnrolled: "reached.of-enrolled"
    case .deprivation, .nothing: nil
    }
  }

  /// The legend's heading.
  func title(_ say: Words, ages: String) -> String {
    switch subject {
    case .reachPerChild: say("Reached, of all \(ages) in the area")
    case .reachPerEnrolled: say("Reached, of those enrolled in the area")
    case .deprivation: say("National tenth of deprivation")
    case .nothing: say("Areas")
    }
  }

  /// A line of the legend for each class.
  func keys(_ say: Words) -> [(index: Int, text: String)] {
    guard subject != .nothing else { return [] }
    if subject == .deprivation {
      return (0..<classes.count).map { index in
        let high = 10 - 2 * index
        return (index, say("tenths \(String(high - 1)) to \(String(high))"))
      }
    }
    return classes.ranges(say) { "\(say.decimal($0 * 100, places: 0))%" }.enumerated().map { ($0.offset, $0.element) }
  }
}
