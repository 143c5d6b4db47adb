import Statistics
import Workspace

extension MembersOfPlaces {
  /// The mean of areas' values over the people of a set, for the catchments and the authority, with its spread over the
  /// rules. An area without a value or without people is left out, and the figure says so.
  func means(_ measure: String, of values: [Double?], over set: String, in facts: CycleFacts) -> [Figure] {
    let people = columns.given[set] ?? Array(repeating: nil, count: facts.areas.count)
    return (catchments + [authority]).map { place in
      var figure = Figure(measure: measure, place, facts.cycle.label)
      let mean = place.spread { members in
        WeightedMean.of(
          members.compactMap { member in
            guard let value = values[member.area], let number = people[member.area] else { return nil }
            return (value, member.weight * number)
          })
      }
      (figure.value, figure.spread) = (mean.value, mean.range)
      figure.denominator = PlaceDenominator(set, of: place, in: facts).number.map { .given($0) }
      if place.members.contains(where: { values[$0.area] == nil || people[$0.area] == nil }) {
        figure.flags.append(.valuesMissing)
      }
      return figure
    }
  }
}
