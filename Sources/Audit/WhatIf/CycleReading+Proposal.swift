import Foundation
import Geodata
import Geometry
import SpatialJoin
import Workspace

extension CycleReading {
  /// What was proposed, as it was understood.
  struct Understood {
    /// What was done, a sentence each.
    var rules: [String] = []
    /// The ids of the centres that close.
    var closed: [String] = []
    /// The ids of the centres that open.
    var opened: [String] = []
  }

  /// Puts the proposed centres and catchments in the place of the audit's.
  ///
  /// - Parameter current: the audit's own catchments.
  /// - Throws: a refusal (64, 65) where a centre is not known, a place lies outside, a polygon is broken, or no centre
  ///   would be left.
  mutating func propose(_ proposal: Proposal, current: [CycleContent.Place]) throws -> Understood {
    var understood = Understood()
    understood.closed = try close(proposal.close)
    let sites = try open(proposal.open)
    understood.opened = sites.map(\.code)
    content.centres.removeAll { understood.closed.contains($0.code) }
    content.centres += sites.map { .init(code: $0.code, name: $0.code, point: $0.point) }
    content.centres.sort { $0.code < $1.code }
    guard !content.centres.isEmpty else {
      throw AuditError(
        "closing \(understood.closed.joined(separator: ", ")) would leave no centre; keep one, or open one with --open",
        exitCode: 64)
    }
    let isMoved = !understood.closed.isEmpty || !understood.opened.isEmpty
    if !proposal.catchments.isEmpty {
      catchments = try read(proposal, current: current)
      understood.rules.append(
        "The catchments are those of \(proposal.catchments.map(\.lastPathComponent).joined(separator: ", ")).")
      if isMoved { try redraw(&understood) }
    } else {
      switch inputs.catchments {
      case .nearest, nil:
        try readCatchments()
        understood.rules.append(
          "The audit's catchments are what is nearest to each centre, and were drawn again for the centres that are "
            + "open (Thiessen polygons inside the areas' outline).")
      case .ring(let metres):
        try readCatchments()
        understood.rules.append(
          "The audit's catchments are rings of \(Int(metres)) m, and were drawn again around the centres that are open."
        )
      case .file, .areas:
        catchments = current
        if isMoved { try redraw(&understood) }
      }
    }
    guard !catchments.isEmpty else { throw AuditError("the proposal leaves no catchment", exitCode: 65) }
    try doubtFarCatchments(proposal)
    let names = Dictionary(content.centres.map { ($0.code, $0.name) }, uniquingKeysWith: { first, _ in first })
    for index in catchments.indices where catchments[index].name == catchments[index].code {
      catchments[index].name = names[catchments[index].code] ?? catchments[index].code
    }
    content.catchments = catchments
    understood.rules.append(
      "The children, their homes and their visits are those of the cycle: nobody is assumed to come to another centre, "
        + "or to stay away.")
    return understood
  }

  /// Says which proposed catchments touch no area: they were drawn elsewhere, or in another CRS than the file says.
  private mutating func doubtFarCatchments(_ proposal: Proposal) throws {
    guard let file = proposal.catchments.first?.lastPathComponent else { return }
    let shapes = areas.compactMap(\.shape)
    for catchment in catchments {
      guard let drawn = catchment.shape else { continue }
      let own = try Shape(drawn)
      let touches = try shapes.contains { area in
        guard area.envelope.intersects(drawn.envelope) else { return false }
        return try Shape(area).intersects(own)
      }
      if !touches {
        content.complaints.append(
          Complaint(
            .warning, "the catchment touches no area", file: file, feature: catchment.code,
            advice: "check its place and the file's CRS"))
      }
    }
  }

  // MARK: Centres

