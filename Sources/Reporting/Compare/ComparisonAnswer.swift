import Tally
import Workspace

extension Comparison {
  /// The comparison as rows for `--format table|csv|json`, in the order of the codes.
  ///
  /// Counts are as the workspace may show them (`c`, or to the base); shares are of 1; ranks 1 = highest.
  public var answer: QueryResult {
    let columns = [
      "figure", "place", "name", "of", "children", "value", "low", "high", "spread_low", "spread_high", "whole",
      "different", "funnel", "rank_low", "rank_high", "top_three",
    ]
    let rows = compared.places.map { place -> [SQLValue] in
      let rate = place.rate
      let number = counts.shown(rate.numerator)
      return [
        .text(rate.id), .text(place.code), .text(place.name), .optional(rate.denominator),
        number.map { .integer($0) } ?? .text("c"), .optional(number == nil ? nil : rate.value),
        .optional(rate.interval?.lower), .optional(rate.interval?.upper), .optional(rate.spread?.lower),
        .optional(rate.spread?.upper), .optional(compared.whole?.value),
        rate.differs.map { .text($0 ? "yes" : "no") } ?? .null,
        place.side.map { .text($0 == 0 ? "within" : $0 < 0 ? "below" : "above") } ?? .null,
        .optional(place.rank?.interval.lower), .optional(place.rank?.interval.upper), .optional(place.rank?.shareInTop),
      ]
    }
    return QueryResult(columns: columns, rows: rows)
  }
}
