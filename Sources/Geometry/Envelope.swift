/// The smallest box, parallel to the axes, that holds some points. An empty envelope holds none.
public struct Envelope: Hashable, Sendable {
  /// The least x.
  public var minX: Double
  /// The least y.
  public var minY: Double
  /// The greatest x.
  public var maxX: Double
  /// The greatest y.
  public var maxY: Double

  /// Makes an envelope from its sides.
  @inlinable
  public init(minX: Double, minY: Double, maxX: Double, maxY: Double) {
    self.minX = minX
    self.minY = minY
    self.maxX = maxX
    self.maxY = maxY
  }

  /// The envelope that holds nothing; the neutral element of `expand`.
  public static let empty = Envelope(minX: .infinity, minY: .infinity, maxX: -.infinity, maxY: -.infinity)

  /// Whether it holds no point at all.
  @inlinable
  public var isEmpty: Bool { minX > maxX || minY > maxY }

  /// Width in the units of the CRS; 0 when empty.
  @inlinable
  public var width: Double { isEmpty ? 0 : maxX - minX }

  /// Height in the units of the CRS; 0 when empty.
  @inlinable
  public var height: Double { isEmpty ? 0 : maxY - minY }

  /// Grows to hold `point`.
  @inlinable
  public mutating func expand(to point: Point) {
    minX = min(minX, point.x)
    minY = min(minY, point.y)
    maxX = max(maxX, point.x)
    maxY = max(maxY, point.y)
  }

  /// Grows to hold `other`.
  @inlinable
  public mutating func expand(to other: Envelope) {
    minX = min(minX, other.minX)
    minY = min(minY, other.minY)
    maxX = max(maxX, other.maxX)
    maxY = max(maxY, other.maxY)
  }

  /// The envelope with `margin` added on every side.
  @inlinable
  public func padded(by margin: Double) -> Envelope {
    Envelope(minX: minX - margin, minY: minY - margin, maxX: maxX + margin, maxY: maxY + margin)
  }

  /// Whether the point lies inside or on the side.
  @inlinable
  public func contains(_ point: Point) -> Bool {
    point.x >= minX && point.x <= maxX && point.y >= minY && point.y <= maxY
  }

  /// Whether the two boxes share a point.
  @inlinable
  public func intersects(_ other: Envelope) -> Bool {
    minX <= other.maxX && other.minX <= maxX && minY <= other.maxY && other.minY <= maxY
  }
}
