import Foundation
import Measures
import Testing
import Workspace

/// A reader goes through the pages, takes each id beside a number, and asks `needs explain` for it.
@Suite("Every printed figure")
struct ExplainTests {
  /// Workspaces and releases with their profiles.
  private struct Case: CustomTestStringConvertible {
    var borough: AuditedBorough
    var isReleased: Bool
    var testDescription: String { borough.rawValue + (isReleased ? ", released" : "") }

    func workspace() throws -> String { try isReleased ? borough.release() : borough.workspace() }

    /// The pages by name.
    func pages() throws -> [String: String] {
      let folder = try isReleased ? borough.releasedPages() : borough.pages()
      var pages: [String: String] = [:]
      for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) where name.contains("profile-") {
        pages[name] = try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
      }
      return pages
    }
  }

  private static let cases = AuditedBorough.here.flatMap { borough in
    [false, true].map { Case(borough: borough, isReleased: $0) }
  }

  @Test("has an id that no measure of an audit's own can take", arguments: cases)
  private func reserved(_ which: Case) throws {
    let (workspace, pages) = (try which.workspace(), try which.pages())
    let facts = try AnyWorkspace.open(at: URL(fileURLWithPath: workspace)).facts(cycle: nil)
    func stem(_ id: String) -> String { String(id.prefix { $0 != "." && $0 != "@" }) }
    let own = Set(
      (facts.indicators.map(\.id) + facts.declaredMeasures.map(\.id) + facts.denominatorSets.map(\.id)).map(stem))
    let stems = Set(try pages.values.flatMap { try ExplainedPage(html: $0).printed.map { stem($0.figure) } })
    #expect(stems.count > 10)
    let free = stems.filter { !own.contains($0) && !MeasureEntry.isTaken($0) }
    #expect(free.isEmpty, "audit.yml could declare measures that begin with \(free.sorted())")
  }

  @Test("has an id, and its explanation gives the printed value", arguments: cases)
  private func explained(_ which: Case) throws {
    let (workspace, pages) = (try which.workspace(), try which.pages())
    #expect(pages.count >= 5)
    let (known, numbers) = try check(pages, of: workspace)
    #expect(numbers > 300 * pages.count)
    if which.isReleased { holdsReleased(known) }
  }

  @Test("has an id on the pages that compare places too: ranks, chances, gaps, overlaps, flows", arguments: cases)
  private func compared(_ which: Case) throws {
    let workspace = try which.workspace()
    var pages: [String: String] = [:]
    // The areas' page has as many kinds of number in a small borough as in a large one.
    let areas: [(String, [String])] = which.borough == .sample ? [("area", [])] : []
    for (kind, more) in areas + [("catchment", []), ("centre", []), ("catchment", ["--indicators", "imd,idaci"])] {
      let run = try NeedsCommand.run(
        ["compare", "--workspace", workspace, "--kind", kind, "--format", "html"] + more)
      try #require(run.exitCode == 0, "\(run.messages)")
      pages[([kind] + more).joined(separator: " ")] = run.output
    }
    let (known, numbers) = try check(pages, of: workspace, isComparison: true)
    #expect(numbers > 500)
    for stem in ["rank.", "top-three.", "likeness.", "alike.", "alike-difference.", "living-in.", "different."] {
      #expect(known.keys.contains { $0.hasPrefix(stem) }, "no \(stem)")
    }
    if which.isReleased { holdsReleased(known) }
  }

  @Test(
    "has an id on reports on places that somebody named or drew, explained where the same place is chosen again",
    arguments: [false, true])
  private func ofChoice(isReleased: Bool) throws {
    let workspace = try Case(borough: .sample, isReleased: isReleased).workspace()
    let folder = try TemporaryFolder()
    let wards = NeedsCommand.root.appendingPathComponent("geodata/catchments-2024-25.geojson").path
    let choices: [[String]] =
      [
        ["--areas", "X01000011,X01000040"], ["--ring", "484000,561500,1500"],
        ["--within", wards, "--code", "centre_id"],
      ]
      + (isReleased ? [] : [["--ring", "484000,561500,1500", "--made-of", "surface"]])
    for choice in choices {
      let isEach = choice.contains("--code")
      let out = folder.path(isEach ? "places" : "place.html")
      let run = try NeedsCommand.run(
        ["report", "--workspace", workspace, "--out", out] + choice + (isEach ? ["--every", "place"] : []))
      try #require(run.exitCode == 0, "\(choice): \(run.messages)")
      var pages: [String: String] = [:]
      for name in isEach ? try FileManager.default.contentsOfDirectory(atPath: out) : [""] {
        pages[name] = try String(contentsOfFile: isEach ? "\(out)/\(name)" : out, encoding: .utf8)
      }
      let (known, numbers) = try check(pages, of: workspace, choice: choice)
      #expect(numbers > 100 * pages.count)
      let mine = known.keys.filter { $0.contains("@chosen-") }.sorted()
      #expect(mine.count > 10 * pages.count)
      if isReleased { holdsReleased(known) }
      for other in [[], ["--ring", "484000,561500,1501"]] {
        let refused = try NeedsCommand.run(["explain", mine[0], "--workspace", workspace] + other)
        #expect(refused.exitCode == 64 && refused.messages.contains("--within"), "\(refused.messages)")
      }
    }
  }

  @Test("has an id in the rows of a comparison, whose explanation has the row's numbers")
  func rowsOfComparison() throws {
    let workspace = try AuditedBorough.sample.workspace()
    let run = try NeedsCommand.run("compare", "--workspace", workspace, "--format", "csv")
    let lines = run.output.split(separator: "\n").map(CSVLine.cells)
    let header = try #require(lines.first)
    func column(_ name: String) throws -> Int { try #require(header.firstIndex(of: name)) }
    let pairs = try [
      ("figure", "value", "low", "high"), ("rank_figure", "", "rank_low", "rank_high"),
      ("top_figure", "top_three", "", ""),
      ("nearest_figure", "nearest_value", "", ""), ("difference_figure", "", "nearest_low", "nearest_high"),
    ].map { id, value, low, high in
      (
        try column(id), value.isEmpty ? nil : try column(value), low.isEmpty ? nil : try column(low),
        high.isEmpty ? nil : try column(high)
      )
    }
    let ids = lines.dropFirst().flatMap { line in pairs.map { line[$0.0] } }
    #expect(ids.count == 25 && !ids.contains(""))
    let asked = try NeedsCommand.run(["explain", "--workspace", workspace, "--format", "json"] + ids)
    try #require(asked.exitCode == 0, "\(asked.messages)")
    let known = Dictionary(
      uniqueKeysWithValues: try JSONDecoder().decode([Explanation].self, from: Data(asked.output.utf8))
        .map { ($0.figure, $0) })
    for line in lines.dropFirst() {
      for (id, value, low, high) in pairs {
        let explanation = try #require(known[line[id]])
        if let value { #expect(Double(line[value]) == explanation.number, "\(line[id])") }
        if let low { #expect(Double(line[low]) == explanation.low, "\(line[id])") }
        if let high { #expect(Double(line[high]) == explanation.high, "\(line[id])") }
      }
    }
  }

  /// On a release no explanation names rows, hashes of files that hold people, or what never leaves.
  private func holdsReleased(_ known: [String: Explanation]) {
    for explanation in known.values {
      #expect(explanation.rejected.isEmpty)
      #expect(!explanation.files.contains { ["enrolments", "service-use"].contains($0.role) && !$0.sha256.isEmpty })
      #expect(!explanation.releaseRule.contains("internal only"), "\(explanation.figure)")
    }
  }

  /// Holds each number on pages against the explanation of the id beside it; returns them and how many numbers there were.
  private func check(
    _ pages: [String: String], of workspace: String, isComparison: Bool = false, choice: [String] = []
  ) throws -> (known: [String: Explanation], numbers: Int) {
    var printed: [(page: String, figure: String, text: String)] = []
    let names = try Self.names(in: workspace)
    let centres = try AnyWorkspace.open(at: URL(fileURLWithPath: workspace)).facts().centres.map(\.name)
    // Most texts stand on every page.
    var judged: [[String]: Bool] = [:]
    for (name, html) in pages.sorted(by: { $0.key < $1.key }) {
      let page = try ExplainedPage(html: html)
      printed += page.printed.map { (name, $0.figure, $0.text) }
      let strangers = Set(
        page.loose.filter { loose in
          let key = [loose.element, loose.text]
          if let known = judged[key] { return known }
          let isFigure =
            Self.isFigure(loose.text, in: loose.element, names)
            && (!isComparison || Self.isFigureOfComparison(loose.text, in: loose.element, names, centres))
          judged[key] = isFigure
          return isFigure
        }.map(\.text)
      ).sorted()
      #expect(strangers.isEmpty, "\(name) prints numbers without an id: \(strangers.prefix(5))")
    }
    let ids = Set(printed.map(\.figure)).sorted()
    let run = try NeedsCommand.run(["explain", "--workspace", workspace, "--format", "json"] + choice + ids)
    try #require(run.exitCode == 0, "\(run.messages)")
    let known = Dictionary(
      uniqueKeysWithValues: try JSONDecoder().decode([Explanation].self, from: Data(run.output.utf8))
        .map { ($0.figure, $0) })
    #expect(known.count == ids.count)
    let shown = known.mapValues { Self.numbers(in: $0.shown).compactMap { Double($0) } }
    var numbersOf: [String: [String]] = [:]
    var numbers = 0
    for (page, figure, text) in printed {
      let explanation = try #require(known[figure])
      if explanation.formula == text { continue }
      let inText = numbersOf[text] ?? Self.numbers(in: text)
      numbersOf[text] = inText
      for number in inText {
        numbers += 1
        #expect(
          Self.gives(explanation, shown[figure] ?? [], number, in: text),
          "\(page): \(figure) prints \(text), explain has \(explanation.value)")
      }
    }
    return (known, numbers)
  }

  @Test("is explained one by one as together, as text and as JSON, and an id that is none is refused")
  func oneByOne() throws {
    let workspace = try AuditedBorough.sample.workspace()
    for (id, words) in [
      ("group-enrolled-count.language=eal@SC05@2025-26", "queries/groups.sql"),
      ("visits-by-month.2025-10@SC01@2025-26", "queries/visits-by-month.sql"),
      ("children-at-centre.SC02@SC01@2025-26", "queries/containment.sql"),
      ("run.grades/not-located@authority@2025-26", "queries/totals.sql"),
      ("share-of-area.X01000008@SC04@2025-26", "table weights"),
      ("theme.raised.debt@authority@2025-26", "not in a release"),
      ("change.reached.real@SC02@2025-26", "M0 old"),
    ] {
      let run = try NeedsCommand.run("explain", id, "--workspace", workspace)
      #expect(run.exitCode == 0, "\(run.messages)")
      #expect(run.output.contains(words), "\(id): \(run.output)")
      #expect(run.output.contains("\(id) = "))
    }
    for id in ["reached.rate@SC99@2025-26", "nothing@SC01@2025-26", "reached.rate", "@@", "reached.rate@SC01@1999"] {
      let run = try NeedsCommand.run("explain", id, "--workspace", workspace)
      #expect(run.exitCode == 64 || run.exitCode == 65, "\(id): \(run.exitCode)")
      #expect(run.messages.split(separator: "\n").count == 1, "\(run.messages)")
    }
  }

  /// Names, codes, files and licences, which may hold digits and are no figures.
  private static func names(in workspace: String) throws -> [String] {
    let facts = try AnyWorkspace.open(at: URL(fileURLWithPath: workspace)).facts()
    var names = facts.cycleLabels + [facts.name]
    names += facts.areas.flatMap { [$0.name, $0.code] } + facts.catchments.flatMap { [$0.name, $0.code] }
    names += facts.centres.flatMap { [$0.name, $0.code] } + facts.declaredMeasures.map { $0.title }
    names += facts.indicators.flatMap { [$0.title, $0.vintage, $0.attribution] }
    names += facts.sources.flatMap { [$0.file, $0.vintage, $0.licence, $0.attribution] }
    names += facts.denominatorSets.flatMap { [$0.source, $0.title] }
    return Set(names.filter { $0.contains(where: \.isNumber) }).sorted { ($1.count, $0) < ($0.count, $1) }
  }

  /// Whether a text holds a number that is no name, no date, no parameter of the audit and no mark of an axis.
  private static func isFigure(_ text: String, in element: String, _ names: [String]) -> Bool {
    switch element {
    case "th":
      // Ages and national tenths are names of rows.
      if text.wholeMatch(of: #/under 1|\d|1 \(most\)|10 \(least\)/#) != nil { return false }
    case "text":
      // The ticks of an axis, the levels to reach, national tenths, the classes of a map, the bar of its scale.
      let marks = ["0", "25", "50", "75", "100", "65%", "80%"] + (1...10).map(String.init)
      let classes = #/(under )?\d+%( to under \d+%| or more)?|\d+ k?m|tenths \d+ to \d+/#
      if marks.contains(text) || (text.wholeMatch(of: classes) != nil && text.contains(" ")) { return false }
    default: break
    }
    var rest = text
    for name in names { rest = rest.replacing(name, with: " ") }
    rest = rest.replacing(
      #/\d{1,2} (January|February|March|April|May|June|July|August|September|October|November|December)( \d{4})?/#,
      with: " "
    )
    .replacing(
      #/(January|February|March|April|May|June|July|August|September|October|November|December) \d{4}/#, with: " "
    )
    .replacing(#/\d{4}-\d{2}-\d{2}/#, with: " ").replacing(#/^\d+\. /#, with: " ")
    .replacing(#/A polygon of [^ ]+|Within [\d,]+ metres|count whole: \d+; in part: \d+/#, with: " ")
    .replacing(#/children (under \d+|aged \d+ to \d+)/#, with: " ")
    .replacing(#/\d+ or more days( within \d+ days)?/#, with: " ")
    .replacing(#/[Ll]evels? of [\d%, and]+|\d+% level|to show \d+%/#, with: " ")
    .replacing(#/\b(in|In|of|Of|every|for) 100\b/#, with: " ").replacing(#/95%( interval)?/#, with: " ")
    .replacing(#/1 = most deprived, 10 = least|Rank 1 is most need/#, with: " ")
    .replacing(#/Counts from 1 to \d+ print as c. Others are rounded to the nearest \d+./#, with: " ")
    .replacing(#/One person, V\d+, is loud/#, with: " ").replacing(#/K-\d{4}-\d{2}-\d+/#, with: " ")
    return rest.contains(where: \.isNumber)
  }

  /// The same of a page that compares places, but for ticks of its axes, classes of its flow map and parameters of its
  /// methods.
  private static func isFigureOfComparison(
    _ text: String, in element: String, _ names: [String], _ centres: [String]
  ) -> Bool {
    var rest = text
    for name in names { rest = rest.replacing(name, with: " ") }
    // Ticks, and tenths of the classes of a map.
    if element == "text", rest.wholeMatch(of: #/[\d,]+\s*|.*tenths \d+ to \d+.*/#) != nil { return false }
    // In the natural catchments a centre's number and its name.
    if element == "text", let key = text.wholeMatch(of: #/\d+ ([^…]+)…?/#),
      centres.contains(where: { $0.hasPrefix(key.output.1) })
    {
      return false
    }
    rest = rest.replacing(#/(under|fewer than) \d+ children|\d+ children or more/#, with: " ")
      .replacing(#/low under \d+% and high from \d+%/#, with: " ").replacing(#/the \d+ of \d+ with most/#, with: " ")
      .replacing(#/\d+ areas in all|and \d+ more|[Tt]he \d+ (highest|lowest)/#, with: " ")
      .replacing(#/1 in 20|99.8%|1,000 draws|Distance 1|1 = highest|95%|in 100/#, with: " ")
    return rest.contains(where: \.isNumber)
  }

  /// The numbers that a text prints; the 100 of "in 100" is none of them.
  private static func numbers(in text: String) -> [String] {
    text.replacing(#/\b(in|of) 100\b/#, with: "").replacing(",", with: "").replacing("\u{2212}", with: "-")
      .matches(of: #/-?\d+(\.\d+)?/#).map { String($0.output.0) }
  }

  /// Whether the explanation gives a printed number: its figure, what stands above and below the line, its limits, or
  /// what would settle it, to the printed place.
  private static func gives(
    _ explanation: Explanation, _ shown: [Double], _ number: String, in text: String
  ) -> Bool {
    guard let printed = Double(number) else { return false }
    let places = number.split(separator: ".").count == 2 ? number.split(separator: ".")[1].count : 0
    let tolerance = 0.5 * pow(10, -Double(places)) + 1e-9
    var known = [
      explanation.number, explanation.numerator, explanation.denominator, explanation.low, explanation.high,
      explanation.spreadLow, explanation.spreadHigh,
    ].compactMap { $0 }
    known += explanation.levels.compactMap { $0.more.map(Double.init) }
    known += shown
    if known.contains(where: { abs($0 - printed) <= tolerance || abs($0 * 100 - printed) <= tolerance }) { return true }
    // "under 1%", "more than 99 in 100": what is not nothing and not everything.
    let isEdge = ["under 1%", "fewer than 1", "over 99%", "more than 99"].contains { text.contains($0) }
    return isEdge && known.contains { ($0 > 0 && $0 < 0.005) || ($0 < 1 && $0 >= 0.995) }
  }
}
