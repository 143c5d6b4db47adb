import Foundation
import Geodata
import Geometry
import SpatialJoin
import Testing

@testable import Tally

@Suite("Children of a nation, by area and catchment")
struct PointTallyTests {
  /// A hundred areas of 10 m, and catchments that overlap, with a hole and with two parts.
  private static func square(_ x: Double, _ y: Double, _ side: Double) -> [Point] {
    [
      Point(x: x, y: y), Point(x: x + side, y: y), Point(x: x + side, y: y + side), Point(x: x, y: y + side),
      Point(x: x, y: y),
    ]
  }
  private static let areaShapes = (0..<100).map { number in
    MultiPolygon([Polygon(exterior: square(Double(number % 10) * 10, Double(number / 10) * 10, 10))])
  }
  private static let catchmentShapes = [
    MultiPolygon([Polygon(exterior: square(0, 0, 55), holes: [square(20, 20, 10)])]),
    MultiPolygon([Polygon(exterior: square(45, 45, 40)), Polygon(exterior: square(0, 90, 5))]),
    MultiPolygon([Polygon(exterior: square(-10, -10, 200))]),
  ]
  private static let areas = AreaIndex(areaShapes)
  private static let catchments = AreaIndex(catchmentShapes)
  private static let columns = PointTally.Columns(x: "easting", y: "northing", child: "child_id", date: "date")

  private func file(_ text: String) throws -> URL {
    let url = FileManager.default.temporaryDirectory.appendingPathComponent("points-\(UUID().uuidString).csv")
    try Data(text.utf8).write(to: url)
    return url
  }

  private func count(_ text: String, _ change: (inout PointTally) -> Void = { _ in }) throws -> PointCounts {
    let url = try file(text)
    defer { try? FileManager.default.removeItem(at: url) }
    var tally = PointTally(areas: Self.areas, catchments: Self.catchments)
    tally.threads = 2
    change(&tally)
    return try tally.count(try Table.open(TableSource(url: url, name: "points.csv")), columns: Self.columns)
  }

  /// Visits at random: some children move, some ids are long, some rows have none; some points are on borders or outside.
  private static func rows(_ seed: UInt64, _ count: Int) -> [(child: String, day: Int, x: Double, y: Double)] {
    var state = seed
    func draw(_ limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % limit
    }
    return (0..<count).map { _ in
      let child = draw(300)
      let id = child == 0 ? "" : child % 7 == 0 ? "11111111-2222-3333-4444-\(100_000_000_000 + child)" : "K-\(child)"
      let moves = child % 5 == 0 && draw(3) == 0
      let place = moves ? child * 31 + 7 : child
      return (id, draw(8), Double(place * 37 % 1100) / 10, Double(place * 59 % 1050) / 10)
    }
  }

  private static func text(_ rows: [(child: String, day: Int, x: Double, y: Double)], end: String = "\n") -> String {
    var text = "child_id,date,service,easting,northing" + end
    for row in rows { text += "\(row.child),2025-09-0\(row.day + 1),play,\(row.x),\(row.y)\(end)" }
    return text
  }

  /// The same by sets, slowly.
  private static func expected(_ rows: [(child: String, day: Int, x: Double, y: Double)], days: Int = 3) -> PointCounts
  {
    var counts = PointCounts(areas: 100, catchments: 3)
    var seen: [String: [String: Set<Int>]] = [:]
    var held: [Int32] = []
    for row in rows {
      counts.rows += 1
      let point = Point(x: row.x, y: row.y)
      let area = areas.first(covering: point)
      catchments.all(covering: point, into: &held)
      if area == nil { counts.outsideAreas += 1 }
      if row.child.isEmpty { counts.withoutChild += 1 }
      if let area { counts.areas.visits[area] += 1 }
      for catchment in held { counts.catchments.visits[Int(catchment)] += 1 }
      guard !row.child.isEmpty else { continue }
      if let area { seen["a\(area)", default: [:]][row.child, default: []].insert(row.day) }
      for catchment in held { seen["c\(catchment)", default: [:]][row.child, default: []].insert(row.day) }
    }
    for (place, children) in seen {
      guard let number = Int(place.dropFirst()) else { continue }
      let sustained = children.values.count { $0.count >= days }
      if place.hasPrefix("a") {
        counts.areas.children[number] = children.count
        counts.areas.sustained[number] = sustained
      } else {
        counts.catchments.children[number] = children.count
        counts.catchments.sustained[number] = sustained
      }
    }
    return counts
  }

