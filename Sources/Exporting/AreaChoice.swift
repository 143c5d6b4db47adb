import Foundation
import Geodata
import Geometry

/// Which small areas somebody means: by their codes, within a ring, or in a polygon that they drew.
///
/// A chosen place is made of whole small areas: one belongs to it if at least half of its surface lies in the polygon or
/// ring. Points are never counted in it.
public enum AreaChoice: Sendable {
  /// By code.
  case codes([String])
  /// Around a point, in metres.
  case ring(Point, radius: Double)
  /// In the polygons of a file that GDAL reads; all its features together.
  case file(URL)

  /// The codes, and a sentence that says how they came about.
  public func areas(
    among shapes: [String: MultiPolygon], crs: String
  ) throws -> (codes: Set<String>, how: String) {
    switch self {
    case .codes(let codes): return (Set(codes), "They were named by their codes.")
    case .ring(let centre, let radius):
      let point = try Shape(centre).buffer(radius)
      return (
        try Self.halfInside(point, shapes),
        "Those areas of which at least half the surface lies within \(Int(radius)) metres of a point."
      )
    case .file(let url):
      let layer = try Layer.read(LayerSource(url: url), analysisCRS: crs)
      let drawn = try Shape(MultiPolygon(layer.features.flatMap { $0.shape?.polygons ?? [] })).unaryUnion()
      return (
        try Self.halfInside(drawn, shapes),
        "Those areas of which at least half the surface lies in the polygons of \(url.lastPathComponent)."
      )
    }
  }

  private static func halfInside(_ drawn: Shape, _ shapes: [String: MultiPolygon]) throws -> Set<String> {
    let box = drawn.multiPolygon.envelope
    var chosen: Set<String> = []
    for (code, polygon) in shapes where polygon.envelope.intersects(box) {
      let area = try Shape(polygon)
      let whole = try area.area
      if whole > 0, try area.intersection(drawn).area >= whole / 2 { chosen.insert(code) }
    }
    guard !chosen.isEmpty else { throw ExportError.nothingChosen }
    return chosen
  }
}
