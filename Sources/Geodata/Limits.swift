import Geometry

/// What is read at most of a table or a layer. No borough and no country comes near; what goes beyond is refused in a line
/// that names the limit, before the memory or the time is spent on it.
///
/// README.md says the same numbers.
enum Limits {
  /// Bytes of a table's file as it lies on the disk.
  static let fileBytes = 64 << 30
  /// Bytes that a packed table, or one part of a workbook, unpacks to.
  static let unpackedBytes = 4 << 30
  /// Past `unpackedRatioFrom` bytes, how many times its packed size a table or a part of a workbook may unpack to.
  static let unpackedRatio = 200
  /// Bytes that are unpacked whatever the ratio.
  static let unpackedRatioFrom = 64 << 20
  /// Entries of a ZIP archive. An archive within an archive is opened, one within that is not.
  static let archiveEntries = 65_536

  /// Rows of a table.
  static let rows = 200_000_000
  /// Bytes of one row.
  static let rowBytes = 16 << 20
  /// Columns of a table.
  static let columns = 16_384
  /// Rows of a workbook's sheet, as in the programs that write them.
  static let sheetRows = 1_048_576
  /// Sheets of a workbook.
  static let sheets = 256
  /// Bytes of one cell of a workbook, or of one tag of its XML.
  static let cellBytes = 1 << 20

  /// Bytes of a layer's file and its companions, as they lie on the disk and unpacked.
  static let layerBytes = 4 << 30
  /// Features of a layer.
  static let features = 10_000_000
  /// Vertices of a layer, all features together.
  static let vertices = 100_000_000
  /// Bytes of the attributes that are kept of a layer, all features together.
  static let attributeBytes = 2 << 30
  /// Collections of shapes within collections.
  static let collections = 32

  /// How far from the origin of any system of coordinates a place may lie, in its units; the Earth is 40,000 km round.
  static let farthest = 1e8

  /// A number as messages give it: 200,000,000.
  static func words(_ number: Int) -> String {
    var digits = String(number)
    var grouped = ""
    while digits.count > 3 {
      grouped = "," + digits.suffix(3) + grouped
      digits.removeLast(3)
    }
    return digits + grouped
  }

  /// Bytes in words: 64 GB.
  static func size(_ bytes: Int) -> String {
    switch bytes {
    case (1 << 30)...: "\(bytes >> 30) GB"
    case (1 << 20)...: "\(bytes >> 20) MB"
    default: "\(bytes >> 10) kB"
    }
  }
}

extension Point {
  /// Whether the two numbers can be a place at all: not infinite, nothing that is no number, no farther than any map.
  public var isPlace: Bool { abs(x) <= Limits.farthest && abs(y) <= Limits.farthest }
}

extension GeodataError {
  /// The refusal of what goes beyond a limit.
  static func beyond(_ limit: String, file: String, row: Int? = nil, advice: String? = nil) -> GeodataError {
    GeodataError(.data, "holds more than \(limit), which is where reading stops", file: file, row: row, advice: advice)
  }
}
