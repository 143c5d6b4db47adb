import ArgumentParser
import Foundation
import Geodata

/// The benchmark: what the engine does, how fast, in how much memory, beside its peers.
@main
struct NeedsBench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "needs-bench",
    abstract: "Measures the engine; peers are measured in the same run by bench.sh.",
    subcommands: [WorkloadCommand.self, NationalCommand.self])

  static func main() {
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch let refusal as any Refusal {
      FileHandle.standardError.write(Data("needs-bench: \(refusal.description)\n".utf8))
      Foundation.exit(refusal.exitCode)
    } catch {
      exit(withError: error)
    }
  }
}
