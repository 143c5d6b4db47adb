import Statistics

/// The change of one count of one catchment between two cycles, in four parts that add up (measures.md, "Change between
/// cycles").
public struct CatchmentChange: Hashable, Sendable {
  /// The catchment's code.
  public var catchment: String
  /// `enrolled`, `reached`, `reached-here`, `sustained`.
  public var measure: String
  /// Last cycle's count.
  public var before: Int
  /// This cycle's count.
  public var after: Int
  /// M1 − M0: the same points and boundary by the new method; nil: not separable.
  public var method: Int?
  /// M2 − M1: the new boundary too; nil: not separable.
  public var boundary: Int?
  /// M3 − M2: the corrected old data too; nil: not separable.
  public var data: Int?
  /// M4 − M3: people's lives; nil: not separable.
  public var real: Int?

  /// Makes a change from its parts.
  public init(
    catchment: String, measure: String, before: Int, after: Int, method: Int?, boundary: Int?, data: Int?, real: Int?
  ) {
    self.catchment = catchment
    self.measure = measure
    self.before = before
    self.after = after
    self.method = method
    self.boundary = boundary
    self.data = data
    self.real = real
  }

  /// Makes a change from the five figures; what is nil makes the parts that need it not separable.
  public init(catchment: String, measure: String, m0: Int, m1: Int?, m2: Int?, m3: Int?, m4: Int) {
    func part(_ to: Int?, _ from: Int?) -> Int? {
      guard let to, let from else { return nil }
      return to - from
    }
    self.init(
      catchment: catchment, measure: measure, before: m0, after: m4, method: part(m1, m0), boundary: part(m2, m1),
      data: part(m3, m2), real: part(m4, m3))
  }

  /// The whole change.
  public var total: Int { after - before }

  /// Whether all four parts are known; then they add up to `total`.
  public var isSeparable: Bool { method != nil && boundary != nil && data != nil && real != nil }
}
