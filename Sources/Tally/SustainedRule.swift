/// When use counts as sustained: on at least `days` different days, all within `within` days if that is given.
public struct SustainedRule: Hashable, Sendable {
  /// k: how many different days.
  public var days: Int
  /// w: the window in days; nil: the whole cycle.
  public var within: Int?

  /// Makes a rule.
  public init(days: Int, within: Int? = nil) {
    (self.days, self.within) = (days, within)
  }

  /// Whether it holds for days in ascending order, repeated ones allowed. O(n).
  public func holds(_ sorted: [Int32]) -> Bool {
    guard sorted.count >= days else { return false }
    guard let within else {
      var distinct = 0
      var last = Int32.min
      for day in sorted where day != last {
        (distinct, last) = (distinct + 1, day)
        if distinct >= days { return true }
      }
      return false
    }
    var distinct: [Int32] = []
    for day in sorted where day != distinct.last {
      distinct.append(day)
      if distinct.count >= days, Int(day - distinct[distinct.count - days]) < within { return true }
    }
    return false
  }
}
