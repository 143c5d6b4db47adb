import Foundation
import Geometry

/// Where properties are, by OS Open UPRN: easting and northing of each unique property reference number.
///
/// The file has forty million rows; only those that are asked for are kept.
///
/// ```swift
/// let wanted = Set(rows.compactMap { UPRNDirectory.number($0) })
/// let directory = try UPRNDirectory.load(files: [url], names: ["osopenuprn.csv"], wanted: wanted)
/// directory[10_033_557_871]        // a point in EPSG:27700, or nil
/// ```
public struct UPRNDirectory: Sendable {
  /// How the files were read, for the provenance.
  public let reading: String
  /// Rows read in all files.
  public let rowsRead: Int
  private var places: [UInt64: Point]

  /// The same with its places in another CRS; the directory's own are in the British grid. What cannot be moved has none.
  public func moved(by transform: CoordinateTransform) -> UPRNDirectory {
    var moved = self
    let known = places.sorted { $0.key < $1.key }
    moved.places = [:]
    for (place, point) in zip(known, transform.each(known.map(\.value))) { moved.places[place.key] = point }
    return moved
  }

  /// How many of the wanted numbers it has.
  public var count: Int { places.count }

  /// The place of a number, or nil.
  public subscript(uprn: UInt64) -> Point? { places[uprn] }

  /// The number that the bytes are: one to twelve digits, with or without zeros in front; nil for anything else.
  public static func number(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64? {
    guard !bytes.isEmpty, bytes.count <= 12 else { return nil }
    var number: UInt64 = 0
    for b in bytes {
      guard b >= 48, b <= 57 else { return nil }
      number = number * 10 + UInt64(b - 48)
    }
    return number > 0 ? number : nil
  }

  /// The licence's words.
  public static let attribution = "Contains OS data © Crown copyright and database right."

  /// Reads the files, side by side in parts.
  ///
  /// - Parameter wanted: the numbers that are kept.
  /// - Throws: a refusal: a file that cannot be read, a missing column, a number with two places.
  public static func load(files: [URL], names: [String], wanted: Set<UInt64>) throws(GeodataError) -> UPRNDirectory {
    struct Part: Sendable {
      var rows = 0
      var found: [(uprn: UInt64, point: Point, row: Int)] = []
    }
    var places: [UInt64: Point] = [:]
    var rows = 0
    var readings: [String] = []
    for (i, file) in files.enumerated() {
      let name = i < names.count ? names[i] : file.lastPathComponent
      let columns = ["UPRN", "X_COORDINATE", "Y_COORDINATE"]
      let table = try Table.open(TableSource(url: file, name: name, columns: columns))
      let uprn = try table.index(of: columns[0])
      let (x, y) = (try table.index(of: columns[1]), try table.index(of: columns[2]))
      readings.append(table.reading)
      let decimal = table.decimal
      let parts = try table.scanInParts(8, keeps: max(uprn, x, y) + 1, state: { Part() }) { part, row in
        part.rows += 1
        guard let number = number(row.bytes(uprn)), wanted.contains(number),
          let east = Numeral.parse(row.bytes(x), decimal: decimal).value,
          let north = Numeral.parse(row.bytes(y), decimal: decimal).value, east > 0, north > 0,
          Point(x: east, y: north).isPlace
        else { return }
        part.found.append((number, Point(x: east, y: north), row.number))
      }
      for (part, rowsBefore) in parts {
        rows += part.rows
        for entry in part.found {
          if let other = places.updateValue(entry.point, forKey: entry.uprn), other != entry.point {
            throw GeodataError(
              .data, "a UPRN stands there twice with two places", file: name, row: entry.row + rowsBefore,
              advice: "take the file of one release")
          }
        }
      }
    }
    return UPRNDirectory(
      reading: "OS Open UPRN, " + Set(readings).sorted().joined(separator: "; "), rowsRead: rows, places: places)
  }
}
