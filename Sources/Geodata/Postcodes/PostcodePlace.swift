import Geometry

/// Where a directory puts a postcode, and what it says of it.
public struct PostcodePlace: Hashable, Sendable {
  /// Easting and northing in EPSG:27700, to the metre as directories give them.
  public var point: Point
  /// The publisher's own assignment to a small area of 2011, if the directory has one.
  public var areaCode2011: String?
  /// The same for 2021.
  public var areaCode2021: String?
  /// Whether the postcode is no longer in use; the place is its last.
  public var isTerminated: Bool
  /// Whether it is of small users (homes, most of them): usertype 0. False where the directory does not say.
  public var isResidential: Bool

  /// Makes a place.
  public init(
    point: Point, areaCode2011: String? = nil, areaCode2021: String? = nil, isTerminated: Bool = false,
    isResidential: Bool = false
  ) {
    self.point = point
    self.areaCode2011 = areaCode2011
    self.areaCode2021 = areaCode2021
    self.isTerminated = isTerminated
    self.isResidential = isResidential
  }
}

/// What a directory knows of a postcode.
public enum PostcodeAnswer: Hashable, Sendable {
  /// Its place.
  case place(PostcodePlace)
  /// It is there without a British grid reference: Channel Islands, Isle of Man, or too new to be placed.
  case withoutGridReference
  /// It is there with an Irish grid reference, which is no British one.
  case irishGrid
  /// It is not there.
  case unknown
}
