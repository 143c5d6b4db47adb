import Dispatch

/// Runs `body` for 0..<count on up to so many threads and returns when all are done. In order on one thread.
func parallel(_ count: Int, threads: Int, _ body: @Sendable (Int) -> Void) {
  if threads <= 1 || count <= 1 {
    for index in 0..<count { body(index) }
    return
  }
  let workers = min(threads, count)
  // Each worker takes every workers-th piece: which thread does what depends on nothing.
  DispatchQueue.concurrentPerform(iterations: workers) { worker in
    var index = worker
    while index < count {
      body(index)
      index += workers
    }
  }
}

/// Memory that several threads use at places of their own.
struct SendableBuffer<Base>: @unchecked Sendable {
  let base: Base

  init(_ base: Base) { self.base = base }
}

/// A result for each piece of parallel work; each piece sets its own.
final class SharedSlots<Value: Sendable>: @unchecked Sendable {
  private let slots: UnsafeMutableBufferPointer<Value?>

  init(count: Int) {
    slots = .allocate(capacity: count)
    slots.initialize(repeating: nil)
  }

  deinit {
    slots.deinitialize()
    slots.deallocate()
  }

  func set(_ index: Int, _ value: Value) { slots[index] = value }

  /// All that were set, in order.
  var values: [Value] { slots.compactMap { $0 } }
}
