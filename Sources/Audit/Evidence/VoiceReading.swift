import Evidence
import Geodata
import Workspace

/// The coded voices of a table that were said in a cycle.
struct VoiceReading {
  /// The voices, in the order of the rows.
  var voices: [Voice] = []
  /// What it cost those who spoke, a channel each.
  var burdens: [AskingBurden] = []
  /// Rows in the file.
  var rowCount = 0
  /// What was assumed of the file.
  var reading = ""
  /// What was complained of.
  var complaints: [Complaint] = []
  /// Rows that were said before or after the cycle.
  var outside = 0

  private static let roles = [
    "id", "date", "source", "channel", "group", "theme", "second", "stance", "area", "catchment", "postcode",
    "contributor", "consent", "expires", "minutes", "language", "told_back",
  ]

  /// Reads the table. What is no code is left out with its row's number; columns that no role has are not kept.
  ///
  /// - Parameter hints: columns by role as another file has them; they hold where the table has such a column.
  static func read(
    _ block: TableBlock, _ found: InputPaths.Found, _ context: VoiceContext, hints: [String: String] = [:],
    rejects: inout RejectLedger
  ) throws -> VoiceReading {
    var result = VoiceReading()
    let dated = try DatedTable(block, found, roles: roles, hints: hints)
    let (table, columns) = (dated.table, dated.columns)
    var doubts = VoiceDoubts(unread: columns.unread(of: table))
    var asking = AskingByChannel()
    try table.forEachRow { row in
      result.rowCount += 1
      doubts.look(at: row)
      guard let day = dated.day(row) else {
        rejects.add("with a date that is not a day", file: found.name, row: row.number)
        return
      }
      guard day >= context.cycle.from, day <= context.cycle.to else {
        result.outside += 1
        return
      }
      let expires = dated.day("expires", row)
      guard expires != nil || columns.text("expires", row).isEmpty else {
        rejects.add("with an expiry that is not a day", file: found.name, row: row.number)
        return
      }
      let words: CodedWords
      switch CodedWords.read(columns, row, expires: expires, said: day) {
      case .success(let read): words = read
      case .failure(let trouble):
        rejects.add(trouble.rawValue, file: found.name, row: row.number, advice: trouble.advice)
        return
      }
      let (place, holders) = self.place(columns, row, context, &doubts)
      let voice = Voice(
        id: doubts.id(columns.text("id", row), row: row.number), date: day, source: words.source,
        channel: words.channel, group: words.group, theme: words.theme, second: words.second, stance: words.stance,
        place: place, catchments: holders, contributor: words.contributor, hasConsent: words.hasConsent,
        expires: words.expires)
      doubts.note(voice, row.number, context)
      if !words.isConsentSaid { doubts.unsaid.append(row.number) }
      asking.add(voice, columns, row)
      result.voices.append(voice)
    }
    result.burdens = asking.burdens
    result.complaints = doubts.complaints(file: found.name)
    if columns["consent"] == nil {
      result.complaints.append(
        Complaint(
          .warning, "there is no column consent, so no voice counts", file: found.name,
          advice: "add it: yes for each voice that may be counted"))
    }
    result.reading = "\(dated.reading); \(result.outside) rows outside the cycle"
    return result
  }

  /// The area or catchment that the row names; else those in which its postcode lies. The postcode goes no further.
  private static func place(
    _ columns: RoleColumns, _ row: TableRow, _ context: VoiceContext, _ doubts: inout VoiceDoubts
  ) -> (place: Voice.Place, catchments: [String]) {
    let (area, catchment) = (columns.text("area", row), columns.text("catchment", row))
    if context.areas.contains(area) { return (.area(area), context.catchments.contains(catchment) ? [catchment] : []) }
    if context.catchments.contains(catchment) { return (.catchment(catchment), []) }
    if let became = context.became[area] {
      // What was said of one area of an earlier vintage is about what it became; of a split one nobody knows which part.
      if became.count == 1, context.areas.contains(became[0]) { return (.area(became[0]), []) }
      doubts.split.append(row.number)
      return (.authority, [])
    }
    let postcode = columns.text("postcode", row)
    if !postcode.isEmpty, let postcodes = context.postcodes {
      switch postcodes.answer(postcode) {
      case .place(let area?, let catchments): return (.area(area), catchments)
      case .place(nil, let catchments) where !catchments.isEmpty: return (.catchment(catchments[0]), catchments)
      case .place: doubts.outside.append(row.number)
      case .nowhere: doubts.notFound.append(row.number)
      }
    } else if !postcode.isEmpty {
      doubts.notFound.append(row.number)
    } else if !area.isEmpty || !catchment.isEmpty {
      doubts.unplaced.append(row.number)
    }
    return (.authority, [])
  }
}
