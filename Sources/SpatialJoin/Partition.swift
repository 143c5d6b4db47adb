import Geometry

/// The surfaces into which the borders of other shapes cut one shape.
///
/// Surfaces need no polygons: by Green's theorem each is the sum, over the pieces of border around it, of the triangles
/// that the pieces span with an origin. Every border is cut where it crosses another and each piece knows in which
/// shapes it lies, counted from the start of its run and changed at each crossing.
///
/// Whether two edges cross is decided exactly and never in doubt: shape number i stands for the same shape moved by
/// δᵢ·(1, η), infinitesimally and by far more than shape i − 1, so that no three vertices are in line and no border runs
/// along another (Edelsbrunner and Mücke, "Simulation of Simplicity", ACM TOG 9, 1990). Surfaces are continuous, so what
/// is computed from the coordinates as given is the surface of the shapes as given; shared borders give slivers of
/// surface zero.
struct Partition {
  /// What each set of cutting shapes holds of the base, in square metres, by twice the surface.
  private(set) var doubled: [Membership: Double] = [:]

  private let base: Outline
  private let cutters: [Outline]
  private let origin: Point

  /// Edges of one shape that follow each other and come near the base.
  private struct Run {
    var shape: Int
    var points: Range<Int>
  }

  /// Where another shape's border cuts an edge.
  private struct Cut {
    var edge: Int
    var position: Double
    var shape: Int
    var point: Point
  }

  /// Cuts `base` by the shapes. O(edges near the base, squared at worst; envelopes sort most pairs out).
  init(_ base: Outline, by cutters: [Outline]) {
    self.base = base
    self.cutters = cutters
    let envelope = base.envelope
    origin = Point(x: (envelope.minX + envelope.maxX) / 2, y: (envelope.minY + envelope.maxY) / 2)
    guard !envelope.isEmpty else { return }
    var runs = base.rings.map { Run(shape: 0, points: $0) }
    for (index, cutter) in cutters.enumerated() {
      runs += Self.runs(of: cutter, near: envelope).map { Run(shape: index + 1, points: $0) }
    }
    for run in runs { addUp(run, cuts(of: run)) }
  }

  private func outline(_ shape: Int) -> Outline { shape == 0 ? base : cutters[shape - 1] }

