import Geodata
import Geometry
import SpatialJoin
import Workspace

/// How much of an old area lies in each new one, for counts that a lookup shares out: live residential postcodes where
/// there are any, else surface.
///
/// With the old areas' polygons each part is measured. Without them a split area's parts are its new areas, whole, and an
/// irregular one's are not known.
struct LookupSizes {
  private var sizes: [AreaLookup.Link: Double] = [:]
  /// What was taken, for the provenance and the report.
  private(set) var basis = ""

  /// Measures the links of areas that are split or irregular.
  ///
  /// - Parameters:
  ///   - areas: the audit's areas.
  ///   - old: the old areas, if audit.yml names their polygons.
  ///   - points: population points; may be empty.
  init(_ lookup: AreaLookup, areas: [CycleContent.Place], old: [CycleContent.Place], points: [Point]) {
    let codes = Set(areas.map(\.code))
    let links = lookup.links.filter { link in
      (link.change == .split || link.change == .irregular) && lookup.successors(of: link.from).count > 1
        && lookup.successors(of: link.from).contains { codes.contains($0.to) }
    }
    guard !links.isEmpty else { return }
    let places = Set(links.map(\.to))
    let new = areas.filter { places.contains($0.code) }
    let newIndex = AreaIndex(new.map(\.shape))
    let inNew = points.compactMap { point in newIndex.first(covering: point).map { (point, $0) } }
    let wanted = Set(links.map(\.from))
    let former = old.filter { wanted.contains($0.code) }
    basis = inNew.isEmpty ? "surface" : "live residential postcodes"
    if former.isEmpty {
      wholeAreas(links, new, inNew.map(\.1))
    } else {
      parts(links, lookup, new, former, points)
    }
  }

  /// How much of the link's old area lies in its new one; nil if not known.
  func size(_ link: AreaLookup.Link) -> Double? { sizes[link] }

  /// Without the old polygons: a split area's part is the whole of the new area.
  private mutating func wholeAreas(_ links: [AreaLookup.Link], _ new: [CycleContent.Place], _ areaOfPoint: [Int]) {
    var counts: [String: Double] = [:]
    for i in areaOfPoint { counts[new[i].code, default: 0] += 1 }
    let surfaces = Dictionary(new.map { ($0.code, $0.surface) }, uniquingKeysWith: { first, _ in first })
    for (old, links) in Dictionary(grouping: links, by: \.from) where links.allSatisfy({ $0.change == .split }) {
      let usesPoints = links.contains { counts[$0.to, default: 0] > 0 }
      for link in links where link.from == old {
        guard let surface = surfaces[link.to] else { continue }
        sizes[link] = usesPoints ? counts[link.to, default: 0] : surface
      }
    }
  }

  /// With the old polygons: points or surface of the old area that lie in the new one; the rest lies outside the audit.
  private mutating func parts(
    _ links: [AreaLookup.Link], _ lookup: AreaLookup, _ new: [CycleContent.Place], _ old: [CycleContent.Place],
    _ points: [Point]
  ) {
    let newIndex = AreaIndex(new.map(\.shape))
    let oldIndex = AreaIndex(old.map(\.shape))
    var total = [Double](repeating: 0, count: old.count)
    var inside: [String: Double] = [:]
    func key(_ old: String, _ new: String) -> String { old + "\u{1F}" + new }
    for point in points {
      guard let i = oldIndex.first(covering: point) else { continue }
      total[i] += 1
      if let k = newIndex.first(covering: point) { inside[key(old[i].code, new[k].code), default: 0] += 1 }
    }
    var surfaces: [String: Double] = [:]
    for share in AreaWeights.overlay(areas: old.map(\.shape), catchments: new.map(\.shape)) {
      surfaces[key(old[share.area].code, new[share.catchment].code)] = share.share
    }
    let numbers = Dictionary(old.enumerated().map { ($1.code, $0) }, uniquingKeysWith: { first, _ in first })
    let newCodes = Set(new.map(\.code))
    for (from, links) in Dictionary(grouping: links, by: \.from) {
      guard let i = numbers[from] else { continue }
      let usesPoints = total[i] > 0
      var rest = usesPoints ? total[i] : 1
      for link in links where newCodes.contains(link.to) {
        let size = (usesPoints ? inside : surfaces)[key(from, link.to), default: 0]
        sizes[link] = size
        rest -= size
      }
      // What lies outside the audit's areas is nobody's here; only its sum matters.
      for (k, link) in links.filter({ !newCodes.contains($0.to) }).enumerated() {
        sizes[link] = k == 0 ? max(0, rest) : 0
      }
    }
  }
}
