import Geodata
import Workspace

extension OwnIndicatorReading {
  /// Moves the values to the areas of another vintage: counts are added up and shared out; everything else passes for
  /// unchanged and split areas and is missing for merged and irregular ones. A split area's numerator and denominator are
  /// of the whole and do not pass.
  mutating func move(
    by lookup: AreaLookup, to areas: [String], isCount: Bool, size: (AreaLookup.Link) -> Double?, file: String
  ) {
    let gaps: [AreaLookup.Gap]
    let before = values
    values = []
    if isCount {
      var counts: [String: Double] = [:]
      for value in before { counts[value.area] = value.value }
      let moved = lookup.share(counts, to: areas, size: size)
      gaps = moved.gaps
      for area in areas {
        guard let count = moved.counts[area] else { continue }
        values.append(.init(indicator: before.first?.indicator ?? "", area: area, value: count))
      }
    } else {
      let byArea = Dictionary(before.map { ($0.area, $0) }, uniquingKeysWith: { first, _ in first })
      let moved = lookup.pass(byArea, to: areas)
      gaps = moved.gaps
      for area in areas {
        guard var value = moved.values[area] else { continue }
        value.area = area
        if lookup.parents(of: area).first?.change == .split { (value.numerator, value.denominator) = (nil, nil) }
        values.append(value)
      }
    }
    guard !gaps.isEmpty else { return }
    let shown = gaps.prefix(3).map { "\($0.area) \($0.why)" }.joined(separator: "; ")
    complaints.append(
      Complaint(
        .warning,
        "\(gaps.count) of \(areas.count) areas have no value after the lookup: \(shown)\(gaps.count > 3 ? "; …" : "")",
        file: file, advice: "no single value may be made of several; they are shown as missing", count: gaps.count))
  }
}
