import Foundation
import GRDB
import Geometry

/// The five functions that the R*Tree's triggers call. Without them no row with geometry can be written.
enum GeoPackageFunctions {
  static let all: [DatabaseFunction] = [
    function("ST_MinX") { $0.minX }, function("ST_MaxX") { $0.maxX },
    function("ST_MinY") { $0.minY }, function("ST_MaxY") { $0.maxY },
    DatabaseFunction("ST_IsEmpty", argumentCount: 1, pure: true) { values in
      guard let blob = Data.fromDatabaseValue(values[0]), let reader = GeoPackageBlobReader([UInt8](blob)) else {
        return nil
      }
      return reader.isEmpty
    },
  ]

  private static func function(_ name: String, _ side: @escaping @Sendable (Envelope) -> Double) -> DatabaseFunction {
    DatabaseFunction(name, argumentCount: 1, pure: true) { values in
      guard let blob = Data.fromDatabaseValue(values[0]), let envelope = envelope(of: [UInt8](blob)) else {
        return nil
      }
      return side(envelope)
    }
  }

  private static func envelope(of blob: [UInt8]) -> Envelope? {
    guard var reader = GeoPackageBlobReader(blob), !reader.isEmpty else { return nil }
    if let envelope = reader.envelope { return envelope }
    guard let point = reader.point() else { return nil }
    return Envelope(minX: point.x, minY: point.y, maxX: point.x, maxY: point.y)
  }
}
