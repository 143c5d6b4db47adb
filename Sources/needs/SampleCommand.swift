import ArgumentParser
import Foundation
import SampleBorough

/// `needs sample`: a made-up borough, seeded.
struct SampleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sample",
    abstract: "Writes a made-up borough with its audit.yml: nothing in it is real.",
    discussion: "Example: needs sample --out out/borough --seed 7")

  @Option(help: "The folder to write to; it is made if it is not there.")
  var out: String

  @Option(help: "The seed: equal seeds give equal bytes.")
  var seed: UInt64 = 1

  @Option(help: "How many small areas.")
  var areas = 60

  @Option(help: "How many catchments, each with a centre.")
  var catchments = 5

  @Option(help: "About how many children enrol.")
  var children = 2500

  @Option(help: "About how many visits they make in both cycles.")
  var visits = 12_000

  @Flag(help: "Instead of tables, stream visits.csv: child_id,date,service,easting,northing, for the join alone.")
  var points = false

  func run() throws {
    let options = try SampleOptions(
      seed: seed, areas: areas, catchments: catchments, children: children, visits: visits)
    let folder = URL(fileURLWithPath: out, isDirectory: true)
    if points {
      try PointStream(options).write(to: folder)
    } else {
      try Borough(options).write(to: folder)
    }
  }
}