  @Test("Equal to sets of children, however the text is cut, joined, threaded or spilled", arguments: 0..<4)
  func equalsSets(seed: Int) throws {
    let rows = Self.rows(UInt64(seed), 20_000)
    let expected = Self.expected(rows)
    let text = Self.text(rows, end: seed % 2 == 0 ? "\n" : "\r\n")
    #expect(try count(text) == expected)
    #expect(
      try count(text) {
        $0.threads = 1
        $0.batchRows = 777
        $0.blockBytes = 1_001
      } == expected)
    #expect(
      try count(text) {
        $0.threads = 4
        $0.memory = 0
        $0.batchRows = 4_096
        $0.blockBytes = 50_000
      } == expected)
  }

  @Test("Visits beyond the budget go to the spill file, and come back")
  func spills() throws {
    let spill = try SpillFile(budget: ChildRecords.chunkBytes)
    let records = ChildRecords(spill: spill)
    // One child's visits are in one partition: many chunks of it.
    let key = ChildKey(low: 5, high: 1 << 56)
    let other = ChildKey(low: 6, high: 1 << 56)
    for day in 0..<2_000 {
      try records.append(ChildRecord(key: key, atom: 3, day: Int32(day)), mixed: key.mixed)
      try records.append(ChildRecord(key: other, atom: 4, day: Int32(day)), mixed: other.mixed)
    }
    #expect(spill.spilledBytes > 10 * ChildRecords.chunkBytes)
    for (child, atom) in [(key, UInt32(3)), (other, UInt32(4))] {
      let partition = ChildRecords.partition(child.mixed)
      let target = UnsafeMutablePointer<ChildRecord>.allocate(capacity: records.count(partition))
      defer { target.deallocate() }
      let count = try records.read(partition, into: target)
      let own = (0..<count).map { target[$0] }.filter { $0.key == child }
      #expect(own.map(\.day).sorted() == (0..<2_000).map { Int32($0) })
      #expect(own.allSatisfy { $0.atom == atom })
    }
  }

  @Test("Shards count each child once: their sum is the whole, in any order")
  func shards() throws {
    let rows = Self.rows(9, 10_000)
    let text = Self.text(rows)
    let whole = try count(text)
    let codes = (areas: (0..<100).map { "A\($0)" }, catchments: ["C,1", "C\"2", "C3"])
    var partials: [(file: String, partial: PartialCounts)] = []
    for number in [2, 3, 1] {
      let shard = try #require(Shard("\(number)/3"))
      let counts = try count(text) { $0.shard = shard }
      #expect(counts.rows > 0 && counts.rows < whole.rows)
      let partial = PartialCounts(
        shard: shard, areaCodes: codes.areas, catchmentCodes: codes.catchments, counts: counts)
      let again = try PartialCounts(partial.text, file: "p\(number)")
      #expect(again == partial)
      partials.append(("p\(number)", again))
    }
    #expect(try PartialCounts.merge(partials).counts == whole)
    #expect(throws: GeodataError.self) { try PartialCounts.merge(Array(partials.dropFirst())) }
    #expect(throws: GeodataError.self) { try PartialCounts.merge([partials[0], partials[0], partials[2]]) }
    var cut = partials[0].partial.text
    cut.removeLast(60)
    #expect(throws: GeodataError.self) { try PartialCounts(cut, file: "cut") }
  }

  @Test("Quotes, spaces, other dates, thousands and line breaks in cells are read as the ordinary reader reads them")
  func uglyCells() throws {
    let text = """
      child_id,date,note,easting,northing
      "K 1", 01/09/2025 ,"two
      lines, ""quoted""\", 5 ,"5"
      K 1,2025-09-02,,5.0,5
      K\u{A0}1,1 Sep 2025,é,+5,5e0
       K 1 ,2025-09-14,x,"1,005",5

      K 2,31/12/2025,x,12.5,5
      """
    for block in [Int.max, 40, 7] {
      let counts = try count(text) { $0.blockBytes = block }
      #expect(counts.rows == 5)
      #expect(counts.areas.visits[0] == 3)
      #expect(counts.areas.children[0] == 2)
      #expect(counts.areas.visits[1] == 1)
      #expect(counts.outsideAreas == 1)
      #expect(counts.unreadableDates == 0)
    }
  }

  @Test("What cannot be read is left out and counted by reason")
  func rejects() throws {
    let text = """
      child_id,date,service,easting,northing
      A,2025-09-01,x,,5
      A,2025-09-01,x,five,5
      A,2025-02-30,x,5,5
      A,2025-09-01,x,5,5
      ,2025-09-01,x,5,5
      A,2025-09-01,x,5e9,-5
      A
      """ + "\n"
    let counts = try count(text)
    #expect(counts.rows == 7)
    #expect(counts.withoutPlace == 2)
    #expect(counts.unreadableCoordinates == 1)
    #expect(counts.unreadableDates == 1)
    #expect(counts.withoutChild == 1)
    #expect(counts.outsideAreas == 1)
    #expect(counts.areas.visits[0] == 2)
    #expect(counts.areas.children[0] == 1)
  }

  @Test("A row with too many cells, or one that was cut, is refused with the ordinary message")
  func refused() throws {
    let head = "child_id,date,service,easting,northing\nA,2025-09-01,x,5,5\n"
    let many = #expect(throws: GeodataError.self) { try count(head + "A,2025-09-01,x,5,5,6\n") }
    #expect(many?.complaint.row == 3)
    let cut = #expect(throws: GeodataError.self) { try count(head + "A,2025-09-01,x,5") }
    #expect(cut?.complaint.row == 3)
    let open = #expect(throws: GeodataError.self) { try count(head + "A,\"2025-09-01,x,5,5\n") }
    #expect(open?.complaint.row == 3)
    let missing = #expect(throws: GeodataError.self) { try count("child_id,date,easting\nA,2025-09-01,5\n") }
    #expect(missing?.complaint.column == "northing")
  }

  @Test("Sustained within a window of days")
  func window() throws {
    let text = """
      child_id,date,service,easting,northing
      A,2025-09-01,x,5,5
      A,2025-09-05,x,5,5
      A,2025-09-09,x,5,5
      B,2025-09-01,x,5,5
      B,2025-09-02,x,5,5
      B,2025-09-03,x,5,5
      """ + "\n"
    #expect(try count(text).areas.sustained[0] == 2)
    #expect(try count(text) { $0.rule = SustainedRule(days: 3, within: 7) }.areas.sustained[0] == 1)
  }

  @Test("Ids of one to forty bytes are told apart, and their hashes fill all shards alike")
  func keys() {
    var keys: Set<ChildKey> = []
    var ids: Set<String> = []
    var perShard = [Int](repeating: 0, count: 8)
    for number in 0..<20_000 {
      for id in ["\(number)", "C\(number)", "\(number)-0000000000000000000000000000000\(number % 10)"]
      where ids.insert(id).inserted {
        let key = Array(id.utf8).withUnsafeBufferPointer { bytes in
          bytes.baseAddress.map { ChildKey($0, count: bytes.count) } ?? .none
        }
        #expect(keys.insert(key).inserted)
        perShard[Int(key.mixed % 8)] += 1
      }
    }
    #expect(keys.count == ids.count)
    #expect(perShard.allSatisfy { abs($0 - ids.count / 8) < ids.count / 80 })
  }
}
