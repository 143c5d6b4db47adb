import Dispatch
import Foundation
import Geodata
import Geometry
import SpatialJoin
import Synchronization

/// Counts visits, distinct and sustained children by area and by overlapping catchment, from a table of points: tens of
/// millions of rows in seconds, in bounded memory, the same on any number of threads.
///
/// ```swift
/// let tally = PointTally(areas: AreaIndex(areas), catchments: AreaIndex(catchments))
/// let counts = try tally.count(table, columns: .init(x: "easting", y: "northing", child: "child_id", date: "date"))
/// ```
/// The text is cut into blocks at line ends; each thread takes blocks, fills batches, joins each in the order of cells
/// and sets visits aside by child. Then children are counted, partition by partition, each in a cache.
public struct PointTally: Sendable {
  /// Which columns hold what.
  public struct Columns: Sendable, Hashable {
    /// Easting and northing, or longitude and latitude with a `crs`.
    public var x: String?
    /// See `x`.
    public var y: String?
    /// A postcode, instead of coordinates.
    public var postcode: String?
    /// The child's id; nil: visits are counted only.
    public var child: String?
    /// The day of the visit; nil: nobody is sustained.
    public var date: String?
    /// What is said of the dates: `dd/mm/yyyy`; nil: found.
    public var dates: String?

    /// Names the columns.
    public init(
      x: String? = nil, y: String? = nil, postcode: String? = nil, child: String? = nil, date: String? = nil,
      dates: String? = nil
    ) {
      (self.x, self.y, self.postcode) = (x, y, postcode)
      (self.child, self.date, self.dates) = (child, date, dates)
    }
  }

  /// The areas in the order of their codes.
  public var areas: AreaIndex
  /// The catchments in the order of their codes.
  public var catchments: AreaIndex?
  /// When use counts as sustained.
  public var rule = SustainedRule(days: 3)
  /// The children to count; nil: all.
  public var shard: Shard?
  /// How many bytes of visits may stay in memory; what is beyond goes to an encrypted file without a name.
  public var memory = 512 << 20
  /// How many threads work.
  public var threads = ProcessInfo.processInfo.activeProcessorCount
  /// Where postcodes lie.
  public var directory: PostcodeDirectory?
  /// The CRS of the coordinates where it is not the areas', and the areas'.
  public var crs: (points: CRS, areas: CRS)?
  /// Folders to search for PROJ's grids.
  public var gridFolders: [String] = []

  /// How many bytes of text a thread takes at a time.
  var blockBytes = 4 << 20
  /// How many points are joined at a time.
  var batchRows = 1 << 20

  /// Makes a tally over places.
  public init(areas: AreaIndex, catchments: AreaIndex? = nil) {
    self.areas = areas
    self.catchments = catchments
  }

  /// Counts. O(bytes + rows × (borders in a cell)); memory: the two indexes, `memory`, and about 90 MB a thread.
  ///
  /// - Throws: a refusal: a column that is missing, a row that cannot be taken apart, no room for the spill file.
  public func count(_ table: Table, columns: Columns) throws(GeodataError) -> PointCounts {
    var plan = try self.plan(table, columns)
    var found: Pass?
    // A cell that the first rows' format does not fit: ask the whole column, once.
    for attempt in 0..<2 {
      let pass = try scan(table, plan)
      found = pass
      guard attempt == 0, pass.total.unreadableDates > 0, let date = columns.date else { break }
      let format = try Dates.read(table, column: try table.index(of: date), stated: columns.dates)
      if format == plan.dateFormat { break }
      plan.dateFormat = format
    }
    guard let found else { return PointCounts(areas: areas.count, catchments: catchments?.count ?? 0) }
    return try ChildCounter(rule: rule, pass: found, tally: self).count()
  }

  /// The roles of the table's columns.
  private func plan(_ table: Table, _ columns: Columns) throws(GeodataError) -> PointColumns {
    var plan = PointColumns(roles: table.header.map { _ in .none }, dateFormat: .isoDay, decimal: table.decimal)
    if let postcode = columns.postcode {
      plan.roles[try table.index(of: postcode)] = .postcode
    } else {
      plan.roles[try table.index(of: columns.x ?? "easting")] = .x
      plan.roles[try table.index(of: columns.y ?? "northing")] = .y
    }
    if let child = columns.child { plan.roles[try table.index(of: child)] = .child }
    if let date = columns.date {
      let index = try table.index(of: date)
      plan.roles[index] = .date
      if let stated = columns.dates {
        guard let format = DateFormat(stated: stated) else {
          throw GeodataError(
            .configuration, "dates: \(stated) is not a format", file: table.source.name, column: date,
            advice: "state yyyy-mm-dd, dd/mm/yyyy, mm/dd/yyyy or excel")
        }
        plan.dateFormat = format
      }
    }
    return plan
  }

