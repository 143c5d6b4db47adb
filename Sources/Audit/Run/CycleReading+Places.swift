import Geodata
import Geometry
import SpatialJoin
import Workspace

extension CycleReading {
  /// Reads the small areas.
  mutating func readAreas() throws {
    // An area without a shape holds nobody and has no place on a map: its complaint names it, and it is left out.
    areas = try borders?.areas ?? layer(file.areas).filter { $0.shape != nil }
    guard !areas.isEmpty else {
      throw GeodataError(.data, "has no area", file: file.areas.file, advice: "check layer: and columns: under areas:")
    }
    if borders == nil {
      tiling = TilingLook(
        areas.compactMap { area in area.shape.map { CodedShape(code: area.code, shape: $0) } }, file: file.areas.file)
    }
    areaVintage = AreaVintage(columnName: file.areas.columns["code"] ?? "")
    content.areas = areas
  }

  /// Reads a polygon layer into places, sorted by code.
  mutating func layer(_ block: TableBlock) throws -> [CycleContent.Place] {
    var places: [CycleContent.Place] = []
    var fileOf: [String: String] = [:]
    for found in try paths.files(block) {
      let layer = try Layer.read(
        LayerSource(
          url: found.url, name: found.name, layer: block.layer, crs: block.crs, codeColumn: block.columns["code"],
          nameColumn: block.columns["name"]),
        analysisCRS: file.crs, gridFolders: gridFolders)
      content.complaints += layer.complaints
      try note(
        found, role: block.role, rows: layer.featureCount, used: layer.features.count, reading: layer.reading,
        rights: block.rights)
      for feature in layer.features {
        if let other = fileOf.updateValue(found.name, forKey: feature.code) {
          throw GeodataError(
            .data, "stands in \(other) too", file: found.name, feature: feature.code,
            advice: "leave each code in one file")
        }
        places.append(
          .init(code: feature.code, name: feature.name, surface: feature.shape?.area ?? 0, shape: feature.shape))
      }
    }
    return places.sorted { $0.code < $1.code }
  }

  /// Reads the postcode directory.
  mutating func readDirectory() throws {
    guard let block = file.postcodes else { return }
    let found = try paths.files(block.table)
    guard !found.isEmpty else { return }
    let directory = try PostcodeDirectory.load(
      recipe: block.recipe, files: found.map(\.url), names: found.map(\.name))
    for one in found {
      try note(
        one, role: "postcodes", rows: directory.rowsRead, used: directory.count, reading: directory.reading,
        vintage: block.recipe, licence: Licence.openGovernment,
        attribution: PostcodeDirectory.attribution(of: block.recipe), rights: block.table.rights)
    }
    content.complaints += directory.complaints
    self.directory = try fromBritishGrid().map { directory.moved(by: $0) } ?? directory
  }

  /// From the British grid, in which directories are published, to the analysis; nil where it is the same.
  func fromBritishGrid() throws -> CoordinateTransform? {
    let analysis = try CRS(file.crs)
    guard analysis != .britishNationalGrid else { return nil }
    return try CoordinateTransform(from: .britishNationalGrid, to: analysis, gridFolders: gridFolders)
  }

  /// Reads the centres.
  mutating func readCentres() throws {
    guard let block = inputs.centres else { return }
    let found = try paths.file(block)
    let table = try Table.open(TableSource(block, found))
    let id = try table.index(of: block.columns["id"] ?? "id")
    let name = try block.columns["name"].map { try table.index(of: $0) }
    let place = try PlaceColumns(table, block, analysisCRS: file.crs, gridFolders: gridFolders, uprns: uprns)
    var centres: [String: (centre: CycleContent.Centre, row: Int)] = [:]
    var rows = 0
    let directory = directory
    var complaints: [Complaint] = []
    try table.forEachRow { row in
      rows += 1
      let code = row.text(id)
      guard !code.isEmpty else {
        complaints.append(Complaint(.warning, "a centre without an id, left out", file: found.name, row: row.number))
        return
      }
      var point: Point?
      if let read = place.point(row) {
        point = read
      } else if let column = place.postcode, let postcode = Postcode(row.bytes(column)) {
        point = directory?[postcode]?.point
      }
      if case .unreadable = place.read(row) {
        complaints.append(
          Complaint(
            .warning,
            "\(code) has \(place.names) that are no place" + (point == nil ? "" : "; its postcode is used"),
            file: found.name, row: row.number, advice: "mend the two numbers"))
      } else if point == nil {
        complaints.append(
          Complaint(
            .warning, "\(code) has no place; it is not on the map", file: found.name, row: row.number,
            advice: "give easting and northing, or a postcode that the directory has"))
      }
      if let earlier = centres[code] {
        throw GeodataError(
          .data, "the centre \(code) stands twice (the other is row \(earlier.row))", file: found.name,
          row: row.number, advice: "give each centre an id of its own")
      }
      centres[code] = (.init(code: code, name: name.map { row.text($0) } ?? code, point: point), row.number)
    }
    content.complaints += complaints
    content.centres = centres.values.map(\.centre).sorted { $0.code < $1.code }
    try note(
      found, role: "centres", rows: rows, used: centres.count,
      reading: [table.reading, place.reading].compactMap { $0 }.joined(separator: "; "), rights: block.rights)
  }
}
