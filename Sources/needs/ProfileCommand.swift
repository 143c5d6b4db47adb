import ArgumentParser
import Audit
import Foundation
import Reporting
import Workspace

/// `needs profile CENTRE`: the page for a centre.
struct ProfileCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "profile",
    abstract: "Writes the need profile of a centre's catchment.",
    discussion: "Example: needs profile CC01 --workspace W.gpkg --out CC01.html")

  @Argument(help: "The catchment's code, which is its centre's id.")
  var centre: String

  @Option(help: "The workspace, or a release.")
  var workspace: String

  @Option(help: "The cycle; the last one if not given.")
  var cycle: String?

  @Option(help: "html, json or pdf.")
  var format = PageFormat.html

  @Option(help: "english or welsh.")
  var language = PageLanguage.english

  @Option(help: "The file to write to; standard output if not given.")
  var out: String?

  func run() throws {
    let page = try AnyWorkspace.open(at: URL(fileURLWithPath: workspace)).page(
      of: centre, cycle: cycle, format: format.rawValue, language: language.language,
      evidence: { try EvidenceReader($0, cycle: cycle).picture() })
    if let out {
      try page.write(to: URL(fileURLWithPath: out))
    } else {
      FileHandle.standardOutput.write(page.data)
    }
  }
}
