import Foundation
import Geodata
import Workspace

/// One run of an audit for one cycle: read, locate, join, tally. What comes out is counts; storing, asking and
/// reporting them is what the command does next.
///
/// ```swift
/// let file = try AuditFile.read(url, data: nil)
/// let run = try AuditRun(file, cycle: nil)
/// try workspace.write(run.content, name: file.name, engine: engine, crs: file.crs)
/// ```
public struct AuditRun: Sendable {
  /// The counts and all that explains them.
  public internal(set) var content: CycleContent
  /// Rows that whoever keeps the data should look at, by file and row.
  public let ledger: [LedgerLine]
  /// What became of the areas of an earlier vintage, where audit.yml names a lookup and has several cycles.
  let moving: AreaMoving?
  /// How complete and how plausible the files are, if that was asked for.
  public let check: CycleCheck?
  /// Who was counted and what each did, to be held against another cycle; in memory only, empty where there is no other.
  let roster: Roster

  /// Runs the audit for a cycle; nil: the last one. With `isChecked` it looks for outliers and blank cells as well.
  ///
  /// - Throws: a `Refusal` that says what, where and what to do.
  public init(_ file: AuditFile, cycle label: String?, isChecked: Bool = false) throws {
    try self.init(file, cycle: label, isChecked: isChecked, standIns: StandIns())
  }

  /// The same with something else in place of what audit.yml names.
  init(_ file: AuditFile, cycle label: String?, isChecked: Bool = false, standIns: StandIns) throws {
    let block = try AuditRun.cycle(label, of: file)
    var paths = InputPaths(auditFile: file.source.name, root: file.source.root)
    paths.standIns = standIns.files
    var reading = CycleReading(file, block, paths)
    reading.borders = standIns.borders

    try reading.resolveMappings()
    try reading.readAreas()
    try reading.readDirectory()
    try reading.readProperties()
    try reading.readCentres()
    try reading.readCatchments()
    try reading.readPopulation()
    try reading.readIndicators()
    try reading.readEnrolments()
    try reading.readServiceUse()
    try reading.readNames()
    try reading.locate()
    try reading.join()
    try reading.tally()
    try reading.weigh()
    try reading.analyse()
    try reading.readEvidence()
    if isChecked {
      let check = CycleCheck(reading, completeness: try reading.completeness())
      reading.doubt(check.outliers)
      self.check = check
    } else {
      check = nil
    }
    if file.cycles.count > 1, standIns.borders == nil, let (lookup, sizes) = try reading.lookup() {
      moving = AreaMoving(lookup: lookup, sizes: sizes)
    } else {
      moving = nil
    }
    ledger = reading.rejects.sortedLines
    roster = file.cycles.count > 1 ? Roster(reading) : Roster()
    content = reading.finished()
  }

  static func cycle(_ label: String?, of file: AuditFile) throws(AuditError) -> CycleBlock {
    guard let label else { return file.cycles[file.cycles.count - 1] }
    guard let block = file.cycles.first(where: { $0.label == label }) else {
      throw AuditError(
        "\(file.source.name) has no cycle \(label); it has \(file.cycles.map(\.label).joined(separator: ", "))",
        exitCode: 64)
    }
    return block
  }
}
