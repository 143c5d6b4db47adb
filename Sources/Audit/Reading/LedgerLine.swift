import Foundation
import Tally

/// A row that whoever keeps the data should look at: where it is and what is wrong, never what it says.
public struct LedgerLine: Hashable, Sendable {
  /// The file as audit.yml names it.
  public var file: String
  /// The row in the file, the header being row 1 where it is the first.
  public var row: Int
  /// What is wrong with it.
  public var reason: String
  /// Whether it was left out; else it counts, but not everywhere.
  public var isLeftOut: Bool
  /// What to do about it.
  public var advice: String?
}

/// The ledger of rejects as a table that can be handed back to whoever keeps the data.
public enum RejectTable {
  /// CSV: file, row, what is wrong, whether the row was left out, what to do. No value of any row stands in it.
  public static func csv(_ lines: [LedgerLine]) -> String {
    var csv = "file,row,reason,left_out,advice\n"
    for line in lines {
      let cells = [
        line.file, String(line.row), line.reason, line.isLeftOut ? "yes" : "no", line.advice ?? "",
      ]
      csv += cells.map(CSVCell.text).joined(separator: ",") + "\n"
    }
    return csv
  }

  /// Writes the table where only its owner can read it: it says which rows of a register are incomplete.
  ///
  /// - Throws: `AuditError` (cannot write).
  public static func write(_ lines: [LedgerLine], to url: URL) throws {
    do { try WholeFile.write(Data(csv(lines).utf8), to: url, mode: 0o600) } catch {
      throw AuditError(
        "\(url.lastPathComponent): cannot be written (\(error.reason)); check the folder given to --rejects",
        exitCode: 73)
    }
  }
}
