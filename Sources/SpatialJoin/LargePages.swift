import Foundation

/// Memory for tables of many megabytes that are read here and there.
///
/// Each first look at a page of 4 kB costs a walk through the tables of the processor's memory; where the system gives
/// pages of 2 MB there are few enough to be known by heart. A system that does not just gives ordinary memory.
enum LargePages {
  private static let size = 2 << 20

  /// Uninitialised memory for so many values, to be deallocated as usual.
  static func allocate<Value>(_ count: Int, of: Value.Type = Value.self) -> UnsafeMutablePointer<Value> {
    let bytes = count * MemoryLayout<Value>.stride
    guard bytes >= size else { return .allocate(capacity: count) }
    let memory = UnsafeMutableRawPointer.allocate(byteCount: bytes, alignment: size)
    #if os(Linux)
      // Only advice: what it answers does not matter.
      _ = madvise(memory, bytes, Int32(MADV_HUGEPAGE))
    #endif
    return memory.bindMemory(to: Value.self, capacity: count)
  }

  /// The same as a buffer.
  static func buffer<Value>(_ count: Int, of: Value.Type = Value.self) -> UnsafeMutableBufferPointer<Value> {
    UnsafeMutableBufferPointer(start: allocate(count), count: count)
  }
}
