import ArgumentParser
import Measures
import Workspace

/// `needs sql`: a statement that somebody wrote; it can only read.
struct SQLCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sql",
    abstract: "Runs one SELECT on the workspace, read-only and for a limited time; :cycle stands for the cycle.",
    discussion: """
      Example: needs sql "SELECT area, enrolled FROM people_by_area WHERE cycle = :cycle" --workspace W.gpkg
      """)

  @Argument(help: "The statement.")
  var statement: String

  @OptionGroup var options: WorkspaceOptions

  @Option(help: "table, csv or json.")
  var format = OutputFormat.table

  @Option(help: "How long it may run.")
  var seconds = 10.0

  func run() throws {
    let source = try options.open()
    let result = try OpenSQL(seconds: seconds, functions: .statistics).select(
      statement, from: source, cycle: options.cycle)
    Output.answer(format.text(result))
    Messages.sayInternal(if: source.isExact)
  }
}
