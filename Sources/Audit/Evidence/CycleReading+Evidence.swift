import Evidence
import Geodata
import Workspace

extension CycleReading {
  /// Reads voices, surveys and offers. What looks like narrative is not read; a row that holds some is left out.
  mutating func readEvidence() throws {
    if !file.triggers.isEmpty { content.topics.append(TriggerRows.rows(file.triggers)) }
    if let block = file.voices { try readVoices(block) }
    if let block = file.surveys { try readSurveys(block) }
    if let block = file.offers { try readOffers(block) }
  }

  private mutating func readVoices(_ block: TableBlock) throws {
    let found = try paths.file(block)
    let reading = try VoiceReading.read(
      block, found, cycle: content.cycle, areas: Set(areas.map(\.code)), catchments: Set(catchments.map(\.code)),
      themes: file.themes, rejects: &rejects)
    content.complaints += reading.complaints
    content.topics.append(VoiceRows.rows(reading.voices))
    let balance = VoiceBalance(
      reading.voices, from: content.cycle.from, to: content.cycle.to, groups: [], everybody: 0, areas: [])
    content.fileTotals.append(.init("voices/consented", Double(balance.consented)))
    if let kappa = balance.agreement?.value { content.fileTotals.append(.init("voices/cohen_kappa", kappa)) }
    if let value = balance.effectiveVoices { content.fileTotals.append(.init("voices/effective_voices", value)) }
    if let value = balance.loudestShare { content.fileTotals.append(.init("voices/loudest_share", value)) }
    try note(
      found, role: "voices", rows: reading.rowCount, used: reading.voices.count, reading: reading.reading,
      isPersonal: true)
  }

  private mutating func readSurveys(_ block: TableBlock) throws {
    let found = try paths.file(block)
    let table = try Table.open(TableSource(block, found))
    let columns = try RoleColumns(
      table, block, roles: ["survey", "date", "group", "theme", "asked", "answered", "agree"])
    guard let date = columns["date"] else {
      throw GeodataError(.data, "there is no column date", file: found.name, advice: "map it under surveys: columns:")
    }
    let format = try Dates.read(table, column: date, stated: block.dates)
    var answers: [SurveyAnswer] = []
    var rows = 0
    try table.forEachRow { row in
      rows += 1
      guard let day = format.parse(row.bytes(date)), day >= content.cycle.from, day <= content.cycle.to else { return }
      let words = ["survey", "group", "theme"].map { columns.text($0, row) }
      guard words.allSatisfy(NarrativeGuard.isCode) else {
        rejects.add("with words where a code belongs", file: found.name, row: row.number)
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
      answers.append(answer)
    }
    content.topics.append(SurveyRows.rows(answers))
    try note(
      found, role: "surveys", rows: rows, used: answers.count, reading: "\(table.reading); dates \(format.rawValue)",
      isPersonal: true)
  }

  private mutating func readOffers(_ block: TableBlock) throws {
    let found = try paths.file(block)
    let table = try Table.open(TableSource(block, found))
    let columns = try RoleColumns(table, block, roles: OfferRows.roles)
    var offers = TopicRows(table: "offers", columns: OfferRows.columns)
    var rows = 0
    try table.forEachRow { row in
      rows += 1
      guard !columns.text("offer_id", row).isEmpty || columns["offer_id"] == nil else {
        rejects.add("without an offer_id", file: found.name, row: row.number)
        return
      }
      offers.rows.append(OfferRows.row(columns, row))
    }
    content.topics.append(offers)
    content.namedServices = Array(Set(content.namedServices + offers.rows.map { $0[2].text }.filter { !$0.isEmpty }))
      .sorted()
    try note(found, role: "offers", rows: rows, used: offers.rows.count, reading: table.reading)
  }
}
