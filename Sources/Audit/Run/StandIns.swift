import Workspace

/// What a run takes in place of what audit.yml names, so that one thing at a time can change between two runs.
struct StandIns: Sendable {
  /// Files by the role that they have in audit.yml: `enrolments`. A role that is not here has the files that it names.
  var files: [String: [InputPaths.Found]] = [:]
  /// Areas and catchments that are known already; nil: those of audit.yml.
  var borders: Borders?

  /// The areas and catchments of a run.
  struct Borders: Sendable {
    /// Areas with a shape, in the order of their codes.
    let areas: [CycleContent.Place]
    /// Catchments with a shape, in the order of their codes.
    let catchments: [CycleContent.Place]

    /// Those that a run had.
    init(_ content: CycleContent) {
      areas = content.areas.filter { $0.shape != nil }
      catchments = content.catchments.filter { $0.shape != nil }
    }

    /// Whether both hold the same codes with the same shapes.
    func isSame(as other: Borders) -> Bool {
      func same(_ left: [CycleContent.Place], _ right: [CycleContent.Place]) -> Bool {
        left.map(\.code) == right.map(\.code) && zip(left, right).allSatisfy { $0.shape == $1.shape }
      }
      return same(areas, other.areas) && same(catchments, other.catchments)
    }
  }
}
