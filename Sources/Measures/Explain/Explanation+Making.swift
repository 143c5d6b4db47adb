import Statistics
import Workspace

extension FigureBook {
  /// The explanation of a figure; nil where there is no such figure.
  public func explanation(of id: String) -> Explanation? {
    guard let figure = figure(id: id), let entry = dictionary[figure.measure] else { return nil }
    return Explainer(book: self, figure: figure, entry: entry).explanation()
  }
}

/// Puts an explanation together.
struct Explainer {
  let book: FigureBook
  let figure: Figure
  let entry: MeasureEntry

  var facts: CycleFacts { book.facts }
  var isRelease: Bool { facts.hide > 0 }
  private var counts: CountText { CountText(hide: facts.hide, base: facts.base) }

  func explanation() -> Explanation {
    let parts = parts()
    return Explanation(
      figure: figure.id, title: entry.title, question: entry.question, value: value(), shown: shown(),
      number: number(), numerator: figure.numerator.flatMap(printed), denominator: figure.denominator.flatMap(printed),
      low: figure.interval?.lower, high: figure.interval?.upper, spreadLow: figure.spread?.lower,
      spreadHigh: figure.spread?.upper, formula: sum(parts) ?? formula(), interval: interval(), levels: levels(),
      test: test(),
      method: entry.method, rule: rule(), terms: terms(), parts: parts, queries: queries(), files: files(),
      rejected: rejected(), notes: figure.flags.map(\.words) + entry.caveats, releaseRule: releaseRule())
  }

  /// What each component gave to a composite index.
  private func parts() -> [IndexPart] {
    guard facts.analyses.index != nil, [AnalysisMeasures.score, AnalysisMeasures.rank].contains(figure.measure) else {
      return []
    }
    return AnalysisFigures(facts: facts, members: MembersOfPlaces(facts), figures: book.figures, seed: "")
      .parts(of: figure, in: book)
  }

  /// Σ w·X with the numbers in it; nil where there are no parts.
  private func sum(_ parts: [IndexPart]) -> String? {
    guard let value = figure.value, !parts.isEmpty else { return nil }
    let score = Self.text(parts.reduce(0) { $0 + $1.contribution })
    let terms = parts.map { "\(Self.text($0.weight)) × \(Self.text($0.transformed))" }.joined(separator: " + ")
    guard figure.measure == AnalysisMeasures.rank else { return "Σ w·X = \(terms) = \(score)" }
    return "Σ w·X = \(terms) = \(score), rank \(Self.text(value)) of \(parts[0].ranked)"
  }

  private func value() -> String {
    if figure.isCount, let numerator = figure.numerator { return text(numerator) }
    return figure.value.map { Self.text($0) } ?? "none"
  }

  /// Shares and differences are printed in 100; what a release takes from rounded counts, to the same base.
  private func shown() -> String {
    if isRelease, figure.measure == "unreached", let value = figure.value {
      return
        "printed to the nearest \(facts.base): \(Int((value / Double(facts.base) + 0.5).rounded(.down)) * facts.base)"
    }
    guard ["share", "difference"].contains(entry.unit), let value = figure.value else { return "" }
    return "\(Self.text((value * 1_000_000).rounded() / 10_000)) in 100"
  }

  /// The test of the figure among all of its kind.
  private func test() -> String {
    guard let comparison = figure.comparison else { return "" }
    let (p, q) = (Self.text(comparison.p), Self.text(comparison.q))
    if entry.unit == "z" {
      return "two-sided normal p \(p), \(q) after Benjamini and Hochberg over all areas; "
        + (comparison.isDifferent ? "a cluster" : "no cluster")
    }
    let against =
      entry.unit == "difference"
      ? "against no change, McNemar's exact test" : "against \(Self.text(comparison.rate)), the rate of the whole"
    return "\(against): mid-p \(p), \(q) after Benjamini and Hochberg over all places of the kind; "
      + (comparison.isDifferent ? "more than chance" : "may be chance")
  }

  private func number() -> Double? {
    if figure.flags.contains(.withheld) { return nil }
    if figure.isCount, let numerator = figure.numerator { return printed(numerator) }
    return figure.value
  }

  /// The number that is printed; nil where it is hidden.
  private func printed(_ number: FigureNumber) -> Double? {
    switch number {
    case .counted(let count): counts.number(count).map(Double.init)
    case .given(let number): number
    }
  }

  private func levels() -> [Explanation.Level] {
    guard entry.unit == "share", entry.denominatorSet == "children" else { return [] }
    return facts.cycle.thresholds.compactMap { threshold in
      guard let judgement = figure.judgement(threshold: threshold) else { return nil }
      let (verdict, more): (String, Int?) =
        switch judgement.verdict {
        case .met: ("met", nil)
        case .notMet: ("not met", nil)
        case .cannotTell(let more): ("cannot tell", more)
        case .tooSmall: ("too small to show it", nil)
        }
      return .init(threshold: threshold, probability: judgement.probability, verdict: verdict, more: more)
    }
  }

