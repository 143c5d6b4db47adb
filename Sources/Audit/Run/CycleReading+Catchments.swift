import Geodata
import Geometry
import Workspace

extension CycleReading {
  /// Reads the catchments, or makes them: from lists of areas, as rings, or as what is nearest.
  mutating func readCatchments() throws {
    if let borders {
      catchments = borders.catchments
      content.catchments = catchments
      return
    }
    switch inputs.catchments {
    case .file(let block):
      catchments = try layer(block)
      content.complaints += TilingComplaints.of(
        catchments.compactMap { one in one.shape.map { CodedShape(code: one.code, shape: $0) } }, role: .catchments,
        file: block.file)
    case .areas(let block): try uniteAreas(block)
    case .ring(let metres):
      try requireSites()
      take(try CatchmentShapes.rings(around: sites, radius: metres))
    case .nearest, nil: try takeNearest()
    }
    catchments.removeAll { $0.shape == nil }
    defer { content.catchments = catchments }
    let names = Dictionary(content.centres.map { ($0.code, $0.name) }, uniquingKeysWith: { first, _ in first })
    for index in catchments.indices where catchments[index].name == catchments[index].code {
      catchments[index].name = names[catchments[index].code] ?? catchments[index].code
    }
  }

  private var sites: [Site] {
    content.centres.compactMap { centre in centre.point.map { .init(code: centre.code, point: $0) } }
  }

  private var areaShapes: [CodedShape] {
    areas.compactMap { area in area.shape.map { CodedShape(code: area.code, shape: $0) } }
  }

  private mutating func take(_ shapes: [CodedShape]) {
    catchments = shapes.filter { !$0.shape.isEmpty }
      .map { .init(code: $0.code, name: $0.code, surface: $0.shape.area, shape: $0.shape) }
      .sorted { $0.code < $1.code }
  }

  private func requireSites() throws(AuditError) {
    guard sites.isEmpty else { return }
    throw AuditError.file(
      file.source.name, line: nil, "catchments around centres need centres: with places; none has one")
  }

  private mutating func takeNearest() throws {
    try requireSites()
    let outline = try MultiPolygon.coverageUnion(areaShapes.map(\.shape))
    let nearest = try CatchmentShapes.nearest(sites: sites, outline: outline)
    take(nearest.catchments)
    let name = inputs.centres?.file
    for codes in nearest.sharedSites {
      content.complaints.append(
        Complaint(
          .warning, "\(codes.joined(separator: " and ")) stand at one place: each has the whole catchment of the place",
          file: name, count: codes.count))
    }
    for pair in nearest.closeSites {
      content.complaints.append(
        Complaint(
          .note,
          "\(pair.codes.joined(separator: " and ")) stand \(Int(pair.distance.rounded())) m apart: the border "
            + "between their catchments means little", file: name))
    }
    if !nearest.outside.isEmpty {
      content.complaints.append(
        Complaint(
          .note, "outside the areas: \(nearest.outside.joined(separator: ", "))", file: name,
          count: nearest.outside.count))
    }
  }

  private mutating func uniteAreas(_ block: TableBlock) throws {
    let found = try paths.file(block)
    let table = try Table.open(TableSource(block, found))
    let catchment = try table.index(of: block.columns["catchment"] ?? "")
    let area = try table.index(of: block.columns["area"] ?? "")
    let name = try block.columns["name"].map { try table.index(of: $0) }
    var pairs: [CatchmentShapes.Assignment] = []
    var names: [String: String] = [:]
    var rowOf: [CatchmentShapes.Assignment: Int] = [:]
    var rows = 0
    var blank: [Int] = []
    try table.forEachRow { row in
      rows += 1
      guard !row.isBlank(catchment), !row.isBlank(area) else {
        blank.append(row.number)
        return
      }
      let pair = CatchmentShapes.Assignment(catchment: row.text(catchment), area: row.text(area))
      pairs.append(pair)
      if rowOf[pair] == nil { rowOf[pair] = row.number }
      if let name, !row.isBlank(name) { names[pair.catchment] = row.text(name) }
    }
    let united = try CatchmentShapes.union(of: pairs, areas: areaShapes)
    guard !united.catchments.isEmpty else {
      throw GeodataError(
        .data, "no row names an area of \(file.areas.file)", file: found.name,
        advice: "check columns: {catchment: …, area: …} and the year of the area codes")
    }
    take(united.catchments)
    for index in catchments.indices { catchments[index].name = names[catchments[index].code] ?? catchments[index].name }
    say(blank, "lack a catchment or an area and are left out", file: found.name)
    say(
      united.unknown.compactMap { rowOf[$0] }, "name no area of \(file.areas.file) and are left out", file: found.name)
    say(united.repeated.compactMap { rowOf[$0] }, "are repeated and count once", file: found.name)
    if !united.unassigned.isEmpty {
      content.complaints.append(
        Complaint(
          .note,
          "\(RowList.agreeing(united.unassigned.count, "area is", "areas are")) in no catchment (\(united.unassigned.prefix(5).joined(separator: ", ")))",
          file: found.name, count: united.unassigned.count))
    }
    if !united.shared.isEmpty {
      content.complaints.append(
        Complaint(
          .note,
          "\(RowList.agreeing(united.shared.count, "area is", "areas are")) in several catchments (\(united.shared[0].area) first)",
          file: found.name, count: united.shared.count))
    }
    try note(
      found, role: "catchments", rows: rows, used: rows - blank.count - united.unknown.count,
      reading: "\(table.reading); unions of whole areas", rights: block.rights)
  }

  private mutating func say(_ rows: [Int], _ what: String, file name: String) {
    guard let first = rows.first else { return }
    content.complaints.append(RowList.warning(rows, what, file: name, row: first))
  }
}
