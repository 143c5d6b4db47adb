import Testing

@testable import SpatialJoin

@Suite("On which side of a line a point lies")
struct OrientationTests {
  /// Exact for whole numbers: computed in 128 bits.
  private func exactSign(_ c: [Int64]) -> Int {
    let v = c.map { Int128($0) }
    let determinant = (v[0] - v[4]) * (v[3] - v[5]) - (v[1] - v[5]) * (v[2] - v[4])
    return determinant > 0 ? 1 : determinant < 0 ? -1 : 0
  }

  private func sign(_ value: Double) -> Int { value > 0 ? 1 : value < 0 ? -1 : 0 }

  @Test("Agrees with 128-bit integers where points are nearly in line", arguments: 0..<4)
  func nearlyInLine(seed: Int) {
    var random = Seeded(UInt64(seed))
    var zeros = 0
    for _ in 0..<20_000 {
      let size: Int64 = 1 << Int64.random(in: 1...50, using: &random)
      var c = (0..<6).map { _ in Int64.random(in: -size...size, using: &random) }
      switch Int.random(in: 0..<3, using: &random) {
      case 0:
        // A multiple of the edge's direction, a step beside it at times.
        let k = Int64.random(in: -3...3, using: &random)
        c[4] = c[0] + k * (c[2] - c[0]) + Int64.random(in: -1...1, using: &random)
        c[5] = c[1] + k * (c[3] - c[1])
      case 1:
        c[4] = (c[0] + c[2]) / 2
        c[5] = (c[1] + c[3]) / 2
      default: break
      }
      guard c.allSatisfy({ $0.magnitude < 1 << 53 }) else { continue }
      let d = c.map { Double($0) * 0x1p-30 }
      let expected = exactSign(c)
      if expected == 0 { zeros += 1 }
      #expect(sign(orientation(d[0], d[1], d[2], d[3], d[4], d[5])) == expected)
      #expect(sign(exactOrientation(d[0], d[1], d[2], d[3], d[4], d[5])) == expected)
      #expect(sign(orientation(d[2], d[3], d[0], d[1], d[4], d[5])) == -expected)
      #expect(sign(orientation(d[2], d[3], d[4], d[5], d[0], d[1])) == expected)
    }
    #expect(zeros > 1_000)
  }

  @Test("Sees one unit in the last place beside large coordinates")
  func lastPlace() {
    let tiny = 0x1p-53
    #expect(orientation(12, 12, 24, 24, 0.5, 0.5) == 0)
    #expect(orientation(12, 12, 24, 24, 0.5, 0.5 + tiny) > 0 || 0.5 + tiny == 0.5)
    #expect(orientation(12, 12, 24, 24, 0.5, 0.5 + 2 * tiny) > 0)
    #expect(orientation(12, 12, 24, 24, 0.5 + 2 * tiny, 0.5) < 0)
    #expect(orientation(1e6, 1e6, -1e6, -1e6, 1e-20, 0) != 0)
    #expect(orientation(1e6, 1e6, -1e6, -1e6, 1e-20, 1e-20) == 0)
  }
}
