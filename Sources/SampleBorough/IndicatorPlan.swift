/// A made-up indicator by theme, with numerator and denominator by area.
struct IndicatorPlan: Sendable {
  let id: String
  let title: String
  let theme: String
  let polarity: String
  /// Percent where need is 0, and where it is 1.
  let low: Double
  let high: Double
  /// The denominator as a multiple of the children under five.
  let per: Double
  /// The denominator in words.
  let of: String

  /// About a dozen, as councils' centre profiles have them.
  static let all: [IndicatorPlan] = [
    .init(
      id: "lone-parents", title: "Lone-parent households", theme: "household composition",
      polarity: "higher-is-worse", low: 9, high: 38, per: 1.6, of: "households with children"),
    .init(
      id: "large-families", title: "Households with three children or more", theme: "household composition",
      polarity: "neither", low: 10, high: 19, per: 1.6, of: "households with children"),
    .init(
      id: "workless-households", title: "Households with children where nobody works", theme: "work",
      polarity: "higher-is-worse", low: 3, high: 30, per: 1.6, of: "households with children"),
    .init(
      id: "low-income", title: "Children in families on a low income", theme: "deprivation",
      polarity: "higher-is-worse", low: 5, high: 44, per: 3.1, of: "children of 0 to 15"),
    .init(
      id: "fuel-poverty", title: "Households in fuel poverty", theme: "deprivation", polarity: "higher-is-worse",
      low: 6, high: 23, per: 6, of: "households"),
    .init(
      id: "overcrowding", title: "Households with too few rooms", theme: "housing", polarity: "higher-is-worse",
      low: 1, high: 11, per: 6, of: "households"),
    .init(
      id: "low-birth-weight", title: "Babies under 2,500 g", theme: "health", polarity: "higher-is-worse", low: 4,
      high: 10, per: 0.6, of: "births in three years"),
    .init(
      id: "breastfeeding", title: "Babies breastfed at six to eight weeks", theme: "health",
      polarity: "higher-is-better", low: 58, high: 24, per: 0.2, of: "babies of a year"),
    .init(
      id: "obesity-reception", title: "Children overweight when they start school", theme: "health",
      polarity: "higher-is-worse", low: 16, high: 29, per: 0.2, of: "children measured in reception"),
    .init(
      id: "immunised-at-two", title: "Children immunised by two", theme: "health", polarity: "higher-is-better",
      low: 96, high: 84, per: 0.2, of: "children of two"),
    .init(
      id: "good-development", title: "Children with a good level of development at five",
      theme: "development at five", polarity: "higher-is-better", low: 79, high: 52, per: 0.2,
      of: "children assessed at five"),
    .init(
      id: "two-year-places", title: "Two-year-olds who take up a funded place", theme: "take-up of funded places",
      polarity: "higher-is-better", low: 82, high: 63, per: 0.12, of: "two-year-olds who may have one"),
    .init(
      id: "in-need", title: "Children in need", theme: "social care", polarity: "higher-is-worse", low: 1, high: 8,
      per: 3.1, of: "children of 0 to 15"),
  ]

  /// Column names start with this.
  var column: String { id.split(separator: "-").joined(separator: "_") }

  /// Numerator and denominator for an area.
  func value(area: Int, traits: AreaTraits, number: Int, seed: UInt64) -> (numerator: Int, denominator: Int) {
    var random = SampleRandom(seed, .indicator, area * 64 + number)
    let children = Double(traits.byAge[area].reduce(0, +))
    let denominator = max(4, Int((children * per * random.uniform(0.94, 1.06)).rounded()))
    let percent = low + (high - low) * traits.need[area] + (high - low) * 0.10 * random.normal()
    let share = min(1, max(0, percent / 100))
    return (Int((Double(denominator) * share).rounded()), denominator)
  }
}
