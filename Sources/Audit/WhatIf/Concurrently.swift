import Dispatch
import Synchronization

/// Does a few independent things that may fail at the same time.
enum Concurrently {
  /// The results in their order; the first error in that order is thrown.
  static func map<Result: Sendable>(_ count: Int, _ work: @Sendable (Int) throws -> Result) throws -> [Result] {
    let outcomes = Mutex<[Int: Swift.Result<Result, any Error>]>([:])
    DispatchQueue.concurrentPerform(iterations: count) { index in
      let outcome = Swift.Result { try work(index) }
      outcomes.withLock { $0[index] = outcome }
    }
    let finished = outcomes.withLock { $0 }
    return try (0..<count).compactMap { try finished[$0]?.get() }
  }
}
