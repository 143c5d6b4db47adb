import Evidence
import Geodata
import Workspace

/// What became of last cycle's areas, for counts that have no points: the lookup that audit.yml names, with sizes.
struct AreaMoving: Sendable {
  let lookup: AreaLookup
  let sizes: LookupSizes

  /// Counts by old area, shared out to new ones; a new area of which a part has no count is left out.
  func moved(_ counts: [String: Double], to areas: [String]) -> [String: Double] {
    lookup.share(counts, to: areas, size: sizes.size).counts
  }
}

/// The change of each small area since the cycle before, in this cycle's areas: LSOA 2011 then, LSOA 2021 now.
struct AreaChanges {
  private(set) var changes: [AreaChange] = []
  /// The links from last cycle's areas to this one's; empty where the areas are the same.
  private(set) var links: [AreaLookup.Link] = []
  private let since: String

  /// - Parameters:
  ///   - content: this cycle.
  ///   - kept: the cycle before, as the workspace holds it.
  ///   - recounted: the cycle before, run again in this cycle's areas; nil: its files cannot be read any more.
  init(_ content: CycleContent, kept: CycleContent, recounted: CycleContent?, moving: AreaMoving?) {
    since = kept.cycle.label
    let (codes, before) = (content.areas.map(\.code), kept.areas.map(\.code))
    let isSame = codes == before
    let (now, then, again) = (Self.people(content), Self.people(kept), recounted.map(Self.people))
    func old(_ counts: [String: Double]) -> (counts: [String: Double], how: AreaChange.Way) {
      if isSame { return (counts, .same) }
      if let moving { return (moving.moved(counts, to: codes), .sharedOut) }
      return (counts, .unknown)
    }
    for measure in ["enrolled", "reached", "sustained"] {
      func filled(_ counts: [String: [String: Double]], _ areas: [String]) -> [String: Double] {
        let mine = counts[measure] ?? [:]
        return Dictionary(areas.map { ($0, mine[$0] ?? 0) }, uniquingKeysWith: { $1 })
      }
      let (counts, how) = again.map { (filled($0, codes), AreaChange.Way.recounted) } ?? old(filled(then, before))
      for code in codes {
        changes.append(
          AreaChange(
            area: code, measure: measure, before: counts[code], after: now[measure]?[code] ?? 0,
            how: counts[code] == nil ? .unknown : how))
      }
    }
    let (children, how) = old(kept.people(of: "children"))
    let present = content.people(of: "children")
    for code in codes where children[code] != nil || present[code] != nil {
      changes.append(
        AreaChange(
          area: code, measure: "children", before: children[code], after: present[code],
          how: children[code] == nil ? .unknown : how))
    }
    if !isSame, let moving {
      let known = Set(before)
      links = codes.flatMap { moving.lookup.parents(of: $0) }.filter { known.contains($0.from) }
    }
  }

  private static func people(_ content: CycleContent) -> [String: [String: Double]] {
    var counts: [String: [String: Double]] = [:]
    for row in content.tallies where row.by == "all" {
      let area = content.atoms[row.atom].area
      if !area.isEmpty { counts[row.measure, default: [:]][area, default: 0] += row.count.value }
    }
    return counts
  }

  /// The rows of tables `area_changes` and `area_links`.
  var topics: [TopicRows] {
    [
      TopicRows(
        table: "area_changes", columns: Self.columns,
        rows: changes.map {
          [
            .text(since), .text($0.area), .text($0.measure), .optional($0.before), .optional($0.after),
            .text($0.how.rawValue),
          ]
        }),
      TopicRows(
        table: "area_links", columns: Self.linkColumns,
        rows: links.map { [.text($0.from), .text($0.to), .text($0.change.rawValue)] }),
    ].filter { !$0.rows.isEmpty }
  }

  static let columns = ["since", "area", "measure", "before", "after", "how"]
  static let linkColumns = ["from_area", "to_area", "change"]

  static func change(_ row: [SQLValue]) -> AreaChange? {
    guard row.count == columns.count, let how = AreaChange.Way(rawValue: row[5].text) else { return nil }
    return AreaChange(area: row[1].text, measure: row[2].text, before: row[3].real, after: row[4].real, how: how)
  }

  /// What areas became over two changes of vintage, where both are plain; those of the vintage between too.
  static func followed(_ older: [String: [String]], by newer: [String: [String]]) -> [String: [String]] {
    older.reduce(into: newer) { result, entry in
      let now = entry.value.compactMap { newer[$0] }
      if result[entry.key] == nil, now.count == entry.value.count { result[entry.key] = now.flatMap { $0 }.sorted() }
    }
  }

  /// From the links: the areas that an old one became, where each of them came from it alone.
  static func successors(_ links: [[SQLValue]]) -> [String: [String]] {
    let parents = Dictionary(links.map { ($0[1].text, 1) }, uniquingKeysWith: +)
    let byOld = Dictionary(grouping: links, by: { $0[0].text })
    return byOld.compactMapValues { links in
      let codes = links.map { $0[1].text }
      return codes.allSatisfy { parents[$0] == 1 } ? codes.sorted() : nil
    }
  }
}
