import Dispatch
import Synchronization

/// Work on many shapes at once. GEOS and PROJ serve one thread at a time, so each item makes its own.
public enum Parallel {
  /// Maps on all cores; the result has the order of the items, whatever the number of threads.
  /// - Throws: the error of the first item (in their order) that has one.
  public static func map<T: Sendable, R: Sendable, E: Error>(
    _ items: [T], _ body: @Sendable (T) throws(E) -> R
  ) throws(E) -> [R] {
    try slices(items, of: 1) { slice throws(E) in
      var results: [R] = []
      for item in slice { results.append(try body(item)) }
      return results
    }
  }

  /// Maps slices of so many items on all cores, for work that shares something costly within a slice.
  /// - Throws: the error of the first slice (in their order) that has one.
  public static func slices<T: Sendable, R: Sendable, E: Error>(
    _ items: [T], of size: Int, _ body: @Sendable (ArraySlice<T>) throws(E) -> [R]
  ) throws(E) -> [R] {
    let count = (items.count + size - 1) / max(1, size)
    guard count > 1 else { return try body(items[...]) }
    let results = Results<R, E>(count: count)
    DispatchQueue.concurrentPerform(iterations: count) { n in
      let slice = items[n * size..<min(items.count, (n + 1) * size)]
      do throws(E) {
        results.set(n, .success(try body(slice)))
      } catch {
        results.set(n, .failure(error))
      }
    }
    var all: [R] = []
    all.reserveCapacity(items.count)
    for result in results.taken() {
      if let result { all += try result.get() }
    }
    return all
  }

  /// Results that come in any order and are kept in that of their slices.
  private final class Results<R: Sendable, E: Error>: Sendable {
    private let slices: Mutex<[Result<[R], E>?]>

    init(count: Int) { slices = Mutex(Array(repeating: nil, count: count)) }

    func set(_ n: Int, _ result: Result<[R], E>) { slices.withLock { $0[n] = result } }

    func taken() -> [Result<[R], E>?] { slices.withLock { $0 } }
  }
}
