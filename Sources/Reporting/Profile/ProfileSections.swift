import Measures
import Tally
import Workspace

/// What the sections of one centre's need profile are made of. Each section is an extension in its own file.
struct ProfileSections {
  let borough: Borough
  let catchment: CycleFacts.CatchmentFacts
  /// The centre whose id is the catchment's code.
  let centre: CycleFacts.CentreFacts?
  let rates: PlaceRates
  let rule: ApportionmentRule
  /// The catchment's areas by its rule, at least one in 200 of each.
  let members: [Borough.Member]
  let say: Words
  let counts: CountWords
  /// How somebody chose the place, and of what it is made; nil: a declared catchment.
  let chosen: Chosen?

  init(_ catchment: CycleFacts.CatchmentFacts, in borough: Borough, say: Words, chosen: Chosen? = nil) {
    self.borough = borough
    self.chosen = chosen
    self.catchment = catchment
    self.say = say
    centre = borough.facts.centres.first { $0.code == catchment.code }
    rates = PlaceRates(catchment.code, in: borough.book)
    let rule = rates.rule ?? borough.facts.cycle.rule
    self.rule = rule
    members = (borough.members[catchment.code]?[rule] ?? []).filter { $0.weight >= 0.005 }
    counts = CountWords(say: say, hide: borough.facts.hide, base: borough.facts.base)
  }

  var facts: CycleFacts { borough.facts }

  var cycle: CycleRecord { borough.facts.cycle }

  /// The id of a figure of this place. That of a place that somebody chose is explained where it is chosen again.
  func id(_ measure: String) -> String { id(measure, at: catchment.code) }

  /// The id of a figure of an area, a centre or the authority.
  func id(_ measure: String, at place: String) -> String {
    facts.figureID(measure, at: place)
  }

  /// The id of a figure of the whole authority.
  func ofAuthority(_ measure: String) -> String { facts.figureID(measure) }

  /// Whether anybody's enrolment was counted at all.
  var hasPeople: Bool { facts.authority.enrolled.value > 0 || facts.authority.enrolled.high > 0 }

  /// Whether any service use was counted.
  var hasUse: Bool { facts.authority.reached.high > 0 || facts.centres.contains { !$0.visits.isEmpty } }

  /// "children under 5", "children aged 2 to 4".
  var ages: String {
    cycle.ages.lowerBound == 0
      ? say("children under \(say.number(cycle.ages.upperBound + 1))")
      : say("children aged \(say.number(cycle.ages.lowerBound)) to \(say.number(cycle.ages.upperBound))")
  }

  /// "64 in 100".
  func inHundred(_ share: Double) -> String {
    if share > 0, share < 0.005 { return say("fewer than 1 in 100") }
    if share < 1, share >= 0.995 { return say("more than 99 in 100") }
    return say("\(say.decimal(share * 100, places: 0)) in 100")
  }

  /// "between 55 and 74 in 100".
  func between(_ low: Double, _ high: Double) -> String {
    let (a, b) = (say.decimal(low * 100, places: 0), say.decimal(high * 100, places: 0))
    return a == b ? say("about \(a) in 100") : say("between \(a) and \(b) in 100")
  }

  /// The whole page. A section without data says so; none is left out silently.
  func document() -> Document {
    let name = facts.name(of: catchment)
    return Document(
      kind: chosen == nil ? "need-profile" : "area-report", title: name, subtitle: subtitle,
      place: chosen?.code ?? catchment.code,
      borough: facts.name,
      cycle: cycle.label, language: say.language, inShort: inShort(),
      sections: sections())
  }

  /// In the order in which a centre head asks: who lives here, who is reached, who is missing, what people say, what we
  /// claim; then what it rests on.
  private func sections() -> [Section] {
    // A chosen place has no centre of its own, and its children's use is known by whole areas only.
    let isDeclared = chosen == nil
    return [peopleSection(), areasSection(), reachSection(), leastReachedSection()]
      + (isDeclared ? [groupsSection()] : []) + saidSections()
      + [deprivationSection(), indicatorsSection()] + (isDeclared ? [servicesSection(), flowsSection()] : [])
      + givenSections() + analysesSections() + [qualitySection(), limitsSection(), sourcesSection(), methodSection()]
  }

  private var subtitle: String {
    let days = say("\(say.day(cycle.from)) to \(say.day(cycle.to))")
    var text =
      chosen.map { say("\(facts.name). \($0.how) Cycle \(cycle.label): \(days).") }
      ?? say("\(facts.name). Catchment \(catchment.code). Cycle \(cycle.label): \(days).")
    if counts.isCoarse {
      text += " " + say("Counts are rounded to protect children's privacy.")
    }
    return text
  }
}
