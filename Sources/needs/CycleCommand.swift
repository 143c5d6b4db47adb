import ArgumentParser
import Foundation
import Geodata
import Workspace

/// `needs cycle`: what cycles there are, and closing them.
struct CycleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cycle", abstract: "Lists, seals and takes back cycles.",
    subcommands: [List.self, Seal.self, Undo.self])

  /// `needs cycle list`.
  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Lists the cycles of a workspace.", discussion: "Example: needs cycle list --workspace W.gpkg")

    @Option(help: "The workspace or the release, a .gpkg file.")
    var workspace: String

    @Option(help: "table, csv or json.")
    var format = OutputFormat.table

    func run() throws {
      let source = try AnyWorkspace.open(at: URL(fileURLWithPath: workspace))
      Output.answer(format.text(QueryResult(try source.cycles())))
    }
  }

  /// `needs cycle seal`.
  struct Seal: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Seals a cycle: no run may change it from now on.",
      discussion: "Example: needs cycle seal --workspace W.gpkg --cycle 2025-26")

    @OptionGroup var options: WorkspaceOptions

    @Option(help: "The day to write down, yyyy-mm-dd; today if it is not given.")
    var on: String?

    func run() throws {
      guard let day = on.map({ Day(iso: $0) }) ?? Day.today else {
        throw ValidationError("--on must be a day, yyyy-mm-dd")
      }
      let label = try Workspace<Exact>.open(at: options.url).seal(cycle: options.cycle, on: day)
      Messages.say("cycle \(label) is sealed")
    }
  }

  /// `needs cycle undo`.
  struct Undo: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Takes back a cycle's seal; of an open cycle, the run itself.",
      discussion: "Example: needs cycle undo --workspace W.gpkg --cycle 2025-26")

    @OptionGroup var options: WorkspaceOptions

    func run() throws {
      let (label, undone) = try Workspace<Exact>.open(at: options.url).undo(cycle: options.cycle)
      switch undone {
      case .seal: Messages.say("the seal of cycle \(label) is lifted")
      case .run: Messages.say("cycle \(label) is taken out of the workspace")
      }
    }
  }
}

extension Day {
  /// Today, UTC.
  static var today: Day? {
    Day(daysSince1970: Int32(Date().timeIntervalSince1970 / 86400))
  }
}
