import Geometry

/// Areas or catchments as they can be worked with: in the analysis CRS, valid, each code once, sorted by code.
///
/// ```swift
/// let layer = try Layer.read(
///   LayerSource(url: url, codeColumn: "LSOA11CD", nameColumn: "LSOA11NM"), analysisCRS: "EPSG:27700")
/// for complaint in layer.complaints { print(complaint.line) }
/// ```
public struct Layer: Sendable {
  /// One area or catchment.
  public struct Feature: Hashable, Sendable {
    /// Its code; unique in the layer.
    public var code: String
    /// Its name; empty where no column is mapped.
    public var name: String
    /// Its shape in the analysis CRS, valid; nil where the file gives it no area.
    public var shape: MultiPolygon?
    /// Its number in the file, the first is 1; of several with its code the lowest.
    public var number: Int
    /// The kept columns that are not null.
    public var attributes: [String: String]

    /// Makes a feature.
    public init(
      code: String, name: String, shape: MultiPolygon?, number: Int, attributes: [String: String] = [:]
    ) {
      self.code = code
      self.name = name
      self.shape = shape
      self.number = number
      self.attributes = attributes
    }
  }

  /// The file's name as audit.yml gives it.
  public var name: String
  /// The features in the order of their codes (by Unicode scalars).
  public var features: [Feature]
  /// The CRS of the shapes: the analysis CRS.
  public var crs: CRS
  /// What was read, in words: "areas.geojson (GeoJSON, EPSG:27700): 5 codes from 6 features; 4 with geometry".
  public var reading: String
  /// How well the coordinates were transformed, in words.
  public var accuracyStatement: String
  /// How many features the file holds, before those of one code are joined.
  public var featureCount: Int
  /// Each repair, each feature without geometry, each code in several features, and whatever else is worth knowing.
  public var complaints: [Complaint]
  /// The repairs that changed a feature's surface by more than a thousandth: what was drawn may not be what was meant.
  public var redrawn: [Complaint] = []

  /// Makes a layer.
  public init(
    name: String, features: [Feature], crs: CRS, reading: String, accuracyStatement: String = "", featureCount: Int,
    complaints: [Complaint] = []
  ) {
    self.name = name
    self.features = features
    self.crs = crs
    self.reading = reading
    self.accuracyStatement = accuracyStatement
    self.featureCount = featureCount
    self.complaints = complaints
  }
}