  /// The edges of a cutter whose envelopes meet the base's, in runs.
  static func runs(of outline: Outline, near envelope: Envelope) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    guard outline.envelope.intersects(envelope) else { return [] }
    outline.points.withUnsafeBufferPointer { points in
      for stretch in outline.stretches where stretch.envelope.intersects(envelope) {
        for index in stretch.points.lowerBound..<(stretch.points.upperBound - 1) {
          let (a, b) = (points[index], points[index + 1])
          guard
            min(a.x, b.x) <= envelope.maxX, max(a.x, b.x) >= envelope.minX, min(a.y, b.y) <= envelope.maxY,
            max(a.y, b.y) >= envelope.minY
          else { continue }
          // The next edge of the same ring: its first vertex is this one's last.
          if let last = runs.last, last.upperBound == index + 1 {
            runs[runs.count - 1] = last.lowerBound..<(index + 2)
          } else {
            runs.append(index..<(index + 2))
          }
        }
      }
    }
    return runs
  }

  /// The cuts of a run's edges by all other borders, in order along the run.
  ///
  /// An edge that comes near the base may leave its envelope and be cut out there, so all edges of the others are looked
  /// at, not only their runs.
  private func cuts(of run: Run) -> [Cut] {
    var cuts: [Cut] = []
    var box = Envelope.empty
    let points = outline(run.shape).points
    for index in run.points { box.expand(to: points[index]) }
    for other in 0...cutters.count where other != run.shape && outline(other).envelope.intersects(box) {
      cut(run, box, by: other, into: &cuts)
    }
    cuts.sort { ($0.edge, $0.position, $0.shape) < ($1.edge, $1.position, $1.shape) }
    return cuts
  }

  private func cut(_ run: Run, _ box: Envelope, by other: Int, into cuts: inout [Cut]) {
    let order = other > run.shape ? 1.0 : -1.0
    let outline = outline(other)
    self.outline(run.shape).points.withUnsafeBufferPointer { points in
      outline.points.withUnsafeBufferPointer { others in
        for stretch in outline.stretches where stretch.envelope.intersects(box) {
          for j in stretch.points.lowerBound..<(stretch.points.upperBound - 1) {
            let (c, d) = (others[j], others[j + 1])
            let (lowX, highX) = (min(c.x, d.x), max(c.x, d.x))
            let (lowY, highY) = (min(c.y, d.y), max(c.y, d.y))
            if lowX > box.maxX || highX < box.minX || lowY > box.maxY || highY < box.minY { continue }
            for i in run.points.lowerBound..<(run.points.upperBound - 1) {
              let (a, b) = (points[i], points[i + 1])
              if max(a.x, b.x) < lowX || min(a.x, b.x) > highX || max(a.y, b.y) < lowY || min(a.y, b.y) > highY {
                continue
              }
              let sideC = orientation(a.x, a.y, b.x, b.y, c.x, c.y)
              let sideD = orientation(a.x, a.y, b.x, b.y, d.x, d.y)
              if Self.isLeft(sideC, a, b, order) == Self.isLeft(sideD, a, b, order) { continue }
              let sideA = orientation(c.x, c.y, d.x, d.y, a.x, a.y)
              let sideB = orientation(c.x, c.y, d.x, d.y, b.x, b.y)
              if Self.isLeft(sideA, c, d, -order) == Self.isLeft(sideB, c, d, -order) { continue }
              let position = sideA / (sideA - sideB)
              // Both borders are cut at the same place to the last bit: it is computed on the lower shape's edge.
              let point =
                run.shape < other
                ? Self.place(a, b, position) : Self.place(c, d, sideC / (sideC - sideD))
              cuts.append(Cut(edge: i, position: position, shape: other, point: point))
            }
          }
        }
      }
    }
  }

  @inline(__always)
  private static func place(_ a: Point, _ b: Point, _ position: Double) -> Point {
    Point(x: a.x + position * (b.x - a.x), y: a.y + position * (b.y - a.y))
  }

  /// Whether a vertex lies left of a → b, given `orientation`; `order` is 1 where the vertex is moved further than the
  /// edge, −1 where less.
  @inline(__always)
  private static func isLeft(_ side: Double, _ a: Point, _ b: Point, _ order: Double) -> Bool {
    if side != 0 { return side > 0 }
    return (b.y != a.y ? a.y - b.y : b.x - a.x) * order > 0
  }

  /// Whether a vertex lies inside another outline; `order` is 1 where it is moved further than the outline, −1 where less.
  static func isInside(_ point: Point, _ outline: Outline, order: Double) -> Bool {
    guard outline.envelope.contains(point) else { return false }
    var inside = false
    outline.points.withUnsafeBufferPointer { points in
      for stretch in outline.stretches
      where stretch.envelope.minY <= point.y && stretch.envelope.maxY >= point.y && stretch.envelope.minX <= point.x {
        let first = points[stretch.points.lowerBound]
        var aboveA = first.y == point.y ? order < 0 : first.y > point.y
        for index in stretch.points.lowerBound..<(stretch.points.upperBound - 1) {
          let b = points[index + 1]
          let aboveB = b.y == point.y ? order < 0 : b.y > point.y
          if aboveA != aboveB {
            let a = points[index]
            // East of an edge that rises is right of it.
            let side = orientation(a.x, a.y, b.x, b.y, point.x, point.y)
            if isLeft(side, a, b, order) != aboveB { inside.toggle() }
          }
          aboveA = aboveB
        }
      }
    }
    return inside
  }

  private func isInside(_ point: Point, of shape: Int, in other: Int) -> Bool {
    Self.isInside(point, outline(other), order: shape > other ? 1 : -1)
  }

  private mutating func addUp(_ run: Run, _ cuts: [Cut]) {
    let points = outline(run.shape).points
    let start = points[run.points.lowerBound]
    var inBase = run.shape == 0 || isInside(start, of: run.shape, in: 0)
    var sets = Membership()
    for other in 1..<(cutters.count + 1) where other != run.shape {
      if isInside(start, of: run.shape, in: other) { sets.toggle(other - 1) }
    }
    // The triangles of the pieces since the last cut.
    var sum = 0.0
    var next = cuts.startIndex
    for edge in run.points.lowerBound..<(run.points.upperBound - 1) {
      var from = points[edge]
      while next < cuts.endIndex, cuts[next].edge == edge {
        sum += SpatialJoin.cross(from, cuts[next].point, origin)
        add(run.shape, sets, inBase, sum)
        sum = 0
        from = cuts[next].point
        if cuts[next].shape == 0 { inBase.toggle() } else { sets.toggle(cuts[next].shape - 1) }
        next += 1
      }
      sum += SpatialJoin.cross(from, points[edge + 1], origin)
    }
    add(run.shape, sets, inBase, sum)
  }

  private mutating func add(_ shape: Int, _ sets: Membership, _ inBase: Bool, _ triangles: Double) {
    guard inBase else { return }
    if shape == 0 {
      doubled[sets, default: 0] += triangles
    } else {
      // The shape's inside lies to the left of its border, what it does not hold to the right.
      var held = sets
      held.toggle(shape - 1)
      doubled[held, default: 0] += triangles
      doubled[sets, default: 0] -= triangles
    }
  }
}

/// A set of small numbers.
struct Membership: Hashable, Sendable {
  private var low: UInt64 = 0
  private var high: [UInt64] = []

  mutating func toggle(_ number: Int) {
    if number < 64 {
      low ^= 1 << UInt64(number)
      return
    }
    let word = number / 64 - 1
    while high.count <= word { high.append(0) }
    high[word] ^= 1 << UInt64(number % 64)
    while high.last == 0 { high.removeLast() }
  }

  /// The numbers, ascending.
  var numbers: [Int] {
    var numbers: [Int] = []
    for (word, bits) in ([low] + high).enumerated() {
      for bit in 0..<64 where bits & (1 << UInt64(bit)) != 0 { numbers.append(word * 64 + bit) }
    }
    return numbers
  }
}
