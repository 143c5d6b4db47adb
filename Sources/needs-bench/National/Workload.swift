import Dispatch
import Foundation
import Geodata
import Geometry
import SpatialJoin
import Synchronization
import Tally

/// A nation's areas with made-up catchments and visits: the same bytes for the same seed, on any machine.
///
/// Catchments are unions of 8 to 27 neighbouring areas. Each child has a home in a random area; each visit draws its
/// child, its day and its service.
struct Workload {
  var seed: UInt64
  var areas: [(code: String, shape: MultiPolygon)]
  var catchments: [(code: String, shape: MultiPolygon)] = []

  init(areas layer: Layer, catchments count: Int, seed: UInt64) throws {
    self.seed = seed
    areas = layer.features.compactMap { feature in feature.shape.map { (feature.code, $0) } }
    let neighbours = Contiguity.neighbours(areas.map(\.shape), within: 1, threads: 2)
    let made = Mutex<[Int: MultiPolygon]>([:])
    let shapes = areas.map(\.shape)
    let seed = seed
    DispatchQueue.concurrentPerform(iterations: count) { number in
      var random = Draw(seed: seed, stream: 1, number)
      let members = Self.group(around: random.below(shapes.count), size: 8 + random.below(20), neighbours)
      guard let union = try? MultiPolygon.union(members.map { shapes[$0] }) else { return }
      made.withLock { $0[number] = union }
    }
    catchments = made.withLock { made in
      (0..<count).compactMap { number in made[number].map { (String(format: "C%05d", number), $0) } }
    }
  }

  /// The nearest areas by steps from neighbour to neighbour.
  private static func group(around start: Int, size: Int, _ neighbours: [[Int]]) -> [Int] {
    var members = [start]
    var seen: Set<Int> = [start]
    var next = 0
    while next < members.count, members.count < size {
      for other in neighbours[members[next]] where members.count < size && seen.insert(other).inserted {
        members.append(other)
      }
      next += 1
    }
    return members
  }

  /// Writes areas.csv and catchments.csv: `code,wkb` in hexadecimal, which every peer reads.
  func writePlaces(to folder: URL) throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for (name, places) in [("areas.csv", areas), ("catchments.csv", catchments)] {
      var bytes = Array("code,wkb\n".utf8)
      let digits = Array("0123456789ABCDEF".utf8)
      for place in places {
        bytes += place.code.utf8
        bytes.append(44)
        for byte in place.shape.wkb {
          bytes.append(digits[Int(byte >> 4)])
          bytes.append(digits[Int(byte & 15)])
        }
        bytes.append(10)
      }
      try Data(bytes).write(to: folder.appendingPathComponent(name))
    }
  }

  /// Writes a table of visits: `child_id,date,service,easting,northing`, coordinates to the centimetre.
  func writeVisits(_ count: Int, children: Int, to url: URL) throws {
    let index = AreaIndex(areas.map(\.shape), threads: 2)
    let boxes = areas.map(\.shape.envelope)
    try Data("child_id,date,service,easting,northing\n".utf8).write(to: url)
    let file = try FileHandle(forWritingTo: url)
    defer { try? file.close() }
    try file.seekToEnd()
    let homes = Homes(index: index, boxes: boxes, seed: seed, count: children)
    let piece = 1 << 17
    let pieces = (count + piece - 1) / piece
    for start in stride(from: 0, to: pieces, by: 8) {
      let made = Mutex<[Int: Data]>([:])
      let seed = seed
      DispatchQueue.concurrentPerform(iterations: min(8, pieces - start)) { offset in
        let rows = ((start + offset) * piece)..<min(count, (start + offset + 1) * piece)
        let text = VisitText(seed: seed, homes: homes).rows(rows)
        made.withLock { $0[offset] = Data(text) }
      }
      for offset in 0..<min(8, pieces - start) {
        if let data = made.withLock({ $0[offset] }) { try file.write(contentsOf: data) }
      }
    }
  }
}

/// SplitMix64, started anew for each thing drawn.
struct Draw {
  private var state: UInt64

  init(seed: UInt64, stream: UInt64, _ number: Int) {
    state =
      seed &* 0x9E37_79B9_7F4A_7C15 ^ (stream &+ 1) &* 0xD1B5_4A32_D192_ED03 ^ UInt64(number) &* 0xBF58_476D_1CE4_E5B9
    _ = next()
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  mutating func below(_ limit: Int) -> Int { Int(next().multipliedFullWidth(by: UInt64(limit)).high) }

  mutating func unit() -> Double { Double(next() >> 11) * 0x1p-53 }
}

/// Where children live: inside their area, to the centimetre.
struct Homes: Sendable {
  let places: [(x: Int32, y: Int32)]

  init(index: AreaIndex, boxes: [Envelope], seed: UInt64, count: Int) {
    var places = [(x: Int32, y: Int32)](repeating: (0, 0), count: count)
    for child in 0..<count {
      var random = Draw(seed: seed, stream: 2, child)
      let area = random.below(boxes.count)
      let box = boxes[area]
      for _ in 0..<64 {
        let x = ((box.minX + random.unit() * box.width) * 100).rounded()
        let y = ((box.minY + random.unit() * box.height) * 100).rounded()
        places[child] = (Int32(x), Int32(y))
        if index.covers(area, Point(x: x / 100, y: y / 100)) { break }
      }
    }
    self.places = places
  }
}

/// Writes rows of visits without making a string.
struct VisitText {
  let seed: UInt64
  let homes: Homes

  private static let services = ["stay-and-play", "health", "speech", "advice", "parenting", "baby-clinic"].map {
    Array($0.utf8)
  }
  private static let days: [[UInt8]] = (0..<365).map { day in
    Array((Day(year: 2025, month: 4, day: 1) ?? Day(daysSince1970: 0)).adding(days: day).description.utf8)
  }

  func rows(_ range: Range<Int>) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(range.count * 56)
    for row in range {
      var random = Draw(seed: seed, stream: 3, row)
      let child = random.below(homes.places.count)
      text.append(UInt8(ascii: "C"))
      append(child, width: 8, to: &text)
      text.append(44)
      text += Self.days[random.below(365)]
      text.append(44)
      text += Self.services[random.below(Self.services.count)]
      text.append(44)
      appendCentimetres(Int(homes.places[child].x), to: &text)
      text.append(44)
      appendCentimetres(Int(homes.places[child].y), to: &text)
      text.append(10)
    }
    return text
  }

  private func append(_ number: Int, width: Int, to text: inout [UInt8]) {
    var divisor = 1
    for _ in 1..<width { divisor *= 10 }
    while divisor > 0 {
      text.append(48 + UInt8(truncatingIfNeeded: number / divisor % 10))
      divisor /= 10
    }
  }

  private func appendCentimetres(_ number: Int, to text: inout [UInt8]) {
    if number < 0 { text.append(45) }
    let magnitude = abs(number)
    var width = 1
    var limit = 10
    while magnitude / 100 >= limit {
      width += 1
      limit *= 10
    }
    append(magnitude / 100, width: width, to: &text)
    text.append(46)
    append(magnitude % 100, width: 2, to: &text)
  }
}
