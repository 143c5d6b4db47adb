/// What each area is like: need, ranks and scores, how many children by age, how well they are reached.
struct AreaTraits: Sendable {
  /// 0 least, 1 most need; clustered in space.
  let need: [Double]
  /// N of the made-up national ranks.
  let rankedOf: Int
  /// National rank, 1 = most deprived; each once.
  let imdRank: [Int]
  /// 1 = most deprived tenth.
  let imdDecile: [Int]
  /// Higher is more deprived.
  let imdScore: [Double]
  /// National rank of income deprivation of children.
  let idaciRank: [Int]
  /// Percent of children in income deprivation.
  let idaciRate: [Double]
  /// Children by single year of age, 0 to 4.
  let byAge: [[Int]]
  /// Everybody.
  let population: [Int]
  /// Children of 0 to 15.
  let children0to15: [Int]
  /// How many children enrol.
  let enrolling: [Int]
  /// The chance that an enrolled child is reached in a cycle, before what was planted.
  let reach: [Double]
  /// The share of children whose family speaks another language at home.
  let languageShare: [Double]
  /// The area with the planted pocket.
  let pocket: Int
  /// Areas where nearly nobody enrols.
  let thin: [Int]

  init(_ land: Land, _ options: SampleOptions) {
    let seed = options.seed
    let count = land.codes.count
    let field = AreaTraits.field(land, seed, bumps: 9, stream: 0)
    let order = AreaTraits.order(field)
    let need = order.map { 1 - (Double($0) + 0.5) / Double(count) }
    self.need = need
    let of = max(32_844, count)
    rankedOf = of

    func ranks(_ order: [Int], _ stream: Int) -> [Int] {
      order.enumerated().map { area, place in
        var random = SampleRandom(seed, .need, stream * 1_000_000 + area)
        return place * of / count + 1 + random.below(max(1, of / count))
      }
    }
    let imdRank = ranks(order, 1)
    self.imdRank = imdRank
    imdDecile = imdRank.map { min(10, ($0 - 1) * 10 / of + 1) }
    imdScore = imdRank.map { rank in
      let x = Double(of - rank) / Double(of)
      return ((1 + 78 * x * x * (0.4 + 0.6 * x)) * 1000).rounded() / 1000
    }
    let noisy = field.enumerated().map { area, value in
      var random = SampleRandom(seed, .need, 3_000_000 + area)
      return value + 0.12 * random.normal()
    }
    let childOrder = AreaTraits.order(noisy)
    let idaciRank = ranks(childOrder, 2)
    self.idaciRank = idaciRank
    idaciRate = idaciRank.map { rank in
      let x = Double(of - rank) / Double(of)
      return ((2 + 46 * x * x) * 10).rounded() / 10
    }

    // Children follow need a little; the pocket must be large enough to be seen.
    var planted = SampleRandom(seed, .pocket)
    var weights = need.indices.map { area in
      var random = SampleRandom(seed, .population, area)
      return max(0.5, 1 + 0.35 * (need[area] - 0.5) + 0.16 * random.normal())
    }
    let byNeed = need.indices.sorted { (need[$0], $0) < (need[$1], $1) }
    let middling = byNeed.filter { need[$0] > 0.45 && need[$0] < 0.85 }
    let pocket = middling[planted.below(middling.count)]
    weights[pocket] = 2.1
    let quiet = byNeed.prefix(count / 4).filter { $0 != pocket }
    let thin = Array(planted.shuffled(Array(quiet)).prefix(2)).sorted()
    (self.pocket, self.thin) = (pocket, thin)
    let total = weights.reduce(0, +)
    enrolling = weights.indices.map { area in
      if thin.contains(area) { return 2 + area % 3 }
      return max(6, Int((weights[area] / total * Double(options.children)).rounded()))
    }
    let byAge = weights.indices.map { area in
      let people = weights[area] / total * Double(options.children) / (area == pocket ? 0.9 : 0.84) / 5
      return (0..<5).map { age in
        var random = SampleRandom(seed, .population, (area + 1) * 1_000_003 + age)
        return max(2, Int((people * (1 + 0.10 * random.normal())).rounded()))
      }
    }
    self.byAge = byAge
    let children0to15 = byAge.map { Int(Double($0.reduce(0, +)) * 3.1) }
    self.children0to15 = children0to15
    population = children0to15.enumerated().map { area, children in
      var random = SampleRandom(seed, .population, (area + 1) * 1_000_003 + 7)
      return children * 5 + random.below(max(1, children))
    }
    reach = need.indices.map { area in
      var random = SampleRandom(seed, .need, 4_000_000 + area)
      return min(0.9, max(0.1, 0.60 - 0.13 * need[area] + 0.035 * random.normal()))
    }
    let tongues = AreaTraits.field(land, seed, bumps: 4, stream: 1)
    let tongueOrder = AreaTraits.order(tongues)
    languageShare = tongueOrder.map { 0.05 + 0.30 * (1 - Double($0) / Double(count)) }
  }

  /// A smooth surface over the areas: hills at random places, and a little noise.
  private static func field(_ land: Land, _ seed: UInt64, bumps: Int, stream: Int) -> [Double] {
    let side = Double(land.mesh.side)
    let hills = (0..<max(bumps, land.codes.count / 40)).map { hill in
      var random = SampleRandom(seed, .need, 9_000_000 + stream * 1_000_000 + hill)
      return (
        x: random.uniform(0.15, 0.85) * side, y: random.uniform(0.15, 0.85) * side, height: random.normal(),
        width: random.uniform(3, 9)
      )
    }
    return land.codes.indices.map { area in
      var random = SampleRandom(seed, .need, 5_000_000 + stream * 1_000_000 + area)
      let at = land.middle(of: area)
      return hills.reduce(0.1 * random.normal()) { sum, hill in
        let d = ((hill.x - at.x) * (hill.x - at.x) + (hill.y - at.y) * (hill.y - at.y)) / (hill.width * hill.width)
        return sum + hill.height / ((1 + d) * (1 + d))
      }
    }
  }

  /// Each one's place when the greatest comes first.
  private static func order(_ values: [Double]) -> [Int] {
    var places = [Int](repeating: 0, count: values.count)
    let sorted = values.indices.sorted { (values[$0], $1) > (values[$1], $0) }
    for (place, index) in sorted.enumerated() { places[index] = place }
    return places
  }
}
