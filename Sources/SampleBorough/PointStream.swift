import Dispatch
import Foundation
import Geodata
import Geometry
import Synchronization

/// A nation's visits with their homes, for the join alone: any number of rows, streamed, on all cores, equal bytes
/// however many there are.
///
/// areas.geojson and catchments.geojson as in a borough; visits.csv with `child_id,date,service,easting,northing`, in
/// no order. Each row draws its child, each child its home, so no row depends on another.
public struct PointStream: Sendable {
  private let options: SampleOptions
  private let land: Land
  /// The cells of the borough.
  private let cells: [Int]
  private static let rowsInPiece = 1 << 17

  /// Cuts the ground.
  public init(_ options: SampleOptions) {
    self.options = options
    land = Land(options)
    cells = land.areaOfCell.indices.filter { [land] in land.areaOfCell[$0] >= 0 }
  }

  /// Writes the three files into a folder, which is made if it is not there. Memory: a few pieces of 128k rows.
  /// - Throws: `SampleError.cannotWrite`.
  public func write(to folder: URL) throws(SampleError) {
    try Borough.write(Data(Tables.areas(land)), to: folder, name: "areas.geojson")
    try Borough.write(
      Data(Tables.catchments(land, land.catchments, name: "catchments")), to: folder, name: "catchments.geojson")
    let name = "visits.csv"
    try Borough.write(Data("child_id,date,service,easting,northing\n".utf8), to: folder, name: name)
    do {
      let file = try FileHandle(forWritingTo: folder.appendingPathComponent(name))
      defer { try? file.close() }
      try file.seekToEnd()
      let pieces = (options.visits + Self.rowsInPiece - 1) / Self.rowsInPiece
      let atOnce = ProcessInfo.processInfo.activeProcessorCount * 2
      for start in stride(from: 0, to: pieces, by: atOnce) {
        for piece in rows(ofPieces: start..<min(start + atOnce, pieces)) { try file.write(contentsOf: Data(piece)) }
      }
    } catch {
      throw .cannotWrite(file: name, reason: error.localizedDescription)
    }
  }

  /// The text of some pieces, in their order.
  private func rows(ofPieces range: Range<Int>) -> [[UInt8]] {
    let made = Mutex([[UInt8]](repeating: [], count: range.count))
    DispatchQueue.concurrentPerform(iterations: range.count) { index in
      let first = (range.lowerBound + index) * Self.rowsInPiece
      var bytes: [UInt8] = []
      bytes.reserveCapacity(Self.rowsInPiece * 52)
      for row in first..<min(first + Self.rowsInPiece, options.visits) { append(row, to: &bytes) }
      made.withLock { $0[index] = bytes }
    }
    return made.withLock { $0 }
  }

  private func append(_ row: Int, to bytes: inout [UInt8]) {
    var random = SampleRandom(options.seed, .point, row)
    let child = random.below(options.children)
    let day = SampleCycle.all[1].from.adding(days: random.below(365)).components
    let service = VisitPlan.services[random.below(VisitPlan.services.count)]
    var home = SampleRandom(options.seed, .home, child)
    let point = land.mesh.place(in: cells[home.below(cells.count)], home.unit(), home.unit())
    bytes.append(UInt8(ascii: "C"))
    Digits.append(child, width: 8, to: &bytes)
    bytes.append(UInt8(ascii: ","))
    Digits.append(day.year, to: &bytes)
    bytes.append(UInt8(ascii: "-"))
    Digits.append(day.month, width: 2, to: &bytes)
    bytes.append(UInt8(ascii: "-"))
    Digits.append(day.day, width: 2, to: &bytes)
    bytes.append(UInt8(ascii: ","))
    bytes += service.utf8
    bytes.append(UInt8(ascii: ","))
    Digits.appendTenths(point.x, to: &bytes)
    bytes.append(UInt8(ascii: ","))
    Digits.appendTenths(point.y, to: &bytes)
    bytes.append(UInt8(ascii: "\n"))
  }
}