  /// What one pass over the text left behind.
  struct Pass {
    var workers: [PointWorker]
    var spill: SpillFile
    var total: PointCounts
  }

  private func scan(_ table: Table, _ plan: PointColumns) throws(GeodataError) -> Pass {
    let result: Result<Pass?, GeodataError>? = table.withDelimitedText { text in
      Result { () throws(GeodataError) -> Pass? in
        if let pass = try scan(text, plan, blockBytes: blockBytes, threads: threads) { return pass }
        // A line break inside quotes, perhaps: a cut at a line end was none. Once more, uncut.
        return try scan(text, plan, blockBytes: Int.max, threads: 1)
      }
    }
    guard let result else {
      throw GeodataError(
        .data, "is a workbook", file: table.source.name, advice: "save the sheet of points as CSV")
    }
    if let pass = try result.get() { return pass }
    // The ordinary reader says what is wrong, and where.
    try table.forEachRow(refusing: { (_) throws(GeodataError) in })
    throw GeodataError(.data, "its rows cannot be told apart", file: table.source.name, advice: "export it again")
  }

  /// One pass in blocks; nil where a block did not end where the next began, or something was odd.
  private func scan(
    _ text: Table.DelimitedText, _ plan: PointColumns, blockBytes: Int, threads: Int
  ) throws(GeodataError) -> Pass? {
    let spill = try SpillFile(budget: memory)
    let blocks = TextBlocks(text, size: blockBytes)
    let workers = (0..<max(1, threads)).map { _ in PointWorker(tally: self, plan: plan, spill: spill) }
    let shared = SharedWorkers(workers: workers, text: text)
    let failure = Mutex<GeodataError?>(nil)
    DispatchQueue.concurrentPerform(iterations: workers.count) { number in
      do throws(GeodataError) {
        let worker = shared.workers[number]
        try worker.prepare()
        while let block = blocks.next() {
          let end = try worker.read(shared.text, block, directory: directory)
          blocks.finish(block, at: end)
        }
        try worker.finish()
      } catch {
        failure.withLock { $0 = $0 ?? error }
      }
    }
    if let error = failure.withLock({ $0 }) { throw error }
    guard blocks.areSeamless else { return nil }
    var total = PointCounts(areas: areas.count, catchments: catchments?.count ?? 0)
    for worker in workers { total.addNumbers(of: worker.counts) }
    return Pass(workers: workers, spill: spill, total: total)
  }

  /// Lets each thread take the worker of its number.
  private struct SharedWorkers: @unchecked Sendable {
    let workers: [PointWorker]
    let text: Table.DelimitedText
  }
}

/// Blocks of text that begin after a line end.
final class TextBlocks: Sendable {
  /// A block: its number, and where it begins and should end.
  struct Block: Sendable {
    var number: Int
    var start: Int
    var end: Int
  }

  private struct State {
    var position: Int
    var starts: [Int] = []
    var ends: [Int] = []
    var isOdd = false
  }

  private let state: Mutex<State>
  private let text: UncheckedText
  private let size: Int

  private struct UncheckedText: @unchecked Sendable {
    let bytes: UnsafeBufferPointer<UInt8>
  }

  init(_ text: Table.DelimitedText, size: Int) {
    self.text = UncheckedText(bytes: text.bytes)
    self.size = size
    state = Mutex(State(position: text.rowsStart))
  }

  /// The next block, or nil at the end.
  func next() -> Block? {
    state.withLock { state in
      let bytes = text.bytes
      guard state.position < bytes.count, let base = bytes.baseAddress, !state.isOdd else { return nil }
      let start = state.position
      var end = bytes.count
      if size < bytes.count - start {
        let from = start + size
        // A file whose lines end in a lone CR is one block.
        if let found = memchr(base + from, 10, bytes.count - from) { end = base.distance(to: found) + 1 }
      }
      state.position = end
      state.starts.append(start)
      state.ends.append(-1)
      return Block(number: state.starts.count - 1, start: start, end: end)
    }
  }

  /// Says where the block's last row really ended; −1 where something was odd.
  func finish(_ block: Block, at end: Int) {
    state.withLock { state in
      state.ends[block.number] = end
      if end != block.end { state.isOdd = true }
    }
  }

  /// Whether each block ended where the next begins.
  var areSeamless: Bool { state.withLock { !$0.isOdd && $0.position >= text.bytes.count } }
}

extension UnsafePointer<UInt8> {
  fileprivate func distance(to other: UnsafeMutableRawPointer) -> Int {
    UnsafeRawPointer(self).distance(to: UnsafeRawPointer(other))
  }
}
