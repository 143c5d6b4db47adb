import Statistics
import Workspace

/// Figures of places beside each other, with their entries: ranks, who differs, who is alike.
struct ComparedFigures {
  let book: FigureBook
  let seed: String

  private typealias Entry = (figure: Figure, entry: MeasureEntry)

  private var facts: CycleFacts { book.facts }
  private var cycle: String { facts.cycle.label }

  /// The figures of a measure, or of all that begin with what stands before a `*`.
  func figures(asked: String) -> (figures: [Figure], entries: [MeasureEntry]) {
    let (plain, indicators) = ComparedMeasures.parts(asked)
    // With indicators named, the figures carry their names, as the question does.
    let base = ComparedMeasures.base(of: plain).flatMap { $0.contains("*") || $0.isEmpty ? nil : $0 }
    // No analysis is a share of people.
    let shares = book.plain.figures.filter { $0.isShareOfPeople && (base == nil || $0.measure == base) }
    let likenesses = plain.hasPrefix("alike") || plain.hasPrefix("likeness") ? self.likenesses(indicators) : []
    var made: [Entry] = []
    for (measure, figures) in Dictionary(grouping: shares, by: \.measure).sorted(by: { $0.key < $1.key }) {
      for kind in [Figure.Kind.area, .catchment, .centre] {
        let places = book.figures(measure: measure, kind: kind)
        guard figures.contains(where: { $0.kind == kind }) else { continue }
        if plain.hasPrefix("rank") || plain.hasPrefix("top-three") { made += ranks(measure, kind, places) }
        if plain.hasPrefix("whole") || plain.hasPrefix("different") { made += whole(measure, kind, places) }
        if plain.hasPrefix("alike"), let beside = likenesses.first(where: { $0.kind == kind }) {
          made += alike(measure, kind, places, beside.likeness, indicators)
        }
      }
    }
    if plain.hasPrefix("likeness") {
      made += likenesses.flatMap { likeness($0.kind, $0.likeness, indicators) }
    }
    made = made.filter { FigureBook.matches($0.figure.measure, asked) }
    return (made.map(\.figure), made.map(\.entry))
  }

  private func entry(
    _ id: String, _ title: String, _ question: String, _ numerator: String, over denominator: String = "",
    unit: String, method: String, caveats: [String] = [], kinds: [Figure.Kind], of base: String?
  ) -> MeasureEntry {
    let base = base.flatMap { book.dictionary[$0] }
    return MeasureEntry(
      id: id, title: title, question: question, numerator: numerator, denominator: denominator, polarity: "neither",
      unit: unit, period: base?.period ?? "\(facts.cycle.from) to \(facts.cycle.to)", source: base?.source ?? "",
      licence: base?.licence ?? "", method: method, caveats: caveats, theme: ComparedMeasures.theme, kinds: kinds)
  }

  private func title(_ measure: String) -> String { book.dictionary[measure]?.title ?? measure }

  private func ranks(_ measure: String, _ kind: Figure.Kind, _ places: [Figure]) -> [Entry] {
    let draws =
      "\(RateDraws.count) draws of Beta(x + ½, n − x + ½) for each place, seeded by its figure's id; ties take the mean"
    let (rank, top) = (ComparedMeasures.rank(measure), ComparedMeasures.topThree(measure))
    let kinds = [kind]
    return zip(places, OrderedPlaces(places, seed: seed).ranks).flatMap { place, ordered -> [Entry] in
      guard let ordered else { return [] }
      let mean = Figure(
        measure: rank, kind: kind, place: place.place, cycle: cycle, value: ordered.mean, interval: ordered.interval)
      let share = Figure(measure: top, kind: kind, place: place.place, cycle: cycle, value: ordered.shareInTop)
      return [
        (
          mean,
          entry(
            rank, "Rank among places: \(title(measure))", "How sure is the order of the places?",
            "mean rank over the draws, 1 = highest", unit: "rank",
            method: "\(draws). Low and high: the middle 95 % of the ranks drawn.", kinds: kinds, of: measure)
        ),
        (
          share,
          entry(
            top, "In the top three: \(title(measure))", "In what share of the draws is the place in the top three?",
            "draws in which the place is in the top three", over: "all draws", unit: "share", method: "\(draws).",
            kinds: kinds, of: measure)
        ),
      ]
    }
  }

