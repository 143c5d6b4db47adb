import Geodata
import Measures
import SpatialJoin
import Statistics
import Workspace

/// Looks for values of areas, and places of centres, that cannot be or lie far outside the rest. Areas and centres are
/// named: their values are published, or the council's own of whole areas.
struct AreaOutliers {
  private(set) var found: [Outlier] = []

  init(_ reading: CycleReading) {
    lookAtCentres(reading)
    for indicator in reading.content.indicators { lookAt(indicator, reading.content.indicatorValues) }
    for set in reading.content.denominatorSets { lookAt(set, reading.content.denominators) }
    lookAtShares(reading.content)
    lookAtEnrolled(reading)
  }

  private mutating func add(_ what: String, file: String, rule: String, places: [String], of count: Int) {
    guard !places.isEmpty else { return }
    // A source is the file, then its publisher.
    let file = file.split(separator: ",").first.map(String.init) ?? file
    found.append(
      Outlier(what: what, file: file, rule: rule, count: places.count, of: count, places: places.sorted()))
  }

  private mutating func lookAtCentres(_ reading: CycleReading) {
    let placed = reading.content.centres.compactMap { centre in centre.point.map { (code: centre.code, point: $0) } }
    guard !placed.isEmpty, !reading.areas.isEmpty else { return }
    let index = AreaIndex(reading.areas.map(\.shape))
    add(
      "centres outside the borough", file: reading.inputs.centres?.file ?? "", rule: "in none of the areas",
      places: placed.filter { index.first(covering: $0.point) == nil }.map(\.code), of: placed.count)
  }

  private mutating func lookAt(_ indicator: CycleContent.Indicator, _ all: [CycleContent.IndicatorValue]) {
    let rows = all.filter { $0.indicator == indicator.id && $0.area != IndicatorMeasures.nation }
    let values = rows.compactMap { row in row.value.map { (area: row.area, value: $0) } }
    let isPercent = indicator.unit.lowercased().hasPrefix("percent") || indicator.unit == "%"
    if isPercent {
      add(
        indicator.title, file: indicator.source, rule: "a percentage below 0 or over 100",
        places: values.filter { $0.value < 0 || $0.value > 100 }.map(\.area), of: values.count)
      if values.count >= OuterFences.leastCount, values.allSatisfy({ (0...1).contains($0.value) }),
        values.contains(where: { $0.value > 0 })
      {
        add(
          indicator.title, file: indicator.source,
          rule: "every value lies between 0 and 1: shares of 1, where audit.yml says percent?",
          places: values.map(\.area), of: values.count)
      }
    } else if ["count", "rate"].contains(indicator.unit) {
      add(
        indicator.title, file: indicator.source, rule: "a \(indicator.unit) below 0",
        places: values.filter { $0.value < 0 }.map(\.area), of: values.count)
    }
    let parts = rows.filter { $0.numerator != nil && $0.denominator != nil }
    if isPercent {
      add(
        indicator.title, file: indicator.source, rule: "the numerator is larger than the denominator",
        places: parts.filter { ($0.numerator ?? 0) > ($0.denominator ?? 0) }.map(\.area), of: parts.count)
    }
    guard let fences = OuterFences(values.map(\.value)) else { return }
    add(
      indicator.title, file: indicator.source,
      rule: "outside \(Self.short(fences.low)) to \(Self.short(fences.high)), Tukey's outer fences",
      places: values.filter { fences.isBeyond($0.value) }.map(\.area), of: values.count)
  }

  private mutating func lookAt(_ set: CycleContent.DenominatorSet, _ all: [CycleContent.Denominator]) {
    let values = all.filter { $0.set == set.id }.compactMap { row in row.value.map { (area: row.area, value: $0) } }
    guard let fences = OuterFences(counts: values.map { Int($0.value.rounded()) }) else { return }
    let low = fences.low > 0 ? "under \(Int(fences.low.rounded(.up))) or " : ""
    add(
      set.title, file: set.source,
      rule: "\(low)over \(Int(fences.high)), Tukey's outer fences of square roots",
      places: values.filter { fences.isBeyond($0.value) }.map(\.area), of: values.count)
  }

  /// Children as a share of everybody, where both are given.
  private mutating func lookAtShares(_ content: CycleContent) {
    let (children, everybody) = (content.people(of: "children"), content.people(of: "population"))
    let source = content.denominatorSets.first { $0.id == "children" }?.source ?? ""
    let shares = children.keys.sorted().compactMap { area in
      everybody[area].flatMap { $0 > 0 ? (area: area, share: (children[area] ?? 0) / $0) : nil }
    }
    add(
      "children as a share of everybody", file: source, rule: "more children than people",
      places: shares.filter { $0.share > 1 }.map(\.area), of: shares.count)
    guard let fences = OuterFences(shares.map(\.share)) else { return }
    add(
      "children as a share of everybody", file: source,
      rule: "outside \(Self.short(max(fences.low, 0) * 100)) % to \(Self.short(fences.high * 100)) %, "
        + "Tukey's outer fences",
      places: shares.filter { fences.isBeyond($0.share) && $0.share <= 1 }.map(\.area), of: shares.count)
  }

  /// More children enrolled than exist: the estimate is too small, or the register keeps those who left.
  private mutating func lookAtEnrolled(_ reading: CycleReading) {
    guard !reading.counted.isEmpty else { return }
    var enrolled: [Int32: Int] = [:]
    for child in reading.counted where child.atom >= 0 {
      enrolled[reading.atoms.area(of: child.atom), default: 0] += 1
    }
    let children = reading.content.people(of: "children")
    let source = reading.content.denominatorSets.first { $0.id == "children" }?.source ?? ""
    let over = reading.areas.enumerated().filter { index, area in
      children[area.code].map { Double(enrolled[Int32(index)] ?? 0) > $0 } ?? false
    }
    add(
      "children of the eligible ages", file: source, rule: "fewer than are enrolled there",
      places: over.map(\.element.code), of: children.count)
  }

  private static func short(_ value: Double) -> String {
    let rounded = (value * 100).rounded() / 100
    return rounded == rounded.rounded() && abs(rounded) < 1e15 ? String(Int(rounded)) : String(rounded)
  }
}

extension CycleReading {
  /// What cannot be or lies far outside the rest, of children, visits, areas and centres.
  func outliers() -> [Outlier] { PeopleOutliers(self).found + AreaOutliers(self).found }
}
