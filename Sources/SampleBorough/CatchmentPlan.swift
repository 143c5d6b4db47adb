/// Catchments on the mesh: nearest centre, with the oddities that real ones have. Two overlap; one has a hole; one has
/// two parts; areas passed from one to another between the cycles. With more than a dozen, each second one overlaps all
/// its neighbours instead.
struct CatchmentPlan {
  private(set) var sites: [Int] = []
  private(set) var now: [[Int]] = []
  private(set) var before: [[Int]] = []
  private(set) var moved: [(area: Int, from: Int, to: Int)] = []
  private let mesh: Mesh

  init(mesh: Mesh, areaOfCell: [Int], cellsOfArea: [[Int]], options: SampleOptions) {
    self.mesh = mesh
    let land = areaOfCell.indices.filter { areaOfCell[$0] >= 0 }
    sites = spread(options.catchments, over: land, seed: options.seed)
    // The first two are to overlap, so they must be neighbours.
    let near = sites.indices.dropFirst().min {
      squaredDistance(sites[$0], sites[0]) < squaredDistance(sites[$1], sites[0])
    }
    if let near { sites.swapAt(1, near) }
    assign(land)
    if options.catchments >= 5 && options.catchments <= 12 {
      pierce(2)
      split(3, from: 4)
      moveBoundary(from: 2, to: 4, cellsOfArea)
    }
    if before.isEmpty { before = now }
  }

  private func squaredDistance(_ a: Int, _ b: Int) -> Double {
    let dx = Double(a % mesh.side - b % mesh.side)
    let dy = Double(a / mesh.side - b / mesh.side)
    return dx * dx + dy * dy
  }

  /// Each centre is the best of ten candidates: the farthest from those before it.
  private func spread(_ count: Int, over land: [Int], seed: UInt64) -> [Int] {
    var sites: [Int] = []
    for index in 0..<count {
      var random = SampleRandom(seed, .centre, index)
      var best = (cell: land[0], distance: -1.0)
      for _ in 0..<10 {
        let cell = land[random.below(land.count)]
        let distance = sites.map { squaredDistance($0, cell) }.min() ?? 0
        if distance > best.distance && !sites.contains(cell) { best = (cell, distance) }
      }
      sites.append(best.cell)
    }
    return sites
  }

  private mutating func assign(_ land: [Int]) {
    now = [[Int]](repeating: [], count: sites.count)
    let many = sites.count > 12
    var distances = [Double](repeating: 0, count: sites.count)
    for cell in land {
      var nearest = 0
      for (site, place) in sites.enumerated() {
        distances[site] = squaredDistance(place, cell)
        if distances[site] < distances[nearest] { nearest = site }
      }
      for site in sites.indices where site != nearest {
        let reaches =
          many
          ? site % 2 == 1 && distances[site] <= distances[nearest] * 1.8
          : site == 1 && nearest == 0 && distances[site] <= distances[nearest] * 2.4
        if reaches { now[site].append(cell) }
      }
      now[nearest].append(cell)
    }
    for site in now.indices { now[site].sort() }
  }

  /// Takes the cell that lies deepest inside a catchment out of it, and the deepest of its neighbours.
  private mutating func pierce(_ catchment: Int) {
    let cells = Set(now[catchment])
    var depth: [Int: Int] = [:]
    var ring = now[catchment].filter { mesh.neighbours(of: $0).contains { $0.map { !cells.contains($0) } ?? true } }
    var level = 1
    while !ring.isEmpty {
      for cell in ring { depth[cell] = level }
      level += 1
      ring = Set(ring.flatMap { mesh.neighbours(of: $0).compactMap { $0 } })
        .filter { cells.contains($0) && depth[$0] == nil }.sorted()
    }
    let centre = sites[catchment]
    let candidates = now[catchment].filter { $0 != centre }
    guard let deepest = candidates.max(by: { (depth[$0] ?? 0, -$0) < (depth[$1] ?? 0, -$1) }),
      (depth[deepest] ?? 0) > 2
    else { return }
    let beside = mesh.neighbours(of: deepest).compactMap { $0 }.filter { $0 != centre && (depth[$0] ?? 0) > 1 }
    let gone = Set([deepest] + beside.prefix(2))
    now[catchment].removeAll { gone.contains($0) }
  }

  /// Gives a catchment a second part, cut from the far side of another.
  private mutating func split(_ catchment: Int, from other: Int) {
    let centre = sites[catchment]
    let cells = Set(now[other]).subtracting([sites[other]])
    let far = cells.max { (squaredDistance($0, centre), $0) < (squaredDistance($1, centre), $1) }
    guard let far else { return }
    let part = now[other].filter { cells.contains($0) && squaredDistance($0, far) <= 6.5 }
    now[catchment] = (now[catchment] + part).sorted()
    let gone = Set(part)
    now[other].removeAll { gone.contains($0) }
  }

  /// The three whole areas of `to` that lie nearest to the centre of `from` belonged to `from` before.
  private mutating func moveBoundary(from: Int, to: Int, _ cellsOfArea: [[Int]]) {
    before = now
    let cells = Set(now[to])
    let whole = cellsOfArea.indices.filter { area in
      cellsOfArea[area].allSatisfy { cells.contains($0) && $0 != sites[to] }
    }
    let near = whole.sorted { a, b in
      let (da, db) = (
        cellsOfArea[a].map { squaredDistance($0, sites[from]) }.min() ?? 0,
        cellsOfArea[b].map { squaredDistance($0, sites[from]) }.min() ?? 0
      )
      return (da, a) < (db, b)
    }.prefix(3)
    for area in near.sorted() {
      let gone = Set(cellsOfArea[area])
      before[to].removeAll { gone.contains($0) }
      before[from] = (before[from] + cellsOfArea[area]).sorted()
      moved.append((area, from, to))
    }
  }
}
