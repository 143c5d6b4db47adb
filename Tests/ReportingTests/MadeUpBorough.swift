import Foundation
import Geodata
import Geometry
import Tally
import Workspace

@testable import Reporting

/// A made-up borough of 24 areas whose borders wobble but are shared, two overlapping catchments and three centres.
struct MadeUpBorough {
  var hide = 0
  var base = 1
  var hasPopulation = true
  var hasPeople = true
  var hasUse = true
  var hasDeprivation = true
  var hasGroups = true
  var hasShapes = true
  /// Stands in every name that comes from a file.
  var hostile = ""

  static let exact = MadeUpBorough()
  static let released = MadeUpBorough(hide: 4, base: 5)
  /// A name that tries to leave its place in HTML, SVG, an attribute and a template.
  static let attack = #"<script>alert(1)</script>"'&{{x}}{1}</svg>--><img src=x onerror=1>"#

  var isExact: Bool { base == 1 }

  func count(_ number: Int) -> Count {
    guard !isExact, number > 0 else { return Count(exactly: number) }
    if number <= hide { return Count(value: Double(1 + hide) / 2, low: 1, high: hide) }
    let rounded = max((number + base / 2) / base * base, (hide / base + 1) * base)
    return Count(value: Double(rounded), low: max(hide + 1, rounded - 2), high: rounded + 2)
  }

  private let columns = 6
  private let rows = 4

  private func corner(_ x: Int, _ y: Int) -> Point {
    let seed = Double((x * 7 + y * 13) % 11) / 11 - 0.5
    return Point(x: 430_000 + Double(x) * 700 + seed * 260, y: 555_000 + Double(y) * 650 - seed * 220)
  }

  /// The corners of an edge with two wobbling points between, the same from either side.
  private func edge(_ a: (Int, Int), _ b: (Int, Int)) -> [Point] {
    let forward = a < b
    let (first, last) = forward ? (a, b) : (b, a)
    let (p, q) = (corner(first.0, first.1), corner(last.0, last.1))
    var between: [Point] = []
    for step in 1...8 {
      let t = Double(step) / 9
      let wobble = Double((first.0 * 5 + first.1 * 3 + last.0 + step * 4) % 7 - 3) * 9
      between.append(Point(x: p.x + (q.x - p.x) * t + wobble, y: p.y + (q.y - p.y) * t - wobble))
    }
    let points = [p] + between
    return forward ? points : [q] + between.reversed()
  }

  func shape(_ index: Int) -> MultiPolygon {
    let (x, y) = (index % columns, index / columns)
    let corners = [(x, y), (x + 1, y), (x + 1, y + 1), (x, y + 1), (x, y)]
    var ring: [Point] = []
    for (a, b) in zip(corners, corners.dropFirst()) { ring += edge(a, b) }
    ring.append(ring[0])
    return MultiPolygon([Polygon(exterior: ring)])
  }

  private func code(_ index: Int) -> String { "E010\(String(1000 + index))" }

  private func enrolled(_ index: Int) -> Int { index == 3 ? 2 : 20 + (index * 7) % 31 }
  private func reached(_ index: Int) -> Int {
    hasUse ? (index == 3 ? 1 : enrolled(index) * (30 + (index * 13) % 50) / 100) : 0
  }
  private func sustained(_ index: Int) -> Int { reached(index) * 2 / 3 }

  private func people(_ indices: [Int]) -> CycleFacts.PeopleCounts {
    var result = CycleFacts.PeopleCounts(enrolled: .zero, reached: .zero, sustained: .zero)
    guard hasPeople else { return result }
    for index in indices {
      result.enrolled += count(enrolled(index))
      result.reached += count(reached(index))
      result.sustained += count(sustained(index))
    }
    if isExact {
      result.visits = indices.reduce(0) { $0 + reached($1) * 4 }
      result.families = indices.reduce(0) { $0 + enrolled($1) * 9 / 10 }
    }
    return result
  }

