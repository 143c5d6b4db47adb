import Foundation
import PublishedData
import Testing

@testable import Geometry

@Suite("GEOS's own test cases, for the operations that Geometry has")
struct GEOSCaseTests {
  static let folder = "oracles/geos-xml"

  static let files: [String] = {
    guard SharedData.has(folder) else { return [] }
    let all = FileManager.default.enumerator(atPath: SharedData.url(folder).path)?.compactMap { $0 as? String } ?? []
    return all.filter { $0.hasSuffix(".xml") }.sorted()
  }()

  /// What became of one operation.
  enum Outcome: Equatable, Sendable {
    case held
    case skipped
    case failed(String)
  }

  /// Cases that GEOS 3.11.1 answers otherwise, by the beginning of their description, with the version that mended it
  /// or why. With another GEOS a case may come to hold: then it is not looked for.
  static let knownOtherwise: [(file: String, caseName: String, why: String)] = [
    ("general/TestRelateLL.xml", "LL - test intersection node computation", "nodes of relate, GEOS 3.13"),
    ("general/TestSimplify.xml", "mL - lines with constrained topology", "simplifying across lines, GEOS 3.12"),
    ("general/TestSimplify.xml", "A - polygon with small hole near simplified edge", "holes, GEOS 3.12"),
    ("general/TestSimplify.xml", "mA - multipolygon with small element removed", "small parts, GEOS 3.12"),
    ("issue/issue-geos-527.xml", "Bogus noding", "an overlay that ends otherwise since GEOS 3.9"),
    ("misc/InvalidRelates.xml", "LC - intersection (containment) along mod-2", "invalid input, GEOS 3.13"),
    ("misc/makevalid.xml", "makevalid/multipolygon/first_part_crossing_second", "3.11 punches out what parts share"),
    ("validate/TestRelatePL.xml", "P/L-2: a point and a zero-length line", "invalid input, GEOS 3.13"),
  ]

  /// All operations with their outcomes, a file at a time on all cores.
  static let results: [String: [(operation: GEOSCaseFile.Operation, outcome: Outcome)]] = {
    let found = Parallel.map(files) { file -> [Result] in
      guard let cases = try? GEOSCaseFile(SharedData.url(folder + "/" + file)) else { return [] }
      return cases.operations.map {
        Result(operation: $0, outcome: run($0, hasFixedPrecision: cases.hasFixedPrecision))
      }
    }
    return Dictionary(
      uniqueKeysWithValues: zip(files, found).map { ($0, $1.map { ($0.operation, $0.outcome) }) })
  }()

  private struct Result: Sendable {
    var operation: GEOSCaseFile.Operation
    var outcome: Outcome
  }

  @Test(
    "Each file's cases hold", .enabled(if: SharedData.has(folder), "shared data with GEOS's cases is absent"),
    arguments: files)
  func holds(file: String) throws {
    let results = try #require(Self.results[file])
    #expect(!results.isEmpty)
    for (operation, outcome) in results {
      guard case .failed(let why) = outcome else { continue }
      let isKnown = Self.knownOtherwise.contains { $0.file == file && operation.caseName.hasPrefix($0.caseName) }
      #expect(isKnown, "\(operation.caseName): \(operation.name) \(operation.arguments): \(why)")
    }
  }

