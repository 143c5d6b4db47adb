import Foundation
import Geometry

/// What a layer holds, before anybody has said what it is: its columns, and what their values look like.
public struct LayerSurvey: Sendable {
  /// One column of attributes.
  public struct Column: Hashable, Sendable {
    /// The name as the file spells it.
    public var name: String
    /// How many different values it has.
    public var distinct: Int
    /// How many features have none.
    public var blank: Int
    /// One value.
    public var example: String
  }

  /// How many features there are.
  public var featureCount: Int
  /// Whether they are areas (and not points or lines).
  public var isPolygonal: Bool
  /// The columns in the file's order.
  public var columns: [Column]

  /// Reads a layer through.
  ///
  /// - Throws: a refusal that names the file where it is no layer, or a broken one.
  public static func read(_ source: LayerSource) throws(GeodataError) -> LayerSurvey {
    var reader = try RawLayerReader(source, keepsAllColumns: true)
    let raw = try reader.read()
    let areas = raw.features.count { if case .area = $0.geometry { true } else { false } }
    let columns = reader.attributeColumns.map { name in
      let values = raw.features.compactMap { $0.attributes[name] }.filter { !$0.isEmpty }
      return Column(
        name: name, distinct: Set(values).count, blank: raw.features.count - values.count, example: values.first ?? "")
    }
    return LayerSurvey(
      featureCount: raw.features.count, isPolygonal: areas * 2 > raw.features.count, columns: columns)
  }
}
