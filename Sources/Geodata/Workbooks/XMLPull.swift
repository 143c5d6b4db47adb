import Foundation

/// Reads XML event by event from a packed stream, in memory bounded by the longest tag or text.
///
/// It knows what workbooks need: elements, attributes, text, CDATA, entities of XML and by number; a document type is
/// refused. Names are compared without their prefix.
final class XMLPull {
  enum Event {
    case start
    case end
    case text
    case done
  }

  private let stream: InflateStream
  private let name: String
  private var buffer: UnsafeMutablePointer<UInt8>
  private var capacity: Int
  /// What is unread lies from `position` to `filled`.
  private var position = 0
  private var filled = 0
  /// The event's bytes: the tag between < and >, or the text.
  private var tokenStart = 0
  private var tokenEnd = 0
  private var nameStart = 0
  private var nameEnd = 0
  private var isRaw = false
  private var endIsPending = false

  init(_ stream: InflateStream, name: String) {
    self.stream = stream
    self.name = name
    capacity = 1 << 16
    buffer = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
  }

  deinit { buffer.deallocate() }

  private func damaged(_ what: String) -> GeodataError {
    GeodataError(.data, "is damaged: \(what)", file: name, advice: "save it again")
  }

  /// Moves what is unread to the front and reads more behind it. False at the stream's end.
  private func refill() throws(GeodataError) -> Bool {
    if position > 0 {
      memmove(buffer, buffer + position, filled - position)
      filled -= position
      position = 0
    } else if filled == capacity {
      guard capacity < Limits.cellBytes * 2 else {
        throw .beyond("\(Limits.size(Limits.cellBytes)) in one cell or tag", file: name)
      }
      let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity * 2)
      larger.update(from: buffer, count: filled)
      buffer.deallocate()
      buffer = larger
      capacity *= 2
    }
    let n = try stream.read(into: buffer + filled, count: capacity - filled)
    filled += n
    return n > 0
  }

  /// The next event.
  func next() throws(GeodataError) -> Event {
    if endIsPending {
      endIsPending = false
      return .end
    }
    while true {
      if position == filled, try !refill() { return .done }
      if buffer[position] != 60 {
        try findText()
        return .text
      }
      if let event = try markup() { return event }
    }
  }

  private func findText() throws(GeodataError) {
    var p = position
    while true {
      if let found = memchr(buffer + p, 60, filled - p) {
        p = UnsafeMutableRawPointer(buffer).distance(to: found)
        break
      }
      let seen = filled - position
      guard try refill() else {
        p = filled
        break
      }
      p = position + seen
    }
    isRaw = false
    tokenStart = position
    tokenEnd = p
    position = p
  }

  /// Reads what begins with <; nil for comments and processing instructions.
  private func markup() throws(GeodataError) -> Event? {
    while filled - position < 9, try refill() {}
    if filled - position >= 2, buffer[position + 1] == 33 {
      if begins("<!--") {
        position = try end(of: "-->", from: 4)
        return nil
      }
      if begins("<![CDATA[") {
        let after = try end(of: "]]>", from: 9)
        tokenStart = position + 9
        tokenEnd = after - 3
        isRaw = true
        position = after
        return .text
      }
      throw GeodataError(
        .data, "holds a document type, which no workbook has and in which entities are declared", file: name,
        advice: "save it again in the program it was made in")
    }
    if filled - position >= 2, buffer[position + 1] == 63 {
      position = try end(of: "?>", from: 2)
      return nil
    }
    let close = try endOfTag()
    tokenStart = position + 1
    tokenEnd = close
    position = close + 1
    if tokenStart < tokenEnd, buffer[tokenStart] == 47 {
      setName(from: tokenStart + 1)
      return .end
    }
    if tokenEnd > tokenStart, buffer[tokenEnd - 1] == 47 {
      tokenEnd -= 1
      endIsPending = true
    }
    setName(from: tokenStart)
    return .start
  }

  private func setName(from start: Int) {
    nameStart = start
    var p = start
    while p < tokenEnd, buffer[p] > 32 {
      if buffer[p] == 58 { nameStart = p + 1 }
      p += 1
    }
    nameEnd = p
  }

  private func begins(_ text: StaticString) -> Bool {
    let n = text.utf8CodeUnitCount
    return filled - position >= n && memcmp(buffer + position, text.utf8Start, n) == 0
  }

  /// Where the tag's > is, quoted ones passed over.
  private func endOfTag() throws(GeodataError) -> Int {
    var p = position + 1
    var quote: UInt8 = 0
    while true {
      while p < filled {
        let b = buffer[p]
        if quote != 0 {
          if b == quote { quote = 0 }
        } else if b == 62 {
          return p
        } else if b == 34 || b == 39 {
          quote = b
        }
        p += 1
      }
      let seen = p - position
      guard try refill() else { throw damaged("it ends inside a tag") }
      p = position + seen
    }
  }

  /// The position after the mark that ends this.
  private func end(of mark: StaticString, from offset: Int) throws(GeodataError) -> Int {
    let n = mark.utf8CodeUnitCount
    var p = position + offset
    while true {
      while p + n <= filled {
        if memcmp(buffer + p, mark.utf8Start, n) == 0 { return p + n }
        p += 1
      }
      let seen = p - position
      guard try refill() else { throw damaged("it ends inside a comment") }
      p = position + seen
    }
  }

  /// Whether the element is so called, its prefix aside.
  func isNamed(_ text: StaticString) -> Bool {
    let n = text.utf8CodeUnitCount
    return nameEnd - nameStart == n && memcmp(buffer + nameStart, text.utf8Start, n) == 0
  }

  /// The attribute's bytes as they stand, by its name with or without prefix; nil if it is not there. Valid until the next event.
  func attribute(_ text: StaticString) -> UnsafeBufferPointer<UInt8>? {
    let n = text.utf8CodeUnitCount
    var p = nameEnd
    while p < tokenEnd {
      while p < tokenEnd, buffer[p] <= 32 { p += 1 }
      var start = p
      while p < tokenEnd, buffer[p] != 61, buffer[p] > 32 {
        if buffer[p] == 58 { start = p + 1 }
        p += 1
      }
      let end = p
      while p < tokenEnd, buffer[p] != 34, buffer[p] != 39 { p += 1 }
      guard p < tokenEnd else { return nil }
      let quote = buffer[p]
      let valueStart = p + 1
      p = valueStart
      while p < tokenEnd, buffer[p] != quote { p += 1 }
      if end - start == n, memcmp(buffer + start, text.utf8Start, n) == 0 {
        return UnsafeBufferPointer(start: buffer + valueStart, count: p - valueStart)
      }
      p += 1
    }
    return nil
  }

  /// The attribute as text, entities resolved.
  func text(of attribute: StaticString) -> String? {
    guard let bytes = self.attribute(attribute) else { return nil }
    var text: [UInt8] = []
    Self.append(bytes, to: &text)
    return String(decoding: text, as: UTF8.self)
  }

  /// Appends the text event's bytes, entities resolved.
  func appendText(to text: inout [UInt8]) {
    let bytes = UnsafeBufferPointer(start: buffer + tokenStart, count: tokenEnd - tokenStart)
    if isRaw { text.append(contentsOf: bytes) } else { Self.append(bytes, to: &text) }
  }

  private static func append(_ bytes: UnsafeBufferPointer<UInt8>, to text: inout [UInt8]) {
    guard let base = bytes.baseAddress, memchr(base, 38, bytes.count) != nil else {
      text.append(contentsOf: bytes)
      return
    }
    var p = 0
    while p < bytes.count {
      guard bytes[p] == 38, let semicolon = bytes[p...].prefix(12).firstIndex(of: 59),
        let scalar = entity(String(decoding: bytes[(p + 1)..<semicolon], as: UTF8.self))
      else {
        text.append(bytes[p])
        p += 1
        continue
      }
      UTF16Text.append(scalar, to: &text)
      p = semicolon + 1
    }
  }

  private static func entity(_ name: String) -> UInt32? {
    switch name {
    case "amp": return 38
    case "lt": return 60
    case "gt": return 62
    case "quot": return 34
    case "apos": return 39
    default:
      guard name.hasPrefix("#") else { return nil }
      let value =
        name.hasPrefix("#x") || name.hasPrefix("#X") ? UInt32(name.dropFirst(2), radix: 16) : UInt32(name.dropFirst())
      return value.flatMap { Unicode.Scalar($0)?.value }
    }
  }
}
