import Geodata
import Geometry

/// The columns of a table that say where a point is, and how they become a point in the analysis CRS.
struct PlaceColumns {
  /// What a row's coordinates say.
  enum Reading {
    /// A point in the analysis CRS.
    case point(Point)
    /// No coordinates.
    case blank
    /// Something that is not a pair of numbers, or no place of the CRS.
    case unreadable
  }

  private let x: Int?
  private let y: Int?
  private let transform: CoordinateTransform?
  private let decimal: UInt8
  /// The column of the postcode.
  let postcode: Int?
  /// The column of the UPRN.
  let uprn: Int?
  private let uprns: UPRNDirectory?
  /// In words: the CRS of the coordinates and the accuracy of the transform; nil where there is none.
  var reading: String? {
    transform.map { "\(names) from \($0.source) to \($0.target), \($0.accuracyStatement)" }
  }
  /// What the two coordinate columns are called in messages: "longitude and latitude".
  let names: String

  /// Finds the columns of a block.
  init(
    _ table: Table, _ block: TableBlock, analysisCRS: String, gridFolders: [String], uprns: UPRNDirectory? = nil
  ) throws {
    self.uprns = uprns
    func index(_ role: String) throws -> Int? { try block.columns[role].map { try table.index(of: $0) } }
    postcode = try index("postcode")
    uprn = try index("uprn")
    decimal = table.decimal
    if let easting = try index("easting"), let northing = try index("northing") {
      (x, y, names) = (easting, northing, "easting and northing")
      if let stated = block.crs, stated != analysisCRS {
        transform = try CoordinateTransform(from: CRS(stated), to: CRS(analysisCRS), gridFolders: gridFolders)
      } else {
        transform = nil
      }
    } else if let longitude = try index("longitude"), let latitude = try index("latitude") {
      (x, y, names) = (longitude, latitude, "longitude and latitude")
      transform = try CoordinateTransform(
        from: CRS(block.crs ?? "EPSG:4326"), to: CRS(analysisCRS), gridFolders: gridFolders)
    } else if let places = table.places {
      // A map: its points are the places.
      (x, y, names) = (places.xColumn, places.yColumn, "the map's coordinates")
      let crs = try places.crs(stated: block.crs)
      let analysis = try CRS(analysisCRS)
      transform =
        crs == analysis ? nil : try CoordinateTransform(from: crs, to: analysis, gridFolders: gridFolders)
    } else {
      (x, y, names, transform) = (nil, nil, "coordinates", nil)
    }
  }

  /// Whether coordinates are mapped.
  var hasCoordinates: Bool { x != nil }

  /// The point that a row would have if its two columns were exchanged.
  func readExchanged(_ row: TableRow) -> Point? {
    guard let x, let y, let first = Numeral.parse(row.bytes(x), decimal: decimal).value,
      let second = Numeral.parse(row.bytes(y), decimal: decimal).value
    else { return nil }
    let point = Point(x: second, y: first)
    guard point.isPlace else { return nil }
    guard let transform else { return point }
    return try? transform(point)
  }

  /// The point of a row by its coordinates, else by its property's reference number.
  func point(_ row: TableRow) -> Point? {
    if case .point(let point) = read(row) { return point }
    return pointByUPRN(row)
  }

  /// The place of the row's UPRN, if the directory has it.
  func pointByUPRN(_ row: TableRow) -> Point? {
    guard let uprn, let uprns, let number = UPRNDirectory.number(row.bytes(uprn)) else { return nil }
    return uprns[number]
  }

  /// The point of a row.
  func read(_ row: TableRow) -> Reading {
    guard let x, let y else { return .blank }
    let first = Numeral.parse(row.bytes(x), decimal: decimal)
    let second = Numeral.parse(row.bytes(y), decimal: decimal)
    switch (first, second) {
    case (.blank, .blank): return .blank
    case (.value(let x), .value(let y)):
      let point = Point(x: x, y: y)
      guard point.isPlace else { return .unreadable }
      guard let transform else { return .point(point) }
      return (try? transform(point)).map(Reading.point) ?? .unreadable
    default: return .unreadable
    }
  }
}
