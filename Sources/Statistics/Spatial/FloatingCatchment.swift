/// Access as the services offered per person within reach, where others within reach want them too.
///
/// Luo W, Wang F (2003), Environ Plan B 30:865 (2SFCA: one zone of weight 1); Luo W, Qi Y (2009), Health Place 15:1100
/// (E2SFCA: the same zone weights in both steps). R_j = S_j/Σₖ w(d)·Pₖ, Aᵢ = Σⱼ w(d)·R_j. Σ A·P = Σ S over the centres that
/// have somebody in reach.
public struct FloatingCatchment: Hashable, Sendable {
  /// A ring around a centre.
  public struct Zone: Hashable, Sendable {
    /// Metres, included.
    public var upTo: Double
    /// How much a person in it counts, 0…1.
    public var weight: Double
    /// Makes a zone.
    public init(upTo: Double, weight: Double) { (self.upTo, self.weight) = (upTo, weight) }
  }
  /// Aᵢ for each place with people.
  public var access: [Double]
  /// R_j for each centre; nil where nobody is in reach, to be named.
  public var ratios: [Double?]

  /// `distances[i][j]`: metres from place i to centre j; nil: not known, out of reach. Nil where sizes differ or a number is
  /// negative. The default is 2SFCA with 1,600 m.
  public init?(
    people: [Double], supply: [Double], distances: [[Double?]], zones: [Zone] = [Zone(upTo: 1_600, weight: 1)]
  ) {
    guard distances.count == people.count, distances.allSatisfy({ $0.count == supply.count }),
      people.allSatisfy({ $0 >= 0 }), supply.allSatisfy({ $0 >= 0 }), zones.allSatisfy({ $0.weight >= 0 })
    else { return nil }
    let rings = zones.sorted { $0.upTo < $1.upTo }
    func weight(_ place: Int, _ centre: Int) -> Double {
      guard let distance = distances[place][centre] else { return 0 }
      return rings.first { distance <= $0.upTo }?.weight ?? 0
    }
    ratios = supply.indices.map { centre in
      let demand = people.indices.reduce(0) { $0 + weight($1, centre) * people[$1] }
      return demand > 0 ? supply[centre] / demand : nil
    }
    let ratios = ratios
    access = people.indices.map { place in
      supply.indices.reduce(0) { $0 + weight(place, $1) * (ratios[$1] ?? 0) }
    }
  }
}
