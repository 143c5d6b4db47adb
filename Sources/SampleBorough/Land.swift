import Geometry

/// The borough's ground: which cells of the mesh make up each small area and each catchment, where centres stand, and
/// how much need each area has.
struct Land: Sendable {
  let mesh: Mesh
  /// Codes of the areas.
  let codes: [String]
  /// The area of each cell; -1 outside the borough.
  let areaOfCell: [Int]
  /// The cells of each area, sorted.
  let cellsOfArea: [[Int]]
  /// Codes of catchments and of their centres.
  let centres: [String]
  /// The cell that each centre stands in.
  let centreCells: [Int]
  /// The cells of each catchment in the second cycle, sorted.
  let catchments: [[Int]]
  /// The cells of each catchment in the first cycle, before the boundary moved.
  let catchmentsBefore: [[Int]]
  /// Areas that passed from one catchment to another between the cycles.
  let moved: [(area: Int, from: Int, to: Int)]

  /// Cuts the ground. O(cells × catchments).
  init(_ options: SampleOptions) {
    let seed = options.seed
    let blocks = Land.blocks(for: options.areas)
    let block = 3
    let side = blocks * block
    // In the North Sea, forty kilometres east of Sunderland: nobody lives there.
    mesh = Mesh(
      side: side, origin: Point(x: 480_000, y: 557_000), length: Double(blocks) * 800, bends: 4, seed: seed)

    // A site in each block of cells; each cell belongs to the nearest.
    var sites: [(x: Double, y: Double)] = []
    for index in 0..<(blocks * blocks) {
      var random = SampleRandom(seed, .site, index)
      let (i, j) = (Double(index % blocks), Double(index / blocks))
      sites.append(
        ((i + random.uniform(0.25, 0.75)) * Double(block), (j + random.uniform(0.25, 0.75)) * Double(block)))
    }
    var owner = [Int](repeating: 0, count: side * side)
    for cell in owner.indices {
      let (x, y) = (Double(cell % side) + 0.5, Double(cell / side) + 0.5)
      let (i, j) = (cell % side / block, cell / side / block)
      var best = (site: 0, distance: Double.infinity)
      for b in max(0, j - 1)...min(blocks - 1, j + 1) {
        for a in max(0, i - 1)...min(blocks - 1, i + 1) {
          let site = sites[b * blocks + a]
          let distance = (site.x - x) * (site.x - x) + (site.y - y) * (site.y - y)
          if distance < best.distance { best = (b * blocks + a, distance) }
        }
      }
      owner[cell] = best.site
    }

    // The areas nearest to the middle of an ellipse make up the borough.
    let middle = Double(side) / 2
    let ranked = sites.indices.map { index -> (site: Int, distance: Double) in
      let (dx, dy) = ((sites[index].x - middle) * 0.9, sites[index].y - middle)
      return (index, dx * dx + dy * dy)
    }.sorted { ($0.distance, $0.site) < ($1.distance, $1.site) }
    let kept = ranked.prefix(options.areas).map(\.site).sorted()
    var number = [Int](repeating: -1, count: sites.count)
    for (area, site) in kept.enumerated() { number[site] = area }
    areaOfCell = owner.map { number[$0] }
    var cells = [[Int]](repeating: [], count: kept.count)
    for (cell, area) in areaOfCell.enumerated() where area >= 0 { cells[area].append(cell) }
    cellsOfArea = cells
    codes = kept.indices.map { "X01" + Digits.padded($0 + 1, 6) }

    let ground = CatchmentPlan(mesh: mesh, areaOfCell: areaOfCell, cellsOfArea: cells, options: options)
    centres = (1...options.catchments).map { "SC" + Digits.padded($0, options.catchments > 99 ? 4 : 2) }
    centreCells = ground.sites
    catchments = ground.now
    catchmentsBefore = ground.before
    moved = ground.moved
  }

  /// Blocks a side, so that an ellipse of areas fits inside the square.
  private static func blocks(for areas: Int) -> Int {
    Int((Double(areas) * 1.5).squareRoot().rounded(.up)) + 1
  }

  /// Where the centre stands.
  func centrePoint(_ centre: Int) -> Point { mesh.place(in: centreCells[centre], 0.5, 0.5) }

  /// The middle of an area's cells, in cells.
  func middle(of area: Int) -> (x: Double, y: Double) {
    let cells = cellsOfArea[area]
    let (x, y) = cells.reduce(into: (0, 0)) { $0 = ($0.0 + $1 % mesh.side, $0.1 + $1 / mesh.side) }
    return (Double(x) / Double(cells.count), Double(y) / Double(cells.count))
  }
}
