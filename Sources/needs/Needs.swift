import ArgumentParser
import Foundation
import Geodata

/// The command line: a file a subcommand, no logic.
@main
struct Needs: ParsableCommand {
  /// The name and version that a workspace keeps of its maker.
  static let engine = "needs 0.1.0"

  static let configuration = CommandConfiguration(
    commandName: "needs",
    abstract: "Community-needs audits for children's centres and family hubs.",
    version: "0.1.0",
    subcommands: [
      AuditCommand.self,
      CheckCommand.self,
      ClaimCommand.self,
      CompareCommand.self,
      CycleCommand.self,
      DutiesCommand.self,
      EraseCommand.self,
      ExplainCommand.self,
      ExportCommand.self,
      FiguresCommand.self,
      FindingsCommand.self,
      InitCommand.self,
      OfferCommand.self,
      ProfileCommand.self,
      QueryCommand.self,
      ReleaseCommand.self,
      ReportCommand.self,
      ResponseCommand.self,
      SampleCommand.self,
      SiteCommand.self,
      SQLCommand.self,
      TallyCommand.self,
      VoiceCommand.self,
      WorkspaceCommand.self,
    ])

  static func main() {
    Crash.leavesNothing()
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch let refusal as any Refusal {
      Messages.say(refusal.description)
      Foundation.exit(refusal.exitCode)
    } catch {
      exit(withError: error)
    }
  }
}
