import CGEOS

/// One GEOS context and the last thing it complained about.
///
/// GEOS is re-entrant, not thread-safe: a context serves one thread at a time. `Shape` is not `Sendable` and holds its
/// engine, so the compiler keeps both on one thread, and the context outlives every pointer made in it.
final class Engine {
  let handle: GEOSContextHandle_t
  private let complaints: Complaints

  /// What GEOS says through its error handler, which knows no Swift.
  private final class Complaints {
    var last = ""
  }

  init() throws(GeometryError) {
    guard let handle = GEOS_init_r() else {
      throw GeometryError(.engine, "GEOS could not start")
    }
    self.handle = handle
    complaints = Complaints()
    // The handler lives as long as the context, and the context as long as this object, which owns `complaints`.
    _ = GEOSContext_setErrorMessageHandler_r(
      handle,
      { message, box in
        guard let message, let box else { return }
        Unmanaged<Complaints>.fromOpaque(box).takeUnretainedValue().last = String(cString: message)
      }, Unmanaged.passUnretained(complaints).toOpaque())
  }

  deinit { GEOS_finish_r(handle) }

  /// The error for a call that failed: what was tried, and GEOS's words.
  func error(_ operation: String) -> GeometryError {
    let words = complaints.last.isEmpty ? "GEOS gives no reason" : complaints.last
    complaints.last = ""
    return GeometryError(.engine, "\(operation) failed: \(words)")
  }

  /// Takes ownership of a geometry that GEOS made, or throws what it said instead.
  func own(_ pointer: OpaquePointer?, _ operation: String) throws(GeometryError) -> Shape {
    guard let pointer else { throw error(operation) }
    return Shape(engine: self, owning: pointer)
  }
}
