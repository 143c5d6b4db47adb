import ArgumentParser
import Audit
import Evidence
import Foundation
import Geodata
import Workspace

/// `needs response`: what is done about a claim.
struct ResponseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "response",
    abstract: "What is done about a claim, by which role, towards what target, and how it stands.",
    subcommands: [Add.self, Set.self, List.self])

  struct Add: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Adds a response to a claim.",
      discussion: """
        Example: needs response add --workspace W.gpkg --claim K-2025-26-03 --what "outreach worker two days a week" \
        --owner "outreach lead" --target "30 of 97 children reached"
        """)

    @OptionGroup var options: WorkspaceOptions
    @Option(help: "The claim that it answers.") var claim: String
    @Option(help: "What is done, without names.") var what: String
    @Option(help: "The offer that it consists of.") var offer = ""
    @Option(help: "The role of a partner that shares it.") var partner = ""
    @Option(help: "The role that answers for it.") var owner = ""
    @Option(help: "What it is to reach.") var target = ""
    @Option(help: "planned, running, met, missed or declined.") var status: Response.Status = .planned
    @Option(help: "By when.") var due: Day?

    func run() throws {
      let desk = try EvidenceDesk(Workspace<Exact>.open(at: options.url), cycle: options.cycle)
      let response = try desk.add(
        Response(
          claim: claim, offer: offer, what: what, partner: partner, owner: owner, target: target, status: status,
          due: due))
      Output.answer("\(response.id): \(response.status.rawValue)\n")
    }
  }

  struct Set: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Writes down how a response stands.")

    @Argument(help: "The response's id.") var response: String
    @OptionGroup var options: WorkspaceOptions
    @Option(help: "planned, running, met, missed or declined.") var status: Response.Status

    func run() throws {
      try EvidenceDesk(Workspace<Exact>.open(at: options.url), cycle: options.cycle).set(response, status: status)
      Output.answer("\(response): \(status.rawValue)\n")
    }
  }

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Prints the responses.")

    @OptionGroup var table: EvidenceTable

    func run() throws { try table.answer { try $0.responseTable() } }
  }
}

extension Response.Status: ExpressibleByArgument {}