  private func whole(_ measure: String, _ kind: Figure.Kind, _ places: [Figure]) -> [Entry] {
    let judged = places.filter { $0.comparison != nil }
    var made: [Entry] = []
    if let rate = judged.first?.comparison?.rate {
      let id = ComparedMeasures.whole(measure)
      made.append(
        (
          Figure(measure: id, kind: .authority, place: Figure.authorityPlace, cycle: cycle, value: rate),
          entry(
            id, "All places together: \(title(measure))", "Against what are places held?",
            "the authority's rate, or that of all places together", unit: "share",
            method: "The rate of the whole that each place is tested against.", kinds: [.authority], of: measure)
        ))
    }
    let id = ComparedMeasures.different(kind, measure)
    var figure = Figure(measure: id, kind: .authority, place: Figure.authorityPlace, cycle: cycle)
    figure.numerator = .given(Double(judged.count { $0.comparison?.isDifferent == true }))
    figure.denominator = .given(Double(places.count { $0.numerator != nil }))
    figure.value = figure.numerator?.value
    figure.isCount = true
    made.append(
      (
        figure,
        entry(
          id, "Places that differ: \(title(measure))", "How many places differ from the whole by more than chance?",
          "places of kind \(kind.rawValue) that differ by more than chance", over: "all of them", unit: "places",
          method: "Exact mid-p tests against the whole, judged together by Benjamini and Hochberg at q = 0.05.",
          kinds: [.authority], of: measure)
      ))
    return made
  }

  /// How the figures of likeness are named: all indicators need no name.
  private static func words(_ likeness: PlaceLikeness) -> String {
    "Each indicator counts in standard deviations over the places: \(likeness.indicators.map(\.title).joined(separator: ", ")). "
      + "The distance is the root of the mean square."
  }

  private func likenesses(_ indicators: [String]?) -> [(kind: Figure.Kind, likeness: PlaceLikeness)] {
    [Figure.Kind.catchment, .centre].map { ($0, PlaceLikeness(indicators, kind: $0, in: book)) }
  }

  private func likeness(_ kind: Figure.Kind, _ likeness: PlaceLikeness, _ indicators: [String]?) -> [Entry] {
    likeness.places.flatMap { place in
      likeness.like(place).map { other, distance in
        let id = ComparedMeasures.likeness(to: other, by: indicators)
        return (
          Figure(measure: id, kind: kind, place: place, cycle: cycle, value: distance),
          entry(
            id, "How far it is from \(other)", "Which places are like each other?",
            "distance by the declared indicators", unit: "distance", method: Self.words(likeness),
            caveats: ["It says that places are alike, not why they differ."], kinds: [kind], of: nil)
        )
      }
    }
  }

  private func alike(
    _ measure: String, _ kind: Figure.Kind, _ places: [Figure], _ likeness: PlaceLikeness, _ indicators: [String]?
  ) -> [Entry] {
    let figures = Dictionary(places.map { ($0.place, $0) }) { first, _ in first }
    let (id, differenceID) = (
      ComparedMeasures.alike(measure, by: indicators), ComparedMeasures.alikeDifference(measure, by: indicators)
    )
    return places.flatMap { place -> [Entry] in
      let others = likeness.like(place.place).compactMap { figures[$0.place] }
      guard let beside = PlacesAlike(place, beside: others) else { return [] }
      let rate = Figure(
        measure: id, kind: kind, place: place.place, cycle: cycle, numerator: .counted(beside.events),
        denominator: .given(beside.people), value: beside.rate)
      var made: [Entry] = [
        (
          rate,
          entry(
            id, "Places most like it: \(title(measure))", "How do places like this one do?",
            "counted people of the three places most like it", over: "their people", unit: "share",
            method: "numerator / denominator. \(Self.words(likeness))", kinds: [kind], of: measure)
        )
      ]
      if let difference = beside.difference {
        made.append(
          (
            Figure(
              measure: differenceID, kind: kind, place: place.place, cycle: cycle, value: difference.value,
              interval: difference.interval),
            entry(
              differenceID, "Less the places most like it: \(title(measure))",
              "By how much does it exceed places like it?", "the place's rate less that of the places most like it",
              unit: "difference",
              method: "\(measure) less that of the places most like it. "
                + "Newcombe's hybrid score interval, 95 %.",
              caveats: ["Not judged together with other places: 1 in 20 is by chance."], kinds: [kind], of: measure)
          ))
      }
      return made
    }
  }
}
