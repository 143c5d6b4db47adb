extension AreaLookup {
  /// Why a new area has no value of its own.
  public struct Gap: Hashable, Sendable {
    /// The new area's code.
    public var area: String
    /// In words: "joins E01900004, E01900005 (M)".
    public var why: String
  }

  /// Moves what cannot be added or shared (ranks, scores, deciles): unchanged for U and S, missing for M and X.
  ///
  /// - Parameters:
  ///   - values: by old code.
  ///   - areas: the new codes that are wanted, in the order of the result's gaps.
  public func pass<Value>(_ values: [String: Value], to areas: [String]) -> (values: [String: Value], gaps: [Gap]) {
    var moved: [String: Value] = [:]
    var gaps: [Gap] = []
    for area in areas {
      let parents = parents(of: area)
      guard let parent = parents.first else {
        gaps.append(Gap(area: area, why: "is not in the lookup"))
        continue
      }
      guard parents.count == 1, parent.change == .unchanged || parent.change == .split else {
        let names = parents.map(\.from).joined(separator: ", ")
        gaps.append(Gap(area: area, why: "comes from \(names) (\(parent.change.rawValue))"))
        continue
      }
      if let value = values[parent.from] {
        moved[area] = value
      } else {
        gaps.append(Gap(area: area, why: "its former area \(parent.from) has no value"))
      }
    }
    return (moved, gaps)
  }

  /// Moves counts: all of U, M added up, S and X shared out by weight, so that nobody counts twice.
  ///
  /// The weight of a link is the lookup's own, else what `size` says of the new area's part in the old one: population
  /// points, or surface. An old area's weights are scaled to add up to 1. Where a weight is not known, the new areas of
  /// that old one have no count.
  /// - Parameters:
  ///   - counts: by old code.
  ///   - areas: the new codes that are wanted.
  ///   - size: how much of the old area lies in the new one, in any unit; nil if not known. Asked for S and X only.
  public func share(
    _ counts: [String: Double], to areas: [String], size: (Link) -> Double? = { _ in nil }
  ) -> (counts: [String: Double], gaps: [Gap]) {
    var moved: [String: Double] = [:]
    var gaps: [Gap] = []
    var known: [String: [String: Double]?] = [:]
    for area in areas {
      let parents = parents(of: area)
      guard !parents.isEmpty else {
        gaps.append(Gap(area: area, why: "is not in the lookup"))
        continue
      }
      var total = 0.0
      var why: String?
      for parent in parents {
        guard let count = counts[parent.from] else {
          why = "its former area \(parent.from) has no count"
          break
        }
        let shares: [String: Double]?
        if let cached = known[parent.from] {
          shares = cached
        } else {
          shares = self.shares(of: parent.from, size: size)
          known[parent.from] = .some(shares)
        }
        guard let share = shares?[area] else {
          why = "how \(parent.from) is shared out is not known (\(parent.change.rawValue))"
          break
        }
        total += share * count
      }
      if let why { gaps.append(Gap(area: area, why: why)) } else { moved[area] = total }
    }
    return (moved, gaps)
  }

  /// The shares of an old area by new code; they add up to 1. Nil if one is not known, or all are 0.
  public func shares(of old: String, size: (Link) -> Double? = { _ in nil }) -> [String: Double]? {
    let links = successors(of: old)
    if links.count == 1 { return [links[0].to: 1] }
    var sizes: [String: Double] = [:]
    for link in links {
      guard let size = link.weight ?? size(link), size >= 0 else { return nil }
      sizes[link.to] = size
    }
    let total = links.reduce(0) { $0 + (sizes[$1.to] ?? 0) }
    guard total > 0 else { return nil }
    return sizes.mapValues { $0 / total }
  }
}

extension RecipeResult {
  /// The same file in the areas of another vintage: ranks, scores and deciles pass for U and S and are missing for M and
  /// X; denominators are shared out.
  ///
  /// - Parameters:
  ///   - areas: the new codes that are wanted.
  ///   - vintage: what they are: `LSOA 2021`.
  ///   - size: as in `AreaLookup.share`.
  public func moved(
    by lookup: AreaLookup, to areas: [String], vintage: String, file: String,
    size: (AreaLookup.Link) -> Double? = { _ in nil }
  ) -> RecipeResult {
    var result = self
    result.areaVintage = vintage
    result.areas = []
    result.values = []
    result.denominatorValues = []
    var missing: [AreaLookup.Gap] = []
    for indicator in indicators {
      var byArea: [String: IndicatorValue] = [:]
      for value in values where value.indicator == indicator.id { byArea[value.area] = value }
      let (moved, gaps) = lookup.pass(byArea, to: areas)
      if missing.isEmpty { missing = gaps }
      for area in areas {
        guard var value = moved[area] else { continue }
        value.area = area
        result.values.append(value)
      }
    }
    for set in denominators {
      var counts: [String: Double] = [:]
      for value in denominatorValues where value.set == set.id { counts[value.area] = value.value }
      let (moved, gaps) = lookup.share(counts, to: areas, size: size)
      if missing.isEmpty { missing = gaps }
      for area in areas {
        result.denominatorValues.append(RecipeDenominator(area: area, set: set.id, value: moved[area]))
      }
    }
    let rows = Dictionary(self.areas.map { ($0.code, $0.row) }, uniquingKeysWith: { first, _ in first })
    for area in areas {
      if let row = lookup.parents(of: area).first.flatMap({ rows[$0.from] }) {
        result.areas.append(RecipeArea(code: area, row: row))
      }
    }
    if !missing.isEmpty {
      let shown = missing.prefix(3).map { "\($0.area) \($0.why)" }.joined(separator: "; ")
      result.complaints.append(
        Complaint(
          .warning,
          "\(missing.count) of \(areas.count) areas have no value after the lookup from \(areaVintage) to \(vintage): "
            + shown + (missing.count > 3 ? "; …" : ""), file: file,
          advice: "no single value may be made of several; they are shown as missing", count: missing.count))
    }
    return result
  }
}
