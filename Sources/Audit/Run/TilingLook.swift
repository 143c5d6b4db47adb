import Dispatch
import Geodata
import Geometry
import Synchronization

/// Looks for overlaps and gaps of the areas while the rest of the files is read: nothing waits for what it finds.
final class TilingLook: Sendable {
  private let group = DispatchGroup()
  private let found = Mutex<[Complaint]>([])

  /// Starts to look.
  init(_ shapes: [CodedShape], file: String) {
    DispatchQueue.global().async(group: group) { [self] in
      let complaints = TilingComplaints.of(shapes, role: .areas, file: file)
      found.withLock { $0 = complaints }
    }
  }

  /// What was found; waits until the look is over.
  var complaints: [Complaint] {
    group.wait()
    return found.withLock { $0 }
  }
}
