import Geodata

/// Until when what is kept: `retention: {registers: 2027-08-31, workspace: 2032-08-31, releases: 2036-08-31}`.
public struct RetentionBlock: Sendable, Equatable {
  /// The last day of the files of children and visits.
  public var registers: Day?
  /// The last day of the workspace with exact counts.
  public var workspace: Day?
  /// The last day of releases.
  public var releases: Day?

  /// Nothing is said.
  init() {}

  init(_ block: YAMLBlock?) throws(AuditError) {
    guard let block else { return }
    try block.allow(["registers", "workspace", "releases"])
    registers = try block.day("registers")
    workspace = try block.day("workspace")
    releases = try block.day("releases")
  }

  /// What should have gone by a day, in words; empty where nothing should.
  public func overdue(on today: Day) -> [String] {
    let parts = [("the files of children and visits", registers), ("the workspace", workspace), ("releases", releases)]
    return parts.compactMap { what, last in
      guard let last, last < today else { return nil }
      return "\(what) should have been deleted after \(last) (retention: in the audit file)"
    }
  }
}
