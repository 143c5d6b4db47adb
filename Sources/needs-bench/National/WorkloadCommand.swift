import ArgumentParser
import Foundation
import Geodata
import SampleBorough

/// Makes the files that the engine and its peers read.
struct WorkloadCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "workload", abstract: "Makes catchments and visits over a layer of areas, seeded.")

  @Option(help: "The areas, any vector file; without one the sample generator makes them.")
  var areas: String?

  @Option(help: "How many areas the sample generator makes.")
  var sample = 33_000

  @Option(help: "The column of the areas' code.")
  var areaCode = "LSOA11CD"

  @Option(help: "How many catchments.")
  var catchments = 3_000

  @Option(help: "How many visits; one file visits-N.csv each.")
  var visits: [Int] = [10_000_000]

  @Option(help: "How many children make them.")
  var children = 2_500_000

  @Option(help: "The seed.")
  var seed: UInt64 = 1

  @Option(help: "A folder to search for PROJ's grids.")
  var proj: [String] = []

  @Option(help: "The folder to write to.")
  var out: String

  func run() throws {
    let folder = URL(fileURLWithPath: out, isDirectory: true)
    let layer = try Layer.read(source(in: folder), gridFolders: proj)
    let workload = try Workload(areas: layer, catchments: catchments, seed: seed)
    try workload.writePlaces(to: folder)
    for count in visits {
      try workload.writeVisits(
        count, children: children, to: folder.appendingPathComponent("visits-\(count).csv"))
    }
  }

  /// The given layer, or one that the sample generator makes.
  private func source(in folder: URL) throws -> LayerSource {
    if let areas { return LayerSource(url: URL(fileURLWithPath: areas), codeColumn: areaCode) }
    let made = folder.appendingPathComponent("sample", isDirectory: true)
    let options = try SampleOptions(
      seed: seed, areas: sample, catchments: max(1, min(catchments, sample / 2)), children: 100, visits: 0)
    try PointStream(options).write(to: made)
    return LayerSource(url: made.appendingPathComponent("areas.geojson"), codeColumn: "area_code")
  }
}
