import ArgumentParser
import Audit
import Foundation

/// `needs duties`: drafts for the officer.
struct DutiesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "duties",
    abstract: "Drafts a data-protection impact assessment, or a privacy notice, from an audit file.",
    discussion: "Example: needs duties geodata/audit.yml --privacy-notice")

  @Argument(help: "The audit file.")
  var file: String

  @Flag(help: "The notice for parents instead of the assessment.")
  var privacyNotice = false

  @Option(help: "The root of the audit file's relative paths (default: the audit file's folder).")
  var data: String?

  func run() throws {
    let draft = ProtectionDraft(
      try AuditFile.read(URL(fileURLWithPath: file), data: data.map { URL(fileURLWithPath: $0) }))
    Output.answer(privacyNotice ? draft.notice : draft.assessment)
  }
}
