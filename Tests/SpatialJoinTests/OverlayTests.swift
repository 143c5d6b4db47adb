import Geometry
import Testing

@testable import SpatialJoin

@Suite("Surfaces that borders cut")
struct OverlayTests {
  @Test("A catchment over the half of an area holds half of it, one around it all, one beside it none")
  func squares() {
    let areas = [MultiPolygon([square(0, 0, 10)]), nil]
    let catchments: [MultiPolygon?] = [
      MultiPolygon([square(5, -5, 20)]), MultiPolygon([square(-5, -5, 30)]), MultiPolygon([square(10, 0, 10)]),
      MultiPolygon([square(0, 0, 10)]), MultiPolygon([square(2, 2, 1), square(4, 2, 1)]), nil,
      MultiPolygon([square(-5, -5, 30, holes: [square(4, 4, 2).exterior])]),
    ]
    let weights = AreaWeights.overlay(areas: areas, catchments: catchments)
    #expect(weights.map(\.catchment) == [0, 1, 3, 4, 6])
    #expect(weights.allSatisfy { $0.area == 0 })
    #expect(weights.map(\.share) == [0.5, 1, 1, 0.02, 0.96])
  }

  @Test("Shares equal GEOS's intersections to 1e-9, shared borders included", arguments: 0..<10)
  func sharesEqualGEOS(seed: Int) {
    var source = RandomShapes(seed: UInt64(200 + seed))
    let extent = 3_000.0
    let oracle = GEOSOracle()
    let areas = source.net(side: 8, extent: extent)
    let references = areas.map { oracle.shape($0) }
    var catchments: [MultiPolygon] = []
    // Unions of neighbouring areas share all their borders; stars share none.
    for _ in 0..<8 {
      var union = references[source.whole(0...63)]
      for _ in 0..<10 { union = union.union(references[source.whole(0...63)]) }
      catchments.append(union.value)
    }
    for _ in 0..<8 {
      let star = source.shape(extent: extent)
      if oracle.shape(star).isValid { catchments.append(star) }
    }
    let weights = AreaWeights.overlay(areas: areas, catchments: catchments, threads: 2)
    var shares: [[Double]] = areas.map { _ in catchments.map { _ in 0 } }
    for weight in weights { shares[weight.area][weight.catchment] = weight.share }
    for (number, catchment) in catchments.enumerated() {
      let reference = oracle.shape(catchment)
      for area in areas.indices where references[area].isValid {
        let expected = references[area].intersection(reference).area / references[area].area
        #expect(abs(shares[area][number] - (expected < 1e-6 ? 0 : expected)) <= 1e-9)
      }
    }
  }

  @Test("Atoms are a partition: each equals GEOS's overlay, and an area's atoms add up to it", arguments: 0..<6)
  func atomsEqualGEOS(seed: Int) {
    var source = RandomShapes(seed: UInt64(300 + seed))
    let oracle = GEOSOracle()
    let areas = source.net(side: 3, extent: 1_000)
    let references = areas.map { oracle.shape($0) }
    var catchments = [references[0].union(references[1]).value, references[1].union(references[4]).value]
    while catchments.count < 5 {
      let star = source.shape(extent: 1_000)
      if oracle.shape(star).isValid { catchments.append(star) }
    }
    let catchmentReferences = catchments.map { oracle.shape($0) }
    let atoms = AtomSurfaces.partition(areas: areas, catchments: catchments, threads: 2)
    #expect(atoms == AtomSurfaces.partition(areas: areas, catchments: catchments))
    for area in areas.indices where references[area].isValid {
      let own = atoms.filter { $0.area == area }
      let sum = own.reduce(0) { $0 + $1.surface }
      #expect(abs(sum - references[area].area) < 1e-5)
      for set in 0..<(1 << catchments.count) {
        var part = references[area]
        for (number, catchment) in catchmentReferences.enumerated() {
          part = set >> number & 1 == 1 ? part.intersection(catchment) : part.difference(catchment)
        }
        let members = catchments.indices.filter { set >> $0 & 1 == 1 }
        let surface = own.first { $0.catchments == members }?.surface ?? 0
        #expect(abs(surface - part.area) < 1e-4, "area \(area), catchments \(members)")
      }
    }
  }

