import Testing

@testable import Cryptography

@Suite struct PseudonymTests {
  // RFC 4231, test cases 1, 2, 3 and 6 (a key longer than the block).
  @Test(
    "The authentication code equals RFC 4231's",
    arguments: [
      (
        [UInt8](repeating: 0x0b, count: 20), Array("Hi There".utf8),
        "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"
      ),
      (
        Array("Jefe".utf8), Array("what do ya want for nothing?".utf8),
        "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"
      ),
      (
        [UInt8](repeating: 0xaa, count: 20), [UInt8](repeating: 0xdd, count: 50),
        "773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe"
      ),
      (
        [UInt8](repeating: 0xaa, count: 131),
        Array("Test Using Larger Than Block-Size Key - Hash Key First".utf8),
        "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54"
      ),
    ]) func vectors(key: [UInt8], message: [UInt8], expected: String) throws
  {
    #expect(try PseudonymKey(key: key).authenticationCode(of: message).hexadecimal == expected)
  }

  @Test("A pseudonym is the same within a run and another in the next")
  func runs() throws {
    let run = try PseudonymKey()
    let next = try PseudonymKey()
    let id = "V07".utf8
    #expect(try run.pseudonym(of: id) == run.pseudonym(of: id))
    #expect(try run.pseudonym(of: id) != run.pseudonym(of: "V08".utf8))
    #expect(try run.pseudonym(of: id) != next.pseudonym(of: id))
    #expect(try run.pseudonym(of: id).count == 32)
  }

  @Test("No key can be printed")
  func silent() throws {
    var text = ""
    dump(PseudonymKey(key: Array("Jefe".utf8)), to: &text)
    #expect(text == "- PseudonymKey\n")
    #expect("\(try SpillKey())" == "SpillKey")
  }
}
