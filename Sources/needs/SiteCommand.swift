import ArgumentParser
import Audit
import Foundation
import Reporting

/// `needs site`: where so many more sites would serve a declared need best.
struct SiteCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "site",
    abstract:
      "Finds sites for a declared need, exactly, with the solver CBC: the least distance for all, or most within a distance.",
    discussion: """
      Examples:
        needs site geodata/audit.yml --sites 1 --need unreached
        needs site geodata/audit.yml --sites 2 --goal coverage --within 1000 --need deprived --format json
        needs site geodata/audit.yml --sites 2 --need unreached --html internal-sites.html
        needs site geodata/audit.yml --sites 2 --candidates geodata/centres.csv --existing ignore
      """)

  /// What is best.
  enum Goal: String, ExpressibleByArgument, CaseIterable {
    case distance, coverage
  }

  @Argument(help: "The audit file.")
  var audit: String

  @Option(help: "How many sites.")
  var sites: Int

  @Option(
    help: "Whose need: children, unreached, deprived (national deciles 1 and 2), or an indicator that counts people.")
  var need = "children"

  @Option(
    help: "distance: the least for all (p-median); coverage: as many as possible within --within (maximal covering).")
  var goal = Goal.distance

  @Option(help: "The covering distance in metres.")
  var within = 1_600.0

  @Option(help: "What becomes of existing centres: keep, offer (as candidates) or ignore.")
  var existing = SitingQuestion.Existing.keep

  @Option(
    help:
      "A table or map of candidates: code, easting, northing or longitude, latitude (default: each area's centre of people)."
  )
  var candidates: String?

  @Option(help: "The CRS of the candidates, where it is not the audit's and the file does not say it.")
  var candidateCrs: String?

  @Option(help: "After so many seconds the best so far is taken, and said how far from the best it may be.")
  var timeLimit = 60.0

  @Option(help: "The cycle; the last one if not given.")
  var cycle: String?

  @Option(help: "The root of the audit file's relative paths (default: the audit file's folder).")
  var data: String?

  @Option(help: "A file for the answer as a page with a map.")
  var html: String?

  @Option(help: "english or welsh, for --html.")
  var language = PageLanguage.english

  @Option(help: "table, csv or json.")
  var format = OutputFormat.table

  func validate() throws {
    guard timeLimit > 0, timeLimit.isFinite else { throw ValidationError("--time-limit is more than 0 seconds.") }
  }

  func run() throws {
    var question = SitingQuestion(sites: sites)
    question.need = .init(need)
    question.isCoverage = goal == .coverage
    question.within = within
    question.existing = existing
    question.candidates = candidates.map { URL(fileURLWithPath: $0) }
    question.crs = candidateCrs
    question.seconds = timeLimit
    let file = try WhatIf.auditFile(named: audit, workspace: nil, data: data)
    let answer = try SitingRun.run(file, question, cycle: cycle)
    if let html {
      try SitePage(answer, language: language.language).rendered().write(to: URL(fileURLWithPath: html))
    }
    switch format {
    case .json: Output.answer(answer.json)
    case .csv:
      for line in answer.summary { Messages.say(line) }
      Output.answer(answer.table.csv())
    case .table:
      let banner = answer.isInternal ? ["INTERNAL – not for release"] : []
      Output.answer((banner + answer.summary + ["", answer.table.table()]).joined(separator: "\n"))
    }
  }
}

extension SitingQuestion.Existing: ExpressibleByArgument {}
