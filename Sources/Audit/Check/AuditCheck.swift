import Foundation
import Geodata
import Workspace

/// Everything that is wrong or worth knowing in all files of an audit, found in one pass, without storing anything.
///
/// Where an audit stops at its first refusal, a check goes on: each file is read by itself, and what cannot be looked at
/// because something before it is missing is said.
public struct AuditCheck: Sendable {
  /// Refusals first, then warnings, then notes; within these in the order of the files.
  public let findings: [Complaint]
  /// How full each mapped column is.
  public let completeness: [ColumnCompleteness]
  /// What cannot be or lies far outside the rest.
  public let outliers: [Outlier]
  /// What was seen of each cycle.
  public let cycles: [CycleCheck]
  /// Whether an audit would run.
  public var isRunnable: Bool { exitCode == 0 }
  /// The exit code that the first refusal asks for; 0 if there is none.
  public let exitCode: Int32

  /// Checks one cycle; nil: every cycle of the file.
  public init(_ file: AuditFile, cycle label: String? = nil) throws(AuditError) {
    let blocks = try label.map { (label) throws(AuditError) in [try AuditRun.cycle(label, of: file)] } ?? file.cycles
    var findings: [Complaint] = []
    var exitCode: Int32 = 0
    var completeness: [ColumnCompleteness] = []
    var outliers: [Outlier] = []
    var cycles: [CycleCheck] = []
    for block in blocks {
      var pass = CheckPass(CycleReading(file, block, InputPaths(auditFile: file.source.name, root: file.source.root)))
      pass.run()
      var cycle = CycleCheck(pass.reading, completeness: pass.completeness)
      cycle.findings = pass.refusals + cycle.findings
      for outlier in cycle.outliers where !outliers.contains(outlier) { outliers.append(outlier) }
      for finding in cycle.findings where !findings.contains(finding) { findings.append(finding) }
      for column in pass.completeness where !completeness.contains(column) { completeness.append(column) }
      if exitCode == 0 { exitCode = pass.exitCode }
      cycles.append(cycle)
    }
    (self.outliers, self.cycles) = (outliers, cycles)
    let order: [Complaint.Severity] = [.refusal, .warning, .note]
    self.findings = order.flatMap { severity in findings.filter { $0.severity == severity } }
    self.exitCode = exitCode
    self.completeness = completeness
  }
}

/// One pass over the files of one cycle that does not stop at a refusal.
private struct CheckPass {
  var reading: CycleReading
  var refusals: [Complaint] = []
  var exitCode: Int32 = 0
  var completeness: [ColumnCompleteness] = []

  init(_ reading: CycleReading) { self.reading = reading }

  mutating func run() {
    _ = attempt { (reading) in try reading.resolveMappings() }
    let hasAreas = attempt { (reading) in try reading.readAreas() }
    let hasDirectory = attempt { (reading) in try reading.readDirectory() }
    _ = attempt { (reading) in try reading.readProperties() }
    let hasCentres = attempt { (reading) in try reading.readCentres() }
    var hasCatchments = false
    if hasAreas && hasCentres { hasCatchments = attempt { (reading) in try reading.readCatchments() } }
    if hasAreas {
      _ = attempt { (reading) in try reading.readPopulation() }
      for block in reading.file.indicators { _ = attempt { (reading) in try reading.readIndicator(block) } }
    }
    let hasEnrolments = attempt { (reading) in try reading.readEnrolments() }
    let hasUse = attempt { (reading) in try reading.readServiceUse() }
    if hasAreas && hasCatchments && hasEnrolments && hasUse && hasDirectory {
      _ = attempt { (reading) in
        try reading.locate()
        try reading.join()
        try reading.weigh()
        try reading.analyse()
      }
    } else {
      refusals.append(
        Complaint(
          .note, "which areas the homes lie in is not looked at until the refusals above are mended",
          file: reading.file.source.name))
    }
    _ = attempt { (reading) in
      try reading.readNames()
      try reading.readEvidence()
    }
    var columns: [ColumnCompleteness] = []
    _ = attempt { (reading) in columns = try reading.completeness() }
    completeness = columns
  }

  private mutating func attempt(_ step: (inout CycleReading) throws -> Void) -> Bool {
    do {
      try step(&reading)
      return true
    } catch let error as GeodataError {
      if !refusals.contains(error.complaint) { refusals.append(error.complaint) }
      if exitCode == 0 { exitCode = error.exitCode }
    } catch {
      let refusal = error as? any Refusal
      let complaint = Complaint(.refusal, refusal?.description ?? "\(error)")
      if !refusals.contains(complaint) { refusals.append(complaint) }
      if exitCode == 0 { exitCode = refusal?.exitCode ?? 70 }
    }
    return false
  }
}

extension CycleReading {
  /// The tables with a row for each child or visit.
  var personalTables: [TableBlock] { [inputs.enrolments?.table, inputs.serviceUse].compactMap { $0 } }
}
