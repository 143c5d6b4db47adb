import ArgumentParser
import Foundation
import Geodata
import Geometry
import SpatialJoin
import Tally

/// The join at national scale, stage by stage.
struct NationalCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "national", abstract: "Measures index, join, children, weights and contiguity over a workload.")

  @Option(help: "The folder of the workload.")
  var data: String

  @Option(help: "The table of visits in it.")
  var visits = "visits-10000000.csv"

  @Option(help: "How many threads.")
  var threads = ProcessInfo.processInfo.activeProcessorCount

  @Option(help: "How many times each stage runs; the median counts.")
  var times = 3

  @Option(help: "How many MB of visits may stay in memory.")
  var memory = 512

  @Option(help: "Only the stages whose name holds one of these.")
  var only: [String] = []

  func run() throws {
    let folder = URL(fileURLWithPath: data, isDirectory: true)
    var measures: [Stage.Measure] = []
    func measure<Result>(_ name: String, rows: Int? = nil, _ body: () throws -> Result) rethrows -> Result? {
      guard only.isEmpty || only.contains(where: { name.contains($0) }) else { return nil }
      let (result, measure) = try Stage.run(name, rows: rows, times: times, body)
      measures.append(measure)
      FileHandle.standardError.write(
        Data("\(name): \(measure.seconds) s, processor \(measure.processor) s, peak \(measure.peak) MB\n".utf8))
      return result
    }
    let url = folder.appendingPathComponent(visits)
    // First, and with nothing else in memory: files to counts, as the peers' clocks run. Places are read and indexed each
    // time.
    let rows = try lines(of: url)
    _ = try measure("visits per area, files to counts", rows: rows) {
      let shapes = try PlaceFile.read(folder.appendingPathComponent("areas.csv")).map(\.shape)
      var tally = PointTally(areas: AreaIndex(shapes, threads: threads))
      tally.threads = threads
      return try tally.count(
        try Table.open(TableSource(url: url, name: visits)), columns: PointTally.Columns())
    }
    let areas = try PlaceFile.read(folder.appendingPathComponent("areas.csv"))
    let catchments = try PlaceFile.read(folder.appendingPathComponent("catchments.csv"))
    let areaIndex =
      measure("index of \(areas.count) areas") { AreaIndex(areas.map(\.shape), threads: threads) }
      ?? AreaIndex(areas.map(\.shape), threads: threads)
    let catchmentIndex =
      measure("index of \(catchments.count) catchments") { AreaIndex(catchments.map(\.shape), threads: threads) }
      ?? AreaIndex(catchments.map(\.shape), threads: threads)
    let table = try Table.open(TableSource(url: url, name: visits))
    var tally = PointTally(areas: areaIndex)
    tally.threads = threads
    tally.memory = memory << 20
    _ = try measure("visits per area, CSV to counts with the index at hand", rows: rows) {
      try tally.count(table, columns: PointTally.Columns())
    }
    tally.catchments = catchmentIndex
    let columns = PointTally.Columns(child: "child_id", date: "date")
    let counts = try measure("visits, children, sustained by area and catchment, indexes at hand", rows: rows) {
      try tally.count(table, columns: columns)
    }
    let weights = measure("area weights") {
      AreaWeights.overlay(areas: areas.map(\.shape), catchments: catchments.map(\.shape), threads: threads)
    }
    let neighbours = measure("contiguity within 1 m") {
      Contiguity.neighbours(areas.map(\.shape), within: 1, threads: threads)
    }
    if let counts {
      try PlaceTable.text(areas.map(\.code), counts.areas)
        .write(to: folder.appendingPathComponent("needs-areas.csv"), atomically: true, encoding: .utf8)
      try PlaceTable.text(catchments.map(\.code), counts.catchments)
        .write(to: folder.appendingPathComponent("needs-catchments.csv"), atomically: true, encoding: .utf8)
    }
    if let weights {
      var text = "catchment,area,share\n"
      for weight in weights {
        text += "\(catchments[weight.catchment].code),\(areas[weight.area].code),\(weight.share)\n"
      }
      try text.write(to: folder.appendingPathComponent("needs-weights.csv"), atomically: true, encoding: .utf8)
    }
    print(Stage.table(measures))
    print(
      "index: \(areaIndex.byteCount >> 20) MB of areas in cells of \(Int(areaIndex.cellSize)) m, "
        + "\(catchmentIndex.byteCount >> 20) MB of catchments in cells of \(Int(catchmentIndex.cellSize)) m")
    if let weights { print("\(weights.count) weights") }
    if let neighbours { print("\(neighbours.reduce(0) { $0 + $1.count } / 2) pairs of neighbours") }
  }
}

/// How many rows follow the header of a workload's table, which has no line breaks in cells.
private func lines(of url: URL) throws -> Int {
  try Data(contentsOf: url, options: .alwaysMapped).withUnsafeBytes { bytes in
    bytes.reduce(into: -1) { if $1 == 10 { $0 += 1 } }
  }
}

/// The places of a workload: `code,wkb`.
enum PlaceFile {
  static func read(_ url: URL) throws -> [(code: String, shape: MultiPolygon)] {
    let table = try Table.open(TableSource(url: url, name: url.lastPathComponent, columns: ["code", "wkb"]))
    var rows: [(code: String, digits: [UInt8])] = []
    try table.forEachRow { row in rows.append((row.text(0), Array(row.bytes(1)))) }
    return try Parallel.slices(rows, of: 512) { slice in
      try slice.map { row in
        func value(_ digit: UInt8) -> UInt8 { digit < 58 ? digit &- 48 : digit &- 55 }
        let bytes = [UInt8](unsafeUninitializedCapacity: row.digits.count / 2) { bytes, count in
          count = row.digits.count / 2
          for index in 0..<count {
            bytes[index] = value(row.digits[2 * index]) << 4 | value(row.digits[2 * index + 1])
          }
        }
        return (row.code, try MultiPolygon(wkb: bytes))
      }
    }
  }
}
