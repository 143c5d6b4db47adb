import Evidence
import Geodata
import Workspace

/// The answers of surveys that closed in a cycle, and what the surveys cost those who were asked.
struct SurveyReading {
  /// The answers, in the order of the rows.
  var answers: [SurveyAnswer] = []
  /// A survey each.
  var burdens: [AskingBurden] = []
  /// Rows in the file.
  var rowCount = 0
  /// What was assumed of the file.
  var reading = ""
  /// What was complained of.
  var complaints: [Complaint] = []

  private static let roles = [
    "survey", "date", "group", "theme", "asked", "answered", "agree", "minutes", "asked_before", "languages",
    "told_back",
  ]

  /// One group of one survey: its rows, a theme each, ask the same people.
  private struct Group: Hashable {
    let survey: String
    let day: Day
    let group: String
  }

  private struct Cost {
    var asked = 0
    var answered = 0
    var minutes: Double?
    var before: Int?
    var languages: Set<String> = []
    var told: Bool?
  }

  static func read(
    _ block: TableBlock, _ found: InputPaths.Found, cycle: CycleRecord, codebook: Codebook, groups: Set<String>,
    rejects: inout RejectLedger
  ) throws -> SurveyReading {
    var result = SurveyReading()
    let dated = try DatedTable(block, found, roles: roles)
    let (table, columns) = (dated.table, dated.columns)
    var costs: [Group: Cost] = [:]
    var (outside, uncoded, ungrouped, twice) = (0, [Int](), [Int](), [Int]())
    var seen: Set<[String]> = []
    try table.forEachRow { row in
      result.rowCount += 1
      guard let day = dated.day(row) else {
        rejects.add("with a date that is not a day", file: found.name, row: row.number)
        return
      }
      guard day >= cycle.from, day <= cycle.to else {
        outside += 1
        return
      }
      let words = ["survey", "group", "theme"].map { columns.text($0, row) }
      guard words.allSatisfy(NarrativeGuard.isCode) else {
        rejects.add("with words where a code belongs", file: found.name, row: row.number)
        return
      }
      guard seen.insert(words + [day.description]).inserted else {
        twice.append(row.number)
        return
      }
      guard let asked = columns.integer("asked", row), let answered = columns.integer("answered", row),
        let agree = columns.integer("agree", row),
        let answer = SurveyAnswer(
          survey: words[0], date: day, group: words[1], theme: words[2], asked: asked, answered: answered, agree: agree)
      else {
        rejects.add("where asked, answered and agree cannot be", file: found.name, row: row.number)
        return
      }
      result.answers.append(answer)
      if !codebook.knows(.theme, words[2]) { uncoded.append(row.number) }
      if !GroupWord.isKnown(words[1], among: groups) { ungrouped.append(row.number) }
      let group = Group(survey: words[0], day: day, group: words[1])
      var cost = costs[group] ?? Cost()
      cost.asked = max(cost.asked, asked)
      cost.answered = max(cost.answered, answered)
      cost.minutes = columns.real("minutes", row).map { max($0, cost.minutes ?? 0) } ?? cost.minutes
      cost.before = columns.integer("asked_before", row).map { max($0, cost.before ?? 0) } ?? cost.before
      let languages = columns.text("languages", row).split { ";|".contains($0) }
        .map { $0.filter { $0 != " " } }
      cost.languages.formUnion(languages.filter(NarrativeGuard.isCode))
      if columns["told_back"] != nil {
        cost.told = (cost.told ?? false) || !FlagWord.isNo(columns.text("told_back", row))
      }
      costs[group] = cost
    }
    result.burdens = AskingBurden.merged(
      costs.sorted { ($0.key.survey, $0.key.day, $0.key.group) < ($1.key.survey, $1.key.day, $1.key.group) }
        .compactMap { group, cost in
          AskingBurden(
            kind: .survey, occasion: group.survey, asked: cost.asked, answered: cost.answered,
            minutes: cost.minutes.map { $0 * Double(cost.answered) },
            askedBefore: cost.before.map { min($0, cost.asked) },
            languages: cost.languages.sorted(), told: cost.told.map { $0 ? cost.asked : 0 })
        })
    result.reading = "\(dated.reading); \(outside) rows outside the cycle"
    for (rows, what) in [
      (uncoded, "with a theme that is not in the codebook"),
      (ungrouped, "with a group that is neither a value of a declared group nor other"),
      (twice, "that ask again what another row has: survey, day, group and theme; left out"),
    ] where !rows.isEmpty {
      result.complaints.append(RowList.warning(rows, what, file: found.name))
    }
    return result
  }
}
