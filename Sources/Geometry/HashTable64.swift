/// A table from 64-bit keys to 32-bit values: open addressing, linear probing. Many times faster than a Dictionary of
/// points for the millions of vertices of a national layer. O(1) a look-up; grows by doubling at two thirds.
struct HashTable64 {
  private var keys: [UInt64]
  private var values: [Int32]
  private var mask: Int
  private(set) var count = 0
  /// A key that none of the callers makes.
  private static let vacant = UInt64.max

  init(capacity: Int) {
    var size = 16
    while size * 2 < capacity * 3 { size *= 2 }
    keys = Array(repeating: HashTable64.vacant, count: size)
    values = Array(repeating: 0, count: size)
    mask = size - 1
  }

  /// The slot of a key, or the vacant one where it belongs. The multiplier is 2^64 over the golden ratio.
  private func slot(_ key: UInt64) -> Int {
    var mixed = (key ^ (key >> 31)) &* 0x9E37_79B9_7F4A_7C15
    mixed ^= mixed >> 29
    var slot = Int(truncatingIfNeeded: mixed) & mask
    while keys[slot] != key, keys[slot] != HashTable64.vacant { slot = (slot + 1) & mask }
    return slot
  }

  /// The value of a key, and what is stored for it; nil takes nothing away.
  subscript(_ key: UInt64) -> Int32? {
    get {
      let slot = slot(key)
      return keys[slot] == key ? values[slot] : nil
    }
    set {
      guard let newValue else { return }
      var slot = slot(key)
      if keys[slot] != key {
        if (count + 1) * 3 > keys.count * 2 {
          grow()
          slot = self.slot(key)
        }
        keys[slot] = key
        count += 1
      }
      values[slot] = newValue
    }
  }

  private mutating func grow() {
    let (oldKeys, oldValues) = (keys, values)
    keys = Array(repeating: HashTable64.vacant, count: oldKeys.count * 2)
    values = Array(repeating: 0, count: oldKeys.count * 2)
    mask = keys.count - 1
    for (key, value) in zip(oldKeys, oldValues) where key != HashTable64.vacant {
      let slot = slot(key)
      keys[slot] = key
      values[slot] = value
    }
  }
}
