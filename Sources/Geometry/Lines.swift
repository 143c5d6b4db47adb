import CGEOS

extension Shape {
  /// Hands lines over to GEOS as one multiline. O(points).
  /// - Throws: `.notFinite` for NaN or infinity, `.malformed` for a line of one point.
  convenience init(lines: [[Point]]) throws(GeometryError) {
    let engine = try Engine()
    var members: [OpaquePointer?] = []
    members.reserveCapacity(lines.count)
    for line in lines {
      let sequence = line.withUnsafeBytes {
        GEOSCoordSeq_copyFromBuffer_r(
          engine.handle, $0.bindMemory(to: Double.self).baseAddress, UInt32(line.count), 0, 0)
      }
      guard line.count > 1, line.allSatisfy(\.isFinite),
        let made = sequence.flatMap({ GEOSGeom_createLineString_r(engine.handle, $0) })
      else {
        for member in members { GEOSGeom_destroy_r(engine.handle, member) }
        throw GeometryError(.malformed, "a line needs two points with numbers")
      }
      members.append(made)
    }
    // 5: GEOS_MULTILINESTRING.
    let collected = members.withUnsafeMutableBufferPointer {
      GEOSGeom_createCollection_r(engine.handle, 5, $0.baseAddress, UInt32($0.count))
    }
    guard let collected else { throw engine.error("making a multiline") }
    self.init(engine: engine, owning: collected)
  }

  /// The polygons that its lines enclose; the lines must be noded (`unaryUnion`).
  func polygonized() throws(GeometryError) -> Shape {
    let list: [OpaquePointer?] = [pointer]
    let made = list.withUnsafeBufferPointer { GEOSPolygonize_r(engine.handle, $0.baseAddress, 1) }
    return try engine.own(made, "polygonizing")
  }
}

extension MultiPolygon {
  /// Whether a point away from the borders lies inside, by the even-odd rule. O(vertices).
  func holds(_ point: Point) -> Bool {
    var isInside = false
    for ring in polygons.flatMap(\.rings) {
      for (a, b) in zip(ring, ring.dropFirst()) where (a.y > point.y) != (b.y > point.y) {
        if point.x < a.x + (point.y - a.y) / (b.y - a.y) * (b.x - a.x) { isInside.toggle() }
      }
    }
    return isInside
  }
}
