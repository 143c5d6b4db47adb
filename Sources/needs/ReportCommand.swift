import ArgumentParser
import Audit
import Exporting
import Foundation
import Reporting
import Workspace

/// `needs report`: reports on any area that somebody names or draws, or on all of a borough.
struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract:
      "Writes a report on chosen areas, on every catchment or on every small area, as HTML, JSON or tagged PDF.",
    discussion: """
      Examples:
        needs report --workspace W.gpkg --areas E01008693,E01008694 --name "Two areas" --out two.html
        needs report --workspace W.gpkg --within wards.geojson --code WD13CD --label WD13NM --every place --out wards
        needs report --workspace W.gpkg --every catchment --format pdf --out reports
      """)

  /// What a report is written of, one each.
  enum Every: String, ExpressibleByArgument, CaseIterable {
    case catchment, area, place
  }

  @OptionGroup var source: WorkspaceOptions

  @OptionGroup var choice: ChoiceOptions

  @Option(
    help: "A report for every catchment or area, or for every place of --within with --code, into the folder --out.")
  var every: Every?

  @Option(help: "html, json or pdf (by WeasyPrint, which make setup installs).")
  var format = PageFormat.html

  @Option(help: "english or welsh.")
  var language = PageLanguage.english

  @Option(help: "The file to write to, or the folder with --every.")
  var out: String

  func validate() throws {
    if every == .place {
      guard choice.within != nil, choice.code != nil else {
        throw ValidationError("--every place needs --within and --code.")
      }
    } else if (choice.choice() == nil) == (every == nil) {
      throw ValidationError("Say which areas (--areas, --ring or --within), or --every catchment, area or place.")
    } else if choice.code != nil {
      throw ValidationError("With --code each polygon is a place of its own: say --every place.")
    }
  }

  func run() throws {
    switch try source.open() {
    case .exact(let workspace):
      let evidence = try EvidenceReader(workspace, cycle: source.cycle).picture()
      try write(
        BoroughPages(of: workspace, cycle: source.cycle, language: language.language, evidence: evidence), of: workspace
      )
    case .released(let workspace):
      try write(BoroughPages(of: workspace, cycle: source.cycle, language: language.language), of: workspace)
    }
  }

  private func write<State>(_ pages: BoroughPages<State>, of workspace: Workspace<State>) throws {
    let target = URL(fileURLWithPath: out)
    guard let every else {
      guard let chosen = try choice.places(of: workspace, cycle: source.cycle) else { return }
      let page = try pages.areaReport(of: chosen)
      try page.write(format.format(), to: target)
      return
    }
    switch every {
    case .catchment: try pages.writeProfiles(to: target, format: format.format(), progress: Progress.tell)
    case .place:
      guard let chosen = try choice.places(of: workspace, cycle: source.cycle) else { return }
      try pages.writeReports(of: chosen, to: target, format: format.format(), progress: Progress.tell)
    case .area: try pages.writeAreaReports(to: target, format: format.format(), progress: Progress.tell)
    }
  }
}

/// What a page is written as.
enum PageFormat: String, ExpressibleByArgument, CaseIterable {
  case html, json, pdf

  func format<State>() -> Page<State>.Format {
    switch self {
    case .html: .html
    case .json: .json
    case .pdf: .pdf
    }
  }
}

/// What a page is written in.
enum PageLanguage: String, ExpressibleByArgument, CaseIterable {
  case english, welsh

  var language: Language { self == .welsh ? .welsh : .english }
}

/// How far a long job has come, on a terminal only.
enum Progress {
  static func tell(_ done: Int, _ all: Int) {
    guard isatty(2) == 1, all > 20 || done == all else { return }
    FileHandle.standardError.write(Data("\r\(done) of \(all) pages\(done == all ? "\n" : "")".utf8))
  }
}
