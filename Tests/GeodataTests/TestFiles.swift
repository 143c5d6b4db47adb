import Foundation

@testable import Geodata

/// A file with the given bytes in the temporary folder, removed when the value goes.
final class TemporaryFile {
  let url: URL

  init(_ bytes: [UInt8], _ name: String = "table.csv") throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("needs-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    url = folder.appendingPathComponent(name)
    try Data(bytes).write(to: url)
  }

  convenience init(_ text: String, _ name: String = "table.csv") throws {
    try self.init(Array(text.utf8), name)
  }

  deinit { try? FileManager.default.removeItem(at: url.deletingLastPathComponent()) }

  var source: TableSource { TableSource(url: url, name: url.lastPathComponent) }
}

/// The shared test data, or nil where it is absent: `NEEDS_SHARED_DATA`, else `../shared/data` beside the package.
enum SharedData {
  static let folder: URL? = {
    let stated = ProcessInfo.processInfo.environment["NEEDS_SHARED_DATA"].map { URL(fileURLWithPath: $0) }
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let folder = stated ?? root.deletingLastPathComponent().appendingPathComponent("shared/data")
    return FileManager.default.fileExists(atPath: folder.path) ? folder : nil
  }()

  static var isPresent: Bool { folder != nil }

  static func url(_ path: String) throws -> URL {
    struct Absent: Error {}
    guard let folder else { throw Absent() }
    return folder.appendingPathComponent(path)
  }

  static func table(_ path: String, sheet: String? = nil, columns: [String] = []) throws -> Table {
    let url = try url(path)
    return try Table.open(TableSource(url: url, name: url.lastPathComponent, sheet: sheet, columns: columns))
  }
}

extension Table {
  /// All rows as text, with their numbers.
  func rows() throws -> [(number: Int, cells: [String])] {
    var rows: [(number: Int, cells: [String])] = []
    try forEachRow { row in rows.append((row.number, header.indices.map { row.text($0) })) }
    return rows
  }
}

/// The refusal that the body throws, as its line.
func refusal(_ body: () throws -> Void) -> String? {
  do {
    try body()
    return nil
  } catch let error as GeodataError {
    return error.description
  } catch {
    return "not a refusal: \(error)"
  }
}

/// Opens a table of this text; the mapped file may go once it is open.
func opened(_ text: String) throws -> Table {
  let file = try TemporaryFile(text)
  return try withExtendedLifetime(file) { try Table.open(file.source) }
}
