import Geodata
import Geometry

/// A made-up postcode directory: one to three postcodes in each cell, in an area ZX that Royal Mail does not use.
struct PostcodePlan: Sendable {
  struct Entry: Sendable {
    /// As printed: ZX1 1AA.
    var postcode: String
    var point: Point
    var cell: Int
    /// The area's code as the directory has it: nearly always that of the polygon.
    var areaCode: String
    /// `yyyymm`, empty while it is live.
    var terminated: String
    var introduced: String
    /// 0 residential, 1 large user.
    var userType: Int
  }

  let entries: [Entry]
  /// Live residential entries by cell.
  let liveByCell: [Int: [Int]]
  /// Terminated residential entries by cell.
  let terminatedByCell: [Int: [Int]]

  /// How many cells share a run of units before the sector changes.
  private static let letters = Array("ABDEFGHJLNPQRSTUWXYZ")

  init(_ land: Land, seed: UInt64) {
    var entries: [Entry] = []
    var live: [Int: [Int]] = [:]
    var ended: [Int: [Int]] = [:]
    for (cell, area) in land.areaOfCell.enumerated() where area >= 0 {
      var random = SampleRandom(seed, .postcode, cell)
      for _ in 0..<random.whole(1...3) {
        let large = random.chance(0.03)
        let isTerminated = random.chance(0.09)
        var code = land.codes[area]
        if random.chance(0.006),
          let other = land.mesh.neighbours(of: cell).compactMap({ $0 }).first(where: {
            land.areaOfCell[$0] >= 0 && land.areaOfCell[$0] != area
          })
        {
          code = land.codes[land.areaOfCell[other]]
        }
        let index = entries.count
        let year = random.whole(1980...2019)
        let entry = Entry(
          postcode: PostcodePlan.postcode(index),
          point: land.mesh.place(in: cell, random.uniform(0.15, 0.85), random.uniform(0.15, 0.85)), cell: cell,
          areaCode: code,
          terminated: isTerminated ? "\(random.whole(2020...2024))\(Digits.padded(random.whole(1...12), 2))" : "",
          introduced: "\(year)\(Digits.padded(random.whole(1...12), 2))", userType: large ? 1 : 0)
        entries.append(entry)
        if large { continue }
        if isTerminated { ended[cell, default: []].append(index) } else { live[cell, default: []].append(index) }
      }
    }
    self.entries = entries
    liveByCell = live
    terminatedByCell = ended
  }

  /// A live residential postcode in each area, the first; areas without one are left out.
  func residentialByArea(_ land: Land) -> [Int: String] {
    var result: [Int: String] = [:]
    for entry in entries where entry.terminated.isEmpty && entry.userType == 0 {
      let area = land.areaOfCell[entry.cell]
      if area >= 0, result[area] == nil { result[area] = entry.postcode }
    }
    return result
  }

  /// The postcode with this number: units AA to ZZ, then sectors, then districts.
  private static func postcode(_ number: Int) -> String {
    let unit = number % 400
    let sector = number / 400 % 9 + 1
    let district = number / 3600 + 1
    return "ZX\(district) \(sector)\(letters[unit / 20])\(letters[unit % 20])"
  }

  /// The columns of ONS's directory of November 2021, in its order.
  static let header = [
    "pcd", "pcd2", "pcds", "dointr", "doterm", "usertype", "oseast1m", "osnrth1m", "osgrdind", "oa11", "cty", "ced",
    "laua", "ward", "hlthau", "nhser", "ctry", "rgn", "pcon", "eer", "teclec", "ttwa", "pct", "itl", "park", "lsoa11",
    "msoa11", "wz11", "ccg", "bua11", "buasd11", "ru11ind", "oac11", "lat", "long", "lep1", "lep2", "pfa", "imd",
    "calncv", "stp",
  ]

  /// The entry's cells under `header`; what is not made up is empty.
  static func row(_ entry: Entry) -> [String] {
    let (out, inward) = (entry.postcode.prefix { $0 != " " }, entry.postcode.suffix(3))
    let values = [
      "pcd": out + String(repeating: " ", count: max(0, 7 - out.count - 3)) + inward,
      "pcd2": out + String(repeating: " ", count: 5 - out.count) + inward,
      "pcds": entry.postcode, "dointr": entry.introduced, "doterm": entry.terminated,
      "usertype": String(entry.userType), "oseast1m": Digits.fixed(entry.point.x, 0),
      "osnrth1m": Digits.padded(Int(entry.point.y.rounded()), 7), "osgrdind": "1", "laua": "X99000001",
      "ctry": "X92000001", "lsoa11": entry.areaCode,
    ]
    return header.map { values[$0] ?? "" }
  }
}
