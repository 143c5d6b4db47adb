/// Why a shape or a coordinate could not be worked on, in one line of words.
///
/// This room knows no files: whoever reads one adds its name and the feature's. Messages hold no coordinates of points.
public struct GeometryError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What kind of trouble it is.
  public enum Kind: Sendable {
    /// A coordinate is not a number, or infinite.
    case notFinite
    /// A ring is not closed or has fewer than four points, or the bytes are no well-known binary.
    case malformed
    /// A curve: it has to be stroked to straight lines first.
    case curve
    /// A geometry of another type than asked for (a line where an area should be).
    case wrongType
    /// GEOS or PROJ could not do it; the description gives its own words.
    case engine
    /// A CRS that PROJ does not know.
    case unknownCRS
    /// A coordinate outside the area in which the transformation is defined.
    case outsideArea
  }

  /// What kind of trouble it is.
  public var kind: Kind
  /// What is wrong, in words.
  public var description: String

  /// Makes an error.
  public init(_ kind: Kind, _ description: String) {
    self.kind = kind
    self.description = description
  }
}
