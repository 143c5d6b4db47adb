/// In how many components at once areas are deprived: the overlap of areas, not of children.
///
/// Alkire S, Foster J (2011), Counting and multidimensional poverty measurement, J Public Econ 95:476. An area is deprived in
/// a component where its transformed score is that of the most deprived tenth, 50.4267 or more.
public struct Overlap: Hashable, Sendable {
  /// H: the share of children who live in areas deprived in at least k components.
  public var headcount: Double
  /// A: those children's mean weighted share of components; nil where there are none.
  public var intensity: Double?
  /// H × A; 0 where there are none.
  public var adjusted: Double { headcount * (intensity ?? 0) }
  /// In how many components each area is deprived; nil where the area is not ranked.
  public var counts: [Int?]

  /// Nil where no child lives in a ranked area, or sizes differ.
  public init?(
    _ index: NeedIndex, children: [Double], atLeast k: Int = 2,
    cutOff: Double = ExponentialTransform.score(share: 0.9) ?? 50.4267
  ) {
    guard children.count == index.scores.count, children.allSatisfy({ $0 >= 0 }) else { return nil }
    var counts = [Int?](repeating: nil, count: children.count)
    var (all, within, shares) = (0.0, 0.0, 0.0)
    for area in index.ranked {
      var (count, share) = (0, 0.0)
      for (component, column) in zip(index.components, index.transformed) where (column[area] ?? 0) >= cutOff {
        count += 1
        share += component.weight
      }
      counts[area] = count
      all += children[area]
      if count >= k {
        within += children[area]
        shares += children[area] * share
      }
    }
    guard all > 0 else { return nil }
    headcount = within / all
    intensity = within > 0 ? shares / within : nil
    self.counts = counts
  }
}
