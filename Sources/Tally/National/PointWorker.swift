import Foundation
import Geodata
import Geometry
import SpatialJoin

/// What one thread of a `PointTally` has in hand: a batch being filled, the atoms it met, its visits by child.
final class PointWorker {
  private(set) var atoms = AtomTable()
  /// Visits by atom of this worker.
  private(set) var visits: [Int] = []
  let records: ChildRecords
  /// The numbers that are not of a place.
  private(set) var counts: PointCounts

  private let tally: PointTally
  private let plan: PointColumns
  private let hasChild: Bool
  private let batch: PointBatch
  private let keys: UnsafeMutablePointer<ChildKey>
  private let days: UnsafeMutablePointer<Int32>
  private var transform: CoordinateTransform?

  init(tally: PointTally, plan: PointColumns, spill: SpillFile) {
    self.tally = tally
    self.plan = plan
    hasChild = plan.roles.contains(.child)
    records = ChildRecords(spill: spill)
    counts = PointCounts(areas: 0, catchments: 0)
    batch = PointBatch(capacity: tally.batchRows)
    keys = .allocate(capacity: tally.batchRows)
    days = .allocate(capacity: tally.batchRows)
  }

  deinit {
    keys.deallocate()
    days.deallocate()
  }

  /// Makes what belongs to a thread.
  func prepare() throws(GeodataError) {
    guard let crs = tally.crs else { return }
    do {
      transform = try CoordinateTransform(from: crs.points, to: crs.areas, gridFolders: tally.gridFolders)
    } catch {
      throw GeodataError(.configuration, "\(error)", file: nil, advice: "state another --crs")
    }
  }

  /// Reads a block's rows; returns where the last one ended, or −1 where something was odd.
  func read(
    _ text: Table.DelimitedText, _ block: TextBlocks.Block, directory: PostcodeDirectory?
  ) throws(GeodataError) -> Int {
    var scanner = PointScanner(
      text.bytes, from: block.start, delimiter: text.delimiter, columns: plan, directory: directory)
    var row = PointRow()
    while scanner.position < block.end, scanner.next(&row) {
      try take(row)
    }
    release(text, block)
    return scanner.isOdd ? -1 : scanner.position
  }

  /// Gives the block's pages back: a file that was read once need not stay in memory.
  private func release(_ text: Table.DelimitedText, _ block: TextBlocks.Block) {
    guard text.isMapped, let base = text.bytes.baseAddress else { return }
    let page = 4096
    let start = (Int(bitPattern: base) + block.start + page - 1) / page * page
    let end = (Int(bitPattern: base) + block.end) / page * page
    guard end > start, let pointer = UnsafeMutableRawPointer(bitPattern: start) else { return }
    _ = madvise(pointer, end - start, Int32(MADV_DONTNEED))
  }

  @inline(__always)
  private func take(_ row: PointRow) throws(GeodataError) {
    if let shard = tally.shard, !shard.holds(row.child.mixed) { return }
    counts.rows += 1
    guard row.problem == .none else {
      switch row.problem {
      case .blank, .none: counts.withoutPlace += 1
      case .notANumber: counts.unreadableCoordinates += 1
      case .date: counts.unreadableDates += 1
      case .postcode: counts.unknownPostcodes += 1
      }
      return
    }
    var point = Point(x: row.x, y: row.y)
    if let transform {
      guard let moved = try? transform(point) else {
        counts.unreadableCoordinates += 1
        return
      }
      point = moved
    }
    keys[batch.count] = row.child
    days[batch.count] = row.day
    batch.append(point.x, point.y)
    if batch.count == batch.capacity { try flush() }
  }

  /// Joins what the batch holds and sets it aside by child.
  func flush() throws(GeodataError) {
    guard batch.count > 0 else { return }
    batch.join(areas: tally.areas, catchments: tally.catchments)
    try batch.catchmentNumbers.withUnsafeBufferPointer { (held) throws(GeodataError) in
      var last = (area: Int32(-2), start: 0, count: 0, atom: UInt32(0))
      for place in 0..<batch.count {
        let area = batch.areas[place]
        let start = Int(batch.catchmentStarts[place])
        let count = Int(batch.catchmentStarts[place + 1]) - start
        if area < 0 { counts.outsideAreas += 1 }
        let row = Int(batch.rows[place])
        let key = keys[row]
        if hasChild, key == .none { counts.withoutChild += 1 }
        if area < 0, count == 0 { continue }
        if area != last.area || count != last.count || !same(held, last.start, start, count) {
          let atom = atoms.number(area, UnsafeBufferPointer(rebasing: held[start..<(start + count)]))
          if Int(atom) >= visits.count { visits.append(0) }
          last = (area, start, count, atom)
        }
        visits[Int(last.atom)] += 1
        if hasChild, key != .none {
          try records.append(ChildRecord(key: key, atom: last.atom, day: days[row]), mixed: key.mixed)
        }
      }
    }
    batch.removeAll()
  }

  @inline(__always)
  private func same(_ held: UnsafeBufferPointer<Int32>, _ one: Int, _ other: Int, _ count: Int) -> Bool {
    var index = 0
    while index < count, held[one + index] == held[other + index] { index += 1 }
    return index == count
  }
}
