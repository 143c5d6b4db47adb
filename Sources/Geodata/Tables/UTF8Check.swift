import CScan
import Dispatch

/// Whether bytes are UTF-8, and where they are not. Plain ASCII passes at memory speed.
enum UTF8Check {
  struct Finding {
    /// The first byte that no UTF-8 sequence explains.
    var invalid: Int?
    /// The first NUL before it.
    var nul: Int?
    /// Whether a well-formed sequence of several bytes was seen before it.
    var hasMultibyte = false
    /// Whether the invalid byte begins a sequence that the file's end cuts short.
    var isCutAtEnd = false
  }

  /// Checks the bytes from `start` on, large files in pieces side by side.
  static func check(_ bytes: FileBytes, from start: Int) -> Finding {
    let pieces = (bytes.count - start) >> 24
    guard pieces > 1 else { return check(bytes, from: start, to: bytes.count) }
    var edges = [start]
    for piece in 1..<pieces {
      var edge = start + (piece << 24)
      // Not within a character: its continuation bytes belong to the piece before.
      while edge < bytes.count, bytes.start[edge] & 0xC0 == 0x80 { edge += 1 }
      edges.append(edge)
    }
    edges.append(bytes.count)
    let bounds = edges
    var findings = [Finding](repeating: Finding(), count: pieces)
    findings.withUnsafeMutableBufferPointer { buffer in
      nonisolated(unsafe) let findings = buffer
      DispatchQueue.concurrentPerform(iterations: pieces) { piece in
        findings[piece] = check(bytes, from: bounds[piece], to: bounds[piece + 1])
        bytes.release(bounds[piece]..<bounds[piece + 1])
      }
    }
    var finding = Finding()
    for piece in findings {
      finding.hasMultibyte = finding.hasMultibyte || piece.hasMultibyte
      guard piece.invalid != nil || piece.nul != nil else { continue }
      finding.invalid = piece.invalid
      finding.nul = piece.nul
      finding.isCutAtEnd = piece.isCutAtEnd
      return finding
    }
    return finding
  }

  private static func check(_ bytes: FileBytes, from start: Int, to end: Int) -> Finding {
    var finding = Finding()
    let text = bytes.start
    var i = start
    while i < end {
      i += needs_plain_prefix(text + i, end - i)
      guard i < end else { break }
      let b = text[i]
      if b == 0 {
        finding.nul = i
        return finding
      }
      if b < 0x80 {
        i += 1
        continue
      }
      let length = sequenceLength(text, i, end)
      if length == 0 {
        finding.invalid = i
        finding.isCutAtEnd = end == bytes.count && isPrefix(text, i, end)
        return finding
      }
      finding.hasMultibyte = true
      i += length
    }
    return finding
  }

  /// The length of the well-formed sequence at `i`, or 0 (Unicode 15, table 3-7).
  private static func sequenceLength(_ text: UnsafePointer<UInt8>, _ i: Int, _ end: Int) -> Int {
    func follows(_ k: Int, _ range: ClosedRange<UInt8> = 0x80...0xBF) -> Bool {
      i + k < end && range.contains(text[i + k])
    }
    switch text[i] {
    case 0xC2...0xDF: return follows(1) ? 2 : 0
    case 0xE0: return follows(1, 0xA0...0xBF) && follows(2) ? 3 : 0
    case 0xED: return follows(1, 0x80...0x9F) && follows(2) ? 3 : 0
    case 0xE1...0xEF: return follows(1) && follows(2) ? 3 : 0
    case 0xF0: return follows(1, 0x90...0xBF) && follows(2) && follows(3) ? 4 : 0
    case 0xF4: return follows(1, 0x80...0x8F) && follows(2) && follows(3) ? 4 : 0
    case 0xF1...0xF3: return follows(1) && follows(2) && follows(3) ? 4 : 0
    default: return 0
    }
  }

  /// Whether the bytes up to the end are a multi-byte sequence's beginning that has at least one continuation byte.
  private static func isPrefix(_ text: UnsafePointer<UInt8>, _ i: Int, _ end: Int) -> Bool {
    let wanted: Int
    switch text[i] {
    case 0xE1...0xEF: wanted = 3
    case 0xF1...0xF3: wanted = 4
    default: return false
    }
    let have = end - i
    guard have >= 2, have < wanted else { return false }
    return (1..<have).allSatisfy { (0x80...0xBF).contains(text[i + $0]) }
  }
}
