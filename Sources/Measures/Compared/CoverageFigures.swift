import Statistics
import Tally
import Workspace

/// What the catchments cover as figures, with their entries: who lives in none, one or several, and which areas do.
public struct CoverageFigures: Sendable {
  /// What lies in which catchments.
  public let coverage: CatchmentCoverage
  private let facts: CycleFacts
  /// National tenths by area.
  private let deciles: [String: Int]

  /// A figure with its entry.
  private typealias Entry = (figure: Figure, entry: MeasureEntry)

  /// Of the atoms of a cycle and its facts.
  public init(_ coverage: CatchmentCoverage, _ facts: CycleFacts) {
    (self.coverage, self.facts, deciles) = (coverage, facts, facts.deciles)
  }

  /// Sets of catchments that a page puts together: none, one, several, and each set of several.
  public var rows: [(key: String, sets: [CatchmentCoverage.SetOfCatchments])] {
    let several = coverage.sets.filter { $0.catchments.count > 1 }
    let rows = [
      (ComparedMeasures.none, coverage.sets.filter(\.catchments.isEmpty)),
      (ComparedMeasures.one, coverage.sets.filter { $0.catchments.count == 1 }), (ComparedMeasures.several, several),
    ].filter { !$0.1.isEmpty }
    return rows.map { (key: $0.0, sets: $0.1) }
      + several.map { (key: $0.catchments.joined(separator: "+"), sets: [$0]) }
  }

  /// The children of shares of areas by surface, and those of them in the most deprived tenth; nil where no area's are known.
  public func children(_ sets: [CatchmentCoverage.SetOfCatchments]) -> (all: Double?, deprived: Double?) {
    var shares: [String: Double] = [:]
    for set in sets { for (area, share) in set.shares { shares[area, default: 0] += share } }
    var (all, deprived, known) = (0.0, 0.0, false)
    for area in facts.areas {
      guard let share = shares[area.code], let number = area.denominators["children"]?.value else { continue }
      known = true
      all += share * number
      if deciles[area.code] == 1 { deprived += share * number }
    }
    return known ? (all, deprived) : (nil, nil)
  }

  /// How many areas the sets touch.
  public func areas(_ sets: [CatchmentCoverage.SetOfCatchments]) -> Int {
    Set(sets.flatMap(\.shares.keys)).count { !$0.isEmpty }
  }

  /// All of them.
  public func figures() -> (figures: [Figure], entries: [MeasureEntry]) {
    let made = rows.flatMap { row($0.key, $0.sets) } + areaFigures() + uses()
    return (made.map(\.figure), made.map(\.entry))
  }

  private var cycle: String { facts.cycle.label }

  private func entry(
    _ id: String, _ title: String, _ question: String, _ numerator: String, over denominator: String = "",
    unit: String, method: String, kind: Figure.Kind
  ) -> MeasureEntry {
    MeasureEntry(
      id: id, title: title, question: question, numerator: numerator, denominator: denominator, polarity: "neither",
      unit: unit, period: "\(facts.cycle.from) to \(facts.cycle.to)", source: "", method: method,
      theme: ComparedMeasures.theme, kinds: [kind])
  }

