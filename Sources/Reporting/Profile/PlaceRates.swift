import Statistics
import Tally
import Workspace

/// A share of children with its interval, its spread over the rules and what can be said against the thresholds.
struct Rate: Sendable {
  /// `reached.rate`.
  var measure: String
  /// The figure's id: measure, kind of place, place and cycle.
  var id: String
  /// How many.
  var numerator: Count
  /// Of how many; nil where nobody counted them.
  var denominator: Double?
  /// numerator ÷ denominator; over 1 where the estimate is too small.
  var value: Double?
  /// The 95 % interval.
  var interval: Interval?
  /// The least and most over the rules that could be computed, if there are several.
  var spread: Interval?
  /// A verdict for each threshold that can be judged.
  var judgements: [ThresholdJudgement]

  /// Whether more children are counted than the estimate says live there.
  var exceedsEstimate: Bool { (value ?? 0) > 1 }
}

/// The rates of one place.
struct PlaceRates: Sendable {
  var children: Double?
  var enrolled: Rate
  var reached: Rate
  var reachedHere: Rate?
  var sustained: Rate
  /// Reached of those enrolled.
  var reachedOfEnrolled: Rate

  /// A catchment's rates: children by its rule, the spread over all rules.
  init(_ catchment: CycleFacts.CatchmentFacts, in borough: Borough) {
    let rule = borough.rule(of: catchment.code)
    let children = borough.apportioned("children", in: catchment.code, by: rule).sum
    let others = ApportionmentRule.allCases.compactMap {
      borough.members[catchment.code]?[$0] == nil
        ? nil : borough.apportioned("children", in: catchment.code, by: $0).sum
    }
    self.init(
      kind: "catchment", code: catchment.code, cycle: borough.facts.cycle, people: catchment.people,
      reachedHere: catchment.reachedHere, children: children, childrenByRule: others)
  }

  /// An area's rates.
  init(_ area: CycleFacts.AreaFacts, cycle: CycleRecord) {
    self.init(
      kind: "area", code: area.code, cycle: cycle, people: area.people, reachedHere: nil,
      children: area.denominators["children"]?.value, childrenByRule: [])
  }

  /// The rates of all areas together; children outside of them have no denominator and are left out.
  init(authorityOf facts: CycleFacts) {
    var people = CycleFacts.PeopleCounts(enrolled: .zero, reached: .zero, sustained: .zero)
    var children: Double?
    for area in facts.areas {
      guard let number = area.denominators["children"]?.value else { continue }
      children = (children ?? 0) + number
      people.enrolled += area.people.enrolled
      people.reached += area.people.reached
      people.sustained += area.people.sustained
    }
    if children == nil {
      for area in facts.areas {
        people.enrolled += area.people.enrolled
        people.reached += area.people.reached
        people.sustained += area.people.sustained
      }
    }
    self.init(
      kind: "authority", code: "", cycle: facts.cycle, people: people, reachedHere: nil, children: children,
      childrenByRule: [])
  }

  private init(
    kind: String, code: String, cycle: CycleRecord, people: CycleFacts.PeopleCounts, reachedHere: Count?,
    children: Double?, childrenByRule: [Double]
  ) {
    func rate(_ measure: String, _ count: Count, of people: BoundedNumber?, rules: [Double]) -> Rate {
      let events = BoundedNumber(count.value, low: Double(count.low), high: Double(count.high))
      let value = people.flatMap { $0.value > 0 ? events.value / $0.value : nil }
      let spread = rules.filter { $0 > 0 }.map { events.value / $0 }
      return Rate(
        measure: measure, id: [measure, kind, code, cycle.label].filter { !$0.isEmpty }.joined(separator: "/"),
        numerator: count, denominator: people?.value, value: value,
        interval: people.flatMap { Wilson.interval(events: events, of: $0) },
        spread: spread.count > 1 ? Interval(spread.min() ?? 0, spread.max() ?? 0) : nil,
        judgements: people.map { people in
          cycle.thresholds.compactMap { ThresholdJudgement(events: events, of: people, threshold: $0) }
        } ?? [])
    }
    let known = children.map { BoundedNumber($0) }
    self.children = children
    enrolled = rate("enrolled.rate", people.enrolled, of: known, rules: childrenByRule)
    reached = rate("reached.rate", people.reached, of: known, rules: childrenByRule)
    self.reachedHere = reachedHere.map { rate("reached-here.rate", $0, of: known, rules: childrenByRule) }
    sustained = rate("sustained.rate", people.sustained, of: known, rules: childrenByRule)
    let enrolledCount = people.enrolled
    reachedOfEnrolled = rate(
      "reached.of-enrolled", people.reached,
      of: BoundedNumber(enrolledCount.value, low: Double(enrolledCount.low), high: Double(enrolledCount.high)),
      rules: [])
  }
}
