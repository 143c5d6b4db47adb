import ArgumentParser
import Audit
import Foundation

/// `needs init FOLDER`: drafts an audit.yml.
struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Draft an audit.yml from a folder: what each file is, which column is what, and why.",
    discussion: "Example: needs init geodata --out draft.yml")

  @Argument(help: "The folder with the files.")
  var folder: String

  @Option(help: "The file to write the draft to; standard output if not given. An existing file is not overwritten.")
  var out: String?

  func run() throws {
    let draft = try AuditDraft(of: URL(fileURLWithPath: folder))
    if let out {
      guard !FileManager.default.fileExists(atPath: out) else {
        throw AuditError("\(out) is there already; name another file with --out", exitCode: 73)
      }
      do { try Data(draft.text.utf8).write(to: URL(fileURLWithPath: out)) } catch {
        throw AuditError("\(out) cannot be written; check the folder and its permissions", exitCode: 73)
      }
    } else {
      Output.answer(draft.text)
    }
    for question in draft.questions { Messages.say("to be told: \(question)") }
  }
}
