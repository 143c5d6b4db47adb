import ArgumentParser
import Exporting
import Foundation
import Geodata
import Geometry
import Workspace

/// `--areas`, `--ring` and `--within`: which small areas are meant.
struct ChoiceOptions: ParsableArguments {
  @Option(help: "Codes of small areas, with commas between, or a file with one on each line.")
  var areas: String?

  @Option(help: "A ring: easting,northing,metres.")
  var ring: String?

  @Option(help: "A file with polygons; areas with at least half of their surface in them are taken.")
  var within: String?

  @Option(help: "What the chosen areas are called.")
  var name: String?

  func validate() throws {
    if [areas, ring, within].compactMap({ $0 }).count > 1 {
      throw ValidationError("Say one of --areas, --ring and --within.")
    }
    if ring != nil, ringNumbers == nil { throw ValidationError("A ring is easting,northing,metres.") }
  }

  private var ringNumbers: (Point, Double)? {
    let numbers = (ring ?? "").split(separator: ",").compactMap { Double($0) }
    guard numbers.count == 3, numbers.allSatisfy(\.isFinite), numbers[2] > 0 else { return nil }
    return (Point(x: numbers[0], y: numbers[1]), numbers[2])
  }

  /// What was asked for; nil: everything.
  func choice() -> AreaChoice? {
    if let areas {
      let listed = InputFile.bytes(of: URL(fileURLWithPath: areas), limit: 4 << 20)
      let text = listed.map { String(decoding: $0, as: UTF8.self) } ?? areas
      let codes = text.split { $0 == "," || $0.isWhitespace }.map(String.init)
      return .codes(codes)
    }
    if let (centre, radius) = ringNumbers { return .ring(centre, radius: radius) }
    return within.map { .file(URL(fileURLWithPath: $0)) }
  }

  /// The codes, and how they were chosen; nil: all areas.
  func areas<State>(of workspace: Workspace<State>, cycle: String?) throws -> (codes: Set<String>, how: String)? {
    try choice()?.areas(among: workspace.shapes(cycle: cycle).areas, crs: workspace.about().crs)
  }
}
