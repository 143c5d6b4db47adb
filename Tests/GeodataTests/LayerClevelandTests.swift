import Foundation
import Geometry
import Testing

@testable import Geodata

@Suite(
  "Catchments of Cleveland's 48 real centres, three ways", .enabled(if: SharedData.isPresent, "shared data is absent"))
struct LayerClevelandTests {
  static func areas() throws -> [CodedShape] {
    let grids = [try SharedData.url("proj").path]
    return try (1...4).flatMap { n in
      let url = try SharedData.url("cleveland/lsoa-E0600000\(n).geojson")
      return try Layer.read(LayerSource(url: url, codeColumn: "LSOA21CD"), gridFolders: grids).features.compactMap {
        feature in feature.shape.map { CodedShape(code: feature.code, shape: $0) }
      }
    }
  }

  static func sites() throws -> [Site] {
    let transform = try CoordinateTransform(
      from: .wgs84, to: .britishNationalGrid, gridFolders: [try SharedData.url("proj").path])
    let table = try SharedData.table("cleveland/hubs.csv")
    let x = try table.index(of: "lng")
    let y = try table.index(of: "lat")
    return try table.rows().map { row in
      let point = Point(x: try #require(Double(row.cells[x])), y: try #require(Double(row.cells[y])))
      return Site(code: "row \(row.number)", point: try transform(point))
    }
  }

  @Test("Nearest: the catchments tile the outline, sites at one place share theirs, and each point goes to its nearest")
  func nearest() throws {
    let areas = try Self.areas()
    let sites = try Self.sites()
    #expect(sites.count == 48)
    let outline = try MultiPolygon.coverageUnion(areas.map(\.shape))
    #expect(abs(outline.area - areas.reduce(0) { $0 + $1.shape.area }) < 50)
    let made = try CatchmentShapes.nearest(sites: sites, outline: outline)
    #expect(made.catchments.count == 48)
    // Two pairs have one postcode and one coordinate each.
    #expect(made.sharedSites.map(\.count) == [2, 2])
    let places = Dictionary(grouping: made.catchments, by: \.shape).keys
    #expect(abs(places.reduce(0) { $0 + $1.area } - outline.area) < 1)
    // A point in each area, against the distances themselves.
    let prepared = try made.catchments.map { one throws(GeometryError) in try PreparedShape(one.shape) }
    for area in areas {
      let point = try #require(try Shape(area.shape).pointOnSurface())
      let least = try #require(sites.map { $0.point.distance(to: point) }.min())
      for (site, shape) in zip(sites, prepared) {
        #expect(try shape.covers(point) == (site.point.distance(to: point) - least < 1e-6), "\(area.code)")
      }
    }
  }

  @Test("Rings and lists of areas: a ring of 1500 m has its area, areas listed by their nearest centre leave none out")
  func ringsAndLists() throws {
    let areas = try Self.areas()
    let sites = try Self.sites()
    let rings = try CatchmentShapes.rings(around: sites, radius: 1500)
    #expect(!rings.contains { abs($0.shape.area / (Double.pi * 1500 * 1500) - 1) > 2e-5 })
    let list = try areas.map { area in
      let centre = try #require(try Shape(area.shape).centroid())
      let nearest = try #require(sites.min { $0.point.distance(to: centre) < $1.point.distance(to: centre) })
      return CatchmentShapes.Assignment(catchment: nearest.code, area: area.code)
    }
    let made = try CatchmentShapes.union(of: list, areas: areas)
    #expect(made.unassigned.isEmpty && made.unknown.isEmpty && made.shared.isEmpty)
    let total = areas.reduce(0) { $0 + $1.shape.area }
    #expect(abs(made.catchments.reduce(0) { $0 + $1.shape.area } - total) < 50)
  }
}
