import Foundation
import Tally

/// Names of files made from codes that came from files.
enum FileNames {
  /// The code with all but letters, digits, `-`, `_` and inner dots as %XX: different codes, different names, and none
  /// leaves its folder.
  static func safe(_ code: String) -> String {
    var name = ""
    let digits = Array("0123456789ABCDEF")
    for (index, byte) in code.utf8.enumerated() {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
        name.append(Character(Unicode.Scalar(byte)))
      case UInt8(ascii: ".") where index > 0: name.append(".")
      default: name += "%\(digits[Int(byte >> 4)])\(digits[Int(byte & 15)])"
      }
    }
    // A file name may have 255 bytes.
    return name.isEmpty ? "%" : String(name.prefix(200))
  }
}

/// Writes a page so that nobody ever sees half of it, and an internal one so that only its owner sees it.
enum PageFile {
  /// Writes to a file beside it and renames.
  static func write(_ data: Data, to url: URL, isInternal: Bool) throws(ReportingError) {
    do throws(WholeFile.CannotWrite) {
      try WholeFile.write(data, to: url, mode: isInternal ? 0o600 : 0o644)
    } catch { throw .cannotWrite(path: error.file, reason: error.reason) }
  }

  /// Makes a folder where there is none; one for internal pages is its owner's alone.
  static func makeFolder(_ url: URL, isInternal: Bool) throws(ReportingError) {
    do {
      try FileManager.default.createDirectory(
        at: url, withIntermediateDirectories: true,
        attributes: isInternal ? [.posixPermissions: 0o700] : nil)
    } catch {
      throw ReportingError.cannotWrite(path: url.path, reason: "the folder cannot be made")
    }
  }
}
