import Foundation
import Testing

@testable import Cryptography

@Suite struct SHA256Tests {
  // NIST's example values for FIPS 180-4 (csrc.nist.gov, SHA256.pdf) and the empty message of the SHA test vectors.
  @Test(
    "A digest equals FIPS 180-4's examples",
    arguments: [
      ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
      ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
      (
        "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
      ),
    ]) func examples(text: String, expected: String) throws
  {
    #expect(try SHA256Digest(ofText: text).hexadecimal == expected)
  }

  @Test("A million a's, in uneven pieces, give FIPS 180-4's long example")
  func pieces() throws {
    var hasher = try SHA256Hasher()
    var left = 1_000_000
    var piece = 1
    while left > 0 {
      let size = min(piece, left)
      try hasher.update(repeatElement(UInt8(ascii: "a"), count: size))
      left -= size
      piece = piece * 3 % 65_537
    }
    let digest = try hasher.finish()
    #expect(digest.hexadecimal == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
  }

  @Test("A file's digest is that of its bytes, past the size of one piece too", arguments: [0, 1, 1 << 20, 3_000_001])
  func file(size: Int) throws {
    let path = NSTemporaryDirectory() + "needs-digest-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: path) }
    let bytes = (0..<size).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    #expect(try SHA256Digest(ofFile: path) == SHA256Digest(of: bytes))
  }

  @Test("A file that is not there is named, and so is a folder")
  func absent() throws {
    #expect(throws: CryptographyError.cannotOpen(file: "/nowhere/x.csv", reason: "No such file or directory")) {
      try SHA256Digest(ofFile: "/nowhere/x.csv")
    }
    #expect(throws: CryptographyError.cannotRead(file: "/", reason: "Is a directory")) {
      try SHA256Digest(ofFile: "/")
    }
  }

  @Test("The leading word reads the first eight bytes, the greatest first")
  func leadingWord() throws {
    #expect(try SHA256Digest(ofText: "abc").leadingWord == 0xba78_16bf_8f01_cfea)
  }
}
