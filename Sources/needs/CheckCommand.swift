import ArgumentParser
import Audit
import Foundation
import Reporting
import Workspace

/// `needs check FILE`: every problem in every file, in one pass, without running the audit.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Read every file that audit.yml names and report every problem, without running.",
    discussion: """
      Examples:
        needs check geodata/audit.yml
        needs check geodata/audit.yml --html out/check.html
      """)

  @Argument(help: "The audit file.")
  var file: String

  @Option(help: "The cycle to check (default: every cycle).")
  var cycle: String?

  @Option(help: "The root of the audit file's relative paths (default: the audit file's folder).")
  var data: String?

  @Option(help: "A file for the check as a page: completeness, validity, matches, outliers, denominators.")
  var html: String?

  @Option(help: "english or welsh (a draft).")
  var language = PageLanguage.english

  @Option(help: "table, csv or json.")
  var format = OutputFormat.table

  func run() throws {
    let auditFile = try AuditFile.read(
      URL(fileURLWithPath: file), data: data.map { URL(fileURLWithPath: $0) })
    let check = try AuditCheck(auditFile, cycle: cycle)
    Output.answer(format.text(check.result))
    if let html {
      try Page(of: check.cycles, borough: auditFile.name, language: language.language)
        .write(to: URL(fileURLWithPath: html))
    }
    let refusals = check.findings.count { $0.severity == .refusal }
    let warnings = check.findings.count { $0.severity == .warning }
    Messages.say(
      check.isRunnable
        ? "the audit can run; \(warnings) warnings"
        : "the audit cannot run: \(refusals) refusals, \(warnings) warnings")
    if !check.isRunnable { throw ExitCode(check.exitCode) }
  }
}

extension AuditCheck {
  /// The findings, what lies far outside the rest, and the columns' completeness as rows.
  var result: QueryResult {
    let found = findings.map { finding -> [SQLValue] in
      [
        .text(finding.severity.rawValue), .text(finding.file ?? ""), finding.row.map { .integer($0) } ?? .null,
        .text(finding.column ?? finding.feature ?? ""), .integer(finding.count), .text(finding.what),
        .text(finding.advice ?? ""),
      ]
    }
    let outside = outliers.map { outlier -> [SQLValue] in
      [
        .text("outlier"), .text(outlier.file), outlier.rows.first.map { .integer($0) } ?? .null, .text(""),
        .integer(outlier.count), .text("\(outlier.count) of \(outlier.of) \(outlier.what): \(outlier.rule)"),
        .text(outlier.whereToLook.isEmpty ? "" : "look at \(outlier.whereToLook)"),
      ]
    }
    let columns = completeness.map { column -> [SQLValue] in
      [
        .text("column"), .text(column.file), .null, .text(column.column), .integer(column.blank),
        .text("\(column.blank) of \(column.rows) rows are blank (\(column.role))"), .text(""),
      ]
    }
    return QueryResult(
      columns: ["kind", "file", "row", "column", "count", "what", "advice"], rows: found + outside + columns)
  }
}
