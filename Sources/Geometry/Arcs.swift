import Foundation

// Circular arcs stroked to straight lines: GEOS has none.
extension WellKnownBinaryReader {
  /// A curve polygon: rings that are lines, circular strings or compound curves, each with a header of its own.
  mutating func readCurvePolygon(_ header: Header) throws(GeometryError) -> Polygon? {
    var rings: [[Point]] = []
    for _ in 0..<(try readCount(header.isLittleEndian, of: 5)) { rings.append(try readCurve(depth: 0)) }
    guard let exterior = rings.first else { return nil }
    return Polygon(exterior: exterior, holes: Array(rings.dropFirst()))
  }

  private mutating func readCurve(depth: Int) throws(GeometryError) -> [Point] {
    guard depth < 4 else { throw GeometryError(.malformed, "curves nested too deep") }
    let header = try readHeader()
    switch header.type {
    case 2: return try readLine(header)
    case 8: return Arc.stroked(try readLine(header), tolerance: curveTolerance ?? 0)
    case 9:
      var line: [Point] = []
      for _ in 0..<(try readCount(header.isLittleEndian, of: 5)) {
        let piece = try readCurve(depth: depth + 1)
        line += line.last == piece.first ? Array(piece.dropFirst()) : piece
      }
      return line
    default:
      throw GeometryError(.wrongType, "a \(Self.name(of: header.type)) as a ring")
    }
  }
}

/// An arc of a circle through three points.
enum Arc {
  /// A circular string (start, any point, end, any point, end…) as straight lines whose ends lie on the arcs.
  ///
  /// No line lies further than `tolerance` from its arc: a chord of the angle a leaves r·(1 − cos(a/2)) between them.
  static func stroked(_ controls: [Point], tolerance: Double) -> [Point] {
    guard let first = controls.first else { return [] }
    var line = [first]
    var n = 0
    while n + 2 < controls.count {
      append(from: controls[n], through: controls[n + 1], to: controls[n + 2], tolerance, &line)
      n += 2
    }
    // A string of an even number of points is malformed; its last one is kept as a straight line.
    if n + 1 < controls.count { line.append(controls[n + 1]) }
    return line
  }

  private static func append(
    from start: Point, through middle: Point, to end: Point, _ tolerance: Double, _ line: inout [Point]
  ) {
    let (ax, ay) = (middle.x - start.x, middle.y - start.y)
    let (bx, by) = (end.x - start.x, end.y - start.y)
    let isCircle = start == end
    // The centre, relative to the start; a full circle's middle point is opposite its start (ISO 13249-3).
    let twiceCross = 2 * (ax * by - ay * bx)
    guard isCircle || abs(twiceCross) > 1e-12 * (ax * ax + ay * ay + bx * bx + by * by) else {
      line += [middle, end]
      return
    }
    let (a2, b2) = (ax * ax + ay * ay, bx * bx + by * by)
    let cx = isCircle ? ax / 2 : (by * a2 - ay * b2) / twiceCross
    let cy = isCircle ? ay / 2 : (ax * b2 - bx * a2) / twiceCross
    let radius = (cx * cx + cy * cy).squareRoot()
    guard radius > 0 else { return line.append(end) }
    let from = atan2(-cy, -cx)
    let turn = 2 * Double.pi
    var sweep = isCircle ? turn : atan2(by - cy, bx - cx) - from
    if !isCircle {
      // The way round that passes the middle point.
      let anticlockwise = ax * by - ay * bx > 0
      if anticlockwise, sweep < 0 { sweep += turn }
      if !anticlockwise, sweep > 0 { sweep -= turn }
    }
    let step = 2 * acos(max(0, 1 - max(tolerance, radius * 1e-6) / radius))
    let count = max(isCircle ? 8 : 2, Int((abs(sweep) / step).rounded(.up)))
    for n in 1..<count {
      let angle = from + sweep * Double(n) / Double(count)
      line.append(Point(x: start.x + cx + radius * cos(angle), y: start.y + cy + radius * sin(angle)))
    }
    line.append(end)
  }
}
