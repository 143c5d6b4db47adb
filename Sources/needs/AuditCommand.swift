import ArgumentParser
import Audit
import Foundation
import Geodata
import Measures
import Reporting
import Workspace

/// `needs audit FILE`: runs a cycle from its files to a workspace and need profiles.
struct AuditCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "audit",
    abstract: "Run a cycle: from the files that audit.yml names to a workspace and a need profile for each centre.",
    discussion: """
      Example:
        needs audit geodata/audit.yml --workspace out/sample.gpkg --reports out/reports
      """)

  @Argument(help: "The audit file.")
  var file: String

  @Option(help: "The GeoPackage that keeps the counts; made if it is not there.")
  var workspace: String

  @Option(help: "A folder for the need profiles, one page for each catchment.")
  var reports: String?

  @Option(help: "What the pages are written in: english, welsh, or both, the Welsh ones in a folder cy inside.")
  var language = PageLanguages.one(.english)

  @Option(
    help: "A CSV file for the rows that are left out or cannot be placed: to hand back to whoever keeps the data.")
  var rejects: String?

  @Option(help: "The cycle to run (default: the last in the audit file).")
  var cycle: String?

  @Option(help: "The root of the audit file's relative paths (default: the audit file's folder).")
  var data: String?

  func validate() throws {
    if reports == nil, language != .one(.english) {
      throw ValidationError("--language is of the pages: say --reports too.")
    }
  }

  func run() throws {
    let auditFile = try AuditFile.read(
      URL(fileURLWithPath: file), data: data.map { URL(fileURLWithPath: $0) })
    var run = try AuditRun(auditFile, cycle: cycle, isChecked: reports != nil || rejects != nil)
    for complaint in run.content.complaints { Messages.say(complaint) }
    if let rejects { try RejectTable.write(run.ledger, to: URL(fileURLWithPath: rejects)) }
    let target = URL(fileURLWithPath: workspace)
    let store = try Workspace<Exact>.openOrCreate(at: target)
    if let exposure = Workspace<Exact>.exposure(of: target) { Messages.say("warning: \(exposure)") }
    if let today = Day.today { for line in auditFile.retention.overdue(on: today) { Messages.say("warning: \(line)") } }
    let said = run.content.complaints.count
    try run.compare(auditFile, in: store)
    for complaint in run.content.complaints.dropFirst(said) { Messages.say(complaint) }
    try store.write(
      run.content, name: auditFile.name, engine: Needs.engine, crs: auditFile.crs,
      judge: FigureBook.topics)
    if let reports { try write(run, of: store, borough: auditFile.name, to: URL(fileURLWithPath: reports)) }
    AuditSummary.say(run.content, workspace: target, reports: reports)
  }

  /// The need profiles and the page of the check, in each language that was asked for.
  private func write(_ run: AuditRun, of store: Workspace<Exact>, borough: String, to reports: URL) throws {
    let label = run.content.cycle.label
    let evidence = try EvidenceReader(store, cycle: label).picture()
    var pages = try BoroughPages(of: store, cycle: label, evidence: evidence)
    for (language, folder) in language.folders(in: reports) {
      pages.language = language
      try pages.writeProfiles(to: folder)
      if let check = run.check { try Page(of: [check], borough: borough, language: language).write(into: folder) }
    }
  }
}