  private func close(_ asked: [String]) throws(AuditError) -> [String] {
    let known = content.centres.map(\.code)
    for code in asked where !known.contains(code) {
      let near = NearestWord.of(code, among: known).map { "; did you mean \($0)?" } ?? ""
      let some = known.prefix(12).joined(separator: ", ") + (known.count > 12 ? ", …" : "")
      throw AuditError(
        "--close \(code): there is no such centre\(near) (there are: \(known.isEmpty ? "none" : some))", exitCode: 64)
    }
    return Set(asked).sorted()
  }

  private func open(_ asked: [Proposal.Opening]) throws -> [Site] {
    var sites: [Site] = []
    var taken = Set(content.centres.map(\.code))
    var next = 1
    let index = AreaIndex(asked.isEmpty ? [] : areas.map(\.shape))
    for opening in asked {
      let point = try opening.point(crs: file.crs, gridFolders: gridFolders)
      guard index.first(covering: point) != nil else {
        throw AuditError(
          "--open \(opening.words): lies in no area of \(file.areas.file); write easting,northing in \(file.crs), or "
            + "longitude,latitude in degrees", exitCode: 64)
      }
      if let other = content.centres.first(where: { $0.point.map { $0.distance(to: point) < 1 } ?? false }) {
        throw AuditError("--open \(opening.words): \(other.code) stands there already", exitCode: 64)
      }
      if sites.contains(where: { $0.point.distance(to: point) < 1 }) {
        throw AuditError("--open \(opening.words): is named twice", exitCode: 64)
      }
      while taken.contains("NEW\(next)") { next += 1 }
      let code = opening.code ?? "NEW\(next)"
      guard taken.insert(code).inserted else {
        throw AuditError("--open \(code)=\(opening.words): there is a centre \(code) already", exitCode: 64)
      }
      sites.append(Site(code: code, point: point))
    }
    return sites
  }

  // MARK: Catchments

  /// Reads the proposed catchments. A file that says no CRS is taken to be in the audit's, if its numbers can be.
  private mutating func read(
    _ proposal: Proposal, current: [CycleContent.Place]
  ) throws -> [CycleContent.Place] {
    var column = proposal.codeColumn
    if column == nil, case .file(let block) = inputs.catchments { column = block.columns["code"] }
    guard let column else {
      throw AuditError("say with --catchment-code which column holds the catchments' codes", exitCode: 64)
    }
    var places: [CycleContent.Place] = []
    for url in proposal.catchments {
      let source = LayerSource(url: url, crs: proposal.crs, codeColumn: column)
      let layer = try read(source)
      if let broken = layer.redrawn.first { throw GeodataError(.data, broken) }
      content.complaints += layer.complaints
      for feature in layer.features {
        guard let shape = feature.shape, !shape.isEmpty else { continue }
        guard !places.contains(where: { $0.code == feature.code }) else {
          throw GeodataError(
            .data, "stands in two of the proposed files", file: source.name, feature: feature.code,
            advice: "leave each code in one file")
        }
        places.append(
          .init(
            code: feature.code, name: current.first { $0.code == feature.code }?.name ?? feature.code,
            surface: shape.area, shape: shape))
      }
    }
    return places.sorted { $0.code < $1.code }
  }

  private func read(_ source: LayerSource) throws -> Layer {
    do {
      return try Layer.read(source, analysisCRS: file.crs, gridFolders: gridFolders)
    } catch {
      // The audit's own layers say their CRS in audit.yml; a copy of one, changed, says it nowhere.
      var stated = source
      stated.crs = file.crs
      if source.crs == nil,
        let layer = try? Layer.read(stated, analysisCRS: file.crs, gridFolders: gridFolders)
      {
        return layer
      }
      var refusal = error
      if let advice = refusal.complaint.advice, advice.contains("crs: ") {
        refusal.complaint.advice = advice.replacing("under file: in audit.yml as crs:", with: "as --catchment-crs")
      }
      if let advice = refusal.complaint.advice, advice.contains("columns: in audit.yml") {
        refusal.complaint.advice = "name it with --catchment-code"
      }
      throw refusal
    }
  }