  @Test(
    "Most of the cases are run, and those that are not are operations that Geometry lacks",
    .enabled(if: SharedData.has(folder), "shared data with GEOS's cases is absent"))
  func counts() throws {
    let all = Self.results.values.joined()
    let held = all.count { $0.outcome == .held }
    var skipped: [String: Int] = [:]
    for (operation, outcome) in all where outcome == .skipped { skipped[operation.name, default: 0] += 1 }
    let number = skipped.values.reduce(0, +)
    let lacking = skipped.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }.joined(separator: ", ")
    print("GEOS's cases: \(held) held, \(all.count - held - number) did not, \(number) skipped (\(lacking))")
    #expect(held > 8000)
  }

  static func shape(_ text: String) throws(GeometryError) -> Shape {
    guard let first = text.first, !first.isHexDigit || text.contains("(") || text.contains("EMPTY") else {
      let digits = Array(text.filter(\.isHexDigit))
      let bytes = stride(from: 0, to: digits.count - 1, by: 2).map {
        UInt8(String(digits[$0...$0 + 1]), radix: 16) ?? 0
      }
      return try Shape(wkb: bytes)
    }
    return try Shape(wkt: text)
  }

  static func run(_ operation: GEOSCaseFile.Operation, hasFixedPrecision: Bool) -> Outcome {
    let texts = [operation.a, operation.b, operation.expected].map { $0.uppercased() }
    // GEOS 3.11 has no curves; Geometry strokes them when it reads WKB.
    if texts.contains(where: { $0.contains("CURVE") || $0.contains("SURFACE") || $0.contains("CIRCULAR") }) {
      return .skipped
    }
    // Predicates on mixed collections came with GEOS 3.13; Geometry makes no such collection.
    let isPredicate = ["TRUE", "FALSE"].contains(texts[2]) && !["isvalid", "issimple"].contains(operation.name)
    if isPredicate, texts[0].hasPrefix("GEOMETRYCOLLECTION") || texts[1].hasPrefix("GEOMETRYCOLLECTION") {
      return .skipped
    }
    do throws(GeometryError) {
      return try answer(operation, hasFixedPrecision)
    } catch {
      return .failed(error.description)
    }
  }

  static func answer(
    _ operation: GEOSCaseFile.Operation, _ hasFixedPrecision: Bool
  ) throws(GeometryError) -> Outcome {
    func argument(_ n: Int, otherwise: String) -> String {
      switch operation.arguments[n].isEmpty ? otherwise : operation.arguments[n].uppercased() {
      case "A": operation.a
      case "B": operation.b
      default: ""
      }
    }
    func first() throws(GeometryError) -> Shape { try shape(argument(0, otherwise: "A")) }
    func second() throws(GeometryError) -> Shape { try shape(argument(1, otherwise: "B")) }
    func same(_ found: Bool) -> Outcome {
      guard let expected = Bool(operation.expected.lowercased()) else { return .skipped }
      return found == expected ? .held : .failed("found \(found)")
    }
    switch operation.name {
    case "isvalid": return same(try first().validity().isValid)
    case "issimple": return same(try first().isSimple)
    case "intersects": return same(try first().intersects(second()))
    case "disjoint": return same(try first().isDisjoint(from: second()))
    case "contains": return same(try first().contains(second()))
    case "within": return same(try first().isWithin(second()))
    case "covers": return same(try first().covers(second()))
    case "coveredby": return same(try first().isCovered(by: second()))
    case "touches": return same(try first().touches(second()))
    case "crosses": return same(try first().crosses(second()))
    case "overlaps": return same(try first().overlaps(second()))
    case "equalstopo": return same(try first().equals(second()))
    case "relate": return same(try first().relates(to: second(), pattern: operation.arguments[2]))
    case "iswithindistance":
      guard let most = Double(operation.arguments[2]) else { return .skipped }
      let (a, b) = (try first(), try second())
      // GEOS calls nothing and something far apart; Geometry's distance of nothing is 0.
      guard !a.isEmpty, !b.isEmpty else { return .skipped }
      return same(try a.distance(to: b) <= most)
    case "distance":
      guard let expected = Double(operation.expected), expected.isFinite else { return .skipped }
      let found = try first().distance(to: second())
      return abs(found - expected) <= 1e-9 * max(1, expected) ? .held : .failed("found \(found)")
    case "areatest": return try areasAddUp(first(), second(), Double(operation.expected) ?? 0)
    case "unionarea":
      guard let expected = Double(operation.expected) else { return .skipped }
      let found = try first().unaryUnion().area
      return abs(found - expected) <= 1e-6 * expected ? .held : .failed("found \(found)")
    default: break
    }
    // MakeValid has no precision of its own.
    guard !hasFixedPrecision || operation.name == "makevalid" else { return .skipped }
    return try construction(operation, first, second)
  }

  private static func construction(
    _ operation: GEOSCaseFile.Operation, _ first: () throws(GeometryError) -> Shape,
    _ second: () throws(GeometryError) -> Shape
  ) throws(GeometryError) -> Outcome {
    let found: Shape
    switch operation.name {
    case "intersection", "intersectionng": found = try first().intersection(second())
    case "difference", "differenceng": found = try first().difference(second())
    case "symdifference", "symdifferenceng": found = try first().symDifference(second())
    case "union", "unionng": found = try operation.b.isEmpty ? first().unaryUnion() : first().union(second())
    case "convexhull": found = try first().convexHull()
    case "getboundary": found = try first().boundary()
    case "makevalid": found = try first().madeValid()
    case "simplifytp":
      guard let tolerance = Double(operation.arguments[1]) else { return .skipped }
      found = try first().simplified(tolerance)
    case "getcentroid", "getinteriorpoint":
      let shape = try first()
      let point = try operation.name == "getcentroid" ? shape.centroid() : shape.pointOnSurface()
      let expected = try GEOSCaseTests.shape(operation.expected).points.first
      guard let point, let expected else { return point == nil && expected == nil ? .held : .failed("empty") }
      return point.distance(to: expected) <= 1e-6 * max(1, abs(expected.x)) ? .held : .failed("found \(point)")
    case "buffer":
      guard let distance = Double(operation.arguments[1]) else { return .skipped }
      let segments = Int(operation.arguments[2]) ?? 8
      return try similar(
        first().buffer(distance, quadrantSegments: segments), GEOSCaseTests.shape(operation.expected))
    default: return .skipped
    }
    let expected = try GEOSCaseTests.shape(operation.expected)
    if try equal(found, expected) { return .held }
    return .failed("found \(try String(found.wkt.prefix(300)))")
  }

  /// The same points, or areas that differ by a rounding of their borders.
  private static func equal(_ found: Shape, _ expected: Shape) throws(GeometryError) -> Bool {
    if found.isEmpty, expected.isEmpty { return true }
    if (try? found.equals(expected)) == true { return true }
    if try found.wkt == expected.wkt { return true }
    return try similar(found, expected, within: 1e-9) == .held
  }

  private static func similar(
    _ found: Shape, _ expected: Shape, within share: Double = 1e-3
  ) throws(GeometryError) -> Outcome {
    if found.isEmpty || expected.isEmpty { return found.isEmpty == expected.isEmpty ? .held : .failed("empty") }
    let area = try expected.area
    if area == 0 {
      // Lines: nothing of either lies off the other.
      let apart = try max(
        found.difference(expected.buffer(1e-6)).length, expected.difference(found.buffer(1e-6)).length)
      return try found.area == 0 && apart == 0 ? .held : .failed("\(apart) long apart")
    }
    let difference = try found.symDifference(expected).area
    return difference <= share * area ? .held : .failed("\(difference) of \(area) apart")
  }

  /// What GEOS calls an area test: the parts of an overlay add up to the wholes.
  private static func areasAddUp(_ a: Shape, _ b: Shape, _ tolerance: Double) throws(GeometryError) -> Outcome {
    let (areaA, areaB) = (try a.area, try b.area)
    let common = try a.intersection(b).area
    let worst = try [
      areaA - common - a.difference(b).area, areaB - common - b.difference(a).area,
      areaA + areaB - 2 * common - a.symDifference(b).area, areaA + areaB - common - a.union(b).area,
    ].map(abs).max()
    return worst.map { $0 <= tolerance } == true ? .held : .failed("\(worst ?? 0) apart")
  }
}
