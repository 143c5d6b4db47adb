import Geometry

/// Settles which CRS the numbers of a file are in, or refuses: a CRS is believed only if the numbers can be in it.
enum CRSDecision {
  /// - Parameters:
  ///   - stated: what audit.yml says, which goes before what the file says.
  ///   - extent: the box around all numbers of the file.
  /// - Throws: `.data` where the CRS is missing, or the numbers cannot be in it; `.configuration` where the stated one
  ///   is none.
  static func crs(
    stated: String?, file: FileCRS, extent: Envelope, format: String, name: String, complaints: inout [Complaint]
  ) throws(GeodataError) -> CRS {
    if let stated {
      let crs: CRS
      do {
        crs = try CRS(stated)
      } catch {
        throw GeodataError(
          .configuration, error.description, file: name, advice: "write crs: EPSG:27700 or another code in audit.yml")
      }
      if let mismatch = mismatch(crs, extent) {
        throw GeodataError(
          .data, "audit.yml states crs: \(stated), but \(mismatch)", file: name, advice: advice(extent))
      }
      if let other = file.crs, other != crs, !(other.isLongitudeLatitudeOfTheWeb && crs.isLongitudeLatitudeOfTheWeb),
        mismatch(other, extent) == nil
      {
        complaints.append(
          Complaint(.warning, "the file says \(other), audit.yml states \(crs), which is taken", file: name))
      }
      return crs
    }
    guard let crs = file.crs else {
      throw GeodataError(
        .data, "the CRS is missing: \(file.whyMissing)" + guess(extent), file: name, advice: advice(extent))
    }
    if let mismatch = mismatch(crs, extent) {
      let isAssumed = format == "GeoJSON" && crs.isLongitudeLatitudeOfTheWeb && !areDegrees(extent)
      let what =
        isAssumed
        ? "the CRS is missing or wrong: a GeoJSON holds degrees unless a crs member says otherwise (RFC 7946), "
          + "but these numbers are not"
        : "the file says that its CRS is \(crs), but \(mismatch)"
      let words = isSwappedBritain(extent) ? what : what + guess(extent)
      throw GeodataError(.data, words, file: name, advice: advice(extent))
    }
    return crs
  }

  /// Why the numbers cannot be in the CRS; nil where they can.
  private static func mismatch(_ crs: CRS, _ extent: Envelope) -> String? {
    guard !extent.isEmpty else { return nil }
    if crs.isGeographic {
      if !areDegrees(extent) { return "the numbers are no degrees" }
      if isSwappedBritain(extent) { return "longitude and latitude are swapped" }
    } else if areDegrees(extent), extent.width < 20, extent.height < 20, !(extent.minX > 0 && extent.minY > 90) {
      // A whole layer within 180 metres of a grid's origin is a layer in degrees.
      return "the numbers look like degrees"
    } else if !holds(planet, extent) {
      return "the numbers are too large for metres"
    }
    if crs == .britishNationalGrid, britishGrid.intersects(extent), !holds(around, extent) {
      return "some of the numbers lie thousands of kilometres outside the British grid"
    }
    if crs == .britishNationalGrid, !britishGrid.intersects(extent) {
      let turned = Envelope(minX: extent.minY, minY: extent.minX, maxX: extent.maxY, maxY: extent.maxX)
      return britishGrid.intersects(turned)
        ? "easting and northing look swapped" : "the numbers lie outside the British grid"
    }
    return nil
  }

  private static func areDegrees(_ box: Envelope) -> Bool {
    box.minX >= -180 && box.maxX <= 180.0001 && box.minY >= -90 && box.maxY <= 90
  }

  private static func isSwappedBritain(_ box: Envelope) -> Bool {
    box.minX > 49 && box.maxX < 61.1 && box.minY > -9.1 && box.maxY < 2.2
  }

  /// The British grid's numbers.
  private static let britishGrid = Envelope(minX: 0, minY: 0, maxX: 700_000, maxY: 1_300_000)

  /// What a layer that is in the British grid may reach beyond it: the grid still means something there.
  private static let around = Envelope(minX: -4e6, minY: -4e6, maxX: 4e6, maxY: 4e6)

  /// Any projection's numbers in metres; the Earth is 40,000 km round.
  private static let planet = Envelope(
    minX: -Limits.farthest, minY: -Limits.farthest, maxX: Limits.farthest, maxY: Limits.farthest)

  private static func holds(_ outer: Envelope, _ inner: Envelope) -> Bool {
    inner.minX >= outer.minX && inner.maxX <= outer.maxX && inner.minY >= outer.minY && inner.maxY <= outer.maxY
  }

  /// The CRS that the numbers look like, as code and name; nil where they look like none that is met in Britain.
  static func likely(_ extent: Envelope) -> (code: String, name: String)? {
    guard !extent.isEmpty else { return nil }
    if areDegrees(extent) { return isSwappedBritain(extent) ? nil : ("EPSG:4326", "longitude and latitude") }
    if holds(britishGrid, extent) { return ("EPSG:27700", "British National Grid") }
    let mercator = Envelope(minX: -1_100_000, minY: 6_200_000, maxX: 300_000, maxY: 8_900_000)
    if holds(mercator, extent) { return ("EPSG:3857", "web Mercator") }
    let utm = Envelope(minX: 200_000, minY: 5_500_000, maxX: 900_000, maxY: 6_800_000)
    if holds(utm, extent) { return ("EPSG:32630", "UTM zone 30N") }
    return nil
  }

  /// What the numbers look like, where that is another CRS than the one they were taken to be in.
  static func guess(_ extent: Envelope, otherThan crs: CRS) -> String {
    guard let likely = likely(extent), likely.code != crs.definition, !crs.isGeographic else { return "" }
    return guess(extent)
  }

  private static func guess(_ extent: Envelope) -> String {
    if isSwappedBritain(extent) { return "; longitude and latitude look swapped" }
    return likely(extent).map { "; the numbers look like \($0.code) (\($0.name))" } ?? ""
  }

  private static func advice(_ extent: Envelope) -> String {
    if isSwappedBritain(extent) { return "export it again with longitude first" }
    let code = likely(extent)?.code ?? "EPSG:…"
    return "if you know it, state it under file: in audit.yml as crs: \(code)"
  }
}
