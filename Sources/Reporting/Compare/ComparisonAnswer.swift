import Audit
import Measures
import Tally
import Workspace

extension Comparison {
  /// The comparison as rows for `--format table|csv|json`, in the order of the codes; other authorities and the nation
  /// after the places. Where several cycles were asked for, cycle after cycle.
  ///
  /// Counts are as the workspace may show them (`c`, or to the base); shares are of 1; ranks 1 = highest; `nearest` holds
  /// the places most like one with their distances. The last columns are the ids of ranks and of what stands beside.
  public var answer: QueryResult {
    let columns = [
      "figure", "place", "name", "of", "children", "value", "low", "high", "spread_low", "spread_high", "whole",
      "different", "funnel", "rank_low", "rank_high", "top_three", "kind", "cycle", "neighbours", "from_neighbours",
      "nation", "from_nation", "nearest", "nearest_value", "nearest_low", "nearest_high", "rank_figure", "top_figure",
      "nearest_figure", "difference_figure",
    ]
    var rows: [[SQLValue]] = []
    if isOfCycles { for other in others { rows += self.rows(other.compared, other.cycle) } }
    rows += self.rows(compared, facts.cycle.label)
    rows += compared.others.map { other in
      let known: [SQLValue] = [
        .null, .null, .text(other.name), .optional(other.denominator), .optional(other.numerator), .real(other.value),
        .optional(other.interval?.lower), .optional(other.interval?.upper), .null, .null,
        .optional(compared.wholeRate),
      ]
      let rest = [SQLValue](repeating: .null, count: columns.count - known.count - 6)
      return known + [.null, .null, .null, .null, .null, .text(other.kind.rawValue)] + rest
    }
    return QueryResult(columns: columns, rows: rows)
  }

  private func rows(_ compared: ComparedPlaces, _ cycle: String) -> [[SQLValue]] {
    compared.places.map { place -> [SQLValue] in
      let rate = place.rate
      let number = counts.shown(rate.numerator)
      let own: [SQLValue] = [
        .text(rate.id), .text(place.code), .text(place.name), people(rate),
        number.map { .integer($0) } ?? .text("c"), .optional(number == nil ? nil : rate.value),
        .optional(rate.interval?.lower), .optional(rate.interval?.upper), .optional(rate.spread?.lower),
        .optional(rate.spread?.upper), .optional(compared.wholeRate),
        rate.differs.map { .text($0 ? "yes" : "no") } ?? .null,
        place.side.map { .text($0 == 0 ? "within" : $0 < 0 ? "below" : "above") } ?? .null,
        .optional(place.rank?.interval.lower), .optional(place.rank?.interval.upper),
        .optional(place.rank?.shareInTop), .text(drawn == nil ? kind.rawValue : "drawn"), .text(cycle),
      ]
      let like: [SQLValue] = [
        place.like.isEmpty
          ? .null
          : .text(place.like.map { "\($0.place) \(Words().decimal($0.distance, places: 3))" }.joined(separator: "; ")),
        .optional(place.beside?.rate), .optional(place.beside?.difference?.interval.lower),
        .optional(place.beside?.difference?.interval.upper),
      ]
      func id(_ measure: String, _ isKnown: Bool) -> SQLValue {
        isKnown && drawn == nil ? .text(compared.id(measure, of: place, cycle)) : .null
      }
      let (measure, chosen) = (compared.measureID, compared.chosen)
      let ids = [
        id(ComparedMeasures.rank(measure), place.rank != nil),
        id(ComparedMeasures.topThree(measure), place.rank != nil),
        id(ComparedMeasures.alike(measure, by: chosen), place.beside != nil),
        id(ComparedMeasures.alikeDifference(measure, by: chosen), place.beside?.difference != nil),
      ]
      return own + against(.neighbour, place, compared) + against(.nation, place, compared) + like + ids
    }
  }

  /// How many it is a share of, as the workspace may show them.
  private func people(_ rate: Rate) -> SQLValue {
    guard let counted = rate.counted else { return .optional(rate.denominator) }
    return counts.shown(counted).map { .integer($0) } ?? .text("c")
  }

  /// The yardstick's rate and whether the place differs from it.
  private func against(
    _ kind: OtherAuthority.Kind, _ place: ComparedPlaces.Place, _ compared: ComparedPlaces
  ) -> [SQLValue] {
    guard let index = compared.yardsticks.firstIndex(where: { $0.kind == kind }) else { return [.null, .null] }
    return [.real(compared.yardsticks[index].rate), place.differs[index].map { .text($0 ? "yes" : "no") } ?? .null]
  }
}

extension QueryResult {
  /// For people at a terminal: numbers to four places after the point.
  public var rounded: QueryResult {
    QueryResult(
      columns: columns,
      rows: rows.map { row in
        row.map { value in
          guard case .real(let number) = value else { return value }
          return .real((number * 10_000).rounded() / 10_000)
        }
      })
  }
}
