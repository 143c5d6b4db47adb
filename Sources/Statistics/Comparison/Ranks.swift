/// Ranks of values; ties take the mean of the ranks that they share.
public enum Ranks {
  /// Ranks from 1, the highest value first unless `lowestFirst`. What has no value has no rank.
  public static func of(_ values: [Double?], lowestFirst: Bool = false) -> [Double?] {
    let known = values.indices.filter { values[$0] != nil }
    let ranked = of(known.map { values[$0] ?? 0 }, lowestFirst: lowestFirst)
    var result = [Double?](repeating: nil, count: values.count)
    for (place, index) in known.enumerated() { result[index] = ranked[place] }
    return result
  }

  /// The same where every place has a value.
  public static func of(_ values: [Double], lowestFirst: Bool = false) -> [Double] {
    let order = values.indices.sorted { lowestFirst ? values[$0] < values[$1] : values[$0] > values[$1] }
    var ranks = [Double](repeating: 0, count: values.count)
    var start = 0
    while start < order.count {
      var end = start + 1
      while end < order.count, values[order[end]] == values[order[start]] { end += 1 }
      let mean = Double(start + 1 + end) / 2
      for place in start..<end { ranks[order[place]] = mean }
      start = end
    }
    return ranks
  }
}
