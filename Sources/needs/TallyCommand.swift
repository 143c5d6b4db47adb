import ArgumentParser
import Foundation
import Geodata
import Tally

/// `needs tally`: the join on its own, and its shards.
struct TallyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tally",
    abstract: "Counts visits, distinct and sustained children by area and catchment from a table of points.",
    discussion: """
      Example: needs tally --points visits.csv --areas lsoa.gpkg --area-code LSOA11CD --catchments catchments.gpkg \
      --catchment-code centre --child child_id --date date --out counts
      It writes areas.csv and catchments.csv (code,visits,children,sustained), exact and internal. With --shard k/N it \
      counts the children whose hash falls to k; with --partial it writes one file of counts, which --merge adds.
      """)

  @Option(help: "The table of points; - reads standard input.")
  var points: String?

  @Option(help: "The small areas, any vector file.")
  var areas: String?

  @Option(help: "The column of the areas' code.")
  var areaCode: String?

  @Option(help: "The catchments, any vector file; they may overlap.")
  var catchments: String?

  @Option(help: "The column of the catchments' code.")
  var catchmentCode: String?

  @Option(help: "The column of easting or longitude.")
  var x = "easting"

  @Option(help: "The column of northing or latitude.")
  var y = "northing"

  @Option(help: "The CRS of the points, such as EPSG:4326, where it is not the analysis CRS.")
  var crs: String?

  @Option(help: "The CRS in metres in which points and places are compared.")
  var analysisCrs = "EPSG:27700"

  @Option(help: "The column of a postcode, instead of coordinates.")
  var postcode: String?

  @Option(help: "A postcode directory, for --postcode.")
  var directory: String?

  @Option(help: "What the directory is: nspl, onspd or code-point-open.")
  var recipe = "nspl"

  @Option(help: "The column of the child's id; without it visits are counted only.")
  var child: String?

  @Option(help: "The column of the visit's date.")
  var date: String?

  @Option(help: "The format of the dates where the column does not tell: dd/mm/yyyy.")
  var dates: String?

  @Option(help: "On how many different days use is sustained.")
  var sustainedDays = 3

  @Option(help: "Within how many days; without it, all of them.")
  var sustainedWithin: Int?

  @Option(help: "Counts only the children whose hash falls to k of N: k/N.")
  var shard: String?

  @Flag(help: "Writes one partial, of counts only, to --out (a file; - is standard output).")
  var partial = false

  @Option(parsing: .upToNextOption, help: "Partials to add, exactly.")
  var merge: [String] = []

  @Option(help: "How many MB of visits may stay in memory; the rest goes to an encrypted file without a name.")
  var memory = 512

  @Option(help: "How many threads; the counts are the same for any number.")
  var threads = ProcessInfo.processInfo.activeProcessorCount

  @Option(help: "A folder to search for PROJ's grids; may be given several times.")
  var proj: [String] = []

  @Option(help: "A folder to keep indexes in, used again while the layer's hash holds.")
  var index: String?

  @Option(help: "The folder to write to; with --partial, the file.")
  var out: String

  func validate() throws {
    if merge.isEmpty, points == nil || areas == nil {
      throw ValidationError("--points and --areas are needed, or --merge")
    }
    if let shard, Shard(shard) == nil { throw ValidationError("--shard is k/N, with k from 1 to N") }
    if (postcode == nil) != (directory == nil) { throw ValidationError("--postcode and --directory go together") }
    if memory < 1 || threads < 1 || sustainedDays < 1 {
      throw ValidationError("memory, threads and days are at least 1")
    }
  }

  func run() throws {
    let result = try merge.isEmpty ? count() : TallyOutput.merge(merge)
    if partial {
      try TallyOutput.write(partial: result, to: out)
    } else {
      try TallyOutput.write(result, to: URL(fileURLWithPath: out, isDirectory: true))
    }
    Messages.say(result.counts.summary)
  }

  private func count() throws -> PartialCounts {
    var job = TallyJob(areas: LayerSource(url: URL(fileURLWithPath: areas ?? ""), codeColumn: areaCode))
    job.catchments = catchments.map { LayerSource(url: URL(fileURLWithPath: $0), codeColumn: catchmentCode) }
    job.columns = PointTally.Columns(x: x, y: y, postcode: postcode, child: child, date: date, dates: dates)
    job.analysisCRS = analysisCrs
    job.pointsCRS = crs
    job.gridFolders = proj
    job.rule = SustainedRule(days: sustainedDays, within: sustainedWithin)
    job.shard = shard.flatMap { Shard($0) }
    job.memory = memory << 20
    job.threads = threads
    job.indexFolder = index.map { URL(fileURLWithPath: $0, isDirectory: true) }
    if let directory {
      job.directory = try PostcodeDirectory.load(
        recipe: recipe, files: [URL(fileURLWithPath: directory)], names: [directory])
    }
    let name = points == "-" ? "standard input" : points ?? ""
    let url = try points == "-" ? TallyJob.standardInput() : URL(fileURLWithPath: name)
    return try job.count(points: url, name: name)
  }
}
