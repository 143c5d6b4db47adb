import CGDAL
import Foundation

/// Keeps XML entities out of the parsers: a few lines of them unpack to gigabytes, or name other files.
enum XMLEntities {
  /// Refuses a layer in XML that declares entities: no program that writes maps does.
  ///
  /// - Parameter isUnpacked: whether `path` is in GDAL's memory, not on the disk.
  static func refuse(_ path: String, isUnpacked: Bool, name: String) throws(GeodataError) {
    let isDeclared: Bool
    if isUnpacked {
      var count: vsi_l_offset = 0
      guard let start = VSIGetMemFileBuffer(path, &count, 0) else { return }
      isDeclared = declares(UnsafeBufferPointer(start: start, count: Int(count)))
    } else {
      var status = stat()
      guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_size > 0 else { return }
      let bytes = try FileBytes(mapping: URL(fileURLWithPath: path), name: name)
      isDeclared = withExtendedLifetime(bytes) { declares(bytes.buffer) }
    }
    guard !isDeclared else {
      throw GeodataError(
        .data, "declares XML entities, which no map needs and which are not read", file: name,
        advice: "export it again from the program it was drawn in")
    }
  }

  private static func declares(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard isXML(bytes) else { return false }
    let mark = Array("<!ENTITY".utf8)
    guard let start = bytes.baseAddress else { return false }
    var position = 0
    while let next = memchr(start + position, Int32(mark[0]), bytes.count - position) {
      let found = UnsafePointer(next.assumingMemoryBound(to: UInt8.self)) - start
      // In UTF-16 each letter takes two bytes.
      for step in [1, 2] where found + (mark.count - 1) * step < bytes.count {
        if mark.indices.allSatisfy({ bytes[found + $0 * step] == mark[$0] }) { return true }
      }
      position = found + 1
    }
    return false
  }

  /// Whether a parser of XML would make anything of it: after blanks and marks of the encoding comes "<".
  private static func isXML(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let first = bytes.first { byte in
      switch byte {
      case 0, 9, 10, 13, 32, 0xEF, 0xBB, 0xBF, 0xFE, 0xFF: false
      default: true
      }
    }
    return first == UInt8(ascii: "<")
  }
}
