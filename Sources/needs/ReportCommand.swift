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

  @Option(help: "english, welsh, or both with --every: the Welsh pages in a folder cy inside.")
  var language = PageLanguages.one(.english)

  @Option(help: "The file to write to, or the folder with --every.")
  var out: String

  func validate() throws {
    if every == .place {
      guard choice.within != nil, choice.code != nil else {
        throw ValidationError("--every place needs --within and --code.")
      }
    } else if (choice.choice() == nil) == (every == nil) {
      throw ValidationError("Say which areas (--areas, --ring or --within), or --every catchment, area or place.")
    } else if every == nil, language == .both {
      throw ValidationError("--language both is for many pages: say --every, or write the one page twice.")
    } else if choice.code != nil {
      throw ValidationError("With --code each polygon is a place of its own: say --every place.")
    }
  }

  func run() throws {
    switch try source.open() {
    case .exact(let workspace):
      let evidence = try EvidenceReader(workspace, cycle: source.cycle).picture()
      try write(of: workspace) { language in
        try BoroughPages(of: workspace, cycle: source.cycle, language: language, evidence: evidence)
      }
    case .released(let workspace):
      try write(of: workspace) { try BoroughPages(of: workspace, cycle: source.cycle, language: $0) }
    }
  }

  private func write<State>(
    of workspace: Workspace<State>, pages: (Language) throws -> BoroughPages<State>
  ) throws {
    let chosen = try choice.places(of: workspace, cycle: source.cycle)
    for (language, target) in language.folders(in: URL(fileURLWithPath: out)) {
      let pages = try pages(language)
      switch every {
      case nil:
        guard let chosen else { return }
        try pages.areaReport(of: chosen).write(format.format(), to: target)
      case .catchment: try pages.writeProfiles(to: target, format: format.format(), progress: Progress.tell)
      case .place:
        guard let chosen else { return }
        try pages.writeReports(of: chosen, to: target, format: format.format(), progress: Progress.tell)
      case .area: try pages.writeAreaReports(to: target, format: format.format(), progress: Progress.tell)
      }
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

/// How far a long job has come, on a terminal only.
enum Progress {
  static func tell(_ done: Int, _ all: Int) {
    guard isatty(2) == 1, all > 20 || done == all else { return }
    FileHandle.standardError.write(Data("\r\(done) of \(all) pages\(done == all ? "\n" : "")".utf8))
  }
}
