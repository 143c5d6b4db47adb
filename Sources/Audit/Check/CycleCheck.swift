import Geodata
import Workspace

/// What a check saw of one cycle: how full and how valid its files are, how homes were matched, what is far outside the
/// rest, and what stands under the rates.
public struct CycleCheck: Sendable {
  /// The cycle's label.
  public var label: String
  /// The files, what they were taken for, how many rows were read and used.
  public var files: [CycleContent.InputFile]
  /// Rows left out, by file and reason.
  public var rejects: [CycleContent.Reject]
  /// What is wrong or worth knowing.
  public var findings: [Complaint]
  /// How full each mapped column of children and visits is.
  public var completeness: [ColumnCompleteness]
  /// What cannot be or lies far outside the rest.
  public var outliers: [Outlier]
  /// Numbers of the run by path, as the workspace keeps them: `grades/postcode-live`.
  public var totals: [String: Double]
  /// The denominators: how many areas have one.
  public var denominators: [DenominatorCheck]

  /// What one kind of denominator covers.
  public struct DenominatorCheck: Hashable, Sendable {
    /// The kind.
    public var set: CycleContent.DenominatorSet
    /// Areas with a number, missing, suppressed, sharing a row with others.
    public var given, missing, suppressed, shared: Int
    /// The sum of the numbers given.
    public var sum: Double
  }

  /// Takes the picture of a reading whose steps are done as far as they could be.
  init(_ reading: CycleReading, completeness: [ColumnCompleteness]) {
    let content = reading.finished()
    label = content.cycle.label
    files = content.provenance
    rejects = content.rejects
    findings = content.complaints
    self.completeness = completeness
    outliers = reading.outliers()
    totals = Dictionary((content.totals + content.fileTotals).map { ($0.path, $0.value) }) { first, _ in first }
    denominators = content.denominatorSets.map { set in
      let rows = content.denominators.filter { $0.set == set.id }
      func count(_ state: CycleContent.Denominator.State) -> Int { rows.count { $0.state == state } }
      return DenominatorCheck(
        set: set, given: count(.given), missing: count(.missing), suppressed: count(.suppressed),
        shared: count(.shared), sum: rows.reduce(0) { $0 + ($1.value ?? 0) })
    }
  }
}

extension CycleReading {
  /// How full the mapped columns of children and visits are; each file is read once more.
  func completeness() throws -> [ColumnCompleteness] {
    var columns: [ColumnCompleteness] = []
    for block in personalTables {
      for found in try paths.files(block) { columns += try ColumnCompleteness.read(block, found) }
    }
    return columns
  }

  /// Takes the rows of outliers that should go back to whoever keeps the data into the ledger.
  mutating func doubt(_ outliers: [Outlier]) {
    for outlier in outliers where outlier.isForLedger {
      for row in outlier.rows {
        rejects.doubt(
          "among the \(outlier.what) (\(outlier.rule))", file: outlier.file, row: row, advice: "check the row")
      }
    }
  }
}
