import Geometry

/// Words for a repair.
enum LayerRepair {
  /// The complaint that lists it; nil where nothing was done.
  static func complaint(_ repair: Repair, file: String, feature: String) -> Complaint? {
    guard !repair.wasValid else { return nil }
    let place = repair.location.map { " at (\(metres($0.x)), \(metres($0.y)))" } ?? ""
    let reason = (repair.reason ?? "invalid shape").lowercased()
    let after =
      repair.shape.isEmpty
      ? "nothing with an area is left of it" : "\(squareMetres(repair.areaAfter)) m² after repair"
    return Complaint(
      .warning, "\(reason)\(place): \(squareMetres(repair.areaAsDrawn)) m² as drawn, \(after)", file: file,
      feature: feature, advice: "look at it on the map, and redraw it if this is not what was meant")
  }

  /// Whole metres.
  static func metres(_ number: Double) -> String { Int(exactly: number.rounded()).map(String.init) ?? "far away" }

  /// Whole square metres, with a decimal below ten.
  static func squareMetres(_ area: Double) -> String {
    guard area.isFinite, let whole = Int(exactly: area.rounded()) else { return "unknown" }
    guard abs(area) < 10, area != area.rounded() else { return String(whole) }
    let tenths = Int((area * 10).rounded())
    return "\(tenths / 10).\(abs(tenths % 10))"
  }
}
