/// A count of one small area, then and now, in this cycle's areas.
public struct AreaChange: Hashable, Sendable {
  /// The area's code in this cycle.
  public var area: String
  /// `children`, `enrolled`, `reached`, `sustained`.
  public var measure: String
  /// Last cycle's count in this cycle's area; nil: not known.
  public var before: Double?
  /// This cycle's count; nil: not known.
  public var after: Double?
  /// How the count before came into this cycle's area.
  public var how: Way

  /// How a count of last cycle comes into an area of this one.
  public enum Way: String, Sendable, CaseIterable, Codable {
    /// The areas are the same: it is what was counted then.
    case same
    /// Last cycle's children were counted again in this cycle's areas, from the files as they are now.
    case recounted
    /// The counts of last cycle's areas were shared out by the lookup: not exact where an area was split.
    case sharedOut = "shared-out"
    /// The areas differ and nothing tells what became of this one.
    case unknown
  }

  /// Makes a change.
  public init(area: String, measure: String, before: Double?, after: Double?, how: Way) {
    self.area = area
    self.measure = measure
    self.before = before
    self.after = after
    self.how = how
  }
}
