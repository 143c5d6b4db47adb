import Evidence
import Geodata
import Workspace

extension CycleReading {
  /// Reads the codebook, voices, surveys and offers. What looks like narrative is not read; a row that holds some is left
  /// out.
  mutating func readEvidence() throws {
    if !file.triggers.isEmpty { content.topics.append(TriggerRows.rows(file.triggers)) }
    let codebook = try readCodebook()
    if let block = file.voices { try readVoices(block, codebook) }
    if let block = file.surveys { try readSurveys(block, codebook) }
    if let block = file.offers, let reading = try readOffers() { try takeOffers(block, reading) }
  }

  private mutating func readCodebook() throws -> Codebook {
    var codes = file.codebook.codes
    if let name = file.codebook.file {
      let found = try paths.file(TableBlock(columnsByRole: name, role: "codebook", line: file.codebook.line))
      let block = try CodebookBlock.read(found)
      try note(
        found, role: "codebook", rows: block.codes.count, used: block.codes.count, reading: "a codebook in YAML",
        isPersonal: true)
      codes += block.codes
    }
    let codebook = Codebook(codes)
    for column in file.codedBy where !content.cycle.groups.contains(column) {
      throw AuditError.file(
        file.source.name, line: file.voices?.line,
        "voices: coded-by: there is no group \(column); enrolments: groups: has \(content.cycle.groups.joined(separator: ", "))"
      )
    }
    if !codebook.codes.isEmpty || !file.codedBy.isEmpty {
      content.topics.append(CodebookRows.rows(codebook, codedBy: file.codedBy))
    }
    return codebook
  }

  /// The values of the declared groups.
  private var groupValues: Set<String> {
    Set((enrolments?.groups.texts ?? []).map { String($0.drop { $0 != "=" }.dropFirst()) })
  }

  private mutating func readVoices(_ block: TableBlock, _ codebook: Codebook) throws {
    let found = try paths.file(block)
    let reading = try VoiceReading.read(
      block, found,
      VoiceContext(
        cycle: content.cycle, areas: Set(areas.map(\.code)), catchments: Set(catchments.map(\.code)),
        codebook: codebook, groups: groupValues,
        became: try lookup().map { Dictionary(grouping: $0.lookup.links, by: \.from).mapValues { $0.map(\.to) } }
          ?? [:],
        postcodes: PostcodePlaces(directory, areas: areas, catchments: catchments)), rejects: &rejects)
    content.complaints += reading.complaints
    content.topics += [
      VoiceRows.rows(reading.voices), VoiceRows.catchmentRows(reading.voices), AskingRows.rows(reading.burdens),
    ]
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

  private mutating func readSurveys(_ block: TableBlock, _ codebook: Codebook) throws {
    let found = try paths.file(block)
    let reading = try SurveyReading.read(
      block, found, cycle: content.cycle, codebook: codebook, groups: groupValues, rejects: &rejects)
    content.complaints += reading.complaints
    content.topics += [SurveyRows.rows(reading.answers), AskingRows.rows(reading.burdens)]
    try note(
      found, role: "surveys", rows: reading.rowCount, used: reading.answers.count, reading: reading.reading,
      isPersonal: true)
  }

  private mutating func takeOffers(_ block: TableBlock, _ reading: OfferReading) throws {
    for row in reading.unnamed { rejects.add("without an offer_id", file: reading.file, row: row) }
    content.complaints += reading.doubts.sorted { $0.key < $1.key }.map { what, rows in
      RowList.warning(rows, what, file: reading.file)
    }
    let offers = TopicRows(table: "offers", columns: OfferRows.columns, rows: reading.rows)
    content.topics.append(offers)
    content.namedServices = Array(Set(content.namedServices + offers.rows.map { $0[2].text }.filter { !$0.isEmpty }))
      .sorted()
    try note(
      try paths.file(block), role: "offers", rows: reading.rowCount, used: offers.rows.count, reading: reading.reading)
  }
}
