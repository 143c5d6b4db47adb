import Cryptography
import Foundation
import Geodata
import Geometry
import Measures
import Workspace

/// Which places somebody means: small areas by their codes, a ring, or the polygons of a file.
///
/// A ring or polygon is made of whole atoms (small area × set of catchments), or in an exact workspace of shares of them by
/// surface. Points are never counted in it.
public enum AreaChoice: Sendable {
  /// Small areas by code; a list from a file may begin with a heading.
  case codes([String], mayHaveHeading: Bool = false)
  /// Around a point in the analysis CRS, or in degrees of longitude and latitude (nowhere in Britain is within 180 m of
  /// the grid's origin), in metres.
  case ring(Point, radius: Double)
  /// The polygons of a file that GDAL reads: all together as one place, or each by its code where a column names it.
  case file(LayerSource)

  /// The places of a workspace's cycle.
  ///
  /// - Throws: a `Refusal`: codes that no area has, nothing chosen, a file that cannot be read, shares asked of a release.
  public func places<State>(
    of workspace: Workspace<State>, cycle: String?, name: String?, making: DrawnPlaces.Making = .atoms
  ) throws -> ChosenPlaces {
    if making == .surface, State.self == Released.self { throw ExportError.sharesOfRelease }
    let facts = try workspace.facts(cycle: cycle)
    let name = name ?? "Chosen areas"
    if case .codes(var codes, let mayHaveHeading) = self {
      let known = Set(facts.areas.map(\.code))
      if mayHaveHeading, codes.count > 1, !known.contains(codes[0]) { codes.removeFirst() }
      let unknown = Set(codes).subtracting(known).sorted()
      guard unknown.isEmpty else { throw ExportError.unknownAreas(unknown) }
      guard
        let chosen = ChosenPlaces(
          areas: Set(codes), name: name, facts: facts, shapes: try workspace.shapes(cycle: cycle).areas)
      else { throw ExportError.nothingChosen }
      return chosen
    }
    let (drawn, origin) = try drawn(crs: try workspace.about().crs, name: name)
    let content = try workspace.content(cycle: cycle)
    let made = DrawnPlaces(
      drawn, of: content, making: making, threads: ProcessInfo.processInfo.activeProcessorCount)
    guard let chosen = try ChosenPlaces(made, of: content, facts: facts, origin: origin, choice: try words()) else {
      throw ExportError.nothingChosen
    }
    return chosen
  }

  /// What was drawn, for the ids of figures: another file, even of the same name, is another choice.
  private func words() throws -> String {
    switch self {
    case .codes(let codes, _): return codes.joined(separator: " ")
    case .ring(let centre, let radius): return "ring \(centre.x) \(centre.y) \(radius)"
    case .file(let source):
      let digest = try SHA256Digest(ofFile: source.url.path).hexadecimal
      return ["file", digest, source.layer ?? "", source.crs ?? "", source.codeColumn ?? ""].joined(separator: " ")
    }
  }

  private func drawn(crs: String, name: String) throws -> (places: [DrawnPlace], origin: ChosenPlaces.Origin) {
    switch self {
    case .codes(let codes, _): return ([], .codes(codes.count))
    case .ring(var centre, let radius):
      if abs(centre.x) <= 180, abs(centre.y) <= 90 {
        guard let there = try? CoordinateTransform(from: .wgs84, to: CRS(crs))(centre) else {
          throw ExportError.nothingChosen
        }
        centre = there
      }
      let shape = try Shape(centre).buffer(radius).multiPolygon
      return ([DrawnPlace(code: "selection", name: name, shape: shape)], .ring(Int(radius)))
    case .file(let source):
      let layer = try Layer.read(source, analysisCRS: crs, saidBy: "say another --code, --label or --crs")
      let places = DrawnPlace.places(of: layer)
      guard source.codeColumn == nil else { return (places, .file(source.name, isEach: true)) }
      let together = try MultiPolygon.union(places.map(\.shape))
      return (
        [DrawnPlace(code: "selection", name: name, shape: together)], .file(source.name, isEach: false)
      )
    }
  }
}
