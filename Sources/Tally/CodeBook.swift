/// Numbers texts in the order of their first appearance, so that rows can hold a number where the file holds a text.
///
/// It lives in memory while a run reads; nothing of it is stored. Adding and finding are O(length of the text).
public struct CodeBook: Sendable {
  private var arena: [UInt8] = []
  private var starts: [Int] = [0]
  private var slots: [Int32]
  private var mask: Int

  /// Starts an empty book with room for about `capacity` texts.
  public init(capacity: Int = 64) {
    var size = 16
    while size < capacity * 2 { size *= 2 }
    slots = Array(repeating: -1, count: size)
    mask = size - 1
  }

  /// How many different texts it holds.
  public var count: Int { starts.count - 1 }

  /// The number of a text; a new one if it was not there.
  public mutating func number(of text: UnsafeBufferPointer<UInt8>) -> Int32 {
    if count * 2 >= slots.count { grow() }
    var slot = CodeBook.hash(text) & mask
    while slots[slot] >= 0 {
      if equals(slots[slot], text) { return slots[slot] }
      slot = (slot + 1) & mask
    }
    let number = Int32(count)
    slots[slot] = number
    arena.append(contentsOf: text)
    starts.append(arena.count)
    return number
  }

  /// The number of a text; a new one if it was not there.
  public mutating func number(of text: String) -> Int32 {
    var text = text
    return text.withUTF8 { number(of: $0) }
  }

  /// The number of a text, or nil if it is not in the book.
  public func find(_ text: UnsafeBufferPointer<UInt8>) -> Int32? {
    var slot = CodeBook.hash(text) & mask
    while slots[slot] >= 0 {
      if equals(slots[slot], text) { return slots[slot] }
      slot = (slot + 1) & mask
    }
    return nil
  }

  /// The text of a number.
  public func text(of number: Int32) -> String {
    String(decoding: arena[starts[Int(number)]..<starts[Int(number) + 1]], as: UTF8.self)
  }

  /// All texts in the order of their numbers.
  public var texts: [String] { (0..<Int32(count)).map { text(of: $0) } }

  private func equals(_ number: Int32, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
    let start = starts[Int(number)]
    guard starts[Int(number) + 1] - start == text.count else { return false }
    for i in 0..<text.count where arena[start + i] != text[i] { return false }
    return true
  }

  private mutating func grow() {
    mask = slots.count * 2 - 1
    slots = Array(repeating: -1, count: mask + 1)
    for number in 0..<Int32(count) {
      let range = starts[Int(number)]..<starts[Int(number) + 1]
      var slot = arena.withUnsafeBufferPointer { CodeBook.hash(UnsafeBufferPointer(rebasing: $0[range])) } & mask
      while slots[slot] >= 0 { slot = (slot + 1) & mask }
      slots[slot] = number
    }
  }

  /// FNV-1a, 64 bits, with a final mix: not keyed, for it never decides an order that is printed.
  private static func hash(_ text: UnsafeBufferPointer<UInt8>) -> Int {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in text { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    hash ^= hash >> 32
    return Int(truncatingIfNeeded: hash &* 0x9e37_79b9_7f4a_7c15 >> 1)
  }
}
