/// A place in the plane of the analysis CRS (metres), or in another CRS while it is being transformed.
///
/// `x` is easting or longitude, `y` is northing or latitude, whatever the axis order of the CRS authority.
public struct Point: Hashable, Sendable {
  /// Easting in metres, or longitude in degrees.
  public var x: Double
  /// Northing in metres, or latitude in degrees.
  public var y: Double

  /// Makes a point from easting and northing, or longitude and latitude.
  @inlinable
  public init(x: Double, y: Double) {
    self.x = x
    self.y = y
  }

  /// The straight-line distance to another point, in the units of the CRS.
  @inlinable
  public func distance(to other: Point) -> Double {
    let dx = x - other.x
    let dy = y - other.y
    return (dx * dx + dy * dy).squareRoot()
  }
}
