import Cryptography
import Foundation
import Geodata
import Synchronization

/// One visit of one child: who, in which atom, on which day. 24 bytes.
struct ChildRecord {
  var key: ChildKey
  var atom: UInt32
  var day: Int32
}

/// Where a worker puts its records: cut by child into partitions, so that each can be counted by itself in a cache.
///
/// Full chunks stay in memory while the budget lasts; after that they go to the spill file, encrypted.
final class ChildRecords {
  static let partitions = 1024
  static let chunkRecords = 256
  static let chunkBytes = chunkRecords * MemoryLayout<ChildRecord>.stride

  /// Where a full chunk is.
  enum Chunk {
    case memory(UnsafeMutablePointer<ChildRecord>)
    case spilled(offset: Int)
  }

  private(set) var full: [[Chunk]] = Array(repeating: [], count: partitions)
  private let open: UnsafeMutablePointer<UnsafeMutablePointer<ChildRecord>>
  private let filled: UnsafeMutablePointer<Int32>
  private var slabs: [UnsafeMutableRawPointer] = []
  private var slabRest = 0
  private let spill: SpillFile

  private static let chunksInSlab = 256

  init(spill: SpillFile) {
    self.spill = spill
    open = .allocate(capacity: Self.partitions)
    filled = .allocate(capacity: Self.partitions)
    filled.initialize(repeating: 0, count: Self.partitions)
    for partition in 0..<Self.partitions { open[partition] = newChunk() }
  }

  deinit {
    open.deallocate()
    filled.deallocate()
    for slab in slabs { slab.deallocate() }
  }

  /// The partition of a child.
  @inline(__always)
  static func partition(_ mixed: UInt64) -> Int { Int(truncatingIfNeeded: mixed >> 54) }

  @inline(__always)
  func append(_ record: ChildRecord, mixed: UInt64) throws(GeodataError) {
    let partition = Self.partition(mixed)
    let place = Int(filled[partition])
    open[partition][place] = record
    filled[partition] = Int32(truncatingIfNeeded: place &+ 1)
    if place &+ 1 == Self.chunkRecords { try close(partition) }
  }

  private func close(_ partition: Int) throws(GeodataError) {
    filled[partition] = 0
    if spill.reserve(Self.chunkBytes) {
      full[partition].append(.memory(open[partition]))
      open[partition] = newChunk()
    } else {
      full[partition].append(.spilled(offset: try spill.write(open[partition], Self.chunkBytes)))
    }
  }

  private func newChunk() -> UnsafeMutablePointer<ChildRecord> {
    if slabRest == 0 {
      slabs.append(.allocate(byteCount: Self.chunkBytes * Self.chunksInSlab, alignment: 64))
      slabRest = Self.chunksInSlab
    }
    slabRest -= 1
    let slab = slabs[slabs.count - 1]
    return (slab + slabRest * Self.chunkBytes).bindMemory(to: ChildRecord.self, capacity: Self.chunkRecords)
  }

  func count(_ partition: Int) -> Int { full[partition].count * Self.chunkRecords + Int(filled[partition]) }

  /// Copies a partition's records and returns how many there were.
  func read(_ partition: Int, into target: UnsafeMutablePointer<ChildRecord>) throws(GeodataError) -> Int {
    var place = 0
    for chunk in full[partition] {
      switch chunk {
      case .memory(let records): (target + place).update(from: records, count: Self.chunkRecords)
      case .spilled(let offset): try spill.read(target + place, Self.chunkBytes, at: offset)
      }
      place += Self.chunkRecords
    }
    (target + place).update(from: open[partition], count: Int(filled[partition]))
    return place + Int(filled[partition])
  }
}

/// A file for what exceeds the memory budget: without a name, mode 0600, encrypted under a key that only memory holds.
final class SpillFile: Sendable {
  private let budget: Int
  private let used = Atomic<Int>(0)
  private let end = Atomic<Int>(0)
  private let file: Mutex<Int32> = Mutex(-1)
  private let key: SpillKey
  private let folder: String

  /// How many bytes were written to it.
  var spilledBytes: Int { end.load(ordering: .relaxed) }

  /// - Parameter budget: how many bytes of records may stay in memory.
  init(budget: Int, folder: String = NSTemporaryDirectory()) throws(GeodataError) {
    self.budget = budget
    self.folder = folder
    do { key = try SpillKey() } catch {
      throw GeodataError(.inputOutput, "no random key could be made for the spill file")
    }
  }

  deinit { file.withLock { if $0 >= 0 { close($0) } } }

  /// Whether so many more bytes may stay in memory; if so they are counted.
  func reserve(_ bytes: Int) -> Bool {
    if used.load(ordering: .relaxed) + bytes > budget { return false }
    return used.wrappingAdd(bytes, ordering: .relaxed).newValue <= budget
  }

  /// Encrypts and writes; returns where. A multiple of 16 bytes, so that no two pieces share a block of the counter.
  func write(_ bytes: UnsafeMutableRawPointer, _ count: Int) throws(GeodataError) -> Int {
    let descriptor = try descriptor()
    let offset = end.wrappingAdd(count, ordering: .relaxed).oldValue
    try apply(UnsafeMutableRawBufferPointer(start: bytes, count: count), offset)
    var done = 0
    while done < count {
      let written = pwrite(descriptor, bytes + done, count - done, off_t(offset + done))
      guard written > 0 else { throw Self.failure("be written") }
      done += written
    }
    return offset
  }

  func read(_ bytes: UnsafeMutableRawPointer, _ count: Int, at offset: Int) throws(GeodataError) {
    let descriptor = try descriptor()
    var done = 0
    while done < count {
      let got = pread(descriptor, bytes + done, count - done, off_t(offset + done))
      guard got > 0 else { throw Self.failure("be read") }
      done += got
    }
    try apply(UnsafeMutableRawBufferPointer(start: bytes, count: count), offset)
  }

  private func apply(_ bytes: UnsafeMutableRawBufferPointer, _ offset: Int) throws(GeodataError) {
    var counter = [UInt8](repeating: 0, count: 16)
    for index in 0..<8 { counter[8 + index] = UInt8(truncatingIfNeeded: (offset / 16) >> (56 - 8 * index)) }
    do {
      var cipher = try SpillCipher(key: key, counter: counter)
      try cipher.apply(to: bytes)
    } catch {
      throw GeodataError(.inputOutput, "the spill file could not be encrypted")
    }
  }

  private func descriptor() throws(GeodataError) -> Int32 {
    let descriptor = file.withLock { file in
      if file < 0 {
        var template = Array((folder + "/needs-XXXXXX").utf8CString)
        file = mkstemp(&template)
        if file >= 0 {
          _ = fcntl(file, F_SETFD, FD_CLOEXEC)
          unlink(template)
          fchmod(file, 0o600)
        }
      }
      return file
    }
    guard descriptor >= 0 else { throw Self.failure("be made") }
    return descriptor
  }

  private static func failure(_ what: String) -> GeodataError {
    GeodataError(
      .inputOutput, "the spill file cannot \(what) (\(String(cString: strerror(errno))))",
      advice: "give more memory, or set TMPDIR to a disk with room")
  }
}