  private func formula() -> String {
    if entry.unit == "words" { return entry.numerator }
    let result = figure.value.map { Self.text($0) } ?? "none"
    if figure.isCount { return "\(entry.numerator): \(value())" }
    if entry.theme == ComparedMeasures.theme, figure.denominator == nil { return "\(entry.numerator): \(result)" }
    if entry.unit == "difference", let pair = facts.pairs.first(where: isPair) {
      return
        "(\(pair.nowOnly) now only − \(pair.thenOnly) then only) / \(pair.children) "
        + "(both times \(pair.both), neither \(pair.neither)) = \(result)"
    }
    if entry.unit == "difference" {
      return
        "share reached of the group (\(figure.numerator.map(text) ?? "?") / \(figure.denominator.map(text) ?? "?")) "
        + "− share reached of all others = \(result)"
    }
    switch (figure.numerator, figure.denominator) {
    case (let numerator?, let denominator?) where figure.measure == "unreached":
      return "\(text(denominator)) − \(text(numerator)) = \(result)"
    case (let numerator?, let denominator?) where figure.measure == "reached.smoothed":
      return "\(text(numerator)) / \(text(denominator)), drawn to the mean of all areas = \(result)"
    case (let numerator?, let denominator?):
      return "\(factor)\(text(numerator)) / \(text(denominator)) = \(result)"
    case (let numerator?, nil): return "\(text(numerator)) / (not known) = \(result)"
    case (nil, let denominator?) where isMeanOfAreas:
      let above = Self.text((figure.value ?? 0) * denominator.value)
      return "\(entry.numerator) / Σ w·p = \(above) / \(text(denominator)) = \(result)"
    case (nil, let denominator?): return "\(entry.method): over \(text(denominator)) = \(result)"
    case (nil, nil): return "\(entry.method): \(result)"
    }
  }

  /// Whether the figure is the mean of areas' values over their people.
  private var isMeanOfAreas: Bool {
    guard figure.value != nil, figure.kind != .area else { return false }
    return [".average-score", ".average-rank", ".extent"].contains { figure.measure.hasSuffix($0) }
  }

  private func isPair(_ row: CycleContent.PairedCount) -> Bool {
    let ids = [PairedFigures.id(row.measure), PairedFigures.then(row.measure), PairedFigures.now(row.measure)]
    return ids.contains(figure.measure) && row.kind == figure.kind.rawValue
      && (row.place == figure.place || figure.kind == .authority)
  }

  /// "100 × " where the figure is printed in hundreds, as published values are.
  private var factor: String {
    guard let value = figure.value, let above = figure.numerator?.value, let below = figure.denominator?.value,
      above > 0, below > 0
    else { return "" }
    let raw = value * below / above
    let powers = [1.0, 10, 100, 1_000, 10_000, 100_000]
    guard let power = powers.first(where: { abs($0 / raw - 1) < 0.05 }), power > 1 else { return "" }
    return "\(Self.text(power)) × "
  }

  private func interval() -> String {
    guard let interval = figure.interval else { return "" }
    let limits = "\(Self.text(interval.lower)) to \(Self.text(interval.upper))"
    if figure.isCount { return "\(limits): the least and the most that it can be" }
    if entry.unit == "difference" { return "\(limits), 95 %" }
    let bounds = [figure.numerator, figure.denominator].compactMap { $0?.bounded }
    guard bounds.count == 2, bounds.contains(where: { !$0.isExact }) else { return "\(limits), 95 %" }
    return
      "\(limits), 95 %, from the lower limit at (\(Self.text(bounds[0].low)), \(Self.text(bounds[1].high))) to the "
      + "upper limit at (\(Self.text(min(bounds[0].high, bounds[1].low))), \(Self.text(bounds[1].low)))"
  }

  private func rule() -> String {
    guard let rule = figure.rule else {
      return "none: the figure is of points" + (figure.kind == .area ? " and of one whole area" : "")
    }
    guard let spread = figure.spread else { return rule.rawValue }
    let rules = ApportionmentRule.allCases.filter { rule in facts.weights.contains { $0.rule == rule } }
    return "\(rule.rawValue); over \(rules.map(\.rawValue).joined(separator: ", ")): \(Self.text(spread.lower)) to "
      + Self.text(spread.upper)
  }

