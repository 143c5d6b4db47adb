import Cryptography
import Foundation
import Geodata
import Geometry
import SpatialJoin

/// The join on its own, from files to counts: what `needs tally` does.
///
/// ```swift
/// var job = TallyJob(areas: LayerSource(url: areas, codeColumn: "LSOA11CD"))
/// job.columns.child = "child_id"
/// let partial = try job.count(points: url, name: "visits.csv")
/// ```
public struct TallyJob: Sendable {
  /// The small areas.
  public var areas: LayerSource
  /// The catchments; nil: none.
  public var catchments: LayerSource?
  /// The CRS in metres in which points and places are compared.
  public var analysisCRS = "EPSG:27700"
  /// The CRS of the points' coordinates; nil: the analysis CRS.
  public var pointsCRS: String?
  /// Where postcodes lie.
  public var directory: PostcodeDirectory?
  /// Folders to search for PROJ's grids.
  public var gridFolders: [String] = []
  /// Which columns hold what.
  public var columns = PointTally.Columns()
  /// When use counts as sustained.
  public var rule = SustainedRule(days: 3)
  /// The children to count; nil: all.
  public var shard: Shard?
  /// How many bytes of visits may stay in memory.
  public var memory = 512 << 20
  /// How many threads work; the counts are the same for any number.
  public var threads = ProcessInfo.processInfo.activeProcessorCount
  /// Where indexes are kept beside their layer and used again while the layer's hash holds; nil: nowhere.
  public var indexFolder: URL?

  /// Makes a job over areas.
  public init(areas: LayerSource) { self.areas = areas }

  /// Counts the points of a table.
  ///
  /// - Throws: a refusal of a layer, of the table, or of what is asked.
  public func count(points url: URL, name: String) throws(GeodataError) -> PartialCounts {
    let table = try Table.open(TableSource(url: url, name: name, columns: columns.names))
    let areas = try places(of: self.areas)
    let catchments = try self.catchments.map { (source) throws(GeodataError) in try places(of: source) }
    var tally = PointTally(areas: areas.index, catchments: catchments?.index)
    tally.rule = rule
    tally.shard = shard
    tally.memory = memory
    tally.threads = threads
    tally.directory = directory
    tally.gridFolders = gridFolders
    if let pointsCRS {
      let (from, to) = (try crs(pointsCRS), try crs(analysisCRS))
      if from != to { tally.crs = (from, to) }
    }
    let counts = try tally.count(table, columns: columns)
    return PartialCounts(
      shard: shard, areaCodes: areas.codes, catchmentCodes: catchments?.codes ?? [], counts: counts)
  }

  /// Reads a table from standard input, which stays in memory: a pipe has no second reading.
  public static func standardInput() throws(GeodataError) -> URL {
    func failure() -> GeodataError {
      GeodataError(.inputOutput, "cannot be read (\(String(cString: strerror(errno))))", file: "standard input")
    }
    // Shared memory without a name: never on a disk, gone with the process.
    let name = "/needs-\(getpid())-\(UInt64.random(in: 0...UInt64.max))"
    let descriptor = shm_open(name, O_RDWR | O_CREAT | O_EXCL, 0o600)
    guard descriptor >= 0 else { throw failure() }
    shm_unlink(name)
    var buffer = [UInt8](repeating: 0, count: 1 << 20)
    while true {
      let count = read(0, &buffer, buffer.count)
      if count == 0 { break }
      guard count > 0 else { throw failure() }
      var done = 0
      while done < count {
        let written = buffer.withUnsafeBytes { bytes in
          bytes.baseAddress.map { write(descriptor, $0 + done, count - done) } ?? -1
        }
        guard written > 0 else { throw failure() }
        done += written
      }
    }
    return URL(fileURLWithPath: "/proc/self/fd/\(descriptor)")
  }

  private func crs(_ text: String) throws(GeodataError) -> CRS {
    do { return try CRS(text) } catch {
      throw GeodataError(.configuration, "\(error)", advice: "state a CRS such as EPSG:4326")
    }
  }

  private func places(of source: LayerSource) throws(GeodataError) -> (codes: [String], index: AreaIndex) {
    let saved = try indexFolder.map { (folder) throws(GeodataError) in try savedIndex(of: source, in: folder) }
    if let saved, let (index, codes) = AreaIndex.open(saved.url, key: saved.key) {
      return (
        String(decoding: codes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
          .map { String($0) }, index
      )
    }
    let layer = try Layer.read(source, analysisCRS: analysisCRS, gridFolders: gridFolders)
    let codes = layer.features.map(\.code)
    let index = AreaIndex(layer.features.map(\.shape), threads: threads)
    // A code with a line break would not come back; such a layer is read anew each time.
    if let saved, !codes.contains(where: { $0.contains("\n") }) {
      do {
        try FileManager.default.createDirectory(
          at: saved.url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try index.write(to: saved.url, key: saved.key, attachment: Array(codes.joined(separator: "\n").utf8))
      } catch {
        throw GeodataError(
          .inputOutput, "the index cannot be written (\(error.localizedDescription))", file: saved.url.path,
          advice: "name another folder with --index, or leave it out")
      }
    }
    return (codes, index)
  }

  /// Where a layer's index is kept, and what it depends on: the file's bytes and all that is asked of it.
  private func savedIndex(
    of source: LayerSource, in folder: URL
  ) throws(GeodataError) -> (url: URL, key: [UInt8]) {
    let asked = [
      "index 1", source.layer ?? "", source.crs ?? "", source.codeColumn ?? "", analysisCRS,
      gridFolders.joined(separator: "\n"),
    ].joined(separator: "\0")
    do {
      let file = try SHA256Digest(ofFile: source.url.path)
      let key = try SHA256Digest(ofText: file.hexadecimal + "\0" + asked).bytes
      return (folder.appendingPathComponent(source.url.lastPathComponent + ".needs-index"), key)
    } catch {
      throw GeodataError(.noInput, "cannot be read", file: source.name, advice: "check the path")
    }
  }
}

extension PointTally.Columns {
  /// The names of all columns that are wanted.
  var names: [String] {
    let places = postcode.map { [$0] } ?? [x ?? "easting", y ?? "northing"]
    return places + [child, date].compactMap(\.self)
  }
}
