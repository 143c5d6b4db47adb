import Geometry

/// Points with their attributes, from any format: centres, or children and visits where they come as a map.
///
/// A message about a point gives its number in the file, never its place or an attribute.
public struct PointLayer: Sendable {
  /// One point.
  public struct Row: Hashable, Sendable {
    /// Its number in the file, the first is 1.
    public var number: Int
    /// Its place in the analysis CRS; nil where the file gives it none, or none that can be transformed.
    public var point: Point?
    /// The columns that are not null, by the file's spelling.
    public var attributes: [String: String]
  }

  /// The file's name as audit.yml gives it.
  public var name: String
  /// The columns that were kept.
  public var columns: [String]
  /// The points in the order of the file.
  public var rows: [Row]
  /// The CRS of the points: the analysis CRS.
  public var crs: CRS
  /// What was read, in words.
  public var reading: String
  /// How well the coordinates were transformed, in words.
  public var accuracyStatement: String
  /// What is worth knowing: rows without a place, rows that are no points.
  public var complaints: [Complaint]

  /// Reads points and brings them into the analysis CRS. `source.attributeColumns` nil keeps all columns. O(n).
  /// - Throws: as for `Layer.read`; a point that cannot be transformed is counted, not refused.
  public static func read(
    _ source: LayerSource, analysisCRS: String = "EPSG:27700", gridFolders: [String] = []
  ) throws(GeodataError) -> PointLayer {
    let target = try LayerCRS.analysis(analysisCRS)
    var reader = try RawLayerReader(source, keepsAllColumns: true)
    let raw = try reader.read()
    var complaints = raw.complaints
    let places = raw.features.map { feature in
      if case .point(let point) = feature.geometry, point.isPlace { return Point?.some(point) }
      return nil
    }
    // (0, 0) is what programs write for "no place"; it must not decide what CRS the others look like.
    var extent = Envelope.empty
    for case .some(let point) in places where point != Point(x: 0, y: 0) { extent.expand(to: point) }
    let crs = try CRSDecision.crs(
      stated: source.crs, file: raw.fileCRS, extent: extent, format: raw.format, name: source.name,
      complaints: &complaints)
    let transform: CoordinateTransform
    do {
      transform = try CoordinateTransform(from: crs, to: target, gridFolders: gridFolders)
    } catch {
      throw GeodataError(.data, error.description, file: source.name)
    }
    let given = places.compactMap { $0 }
    var transformed = transform.each(given).makeIterator()
    var rows: [Row] = []
    rows.reserveCapacity(raw.features.count)
    for (feature, place) in zip(raw.features, places) {
      let point = place == nil ? nil : transformed.next() ?? nil
      rows.append(Row(number: feature.number, point: point, attributes: feature.attributes))
    }
    note(raw.features, rows, places, transform, source.name, &complaints)
    return PointLayer(
      name: source.name, columns: reader.attributeColumns, rows: rows, crs: target,
      reading:
        "\(source.name) (\(raw.format), \(crs)): \(rows.count) rows; \(rows.count { $0.point != nil }) with a place",
      accuracyStatement: transform.accuracyStatement, complaints: complaints)
  }

  private static func note(
    _ features: [RawFeature], _ rows: [Row], _ places: [Point?], _ transform: CoordinateTransform, _ file: String,
    _ complaints: inout [Complaint]
  ) {
    func note(_ numbers: [Int], _ what: String, _ advice: String? = nil) {
      guard let first = numbers.first else { return }
      complaints.append(
        Complaint(
          .warning, "\(numbers.count) \(numbers.count == 1 ? "row" : "rows") (the first is \(first)) \(what)",
          file: file, advice: advice, count: numbers.count))
    }
    var empty: [Int] = []
    var shaped: [Int] = []
    var nowhere: [Int] = []
    for feature in features {
      switch feature.geometry {
      case .none: empty.append(feature.number)
      case .area, .other: shaped.append(feature.number)
      case .point(let point): if !point.isPlace { nowhere.append(feature.number) }
      }
    }
    note(nowhere, "with coordinates that are no place: no number, or too large for any map", "mend them in the file")
    note(empty, "without a place")
    note(shaped, "that are no points", "give a file of points")
    let lost = zip(rows, places).filter { $0.point == nil && $1 != nil }.map(\.0.number)
    note(lost, "outside the area of the transformation from \(transform.source) to \(transform.target)")
  }
}
