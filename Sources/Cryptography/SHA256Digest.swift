import Foundation

/// The SHA-256 digest (FIPS 180-4) of some bytes: how a file is known again.
///
/// ```swift
/// let digest = try SHA256Digest(ofFile: "enrolments.csv")
/// print(digest.hexadecimal)
/// ```
public struct SHA256Digest: Hashable, Sendable, CustomStringConvertible {
  /// Its 32 bytes.
  public let bytes: [UInt8]

  /// Wraps 32 bytes that a hasher gave.
  init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// The digest of the bytes. O(n).
  public init(of bytes: some Sequence<UInt8>) throws(CryptographyError) {
    var hasher = try SHA256Hasher()
    try hasher.update(bytes)
    self = try hasher.finish()
  }

  /// The digest of a text's UTF-8.
  public init(ofText text: String) throws(CryptographyError) {
    try self.init(of: text.utf8)
  }

  /// The digest of a file's bytes, read in pieces of 1 MiB, whatever its size. Of a file geodatabase, which is a
  /// folder: of the names and digests of its files, in the order of their names.
  public init(ofFile path: String) throws(CryptographyError) {
    var isFolder: ObjCBool = false
    if path.lowercased().hasSuffix(".gdb"), FileManager.default.fileExists(atPath: path, isDirectory: &isFolder),
      isFolder.boolValue
    {
      var list = ""
      for name in ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted() {
        list += "\(name)\0\(try SHA256Digest(ofFile: path + "/" + name))\n"
      }
      try self.init(ofText: list)
      return
    }
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw .cannotOpen(file: path, reason: String(cString: strerror(errno)))
    }
    defer { close(descriptor) }
    var hasher = try SHA256Hasher()
    var piece = [UInt8](repeating: 0, count: 1 << 20)
    while true {
      let got = piece.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
      if got == 0 { break }
      if got < 0 {
        if errno == EINTR { continue }
        throw .cannotRead(file: path, reason: String(cString: strerror(errno)))
      }
      try hasher.update(piece[..<got])
    }
    self = try hasher.finish()
  }

  /// 64 digits, lower case.
  public var hexadecimal: String { Self.hexadecimal(bytes) }

  /// 64 digits, lower case.
  public var description: String { hexadecimal }

  /// The first eight bytes as a number, big-endian: a seed.
  public var leadingWord: UInt64 {
    bytes.prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
  }

  /// Two digits a byte, lower case.
  static func hexadecimal(_ bytes: [UInt8]) -> String {
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count * 2)
    for byte in bytes {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
  }
}
