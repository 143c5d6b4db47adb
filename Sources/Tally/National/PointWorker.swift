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
  private let atomOfRow: UnsafeMutablePointer<UInt32>
  private static let nowhere = UInt32.max
  private var transform: CoordinateTransform?
  /// The atom of each area outside all catchments, `nowhere` where it was not met yet.
  private var atomOfArea: [UInt32]
  /// Visits by area, where nothing else is asked.
  private var visitsOfAreas: [Int] = []

  init(tally: PointTally, plan: PointColumns, spill: SpillFile) {
    self.tally = tally
    self.plan = plan
    hasChild = plan.roles.contains(.child)
    records = ChildRecords(spill: spill)
    counts = PointCounts(areas: 0, catchments: 0)
    batch = PointBatch(capacity: tally.batchRows, keepsRows: hasChild || tally.catchments != nil)
    keys = .allocate(capacity: tally.batchRows)
    days = .allocate(capacity: tally.batchRows)
    atomOfRow = .allocate(capacity: tally.batchRows)
    atomOfArea = Array(repeating: Self.nowhere, count: tally.areas.count)
  }

  deinit {
    keys.deallocate()
    days.deallocate()
    atomOfRow.deallocate()
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
    var scanner = PointScanner(text.bytes, from: block.start, delimiter: text.delimiter)
    let cells = PointCells(text.bytes, columns: plan, directory: directory)
    var row = PointRow()
    let (coordinates, keys, days, capacity) = (batch.coordinates, keys, days, batch.capacity)
    let shard = tally.shard
    var filled = batch.count
    var rows = 0
    while scanner.position < block.end, scanner.next(&row, cells) {
      if let shard, !shard.holds(row.child.mixed) { continue }
      rows += 1
      guard row.problem == .none, place(&row) else {
        reject(row.problem)
        continue
      }
      coordinates[2 * filled] = row.x
      coordinates[2 * filled + 1] = row.y
      if hasChild {
        keys[filled] = row.child
        days[filled] = row.day
      }
      filled += 1
      if filled == capacity {
        batch.count = filled
        try flush()
        filled = 0
      }
    }
    batch.count = filled
    counts.rows += rows
    text.release(block.start..<block.end)
    return scanner.isOdd ? -1 : scanner.position
  }

  private func reject(_ problem: PointRow.Problem) {
    switch problem {
    case .blank: counts.withoutPlace += 1
    case .notANumber, .none: counts.unreadableCoordinates += 1
    case .date: counts.unreadableDates += 1
    case .postcode: counts.unknownPostcodes += 1
    }
  }

  /// Brings the point into the areas' CRS; false where it cannot be there.
  @inline(__always)
  private func place(_ row: inout PointRow) -> Bool {
    guard let transform else { return true }
    guard let moved = try? transform(Point(x: row.x, y: row.y)) else { return false }
    (row.x, row.y) = (moved.x, moved.y)
    return true
  }

  /// Joins what the batch holds and sets it aside by child.
  private func flush() throws(GeodataError) {
    guard batch.count > 0 else { return }
    batch.join(areas: tally.areas, catchments: tally.catchments)
    if !hasChild, tally.catchments == nil { countVisits() } else { number() }
    // In the order of rows again: ids and days were written in it.
    if hasChild {
      let (keys, days, atomOfRow, records) = (keys, days, atomOfRow, records)
      var without = 0
      for row in 0..<batch.count {
        let key = keys[row]
        if key == .none {
          without += 1
        } else if atomOfRow[row] != Self.nowhere {
          try records.append(ChildRecord(key: key, atom: atomOfRow[row], day: days[row]), mixed: key.mixed)
        }
      }
      counts.withoutChild += without
    }
    batch.count = 0
  }

  /// Counts the visits of each area, where nothing else is asked.
  private func countVisits() {
    if visitsOfAreas.isEmpty { visitsOfAreas = Array(repeating: 0, count: tally.areas.count) }
    var outside = 0
    let (areas, count) = (batch.areas, batch.count)
    visitsOfAreas.withUnsafeMutableBufferPointer { found in
      for place in 0..<count {
        let area = Int(areas[place])
        if area < 0 { outside += 1 } else { found[area] += 1 }
      }
    }
    counts.outsideAreas += outside
  }

  /// Joins what is left and numbers the atoms of visits that were counted by area alone.
  func finish() throws(GeodataError) {
    try flush()
    for (area, count) in visitsOfAreas.enumerated() where count > 0 {
      let atom = Int(atoms.number(Int32(area), UnsafeBufferPointer(start: nil, count: 0)))
      if atom >= visits.count { visits.append(0) }
      visits[atom] += count
    }
    visitsOfAreas = []
  }

  /// Numbers the atom of each row and counts its visits.
  private func number() {
    let (areas, starts, rows, atomOfRow) = (batch.areas, batch.catchmentStarts, batch.rows, atomOfRow)
    // Taken out of the object while the loop runs: each access to it is checked.
    var (atoms, visits, atomOfArea) = (self.atoms, self.visits, self.atomOfArea)
    (self.atoms, self.visits, self.atomOfArea) = (AtomTable(), [], [])
    var outside = 0
    let count = batch.count
    batch.catchmentNumbers.withUnsafeBufferPointer { held in
      var last = (area: Int32(-2), start: 0, count: 0, atom: UInt32(0))
      for place in 0..<count {
        let area = areas[place]
        let start = Int(starts[place])
        let count = Int(starts[place + 1]) - start
        if area < 0 {
          outside += 1
          if count == 0 {
            atomOfRow[Int(rows[place])] = Self.nowhere
            continue
          }
        }
        if area != last.area || count != last.count || !same(held, last.start, start, count) {
          var atom = count == 0 ? atomOfArea[Int(area)] : Self.nowhere
          if atom == Self.nowhere {
            atom = atoms.number(area, UnsafeBufferPointer(rebasing: held[start..<(start + count)]))
            if Int(atom) >= visits.count { visits.append(0) }
            if count == 0 { atomOfArea[Int(area)] = atom }
          }
          last = (area, start, count, atom)
        }
        visits[Int(last.atom)] += 1
        atomOfRow[Int(rows[place])] = last.atom
      }
    }
    (self.atoms, self.visits, self.atomOfArea) = (atoms, visits, atomOfArea)
    counts.outsideAreas += outside
  }

  @inline(__always)
  private func same(_ held: UnsafeBufferPointer<Int32>, _ one: Int, _ other: Int, _ count: Int) -> Bool {
    var index = 0
    while index < count, held[one + index] == held[other + index] { index += 1 }
    return index == count
  }
}
