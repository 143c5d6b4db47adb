import Geodata

/// The ledger of flows: what is given in each flow of value, one beside the other.
///
/// The flows are different things (advice that professionals give, hours that volunteers give, a room that residents
/// use): within one, hours, money and visits add up; over several they never do, so the ledger has no total.
public struct FlowLedger: Hashable, Sendable {
  /// One flow.
  public struct Entry: Hashable, Sendable {
    /// The flow's code; empty: offers that declare none.
    public var flow: String
    /// What the codebook says of it.
    public var meaning: String
    /// The offers, by id.
    public var offers: [Offer]
    /// Hours a week; nil where none is given.
    public var hours: Double?
    /// Hours a week of volunteers; nil where none is given.
    public var volunteerHours: Double?
    /// Pounds a year; nil where none is given.
    public var cost: Double?
    /// Visits in the cycle to these services at these centres; nil without a record of visits.
    public var visits: Int?

    /// The services, sorted.
    public var services: [String] { Set(offers.map(\.service).filter { !$0.isEmpty }).sorted() }
    /// The providers, sorted.
    public var providers: [String] { Set(offers.map(\.provider).filter { !$0.isEmpty }).sorted() }
    /// The funders, sorted.
    public var funders: [String] { Set(offers.map(\.funder).filter { !$0.isEmpty }).sorted() }
    /// Offers whose money ends by a day.
    public func ending(by day: Day) -> [Offer] { offers.filter { $0.fundEnds.map { $0 <= day } ?? false } }
    /// The first day on which money ends; nil where none does.
    public var firstEnd: Day? { offers.compactMap(\.fundEnds).min() }
  }

  /// The flows in the order of the codebook, then of their codes; those without a flow last.
  public var entries: [Entry]

  /// From the offers of a cycle. `visits` gives the visits of a service at a centre; nil: there is no record of visits.
  public init(_ offers: [Offer], codebook: Codebook, visits: ((_ centre: String, _ service: String) -> Int)?) {
    let declared = codebook.words(.flow)
    let others = Set(offers.map(\.flow)).subtracting(declared).subtracting([""]).sorted()
    entries = (declared + others + [""]).compactMap { flow in
      let mine = offers.filter { $0.flow == flow }.sorted { $0.id < $1.id }
      guard !mine.isEmpty else { return nil }
      func sum(_ values: [Double?]) -> Double? {
        let known = values.compactMap { $0 }
        return known.isEmpty ? nil : known.reduce(0, +)
      }
      // Two offers of one service at one centre share its visits: they count once.
      struct Used: Hashable { let centre, service: String }
      let used = Set(mine.map { Used(centre: $0.centre, service: $0.service) })
      return Entry(
        flow: flow, meaning: codebook.meaning(.flow, flow), offers: mine, hours: sum(mine.map(\.hours)),
        volunteerHours: sum(mine.map(\.volunteerHours)), cost: sum(mine.map(\.cost)),
        visits: visits.map { visits in used.reduce(0) { $0 + visits($1.centre, $1.service) } })
    }
  }

  /// What one centre gives, flow by flow.
  public func offers(of centre: String) -> [Offer] {
    entries.flatMap { $0.offers.filter { $0.centre == centre } }
  }
}