  var facts: CycleFacts {
    let cells = Array(0..<columns * rows)
    let one = [0, 1, 2, 3, 6, 7, 8, 9, 12, 13]
    let two = [8, 9, 10, 11, 14, 15, 16, 17, 20, 21]
    let from = Day(year: 2025, month: 9, day: 1) ?? Day(daysSince1970: 0)
    var cycle = CycleRecord(label: "2025-26", from: from, to: from.adding(days: 364))
    cycle.groups = hasGroups ? ["language"] : []
    cycle.countsFamilies = isExact
    let areas = cells.map { index -> CycleFacts.AreaFacts in
      var denominators: [String: CycleContent.Denominator] = [:]
      if hasPopulation {
        let children = 60 + (index * 11) % 40
        denominators["children"] = .init(area: code(index), set: "children", value: Double(children))
        for age in 0...4 {
          denominators["age-\(age)"] = .init(area: code(index), set: "age-\(age)", value: Double(children) / 5)
        }
      }
      var indicators: [String: CycleContent.IndicatorValue] = [:]
      if hasDeprivation {
        indicators["imd"] = .init(
          indicator: "imd", area: code(index), rank: Double(1000 + index * 900), decile: min(10, 1 + index / 3))
      }
      return CycleFacts.AreaFacts(
        code: code(index), name: "Newtown 0\(String(index + 1))\(hostile)", surface: 455_000, people: people([index]),
        denominators: denominators, indicators: indicators)
    }
    func catchment(_ number: Int, _ members: [Int]) -> CycleFacts.CatchmentFacts {
      let counted = people(members)
      var splits: [CycleFacts.Split] = []
      if hasPeople, hasGroups {
        for (key, share) in [("language=eal\(hostile)", 4), ("language=other", 2)] {
          splits.append(.init(measure: "enrolled", by: "group", key: key, count: count(members.count * 30 / share)))
          splits.append(.init(measure: "reached", by: "group", key: key, count: count(members.count * 9 / share)))
        }
      }
      if hasPeople, hasUse {
        splits.append(.init(measure: "reached", by: "service", key: "stay-and-play\(hostile)", count: count(80)))
        splits.append(.init(measure: "reached", by: "service", key: "debt-advice", count: count(3)))
      }
      return CycleFacts.CatchmentFacts(
        code: "CC0\(String(number))", name: "CC0\(String(number))", surface: 4e6, people: counted,
        reachedHere: hasPeople && hasUse ? count(90) : nil, visitsHere: isExact && hasUse ? 400 : nil, splits: splits)
    }
    let centres = (1...3).map { number -> CycleFacts.CentreFacts in
      var visits: [CycleFacts.Split] = []
      if hasUse {
        visits.append(.init(measure: "visits", by: "all", key: "", count: count(1200)))
        for (key, number) in [("stay-and-play", 700), ("debt-advice", 3), ("speech-and-language\(hostile)", 497)] {
          visits.append(.init(measure: "visits", by: "service", key: key, count: count(number)))
        }
        for month in 9...12 {
          visits.append(
            .init(
              measure: "visits", by: "month", key: "2025-\(month < 10 ? "0" : "")\(month)", count: count(month * 21)))
        }
      }
      return CycleFacts.CentreFacts(
        code: "CC0\(String(number))", name: "Centre \(String(number))\(hostile)",
        point: Point(x: 430_000 + Double(number) * 1300, y: 556_100), visits: visits)
    }
    var weights: [CycleContent.Weight] = []
    for (catchment, members) in [("CC01", one), ("CC02", two)] {
      for index in members {
        let share = index == members.last ? 0.4 : 1
        weights.append(.init(catchment: catchment, area: code(index), rule: .population, weight: share))
        weights.append(
          .init(catchment: catchment, area: code(index), rule: .area, weight: index == members.last ? 0.6 : 1))
      }
    }
    let imd = CycleContent.Indicator(
      id: "imd", title: "Index of Multiple Deprivation\(hostile)", theme: "deprivation", unit: "rank",
      polarity: "higher-is-worse", of: 32844, vintage: "2019", source: "iod.csv", licence: "OGL v3",
      attribution: "© Crown copyright\(hostile)")
    let source = CycleContent.InputFile(
      role: "enrolments", file: "enrolments\(hostile).csv", sha256: "00", bytes: 10, rows: 20, used: 18, reading: "",
      isPersonal: true)
    let boundaries = CycleContent.InputFile(
      role: "areas", file: "areas.geojson", sha256: "11", bytes: 10, rows: 24, used: 24, reading: "", vintage: "2011",
      licence: "OGL v3", attribution: "Contains OS data © Crown copyright\(hostile)")
    let hasFlows = hasPeople && hasUse
    return CycleFacts(
      name: "Newtown\(hostile)", cycle: cycle, hide: hide, base: base, areas: areas,
      catchments: [catchment(1, one), catchment(2, two)], centres: centres, authority: people(cells),
      weights: weights,
      denominatorSets: hasPopulation
        ? [.init(id: "children", title: "Children", date: "2020-06-30", source: "ONS\(hostile)", isStale: true)] : [],
      indicators: hasDeprivation ? [imd] : [],
      flows: hasFlows
        ? [
          .init(catchment: "CC01", centre: "CC01", children: count(90), visits: isExact ? 400 : nil),
          .init(catchment: "CC01", centre: "CC02", children: count(12), visits: isExact ? 40 : nil),
          .init(catchment: "", centre: "CC01", children: count(3), visits: isExact ? 9 : nil),
        ] : [],
      sources: isExact ? [boundaries, source] : [boundaries],
      totals: isExact ? ["grades/coordinates": 400, "grades/not-located": 12, "outside_areas": 3] : [:],
      complaints: [Complaint(.warning, "an area was mended\(hostile)", file: "areas.geojson", feature: "E010")],
      rejects: isExact ? [.init(file: "enrolments.csv", reason: "blank id\(hostile)", rows: 3, firstRows: [4])] : [],
      cycleLabels: ["2025-26"])
  }

  var borough: Borough {
    var areaShapes: [String: MultiPolygon] = [:]
    var catchmentShapes: [String: MultiPolygon] = [:]
    if hasShapes {
      for index in 0..<columns * rows { areaShapes[code(index)] = shape(index) }
      catchmentShapes["CC01"] = MultiPolygon([
        Polygon(exterior: [
          corner(0, 0), corner(4, 0), corner(4, 2), corner(2, 2), corner(2, 3), corner(0, 3), corner(0, 0),
        ])
      ])
    }
    return Borough(facts: facts, areaShapes: areaShapes, catchmentShapes: catchmentShapes)
  }

  func page(_ code: String = "CC01", banner: String? = nil, language: Language = .english) throws -> String {
    guard let document = NeedProfile.document(of: code, in: borough, language: language) else { return "" }
    return try PageMarkup.render(document, banner: banner)
  }
}
