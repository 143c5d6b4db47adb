import Statistics
import Testing

/// Expected numbers are PySAL's (esda 2.9, libpysal) on `lat2W(4, 4)`.
@Suite("Space")
struct SpatialTests {
  static let values: [Double] = [3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5, 8, 9, 7, 9, 3]

  /// A square of 4 × 4 places that touch along their sides.
  static func lattice() throws -> Neighbours {
    try #require(
      Neighbours(
        (0..<16).map { place in
          [(-1, 0), (1, 0), (0, -1), (0, 1)].compactMap { step -> Int? in
            let (row, column) = (place / 4 + step.0, place % 4 + step.1)
            return (0..<4).contains(row) && (0..<4).contains(column) ? row * 4 + column : nil
          }
        }))
  }

  @Test("Moran's I with normality variance")
  func moran() throws {
    // esda.Moran(y, w, permutations=0) with w.transform = "r": I, VI_norm, z_norm, p_norm
    let moran = try #require(MoransI(Self.values, Self.lattice()))
    #expect(isClose(moran.value, -0.08620689655172414))
    #expect(isClose(moran.expected, -1.0 / 15))
    #expect(isClose(moran.variance, 0.03483932461873638))
    #expect(isClose(moran.z, -0.10468749430249366))
    #expect(isClose(moran.p, 0.9166237855318243))
    #expect(MoransI([Double](repeating: 2, count: 16), try Self.lattice()) == nil)
    let apart = try #require(Neighbours([[], [], []]))
    #expect(MoransI([1, 2, 3], apart) == nil)
    let alone = try #require(Neighbours([[]]))
    #expect(MoransI([1], alone) == nil)
  }

  @Test("Gi* with the place itself included")
  func star() throws {
    // esda.G_Local(y, w, transform="B", star=True, permutations=0).Zs with w.transform = "b"
    let expected = [
      -1.3819603191146361, -0.62284109890305, -2.4913643956121994, -0.9213068794097572, 0.4152273992687002,
      -0.9697622757528538, 0.19395245515057094, -0.62284109890305, 0.4152273992687002, 0.7758098206022829,
      0.3879049103011419, 0.4152273992687002, 1.3819603191146363, 1.6609095970747991, 0.8304547985373996,
      1.1516335992621967,
    ]
    for (got, want) in zip(GetisOrd.star(Self.values, try Self.lattice()), expected) { #expect(isClose(got, want)) }
    let all = try #require(Neighbours([[1, 2], [0, 2], [0, 1]]))
    #expect(GetisOrd.star([1, 2, 3], all) == [nil, nil, nil])
    let pair = try #require(Neighbours([[1], [0], []]))
    #expect(GetisOrd.star([2, 2, 2], pair) == [nil, nil, nil])
    #expect(GetisOrd.star([2], pair) == [])
  }

  @Test("Local Moran")
  func local() throws {
    // esda.Moran_Local(y, w, permutations=0).Is with w.transform = "r"
    let expected = [
      0.517241379310345, -0.17241379310344832, 0.4741379310344828, -0.0, 0.0, -1.1637931034482762,
      -0.3879310344827587, -0.17241379310344832, 0.0, -0.3879310344827587, 0.0, -0.12931034482758624,
      0.517241379310345, 0.517241379310345, 0.0, -0.9051724137931036,
    ]
    let local = LocalMoran.of(Self.values, try Self.lattice())
    for (got, want) in zip(local, expected) { #expect(isClose(got?.value, want)) }
    #expect(local[12]?.kind == .highHigh)
    #expect(local[2]?.kind == .lowLow)
    #expect(local[5]?.kind == .highLow)
    #expect(local[15]?.kind == .lowHigh)
  }

  @Test("The local statistic's mean and variance are those of all ways to draw the neighbours")
  func conditionalMoments() throws {
    // Place 0 of five has two neighbours; the six pairs of the four others are all the draws there are.
    let values: [Double] = [7, 1, 4, 6, 2]
    let neighbours = try #require(Neighbours([[1, 2], [0], [0], [], []]))
    let others = [1.0, 4, 6, 2]
    var means: [Double] = []
    for i in 0..<4 { for j in (i + 1)..<4 { means.append((others[i] + others[j]) / 2) } }
    let centre = means.reduce(0, +) / 6
    let variance = means.reduce(0) { $0 + ($1 - centre) * ($1 - centre) } / 6
    let z = (2.5 - centre) / variance.squareRoot()
    #expect(isClose(LocalMoran.of(values, neighbours)[0]?.z, z))
    #expect(LocalMoran.of(values, neighbours)[3] == nil)
  }

  @Test("Conditional-permutation p agrees with counting all draws, is repeatable, and no p is below 1/(M + 1)")
  func permutations() throws {
    let lattice = try Self.lattice()
    let one = GetisOrd.permutationP(Self.values, lattice, permutations: 999, seed: (1, 2, 3, 4))
    #expect(one == GetisOrd.permutationP(Self.values, lattice, permutations: 999, seed: (1, 2, 3, 4)))
    #expect(one.allSatisfy { ($0 ?? 0) >= 0.001 })
    // Place 0 (value 3) has two neighbours; all 105 pairs of the other 15.
    let z = GetisOrd.star(Self.values, lattice)
    let others = Array(Self.values.dropFirst())
    let mean = Self.values.reduce(0, +) / 16
    var extreme = 0
    let own = abs(3 + 1 + 5 - 3 * mean)
    for i in 0..<15 {
      for j in (i + 1)..<15 where abs(3 + others[i] + others[j] - 3 * mean) >= own - 1e-9 { extreme += 1 }
    }
    #expect(abs((one[0] ?? 0) - Double(extreme) / 105) < 0.05)
    #expect(z[0] != nil)
    let local = LocalMoran.permutationP(Self.values, lattice, permutations: 199, seed: (1, 2, 3, 4))
    #expect(local.allSatisfy { ($0 ?? 0) >= 0.005 && ($0 ?? 2) <= 1 })
    let island = try #require(Neighbours([[1], [0], [3], [2], []]))
    #expect(GetisOrd.permutationP([1, 2, 3, 4, 9], island, seed: (1, 2, 3, 4))[4] == nil)
  }

  @Test("Neighbours go both ways, without the place itself, and islands are named")
  func neighbours() throws {
    let neighbours = try #require(Neighbours([[0, 1, 1], [], []]))
    #expect(neighbours.lists == [[1], [0], []])
    #expect(neighbours.islands == [2])
    #expect(neighbours.links == 2)
    #expect(Neighbours([[3]]) == nil)
  }

  @Test("Floating catchments hand out exactly what centres with somebody in reach offer")
  func access() throws {
    let result = try #require(
      FloatingCatchment(
        people: [100, 50, 30], supply: [20, 10, 5],
        distances: [[500, 1_600, 9_000], [1_700, 300, 9_000], [nil, 1_600.5, 9_000]]))
    #expect(result.ratios == [0.2, 10.0 / 150, nil])
    #expect(isClose(result.access[0], 0.2 + 10.0 / 150))
    #expect(result.access[2] == 0)
    let handedOut = zip(result.access, [100.0, 50, 30]).reduce(0) { $0 + $1.0 * $1.1 }
    #expect(isClose(handedOut, 30))
    let enhanced = try #require(
      FloatingCatchment(
        people: [100, 50], supply: [20, 10], distances: [[100, 900], [900, 100]],
        zones: [.init(upTo: 1_600, weight: 0.5), .init(upTo: 400, weight: 1)]))
    #expect(isClose(zip(enhanced.access, [100.0, 50]).reduce(0) { $0 + $1.0 * $1.1 }, 30))
    #expect(FloatingCatchment(people: [1], supply: [1], distances: []) == nil)
  }
}
