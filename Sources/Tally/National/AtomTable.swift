import Geometry

/// Numbers the atoms that occur: an area (−1: none) with the catchments that hold the point.
struct AtomTable: Sendable {
  private(set) var areas: [Int32] = []
  private var starts: [Int] = [0]
  private var catchments: [Int32] = []
  /// Open addressing: the number of an atom plus one, or 0.
  private var slots = [UInt32](repeating: 0, count: 1024)

  var count: Int { areas.count }

  func catchments(of atom: Int) -> ArraySlice<Int32> { catchments[starts[atom]..<starts[atom + 1]] }

  /// The number of the atom; a new one where it was not seen before. O(catchments of the atom).
  mutating func number(_ area: Int32, _ held: UnsafeBufferPointer<Int32>) -> UInt32 {
    var hash = UInt64(truncatingIfNeeded: area) &* 0x9E37_79B9_7F4A_7C15
    for catchment in held { hash = (hash ^ UInt64(truncatingIfNeeded: catchment)) &* 0xD6E8_FEB8_6659_FD93 }
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash >> 32) & mask
    while slots[slot] != 0 {
      let atom = Int(slots[slot] - 1)
      if areas[atom] == area, isHeld(held, by: atom) { return UInt32(atom) }
      slot = (slot + 1) & mask
    }
    areas.append(area)
    catchments.append(contentsOf: held)
    starts.append(catchments.count)
    slots[slot] = UInt32(areas.count)
    if areas.count * 2 > slots.count { grow() }
    return UInt32(areas.count - 1)
  }

  /// Whether the atom's catchments are these.
  @inline(__always)
  private func isHeld(_ held: UnsafeBufferPointer<Int32>, by atom: Int) -> Bool {
    let start = starts[atom]
    guard starts[atom + 1] - start == held.count else { return false }
    var index = 0
    while index < held.count, catchments[start + index] == held[index] { index += 1 }
    return index == held.count
  }

  private mutating func grow() {
    slots = [UInt32](repeating: 0, count: slots.count * 2)
    let mask = slots.count - 1
    for atom in areas.indices {
      var hash = UInt64(truncatingIfNeeded: areas[atom]) &* 0x9E37_79B9_7F4A_7C15
      for catchment in catchments(of: atom) {
        hash = (hash ^ UInt64(truncatingIfNeeded: catchment)) &* 0xD6E8_FEB8_6659_FD93
      }
      var slot = Int(truncatingIfNeeded: hash >> 32) & mask
      while slots[slot] != 0 { slot = (slot + 1) & mask }
      slots[slot] = UInt32(atom + 1)
    }
  }
}
