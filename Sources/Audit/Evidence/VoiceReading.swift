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

  private static let roles = [
    "id", "date", "source", "channel", "group", "theme", "second", "stance", "area", "catchment", "postcode",
    "contributor", "consent", "expires", "minutes", "language", "told_back",
  ]

  /// Reads the table. What is no code is left out with its row's number; columns that no role has are not read at all.
  static func read(
    _ block: TableBlock, _ found: InputPaths.Found, _ context: VoiceContext, rejects: inout RejectLedger
  ) throws -> VoiceReading {
    var result = VoiceReading()
    let dated = try DatedTable(block, found, roles: roles)
    let (table, columns) = (dated.table, dated.columns)
    var outside = 0
    var doubts = VoiceDoubts()
    var asking = AskingByChannel()
    try table.forEachRow { row in
      result.rowCount += 1
      guard let day = dated.day(row) else {
        rejects.add("with a date that is not a day", file: found.name, row: row.number)
        return
      }
      guard day >= context.cycle.from, day <= context.cycle.to else {
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
      let (place, holders) = self.place(columns, row, context, &doubts)
      let expires = dated.day("expires", row)
      let voice = Voice(
        id: columns["id"].map { row.text($0) } ?? String(row.number), date: day, source: words[0], channel: words[1],
        group: words[2].isEmpty && columns["group"] != nil ? "other" : words[2], theme: words[3],
        second: words[5].isEmpty ? nil : words[5],
        stance: Voice.Stance(rawValue: columns.text("stance", row)) ?? .raises, place: place, catchments: holders,
        contributor: words[4].isEmpty ? "row-\(row.number)" : words[4],
        hasConsent: FlagWord.isYes(columns.text("consent", row)), expires: expires)
      doubts.note(voice, row.number, context)
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
    result.reading = "\(dated.reading); \(outside) rows outside the cycle"
    return result
  }

  /// The area or catchment that the row names; else those in which its postcode lies. The postcode goes no further.
  private static func place(
    _ columns: RoleColumns, _ row: TableRow, _ context: VoiceContext, _ doubts: inout VoiceDoubts
  ) -> (place: Voice.Place, catchments: [String]) {
    let (area, catchment) = (columns.text("area", row), columns.text("catchment", row))
    if context.areas.contains(area) { return (.area(area), context.catchments.contains(catchment) ? [catchment] : []) }
    if context.catchments.contains(catchment) { return (.catchment(catchment), []) }
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
