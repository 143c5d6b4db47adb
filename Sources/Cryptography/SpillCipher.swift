import CCrypto

/// AES-256 in counter mode (SP 800-38A): hides what spills to disk under a key that only memory holds.
///
/// Counter mode turns text into cipher text and back by the same operation and at any length, so a spill file is
/// written and read as a stream. It does not notice tampering: the file is unlinked and 0600, nobody can write to it.
/// A key must never serve two streams from the same counter.
///
/// ```swift
/// let key = try SpillKey()
/// var writing = try SpillCipher(key: key, stream: 0)
/// try writing.apply(to: &bytes)
/// var reading = try SpillCipher(key: key, stream: 0)
/// try reading.apply(to: &bytes)         // the bytes again
/// ```
public struct SpillCipher: ~Copyable {
  private let context: OpaquePointer

  /// Starts at the beginning of stream number `stream` of the key: the upper half of the counter is the number, so each
  /// stream has 2^64 blocks of its own.
  public init(key: SpillKey, stream: UInt64) throws(CryptographyError) {
    var counter = [UInt8](repeating: 0, count: 16)
    for i in 0..<8 { counter[i] = UInt8(truncatingIfNeeded: stream >> (56 - 8 * UInt64(i))) }
    try self.init(key: key, counter: counter)
  }

  /// Starts at a counter block of 16 bytes.
  public init(key: SpillKey, counter: [UInt8]) throws(CryptographyError) {
    guard counter.count == 16 else { throw .length(of: "the counter", expected: 16, actual: counter.count) }
    guard let context = EVP_CIPHER_CTX_new() else { throw .library(operation: "start a cipher") }
    guard EVP_EncryptInit_ex(context, EVP_aes_256_ctr(), nil, key.bytes, counter) == 1 else {
      EVP_CIPHER_CTX_free(context)
      throw .library(operation: "start a cipher")
    }
    self.context = context
  }

  deinit { EVP_CIPHER_CTX_free(context) }

  /// Replaces the next bytes of the stream in place. O(n).
  public mutating func apply(to bytes: UnsafeMutableRawBufferPointer) throws(CryptographyError) {
    guard run(bytes) else { throw .library(operation: "run a cipher") }
  }

  /// Replaces the next bytes of the stream in place. O(n).
  public mutating func apply(to bytes: inout [UInt8]) throws(CryptographyError) {
    guard bytes.withUnsafeMutableBytes({ run($0) }) else { throw .library(operation: "run a cipher") }
  }

  private func run(_ bytes: UnsafeMutableRawBufferPointer) -> Bool {
    // EVP_EncryptUpdate counts in Int32: longer buffers go in pieces.
    var start = 0
    while start < bytes.count {
      let piece = min(1 << 30, bytes.count - start)
      var written: Int32 = 0
      let place = bytes.baseAddress.map { ($0 + start).assumingMemoryBound(to: UInt8.self) }
      guard EVP_EncryptUpdate(context, place, &written, place, Int32(piece)) == 1, Int(written) == piece else {
        return false
      }
      start += piece
    }
    return true
  }
}

/// The 32 bytes of a spill file's key. Never written, never printed.
public struct SpillKey: Sendable, CustomStringConvertible, CustomReflectable {
  let bytes: [UInt8]

  /// A new random key.
  public init() throws(CryptographyError) {
    bytes = try RandomBytes.make(32)
  }

  /// A given key of 32 bytes: for tests against published vectors.
  public init(bytes: [UInt8]) throws(CryptographyError) {
    guard bytes.count == 32 else { throw .length(of: "the key", expected: 32, actual: bytes.count) }
    self.bytes = bytes
  }

  /// Nothing of the key.
  public var description: String { "SpillKey" }

  /// Nothing of the key.
  public var customMirror: Mirror { Mirror(self, children: [:]) }
}
