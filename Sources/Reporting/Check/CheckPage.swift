import Audit
import Foundation
import Geodata
import Workspace

extension Page where State == Exact {
  /// The page of a check: what is wrong, how full and how valid the files are, how homes were matched, what lies far
  /// outside the rest, what stands under the rates. It is of exact counts, so it is internal.
  public init(of cycles: [CycleCheck], borough: String, language: Language = .english) {
    self.init(document: CheckPage(cycles: cycles, borough: borough, say: Words(language)).document())
  }

  /// Writes it into a folder under its own name, whole or not at all, with mode 0600. Returns the file.
  @discardableResult
  public func write(into folder: URL, _ format: Format = .html) throws(ReportingError) -> URL {
    try PageFile.makeFolder(folder, isInternal: Page.isInternal)
    let url = folder.appending(path: fileName(format))
    try write(format, to: url)
    return url
  }
}

/// What the page of a check says. Each section is an extension in its own file.
struct CheckPage {
  let cycles: [CycleCheck]
  let borough: String
  let say: Words

  /// The page's content.
  func document() -> Document {
    Document(
      kind: "check", title: say("How good the files are"),
      subtitle: say(
        "\(borough), \(say.list(cycles.map(\.label))). Rows are named by their number, never by what they say."),
      place: nil, borough: borough, cycle: cycles.map(\.label).joined(separator: ", "), language: say.language,
      headline: headline(),
      sections: [
        findingsSection(), completenessSection(), validitySection(), matchSection(), outlierSection(),
        denominatorSection(),
      ])
  }

  /// Every finding once, of all cycles.
  func findings(_ severity: Complaint.Severity) -> [Complaint] {
    var seen = Set<Complaint>()
    return cycles.flatMap(\.findings).filter { $0.severity == severity && seen.insert($0).inserted }
  }

  private func headline() -> [String] {
    let refusals = findings(.refusal).count
    let warnings = findings(.warning).count
    var lines = [
      refusals > 0
        ? say.plural(
          refusals, one: "The audit cannot run: one thing is refused.",
          many: "The audit cannot run: \(say.number(refusals)) things are refused.")
        : say("The audit can run.")
    ]
    lines.append(
      say.plural(
        warnings, one: "One thing was left out, mended or doubted.",
        many: "\(say.number(warnings)) things were left out, mended or doubted."))
    let outliers = Set(cycles.flatMap(\.outliers)).count
    lines.append(
      say.plural(
        outliers, one: "One kind of value lies far outside the rest.",
        many: "\(say.number(outliers)) kinds of values lie far outside the rest."))
    if let last = cycles.last, let lost = last.totals["grades/not-located"], let children = last.totals["children"],
      children > 0
    {
      lines.append(
        say("\(say.percent(1 - lost / children)) of the children who count in \(last.label) have a home on the map.")
          .capitalisedFirst)
    }
    return lines
  }

  /// Blocks for each cycle, under the cycle's name where there are several.
  func eachCycle(_ blocks: (CycleCheck) -> [Block]) -> [Block] {
    cycles.flatMap { cycle in
      let made = blocks(cycle)
      return made.isEmpty || cycles.count == 1 ? made : [.heading(cycle.label)] + made
    }
  }
}