  private func terms() -> [Explanation.Term] {
    guard figure.kind == .catchment || figure.kind == .authority, !entry.denominatorSet.isEmpty || index != nil,
      entry.unit != "difference", entry.theme != "equity"
    else { return [] }
    let weights: [(area: String, weight: Double)]
    if figure.kind == .authority {
      weights = facts.areas.map { ($0.code, 1) }
    } else {
      guard let rule = figure.rule else { return [] }
      weights = facts.weights.filter {
        $0.catchment == figure.place && $0.rule == rule && $0.weight > MembersOfPlaces.leastWeight
      }.map { ($0.area, $0.weight) }.sorted { $0.area < $1.area }
    }
    let areas = Dictionary(facts.areas.map { ($0.code, $0) }) { first, _ in first }
    return weights.map { member in
      let area = areas[member.area]
      return Explanation.Term(
        area: member.area, weight: member.weight, people: area?.denominators[entry.denominatorSet]?.value,
        value: index.flatMap { id in
          let value = area?.indicators[id]
          return figure.measure.hasSuffix(".average-score") ? value?.value : value?.rank ?? value?.value
        })
    }
  }

  /// The indicator that the figure is made of.
  var index: String? {
    if facts.indicators.contains(where: { $0.id == figure.measure }) { return figure.measure }
    if figure.measure.hasPrefix("children.decile-") { return facts.decileIndicator?.id }
    guard let dot = figure.measure.firstIndex(of: ".") else { return nil }
    let id = String(figure.measure[..<dot])
    return facts.indicators.contains { $0.id == id } ? id : nil
  }

  /// The explanation of the figure that one of places beside each other is made of.
  var base: Explainer? {
    guard let measure = ComparedMeasures.base(of: figure.measure), let entry = book.dictionary[measure],
      let one = book.figures(measure: measure).first(where: { $0.kind == figure.kind })
        ?? book.figures(measure: measure).first
    else { return nil }
    return Explainer(book: book, figure: one, entry: entry)
  }

  private func queries() -> [String] {
    if let base { return base.queries() }
    if let query = UseMeasures.query(figure.measure) ?? RunMeasures.query(figure.measure) { return [query] }
    if facts.pairs.contains(where: isPair) { return [] }
    let isInTablesOnly = ["share-of-area.", "visits-by-visitor."].contains { figure.measure.hasPrefix($0) }
    if isInTablesOnly || entry.theme == "evidence" || entry.unit == "words" { return [] }
    if index != nil { return ["deprivation-members"] }
    if ["need", "access", "clusters", ComparedMeasures.theme].contains(entry.theme) { return [] }
    if entry.theme == "denominators" { return figure.kind == .catchment ? ["who-lives-here"] : [] }
    if let declared = facts.declaredMeasures.first(where: { $0.id == figure.measure }) {
      return DeclaredMeasures.queries(declared, kind: figure.kind)
    }
    switch figure.kind {
    case .area: return ["reach-by-area"]
    case .authority: return entry.denominatorSet.isEmpty ? ["totals"] : ["reach-by-area"]
    case .catchment:
      if figure.measure.hasPrefix("group-") { return ["groups"] }
      return entry.denominatorSet.isEmpty ? ["reach-by-catchment"] : ["reach-by-catchment", "who-lives-here"]
    case .centre: return ["visits-by-service"]
    }
  }

  /// Whether it stands beside figures of places and is no count of its own.
  private var isMadeOfOthers: Bool {
    if case .counted? = figure.numerator { return false }
    return entry.theme == ComparedMeasures.theme
  }

  private func releaseRule() -> String {
    if ["run", "evidence"].contains(entry.theme) {
      return isRelease ? "as in the files, which hold nobody" : "internal only: not in a release"
    }
    if figure.measure == AnalysisMeasures.hours || figure.measure == AnalysisMeasures.ratio {
      return "internal only: offers do not leave"
    }
    if ["need", "clusters"].contains(entry.theme) || isMadeOfOthers {
      return "worked out by the same code from the figures that it is made of; in a release from released ones"
    }
    if case .counted = figure.numerator {
      guard isRelease else {
        return
          "exact: internal only. In a release each cell 1…\(facts.cycle.profileHide) is hidden and others are rounded "
          + "to the nearest \(facts.cycle.profileBase); the figure is then computed anew by the same formula."
      }
      return "computed from cells of which 1…\(facts.hide) are hidden and others rounded to the nearest \(facts.base)"
    }
    if facts.pairs.contains(where: isPair) { return "internal only: the same children in two cycles never leave" }
    if figure.flags.contains(.withheld) { return "withheld: shown, it could give a hidden count away" }
    return "published data: the same in a release"
  }

  private func text(_ number: FigureNumber) -> String {
    switch number {
    case .counted(let count):
      guard !count.isExact else { return counts.text(count) }
      return "\(counts.text(count)) (taken as \(Self.text(count.value)), between \(count.low) and \(count.high))"
    case .given(let number): return Self.text(number)
    }
  }

  /// Six significant places at most, without an exponent.
  private static func text(_ number: Double) -> String { FigureText.plain(number) }
}
