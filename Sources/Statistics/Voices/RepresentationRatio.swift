/// Whether a group or place spoke as much as its people would let expect: share of voices over share of people.
public struct RepresentationRatio: Hashable, Sendable {
  /// 1 is as expected.
  public var value: Double
  /// By Wilson on the share of voices.
  public var interval: Interval
  /// Voices that its share of the people would give.
  public var expected: Double
  /// Whether it is unheard: the upper limit is under ½, or nobody spoke where five or more were expected.
  public var isUnheard: Bool

  /// Nil where there is no voice at all, nobody in the group, or fewer people than the group has.
  public init?(
    voices: Int, of allVoices: Int, people: Double, of allPeople: Double, at level: ConfidenceLevel = .percent95
  ) {
    guard people > 0, allPeople >= people,
      let share = Wilson.interval(events: Double(voices), of: Double(allVoices), at: level)
    else { return nil }
    let part = people / allPeople
    value = Double(voices) / Double(allVoices) / part
    interval = share.scaled(by: 1 / part)
    expected = Double(allVoices) * part
    isUnheard = interval.upper < 0.5 || (voices == 0 && expected >= 5)
  }
}