  /// Drawn catchments for other centres: the closed ones' go to the nearest that remain, then the new ones take what is
  /// nearer to them than to any open centre.
  private mutating func redraw(_ understood: inout Understood) throws {
    let open = content.centres.compactMap { centre in centre.point.map { Site(code: centre.code, point: $0) } }
    try shareOut(understood.closed, among: open.filter { !understood.opened.contains($0.code) }, &understood)
    let drawn = Set(catchments.map(\.code))
    let fresh = understood.opened.filter { !drawn.contains($0) }
    if !fresh.isEmpty { try carve(fresh, open, &understood) }
    catchments.removeAll { $0.shape?.isEmpty ?? true }
    catchments.sort { $0.code < $1.code }
  }

  private mutating func shareOut(_ closed: [String], among open: [Site], _ understood: inout Understood) throws {
    let gone = catchments.filter { closed.contains($0.code) }
    catchments.removeAll { closed.contains($0.code) }
    let without = closed.filter { code in !gone.contains { $0.code == code } }
    if !without.isEmpty {
      understood.rules.append("No catchment is named after \(without.joined(separator: ", ")), so none was shared out.")
    }
    guard !gone.isEmpty else { return }
    let names = gone.map(\.code).joined(separator: ", ")
    var receivers = open.filter { site in catchments.contains { $0.code == site.code } }
    // Where only new centres remain they take all: nobody else is near.
    if receivers.isEmpty {
      receivers = content.centres.compactMap { centre in
        understood.opened.contains(centre.code) ? centre.point.map { Site(code: centre.code, point: $0) } : nil
      }
    }
    guard !receivers.isEmpty else {
      throw AuditError(
        "no centre that remains has both a place and a catchment, so nobody can take over the catchment of \(names); "
          + "draw the new catchments and give them with --catchments", exitCode: 64)
    }
    let outline = try MultiPolygon.union(gone.compactMap(\.shape))
    for share in try CatchmentShapes.nearest(sites: receivers, outline: outline).catchments where !share.shape.isEmpty {
      if let index = catchments.firstIndex(where: { $0.code == share.code }) {
        let own = try catchments[index].shape.map { try Shape($0).union(Shape(share.shape)).multiPolygon }
        replace(index, own ?? share.shape)
      } else {
        catchments.append(.init(code: share.code, name: share.code, surface: share.shape.area, shape: share.shape))
      }
    }
    understood.rules.append(
      "The catchment of \(names) was shared out: each place in it goes to the nearest centre that remains and has a "
        + "catchment, in a straight line. All other borders stay.")
  }

  private mutating func carve(_ fresh: [String], _ open: [Site], _ understood: inout Understood) throws {
    let domain = try MultiPolygon.union(
      [try MultiPolygon.coverageUnion(areas.compactMap(\.shape))] + catchments.compactMap(\.shape))
    let nearest = try CatchmentShapes.nearest(sites: open, outline: domain)
    for code in fresh {
      guard let cell = nearest.catchments.first(where: { $0.code == code }), !cell.shape.isEmpty else { continue }
      for index in catchments.indices where !fresh.contains(catchments[index].code) {
        guard let own = catchments[index].shape, own.envelope.intersects(cell.shape.envelope) else { continue }
        replace(index, try Shape(own).difference(Shape(cell.shape)).multiPolygon)
      }
      catchments.removeAll { $0.code == code }
      catchments.append(.init(code: code, name: code, surface: cell.shape.area, shape: cell.shape))
    }
    understood.rules.append(
      "\(fresh.joined(separator: ", ")) takes what is nearer to it than to any other open centre, in a straight line, "
        + "inside the areas and catchments; that ground leaves the catchments that held it. All other borders stay.")
  }

  private mutating func replace(_ index: Int, _ shape: MultiPolygon) {
    catchments[index].shape = shape
    catchments[index].surface = shape.area
  }
}
