import Foundation

extension CycleWriter {
  /// Index, access and clusters as declared, and the distances, neighbours and supply that they need.
  func writeDeclaredAnalyses(_ content: CycleContent, _ cycle: String) throws {
    guard !content.analyses.isEmpty else { return }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let json = String(decoding: try encoder.encode(content.analyses), as: UTF8.self)
    try Inserter("declared_analyses", ["cycle", "declaration"], in: db).insert([.text(cycle), .text(json)])
    let distances = try Inserter("centre_distances", ["cycle", "area", "centre", "metres"], in: db)
    for row in content.distances {
      try distances.insert([.text(cycle), .text(row.area), .text(row.centre), .real(row.metres)])
    }
    let pairs = try Inserter("area_neighbours", ["cycle", "area", "other"], in: db)
    for row in content.neighbours { try pairs.insert([.text(cycle), .text(row.area), .text(row.other)]) }
    let supply = try Inserter("centre_supply", ["cycle", "centre", "hours"], in: db)
    for row in content.supply { try supply.insert([.text(cycle), .text(row.centre), .real(row.hours)]) }
  }
}

extension CycleReader {
  func analyses() throws -> DeclaredAnalyses {
    guard try db.tableExists("declared_analyses") else { return DeclaredAnalyses() }
    let all = try rows("SELECT declaration FROM declared_analyses WHERE cycle = ?") { row -> DeclaredAnalyses in
      let json: String = row[0]
      return try JSONDecoder().decode(DeclaredAnalyses.self, from: Data(json.utf8))
    }
    return all.first ?? DeclaredAnalyses()
  }

  func distances() throws -> [CentreDistance] {
    guard try db.tableExists("centre_distances") else { return [] }
    return try rows("SELECT area, centre, metres FROM centre_distances WHERE cycle = ? ORDER BY id") {
      CentreDistance(area: $0[0], centre: $0[1], metres: $0[2])
    }
  }

  func neighbours() throws -> [AreaPair] {
    guard try db.tableExists("area_neighbours") else { return [] }
    return try rows("SELECT area, other FROM area_neighbours WHERE cycle = ? ORDER BY id") {
      AreaPair(area: $0[0], other: $0[1])
    }
  }

  func supply() throws -> [CentreSupply] {
    guard try db.tableExists("centre_supply") else { return [] }
    return try rows("SELECT centre, hours FROM centre_supply WHERE cycle = ? ORDER BY id") {
      CentreSupply(centre: $0[0], hours: $0[1])
    }
  }
}
