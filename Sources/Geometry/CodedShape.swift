/// An area or catchment: its code and its shape.
public struct CodedShape: Hashable, Sendable {
  /// The code.
  public var code: String
  /// The shape, valid, in the analysis CRS.
  public var shape: MultiPolygon

  /// Makes one.
  public init(code: String, shape: MultiPolygon) {
    self.code = code
    self.shape = shape
  }
}

/// A centre: its code and where it stands.
public struct Site: Hashable, Sendable {
  /// The code.
  public var code: String
  /// The place in the analysis CRS.
  public var point: Point

  /// Makes one.
  public init(code: String, point: Point) {
    self.code = code
    self.point = point
  }
}
