import Dispatch
import Geodata
import SpatialJoin
import Synchronization

/// Counts the children of a pass, partition by partition.
struct ChildCounter: @unchecked Sendable {
  // Unchecked for the workers in `pass`: they have ended and are only read.
  private let rule: SustainedRule
  private let pass: PointTally.Pass
  private let tally: PointTally
  /// The atoms of all workers, and for each worker the numbers of its own among them.
  private let atoms: AtomTable
  private let numbers: [[UInt32]]
  private let visits: [Int]

  init(rule: SustainedRule, pass: PointTally.Pass, tally: PointTally) {
    self.rule = rule
    self.pass = pass
    self.tally = tally
    var atoms = AtomTable()
    var visits: [Int] = []
    numbers = pass.workers.map { worker in
      (0..<worker.atoms.count).map { atom in
        let number = worker.atoms.catchments(of: atom).withUnsafeBufferPointer {
          atoms.number(worker.atoms.areas[atom], $0)
        }
        if Int(number) >= visits.count { visits.append(0) }
        visits[Int(number)] += worker.visits[atom]
        return number
      }
    }
    self.atoms = atoms
    self.visits = visits
  }

  /// The counts by area and catchment.
  func count() throws(GeodataError) -> PointCounts {
    var total = pass.total
    for atom in 0..<atoms.count {
      add(visits[atom], atom, \.visits, to: &total)
    }
    let next = Atomic<Int>(0)
    let found = Mutex<[PointCounts]>([])
    let failure = Mutex<GeodataError?>(nil)
    let places = (areas: tally.areas.count, catchments: tally.catchments?.count ?? 0)
    DispatchQueue.concurrentPerform(iterations: max(1, tally.threads)) { _ in
      do throws(GeodataError) {
        var state = State(atoms: atoms.count, areas: places.areas, catchments: places.catchments)
        while true {
          let partition = next.wrappingAdd(1, ordering: .relaxed).oldValue
          guard partition < ChildRecords.partitions else { break }
          try count(partition, pass.workers, &state)
        }
        for atom in 0..<atoms.count {
          add(Int(state.children[atom]), atom, \.children, to: &state.counts)
          add(Int(state.sustained[atom]), atom, \.sustained, to: &state.counts)
        }
        found.withLock { $0.append(state.counts) }
      } catch {
        failure.withLock { $0 = $0 ?? error }
      }
    }
    if let error = failure.withLock({ $0 }) { throw error }
    // Sums of whole numbers: the order in which threads ended does not matter.
    for counts in found.withLock({ $0 }) { total.add(counts) }
    return total
  }

  private func add(
    _ count: Int, _ atom: Int, _ kind: WritableKeyPath<PlaceCounts, [Int]>, to total: inout PointCounts
  ) {
    guard count > 0 else { return }
    if atoms.areas[atom] >= 0 { total.areas[keyPath: kind][Int(atoms.areas[atom])] += count }
    for catchment in atoms.catchments(of: atom) { total.catchments[keyPath: kind][Int(catchment)] += count }
  }

  /// What one thread has in hand.
  private struct State {
    var records = Buffer()
    var sorted = Buffer()
    var bucketEnds: [Int32] = []
    /// Children all of whose visits are in one atom.
    var children: [Int32]
    var sustained: [Int32]
    /// Children whose visits are in several.
    var counts: PointCounts
    var days: [Int32] = []
    var places: [(place: Int32, day: Int32)] = []

    init(atoms: Int, areas: Int, catchments: Int) {
      children = Array(repeating: 0, count: atoms)
      sustained = children
      counts = PointCounts(areas: areas, catchments: catchments)
    }
  }

  /// Memory for records, grown as needed.
  private final class Buffer {
    private(set) var base: UnsafeMutablePointer<ChildRecord> = .allocate(capacity: 1)
    private var capacity = 1

    func reserve(_ count: Int) {
      guard count > capacity else { return }
      base.deallocate()
      capacity = count + count / 4
      base = .allocate(capacity: capacity)
    }

    deinit { base.deallocate() }
  }

  private func count(_ partition: Int, _ workers: [PointWorker], _ state: inout State) throws(GeodataError) {
    let count = workers.reduce(0) { $0 + $1.records.count(partition) }
    guard count > 0 else { return }
    state.records.reserve(count)
    state.sorted.reserve(count)
    let records = state.records.base
    var end = 0
    for (number, worker) in workers.enumerated() {
      let read = try worker.records.read(partition, into: records + end)
      numbers[number].withUnsafeBufferPointer { atoms in
        for index in end..<(end + read) { records[index].atom = atoms[Int(records[index].atom)] }
      }
      end += read
    }
    sort(records, count, into: state.sorted.base, &state)
    walk(state.sorted.base, count, &state)
  }

