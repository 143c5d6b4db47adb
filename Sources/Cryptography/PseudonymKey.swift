import CCrypto

/// A key, held in memory only, that turns a child's or contributor's id into a pseudonym (HMAC-SHA256, RFC 2104).
///
/// One key per run: equal ids give equal pseudonyms within the run, and none can be traced or joined after it.
///
/// ```swift
/// let key = try PseudonymKey()
/// try key.pseudonym(of: "11-003426".utf8) == key.pseudonym(of: "11-003426".utf8)    // true
/// ```
public struct PseudonymKey: Sendable, CustomStringConvertible, CustomReflectable {
  private let key: [UInt8]

  /// A new random key of 32 bytes.
  public init() throws(CryptographyError) {
    key = try RandomBytes.make(32)
  }

  /// A given key, of any length: for tests against published vectors.
  public init(key: [UInt8]) {
    self.key = key
  }

  /// HMAC-SHA256 of the bytes under the key. O(n).
  public func authenticationCode(of bytes: some Sequence<UInt8>) throws(CryptographyError) -> SHA256Digest {
    var code = [UInt8](repeating: 0, count: 32)
    let message = Array(bytes)
    guard HMAC(EVP_sha256(), key, Int32(key.count), message, message.count, &code, nil) != nil else {
      throw .library(operation: "authenticate bytes")
    }
    return SHA256Digest(bytes: code)
  }

  /// 128 bits of the code as 32 hexadecimal digits: a name for one run.
  public func pseudonym(of id: some Sequence<UInt8>) throws(CryptographyError) -> String {
    String(try authenticationCode(of: id).hexadecimal.prefix(32))
  }

  /// Nothing of the key.
  public var description: String { "PseudonymKey" }

  /// Nothing of the key.
  public var customMirror: Mirror { Mirror(self, children: [:]) }
}