  @Test("More catchments over one area than a machine word has bits")
  func manyCatchments() {
    let catchments = (0..<150).map { MultiPolygon([square(Double($0), -1, 300)]) }
    let atoms = AtomSurfaces.partition(areas: [MultiPolygon([square(0, 0, 100)])], catchments: catchments)
    #expect(atoms.count == 100)
    #expect(atoms.allSatisfy { abs($0.surface - 100) < 1e-9 })
    #expect(atoms.map(\.catchments.count) == Array(1...100))
  }
}

@Suite("Neighbours")
struct ContiguityTests {
  @Test("Within a metre, as GEOS measures distance", arguments: 0..<6)
  func equalsGEOS(seed: Int) {
    var source = RandomShapes(seed: UInt64(400 + seed))
    var shapes = source.net(side: 6, extent: 60)
    for _ in 0..<20 { shapes.append(source.sliver(extent: 60)) }
    shapes.append(MultiPolygon([square(1_000_000, 900_000, 0.5)]))
    let oracle = GEOSOracle()
    shapes = shapes.filter { oracle.shape($0).isValid }
    #expect(shapes.count > 40)
    let references = shapes.map { oracle.shape($0) }
    let expected = shapes.indices.map { index in
      shapes.indices.filter { $0 != index && references[index].distance(to: references[$0]) <= 1 }
    }
    #expect(Contiguity.neighbours(shapes, within: 1, threads: 2) == expected)
  }

  @Test("A shape inside another far from its border is its neighbour; in its hole it is not; nil has none")
  func inside() {
    let shapes: [MultiPolygon?] = [
      MultiPolygon([square(0, 0, 100, holes: [square(60, 60, 30).exterior])]), MultiPolygon([square(20, 20, 10)]),
      MultiPolygon([square(70, 70, 10)]), nil, MultiPolygon([square(100.9, 0, 10)]),
      MultiPolygon([square(200, 0, 1)]),
    ]
    #expect(Contiguity.neighbours(shapes) == [[1, 4], [0], [], [], [0], []])
  }
}

@Suite("Weights by points")
struct PointWeightsTests {
  private let catchments = AreaIndex([MultiPolygon([square(0, 0, 10)]), MultiPolygon([square(5, 0, 10)])])
  private let points = [
    Point(x: 1, y: 1), Point(x: 5, y: 5), Point(x: 9, y: 1), Point(x: 30, y: 1), Point(x: 2, y: 2), Point(x: 3, y: 3),
  ]
  private let areaOfPoint = [0, 0, 0, 0, 2, -1]

  @Test("Shares count the points that a catchment covers or touches")
  func population() {
    let weights = PointWeights.population(
      points: points, areaOfPoint: areaOfPoint, areaCount: 3, catchments: catchments)
    #expect(
      weights == [
        OverlayWeight(catchment: 0, area: 0, share: 0.75), OverlayWeight(catchment: 0, area: 2, share: 1),
        OverlayWeight(catchment: 1, area: 0, share: 0.5),
      ])
    #expect(PointWeights.half(weights).map(\.share) == [1, 1, 1])
    #expect(PointWeights.areasWithoutPoints(areaOfPoint: areaOfPoint, areaCount: 3) == [1])
  }

  @Test("Weighted points count by weight; a point without weight counts for nothing")
  func weighted() {
    let weights = PointWeights.population(
      points: points, areaOfPoint: areaOfPoint, weights: [1, 0, 2, 5, 0, 1], areaCount: 3, catchments: catchments)
    #expect(weights.map(\.share) == [0.375, 0.25])
    #expect(PointWeights.half(weights).isEmpty)
    #expect(
      PointWeights.areasWithoutPoints(areaOfPoint: areaOfPoint, weights: [1, 0, 2, 5, 0, 1], areaCount: 3) == [1, 2])
  }

  @Test("Best fit gives an area to each catchment that holds its centroid")
  func bestFit() {
    let centroids = PointWeights.centroids(points: points, areaOfPoint: areaOfPoint, areaCount: 3)
    #expect(centroids == [Point(x: 11.25, y: 2), nil, Point(x: 2, y: 2)])
    #expect(
      PointWeights.bestFit(centroids: centroids, catchments: catchments) == [
        OverlayWeight(catchment: 0, area: 2, share: 1), OverlayWeight(catchment: 1, area: 0, share: 1),
      ])
  }
}