  /// Brings each child's visits together: a counting sort by hash into small buckets, each then sorted by comparing.
  private func sort(
    _ records: UnsafeMutablePointer<ChildRecord>, _ count: Int, into sorted: UnsafeMutablePointer<ChildRecord>,
    _ state: inout State
  ) {
    var bits = 0
    while (4 << bits) < count, bits < 20 { bits += 1 }
    let buckets = 1 << bits
    if state.bucketEnds.count < buckets + 1 { state.bucketEnds = Array(repeating: 0, count: buckets + 1) }
    state.bucketEnds.withUnsafeMutableBufferPointer { ends in
      for bucket in 0...buckets { ends[bucket] = 0 }
      // The bits below those that chose the partition.
      func bucket(_ record: ChildRecord) -> Int {
        Int(truncatingIfNeeded: ((record.key.mixed << 10) >> 1) >> UInt64(63 - bits))
      }
      for index in 0..<count { ends[bucket(records[index])] += 1 }
      var sum: Int32 = 0
      for bucket in 0..<buckets {
        let size = ends[bucket]
        ends[bucket] = sum
        sum += size
      }
      for index in 0..<count {
        let bucket = bucket(records[index])
        sorted[Int(ends[bucket])] = records[index]
        ends[bucket] += 1
      }
      var start = 0
      for bucket in 0..<buckets {
        let end = Int(ends[bucket])
        if end - start > 1 { Self.sortSmall(sorted + start, end - start) }
        start = end
      }
    }
  }

  @inline(__always)
  private static func precedes(_ left: ChildRecord, _ right: ChildRecord) -> Bool {
    if left.key != right.key { return left.key < right.key }
    return left.day < right.day
  }

  private static func sortSmall(_ records: UnsafeMutablePointer<ChildRecord>, _ count: Int) {
    if count > 48 {
      var all = UnsafeMutableBufferPointer(start: records, count: count)
      all.sort(by: precedes)
      return
    }
    for index in 1..<count {
      let record = records[index]
      var place = index
      while place > 0, precedes(record, records[place - 1]) {
        records[place] = records[place - 1]
        place -= 1
      }
      records[place] = record
    }
  }

  /// Counts child after child.
  private func walk(_ records: UnsafeMutablePointer<ChildRecord>, _ count: Int, _ state: inout State) {
    let isPlain = rule.within == nil
    var start = 0
    while start < count {
      let key = records[start].key
      let atom = records[start].atom
      var end = start
      var isOneAtom = true
      var distinct = 0
      var last = Int32.min
      while end < count, records[end].key == key {
        if records[end].atom != atom { isOneAtom = false }
        if records[end].day != last {
          distinct += 1
          last = records[end].day
        }
        end += 1
      }
      if isOneAtom {
        state.children[Int(atom)] += 1
        let isSustained =
          isPlain ? distinct >= rule.days : isSustained(records, start..<end, &state.days)
        if isSustained { state.sustained[Int(atom)] += 1 }
      } else {
        countApart(records, start..<end, &state)
      }
      start = end
    }
  }

  private func isSustained(
    _ records: UnsafeMutablePointer<ChildRecord>, _ range: Range<Int>, _ days: inout [Int32]
  ) -> Bool {
    days.removeAll(keepingCapacity: true)
    for index in range { days.append(records[index].day) }
    return rule.holds(days)
  }

  /// A child with visits from several atoms: counted once in each area and each catchment.
  private func countApart(
    _ records: UnsafeMutablePointer<ChildRecord>, _ range: Range<Int>, _ state: inout State
  ) {
    state.places.removeAll(keepingCapacity: true)
    for index in range where atoms.areas[Int(records[index].atom)] >= 0 {
      state.places.append((atoms.areas[Int(records[index].atom)], records[index].day))
    }
    tallyPlaces(&state.places, &state.days, into: &state.counts.areas)
    state.places.removeAll(keepingCapacity: true)
    for index in range {
      for catchment in atoms.catchments(of: Int(records[index].atom)) {
        state.places.append((catchment, records[index].day))
      }
    }
    tallyPlaces(&state.places, &state.days, into: &state.counts.catchments)
  }

  private func tallyPlaces(
    _ places: inout [(place: Int32, day: Int32)], _ days: inout [Int32], into counts: inout PlaceCounts
  ) {
    places.sort { ($0.place, $0.day) < ($1.place, $1.day) }
    var start = 0
    while start < places.count {
      let place = places[start].place
      days.removeAll(keepingCapacity: true)
      while start < places.count, places[start].place == place {
        days.append(places[start].day)
        start += 1
      }
      counts.children[Int(place)] += 1
      if rule.holds(days) { counts.sustained[Int(place)] += 1 }
    }
  }
}
