import ArgumentParser
import Exporting
import Foundation
import Geodata
import Geometry
import Measures
import Workspace

/// `--areas`, `--ring` and `--within`: which places are meant.
struct ChoiceOptions: ParsableArguments {
  @Option(
    name: [.customLong("areas"), .customLong("area")],
    help: "Codes of small areas, with commas between, or a file with one first on each line.")
  var areas: String?

  @Option(parsing: .unconditional, help: "A ring: easting,northing,metres, or longitude,latitude,metres.")
  var ring: String?

  @Option(
    help:
      "A file with polygons. They are made of whole atoms (small area × set of catchments) that lie in them by half.")
  var within: String?

  @Option(help: "The column of the polygons' codes: each is a place of its own (default: all together are one).")
  var code: String?

  @Option(help: "The column of the polygons' names.")
  var label: String?

  @Option(help: "The CRS of the polygons, where the file does not say it, as EPSG:27700.")
  var crs: String?

  @Option(
    help: "What a ring or polygon is made of: atoms (whole), or surface (shares by surface; not of a release).")
  var madeOf = DrawnPlaces.Making.atoms

  @Option(help: "What the chosen areas are called.")
  var name: String?

  func validate() throws {
    if [areas, ring, within].compactMap({ $0 }).count > 1 {
      throw ValidationError("Say one of --areas, --ring and --within.")
    }
    if within == nil, code != nil || label != nil || crs != nil {
      throw ValidationError("--code, --label and --crs belong to --within.")
    }
    if ring == nil, within == nil, madeOf != .atoms {
      throw ValidationError("--made-of belongs to --ring and --within.")
    }
    if ring != nil, ringNumbers == nil {
      throw ValidationError("A ring is easting,northing,metres, or longitude,latitude,metres.")
    }
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
      guard let listed else { return .codes(areas.split { $0 == "," || $0.isWhitespace }.map(String.init)) }
      // The first cell of each line: a plain list, or a table whose first column has the codes.
      let trimmed = CharacterSet.whitespaces.union(["\"", "\u{FEFF}"])
      let codes = String(decoding: listed, as: UTF8.self).split(whereSeparator: \.isNewline).compactMap { line in
        line.split(omittingEmptySubsequences: false) { ",;\t".contains($0) }.first?.trimmingCharacters(in: trimmed)
      }
      return .codes(codes.filter { !$0.isEmpty }, mayHaveHeading: true)
    }
    if let (centre, radius) = ringNumbers { return .ring(centre, radius: radius) }
    return within.map {
      .file(LayerSource(url: URL(fileURLWithPath: $0), crs: crs, codeColumn: code, nameColumn: label))
    }
  }

  /// The places, and what they are made of; nil: everything.
  func places<State>(of workspace: Workspace<State>, cycle: String?) throws -> ChosenPlaces? {
    try choice()?.places(of: workspace, cycle: cycle, name: name, making: madeOf)
  }
}
