import ArgumentParser
import Audit
import Foundation
import Measures
import Workspace

/// `needs erase`: what an erasure of a child asks of an audit.
struct EraseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "erase",
    abstract: "After a child's rows were deleted from the registers: runs what depended on them again.",
    discussion: """
      While a file still has rows of the child, they are named by number and nothing is run. Releases that already left
      are named; they are not called back.

      With --child - the ids are read from standard input, one a line, so that they are in no history and no list of
      processes.

      Example: needs erase audit.yml --workspace W.gpkg --child 11-003426
      """)

  @Argument(help: "The audit file.")
  var file: String

  @Option(help: "The workspace with exact counts, a .gpkg file.")
  var workspace: String

  @Option(
    help:
      "The child's id as the register has it; may be given several times. It is written nowhere. - reads ids from standard input."
  )
  var child: [String]

  @Option(help: "The root of the audit file's relative paths (default: the audit file's folder).")
  var data: String?

  /// The ids that were given, or are on standard input.
  private func children() -> Set<String> {
    var ids = Set(child)
    if ids.remove("-") != nil { while let line = readLine() { ids.insert(line) } }
    return Set(ids.map { $0.trimmingCharacters(in: .whitespacesAndNewlines) }.filter { !$0.isEmpty })
  }

  func run() throws {
    let ids = children()
    guard !ids.isEmpty else {
      throw ValidationError("No child is named: say --child ID, or --child - and ids, one a line.")
    }
    let auditFile = try AuditFile.read(
      URL(fileURLWithPath: file), data: data.map { URL(fileURLWithPath: $0) })
    let store = try Workspace<Exact>.open(at: URL(fileURLWithPath: workspace))
    let erasure = try Erasure(ids, in: auditFile)
    guard erasure.remaining.isEmpty else {
      let files = erasure.remaining.map { "\($0.file): rows \($0.rows.map(String.init).joined(separator: ", "))" }
      throw WorkspaceError.content(
        reason: "the files still have rows of the child; delete them first, then run this again. "
          + files.joined(separator: "; "))
    }
    let outcomes = try erasure.rerun(store) { run in
      try store.write(
        run.content, name: auditFile.name, engine: Needs.engine, crs: auditFile.crs, judge: FigureBook.topics)
    }
    for (cycle, outcome) in outcomes {
      switch outcome {
      case .rerun: Messages.say("cycle \(cycle) was run again")
      case .sealed: Messages.say("cycle \(cycle) is sealed and was not run again; needs cycle undo lifts the seal")
      case .unknown: Messages.say("cycle \(cycle) is not in the audit file and was not run again")
      }
    }
    for release in try store.releases() {
      Messages.say("a release of cycle \(release.cycle) left before: \(release.file), sha256 \(release.sha256)")
    }
    Messages.say("pages and exports that were made before are to be made again")
  }
}
