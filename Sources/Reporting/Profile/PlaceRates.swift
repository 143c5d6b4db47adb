import Measures
import Statistics
import Tally
import Workspace

/// A share of children as a page shows it: one figure of the book, with its verdicts.
struct Rate: Sendable {
  /// The figure's id, for `needs explain`.
  var id: String
  /// How many; nil where a release withholds it.
  var numerator: Count
  /// numerator ÷ denominator; over 1 where the estimate is too small; nil where there is none.
  var value: Double?
  /// The 95 % interval.
  var interval: Interval?
  /// The least and most over the rules that could be computed.
  var spread: Interval?
  /// A verdict for each threshold that can be judged.
  var judgements: [ThresholdJudgement]
  /// Whether it differs from the authority by more than chance, where that was tested.
  var differs: Bool?
  /// How many it is a share of.
  var denominator: Double?
  /// The same where they were counted, and a release may hide them.
  var counted: Count?

  /// Whether more children are counted than the estimate says live there.
  var exceedsEstimate: Bool { (value ?? 0) > 1 }

  /// What a page shows of a figure; nil where the book has none or it is withheld.
  init?(_ figure: Figure?, thresholds: [Double]) {
    guard let figure, case .counted(let count)? = figure.numerator else { return nil }
    id = figure.id
    numerator = count
    value = figure.value
    interval = figure.interval
    spread = figure.spread
    denominator = figure.denominator?.value
    if case .counted(let people)? = figure.denominator { counted = people }
    judgements = thresholds.compactMap { figure.judgement(threshold: $0) }
    differs = figure.comparison?.isDifferent
  }
}

/// The rates of one place, from the book of figures.
struct PlaceRates: Sendable {
  /// Children who live there; nil where that is not known.
  var children: Double?
  /// The least and most of them over the rules.
  var childrenSpread: Interval?
  /// The rule by which area figures reached the place; nil where none did.
  var rule: ApportionmentRule?
  var enrolled: Rate?
  var reached: Rate?
  var reachedHere: Rate?
  var sustained: Rate?
  /// Reached of those enrolled.
  var reachedOfEnrolled: Rate?

  /// Looks up the place's figures.
  init(_ place: String, in book: FigureBook) {
    func rate(_ measure: String) -> Rate? {
      Rate(book.figure(measure, at: place), thresholds: book.facts.cycle.thresholds)
    }
    let count = book.figure("children.count", at: place)
    children = count?.value
    childrenSpread = count?.spread
    rule = count?.rule
    enrolled = rate("enrolled.rate")
    reached = rate("reached.rate")
    reachedHere = rate("reached-here.rate")
    sustained = rate("sustained.rate")
    reachedOfEnrolled = rate("reached.of-enrolled")
  }
}