  private func row(_ key: String, _ sets: [CatchmentCoverage.SetOfCatchments]) -> [Entry] {
    let who =
      [
        ComparedMeasures.none: "in no catchment", ComparedMeasures.one: "in one catchment alone",
        ComparedMeasures.several: "in several catchments",
      ][key] ?? "in \(key.replacing("+", with: " and ")) and in no other catchment"
    let question = "Whom do the catchments cover, and whom several times?"
    func make(_ part: ComparedMeasures.Part, _ title: String, unit: String, _ method: String) -> Entry {
      let id = ComparedMeasures.livingIn(key, part)
      return (
        Figure(measure: id, kind: .authority, place: Figure.authorityPlace, cycle: cycle),
        entry(
          id, "\(title) \(who)", question, "\(title.lowercased()) \(who)", unit: unit, method: method,
          kind: .authority)
      )
    }
    var made: [Entry] = []
    func given(_ entry: Entry, _ value: Double?) {
      guard let value else { return }
      var entry = entry
      entry.figure.value = value
      made.append(entry)
    }
    let surface = "Σ share of surface × children of the area"
    let (all, deprived) = children(sets)
    given(make(.areas, "Areas touched", unit: "count", "Areas with a part there."), Double(areas(sets)))
    given(make(.children, "Children who live", unit: "children", "\(surface)."), all)
    if facts.decileIndicator != nil {
      given(
        make(
          .mostDeprived, "Children of the most deprived tenth who live", unit: "children",
          "\(surface), over areas of the most deprived tenth."), deprived)
      given(
        make(
          .mostDeprivedShare, "Share of the children in the most deprived tenth, of those who live", unit: "share",
          "Those of the most deprived tenth / all of them."),
        deprived.flatMap { deprived in all.flatMap { $0 > 0 ? deprived / $0 : nil } })
    }
    let parts: [(ComparedMeasures.Part, String, KeyPath<CycleFacts.PeopleCounts, Count>)] = [
      (.enrolled, "Children enrolled who live", \.enrolled), (.reached, "Children reached who live", \.reached),
      (.sustained, "Children in sustained use who live", \.sustained),
    ]
    for (part, title, path) in parts {
      let count = sets.reduce(Count.zero) { $0 + $1.people[keyPath: path] }
      var entry = make(part, title, unit: "children", "Counted by home: each child is in one set of catchments.")
      entry.figure.setCount(count)
      made.append(entry)
    }
    return made
  }

  private func areaFigures() -> [Entry] {
    let sides = [
      (
        ComparedMeasures.outsideShare, ComparedMeasures.outsideChildren, "in no catchment",
        { (count: Int) in count == 0 }
      ),
      (ComparedMeasures.sharedShare, ComparedMeasures.sharedChildren, "in several catchments", { $0 > 1 }),
    ]
    return sides.flatMap { shareID, childrenID, words, isMeant -> [Entry] in
      let shares = coverage.shares(inCatchments: isMeant)
      return facts.areas.flatMap { area -> [Entry] in
        guard let share = shares[area.code] else { return [] }
        let question = "Where do catchments leave gaps, and where do they overlap?"
        var made: [Entry] = [
          (
            Figure(measure: shareID, kind: .area, place: area.code, cycle: cycle, value: share),
            entry(
              shareID, "Share of the area's surface \(words)", question, "surface of the area \(words)",
              over: "surface of the area", unit: "share", method: "Of the surfaces of the area's atoms.", kind: .area)
          )
        ]
        if let children = area.denominators["children"]?.value {
          made.append(
            (
              Figure(measure: childrenID, kind: .area, place: area.code, cycle: cycle, value: children * share),
              entry(
                childrenID, "Children of the area \(words)", question, "children of the area \(words)",
                unit: "children", method: "Share of surface × children of the area.", kind: .area)
            ))
        }
        return made
      }
    }
  }

  private func uses() -> [Entry] {
    coverage.uses.map { use in
      let id = ComparedMeasures.childrenFromArea(at: use.centre)
      var figure = Figure(measure: id, kind: .area, place: use.area, cycle: cycle)
      figure.setCount(use.children)
      return (
        figure,
        entry(
          id, "Children reached at \(use.centre)", "Which centre do an area's children use?",
          "children who live in the area with a visit to \(use.centre)", unit: "children",
          method: "Counted by home. A child may use several centres.", kind: .area)
      )
    }
  }
}

extension Figure {
  /// Makes it a number counted, with the least and the most that it can be where a release rounded it.
  mutating func setCount(_ count: Count) {
    numerator = .counted(count)
    value = count.value
    interval = count.isExact ? nil : Interval(Double(count.low), Double(count.high))
    isCount = true
  }
}
