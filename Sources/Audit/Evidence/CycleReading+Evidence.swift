import Evidence
import Geodata
import Workspace

extension CycleReading {
  /// Reads voices, surveys and offers. What looks like narrative is not read; a row that holds some is left out.
  mutating func readEvidence() throws {
    if let block = file.voices { try readVoices(block) }
    if let block = file.surveys { try readSurveys(block) }
    if let block = file.offers { try readOffers(block) }
  }

  private mutating func readVoices(_ block: TableBlock) throws {
    let found = try paths.file(block)
    let table = try Table.open(TableSource(block, found))
    let roles = [
      "id", "date", "source", "channel", "group", "theme", "second", "stance", "area", "catchment", "contributor",
      "consent", "expires",
    ]
    let columns = try RoleColumns(table, block, roles: roles)
    guard let date = columns["date"] else {
      throw GeodataError(.data, "there is no column date", file: found.name, advice: "map it under voices: columns:")
    }
    let format = try Dates.read(table, column: date, stated: block.dates)
    let codes = Set(areas.map(\.code))
    let catchmentCodes = Set(catchments.map(\.code))
    let themes = Set(file.themes)
    var voices: [Voice] = []
    var (rows, outside, unplaced, uncoded) = (0, 0, [Int](), [Int]())
    try table.forEachRow { row in
      rows += 1
      guard let day = format.parse(row.bytes(date)) else {
        rejects.add("with a date that is not a day", file: found.name, row: row.number)
        return
      }
      guard day >= content.cycle.from, day <= content.cycle.to else {
        outside += 1
        return
      }
      let words = ["source", "channel", "group", "theme", "contributor", "second"].map { columns.text($0, row) }
      guard words.allSatisfy({ $0.isEmpty || NarrativeGuard.isCode($0) }) else {
        rejects.add(
          "with words where a code belongs", file: found.name, row: row.number,
          advice: "a voice is coded: one word of the codebook in each column, no names, no sentences")
        return
      }
      if !themes.isEmpty && !themes.contains(words[3]) { uncoded.append(row.number) }
      var place = Voice.Place.authority
      let (area, catchment) = (columns.text("area", row), columns.text("catchment", row))
      if codes.contains(area) {
        place = .area(area)
      } else if catchmentCodes.contains(catchment) {
        place = .catchment(catchment)
      } else if !area.isEmpty || !catchment.isEmpty {
        unplaced.append(row.number)
      }
      let expires = columns["expires"].flatMap { row.isBlank($0) ? nil : format.parse(row.bytes($0)) }
      voices.append(
        Voice(
          id: columns["id"].map { row.text($0) } ?? String(row.number), date: day, source: words[0], channel: words[1],
          group: words[2].isEmpty ? "other" : words[2], theme: words[3], second: words[5].isEmpty ? nil : words[5],
          stance: Voice.Stance(rawValue: columns.text("stance", row)) ?? .raises, place: place,
          contributor: words[4].isEmpty ? "row-\(row.number)" : words[4],
          hasConsent: ["yes", "y", "true", "1"].contains(columns.text("consent", row).lowercased()), expires: expires))
    }
    for (numbers, what) in [
      (unplaced, "are about a place that is not an area here"), (uncoded, "have a theme that is not in the codebook"),
    ]
    where !numbers.isEmpty {
      content.complaints.append(
        Complaint(
          .warning, "\(RowList.words(numbers.count, first: Array(numbers.prefix(5)))) \(what)", file: found.name,
          count: numbers.count))
    }
    if columns["consent"] == nil {
      content.complaints.append(
        Complaint(
          .warning, "there is no column consent, so no voice counts", file: found.name,
          advice: "add it: yes for each voice that may be counted"))
    }
    content.topics.append(VoiceRows.rows(voices))
    let balance = VoiceBalance(
      voices, from: content.cycle.from, to: content.cycle.to, groups: [], everybody: 0, areas: [])
    content.fileTotals.append(.init("voices/consented", Double(balance.consented)))
    if let kappa = balance.agreement?.value { content.fileTotals.append(.init("voices/cohen_kappa", kappa)) }
    if let value = balance.effectiveVoices { content.fileTotals.append(.init("voices/effective_voices", value)) }
    if let value = balance.loudestShare { content.fileTotals.append(.init("voices/loudest_share", value)) }
    try note(
      found, role: "voices", rows: rows, used: voices.count,
      reading: "\(table.reading); dates \(format.rawValue); \(outside) rows outside the cycle", isPersonal: true)
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
