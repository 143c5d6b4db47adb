import Geometry

/// A feature as the file has it: in the file's CRS, unrepaired.
struct RawFeature {
  var number: Int
  var code: String
  var name: String
  var attributes: [String: String]
  var geometry: Geometry

  enum Geometry {
    /// Null or empty.
    case none
    case area(MultiPolygon)
    case point(Point)
    /// Lines, or many points: named by GDAL's word for the type.
    case other(String)
  }
}

/// All of a layer before its CRS is settled.
struct RawLayer {
  var format: String
  /// The features in the order of the file.
  var features: [RawFeature]
  /// The box around all vertices, in the file's CRS.
  var extent: Envelope
  var fileCRS: FileCRS
  var complaints: [Complaint]
}
