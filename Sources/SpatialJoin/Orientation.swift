/// Tells exactly on which side of the directed line a → b the point p lies.
///
/// Positive: left (a, b, p turn counter-clockwise). Negative: right. Zero: on the line, exactly, for the coordinates as
/// stored; no rounding decides. A first estimate with its forward error bound answers nearly always; what it cannot
/// decide is computed with exact expansions (J. R. Shewchuk, "Adaptive Precision Floating-Point Arithmetic and Fast
/// Robust Geometric Predicates", Discrete & Computational Geometry 18, 1997). Coordinates must be finite and, unless
/// zero, between 1e-140 and 1e140 in size, so that no product underflows or overflows.
@inlinable
@inline(__always)
public func orientation(
  _ ax: Double, _ ay: Double, _ bx: Double, _ by: Double, _ px: Double, _ py: Double
) -> Double {
  let left = (ax - px) * (by - py)
  let right = (ay - py) * (bx - px)
  let determinant = left - right
  // (3 + 16u)u with u = 2⁻⁵³: the paper's bound ccwerrboundA.
  let bound = 3.330_669_073_875_471_6e-16 * (left.magnitude + right.magnitude)
  if determinant > bound || -determinant > bound { return determinant }
  // Both products are zero, and exactly so: p is a or b, as everywhere along a border that two shapes share.
  if bound == 0 { return 0 }
  return exactOrientation(ax, ay, bx, by, px, py)
}

/// The sign of the same determinant when the estimate cannot decide.
@usableFromInline
func exactOrientation(
  _ ax: Double, _ ay: Double, _ bx: Double, _ by: Double, _ px: Double, _ py: Double
) -> Double {
  var sum = Expansion()
  let (acx, acxTail) = difference(ax, px)
  let (bcy, bcyTail) = difference(by, py)
  let (acy, acyTail) = difference(ay, py)
  let (bcx, bcxTail) = difference(bx, px)
  if acxTail == 0, bcyTail == 0, acyTail == 0, bcxTail == 0 {
    // The differences are exact, as they are for coordinates of like size: two products are enough.
    sum.add(product: acx, bcy)
    sum.add(product: -acy, bcx)
  } else {
    sum.add(product: ax, by)
    sum.add(product: -ax, py)
    sum.add(product: -px, by)
    sum.add(product: -ay, bx)
    sum.add(product: ay, px)
    sum.add(product: py, bx)
  }
  return sum.sign
}

/// a − b as the nearest double and the exact rest (the paper's TWO-DIFF).
@inline(__always)
private func difference(_ a: Double, _ b: Double) -> (Double, Double) {
  let x = a - b
  let virtual = a - x
  let around = x + virtual
  return (x, (a - around) + (virtual - b))
}

/// A sum of doubles kept exactly as up to twelve non-overlapping components, least first (GROW-EXPANSION).
private struct Expansion {
  private var components: (SIMD8<Double>, SIMD8<Double>) = (.zero, .zero)
  private var count = 0

  private subscript(index: Int) -> Double {
    get { index < 8 ? components.0[index] : components.1[index - 8] }
    set { if index < 8 { components.0[index] = newValue } else { components.1[index - 8] = newValue } }
  }

  mutating func add(product a: Double, _ b: Double) {
    let high = a * b
    add((-high).addingProduct(a, b))
    add(high)
  }

  private mutating func add(_ value: Double) {
    var carry = value
    for index in 0..<count {
      // TWO-SUM
      let component = self[index]
      let x = carry + component
      let virtual = x - carry
      self[index] = (carry - (x - virtual)) + (component - virtual)
      carry = x
    }
    self[count] = carry
    count += 1
  }

  /// The most significant component that is not zero has the sign of the whole.
  var sign: Double {
    var index = count - 1
    while index >= 0 {
      if self[index] != 0 { return self[index] }
      index -= 1
    }
    return 0
  }
}
