import Audit
import Foundation
import Geodata
import Measures
import Workspace

/// What is compared with what.
public struct ComparisonQuestion: Sendable {
  /// The kind of places: areas, catchments or centres; drawn places stand in the catchments' stead.
  public var kind = Figure.Kind.catchment
  /// The measure; nil: `reached.rate`, for centres `came.from-own`.
  public var measure: String?
  /// The cycles, or `all`; empty: the last, with the one before beside it.
  public var cycles: [String] = []
  /// Polygons to compare in the catchments' stead: wards, or whatever somebody drew.
  public var places: PlaceFile?
  /// What drawn places are made of.
  public var making = DrawnPlaces.Making.atoms
  /// Figures of other authorities and of the nation.
  public var others: [OtherAuthority] = []
  /// The indicators by which places are like each other; nil: all that the audit declares.
  public var indicators: [String]?
  /// What the page is written in.
  public var language = Language.english

  /// Asks for catchments by what share of their children was reached.
  public init() {}

  static let allCycles = "all"

  var measureID: String { measure ?? (kind == .centre ? "came.from-own" : "reached.rate") }
}

/// A file of polygons to compare: any format that GDAL reads.
public struct PlaceFile: Sendable {
  /// The file.
  public var url: URL
  /// The column of the codes; nil numbers the polygons.
  public var code: String?
  /// The column of the names.
  public var name: String?
  /// The CRS, where the file does not say it.
  public var crs: String?

  /// Names a file.
  public init(url: URL, code: String? = nil, name: String? = nil, crs: String? = nil) {
    (self.url, self.code, self.name, self.crs) = (url, code, name, crs)
  }

  /// The places, in the analysis CRS, and what is to be said of the file.
  public func read(crs analysis: String) throws(GeodataError) -> (places: [DrawnPlace], complaints: [Complaint]) {
    do {
      let layer = try Layer.read(
        LayerSource(url: url, crs: crs, codeColumn: code, nameColumn: name), analysisCRS: analysis)
      return (DrawnPlace.places(of: layer), layer.complaints)
    } catch  where error.kind == .configuration {
      // What was said wrongly was said on the command line, not in audit.yml.
      var complaint = error.complaint
      complaint.advice = "say another --code, --label or --crs"
      throw GeodataError(.data, complaint)
    }
  }
}
