import CCrypto

/// Takes bytes piece by piece and gives their SHA-256 digest. Owns libcrypto's context, so it cannot be copied.
///
/// ```swift
/// var hasher = try SHA256Hasher()
/// try hasher.update("abc".utf8)
/// let digest = try hasher.finish()
/// ```
public struct SHA256Hasher: ~Copyable {
  private let context: OpaquePointer

  /// Starts with no bytes.
  public init() throws(CryptographyError) {
    guard let context = EVP_MD_CTX_new() else { throw .library(operation: "start a digest") }
    guard EVP_DigestInit_ex(context, EVP_sha256(), nil) == 1 else {
      EVP_MD_CTX_free(context)
      throw .library(operation: "start a digest")
    }
    self.context = context
  }

  deinit { EVP_MD_CTX_free(context) }

  /// Takes more bytes. O(n), without a copy where they lie in one piece.
  public mutating func update(_ bytes: some Sequence<UInt8>) throws(CryptographyError) {
    let direct = bytes.withContiguousStorageIfAvailable { take(UnsafeRawBufferPointer($0)) }
    guard direct ?? Array(bytes).withUnsafeBytes({ take($0) }) else {
      throw .library(operation: "digest bytes")
    }
  }

  /// Takes the bytes that the buffer shows.
  public mutating func update(_ bytes: UnsafeRawBufferPointer) throws(CryptographyError) {
    guard take(bytes) else { throw .library(operation: "digest bytes") }
  }

  private func take(_ bytes: UnsafeRawBufferPointer) -> Bool {
    EVP_DigestUpdate(context, bytes.baseAddress, bytes.count) == 1
  }

  /// The digest of all bytes taken; the hasher is used up.
  public consuming func finish() throws(CryptographyError) -> SHA256Digest {
    var digest = [UInt8](repeating: 0, count: 32)
    guard EVP_DigestFinal_ex(context, &digest, nil) == 1 else { throw .library(operation: "finish a digest") }
    return SHA256Digest(bytes: digest)
  }
}
