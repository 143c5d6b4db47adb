import ArgumentParser
import Audit
import Exporting
import Foundation
import Measures
import Reporting
import Workspace

/// `needs compare`: places beside each other, with their doubt; or an audit beside itself with other catchments.
struct CompareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract:
      "Compares the places of an authority: rates, intervals, which differ by more than chance, how sure ranks are; or what a proposal would change.",
    discussion: """
      Examples:
        needs compare --workspace W.gpkg
        needs compare --workspace W.gpkg --kind area --format html --out comparison.html
        needs compare --workspace W.gpkg --within wards.geojson --code WD13CD --label WD13NM --cycles 2024-25,2025-26
        needs compare --workspace W.gpkg --indicators imd,idaci --others neighbours.csv --format html --out c.html
        needs compare geodata/audit.yml --close SC03
        needs compare geodata/audit.yml --close SC03 --open HUB=430100,551200 --format csv --part people
        needs compare geodata/audit.yml --catchments proposed.geojson --format html --out internal-what-if.html
      """)

  @Argument(help: "The audit file, for a proposal: with --catchments, --close or --open.")
  var audit: String?

  @Option(help: "The workspace, or a release.")
  var workspace: String?

  @OptionGroup(title: "Which places, and what they are held against")
  var places: PlaceOptions

  @OptionGroup(title: "What if (internal: re-reads the audit's inputs, stores nothing)")
  var whatIf: WhatIfOptions

  @Option(help: "area, catchment, centre or authority (default: catchment; in a proposal: all).")
  var kind: Figure.Kind?

  @Option(help: "A measure as needs figures names it (default: reached.rate; in a proposal: all, or imd.* for some).")
  var measure: String?

  @Option(help: "What a proposal's CSV holds: figures or people.")
  var part = WhatIfAnswer.Part.figures

  @Option(help: "The cycle; the last one if not given.")
  var cycle: String?

  @Option(help: "table, csv, json or html.")
  var format = WhatIfAnswer.Format.table

  @Option(help: "english or welsh, for --format html.")
  var language = PageLanguage.english

  @Option(help: "The file to write to; standard output if not given.")
  var out: String?

  func validate() throws {
    if audit == nil, workspace == nil {
      throw ValidationError("Say --workspace W.gpkg, or an audit file with --close, --open or --catchments.")
    }
    if places.isAsked, whatIf.isAsked {
      throw ValidationError("A proposal is held against the audit itself; leave out --within, --cycles and --others.")
    }
  }

  func run() throws {
    let page = try whatIf.isAsked || workspace == nil ? proposed() : compared()
    if let out {
      try page.write(to: URL(fileURLWithPath: out))
    } else {
      FileHandle.standardOutput.write(page.data)
    }
    // A page has its banner; a table does not.
    Messages.sayInternal(if: page.isInternal && format != .html)
  }

  private func proposed() throws -> RenderedPage {
    let audit = try WhatIf.auditFile(named: audit, workspace: workspace, data: whatIf.data)
    let outcome = try WhatIf.run(audit, try whatIf.proposal(), cycle: cycle)
    for complaint in outcome.after.complaints where complaint.severity != .note { Messages.say(complaint) }
    if let file = whatIf.catchmentsOut {
      try BoundaryFile.write(outcome.after.catchments, crs: audit.crs, to: URL(fileURLWithPath: file))
    }
    return try WhatIfAnswer(outcome, measure: measure, kind: kind, part: part).rendered(
      format, language: language.language)
  }

  private func compared() throws -> RenderedPage {
    var question = try places.question()
    question.kind = kind ?? .catchment
    question.measure = measure
    question.language = language.language
    if let cycle { question.cycles = [cycle] }
    let compared = try AnyWorkspace.open(at: URL(fileURLWithPath: workspace ?? "")).comparison(question)
    for complaint in compared.complaints where complaint.severity != .note { Messages.say(complaint) }
    switch format {
    case .html: return compared.page
    case .table: return compared.page.replaced(by: compared.answer.rounded.table())
    case .csv: return compared.page.replaced(by: compared.answer.csv())
    case .json: return compared.page.replaced(by: compared.answer.json())
    }
  }
}

extension Figure.Kind: ExpressibleByArgument {}
extension WhatIfAnswer.Format: ExpressibleByArgument {}
extension WhatIfAnswer.Part: ExpressibleByArgument {}
