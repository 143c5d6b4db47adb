import Evidence
import Geodata
import Workspace

/// The coded voices of a table that were said in a cycle.
struct VoiceReading {
  /// The voices, in the order of the rows.
  var voices: [Voice] = []
  /// Rows in the file.
  var rowCount = 0
  /// What was assumed of the file.
  var reading = ""
  /// What was complained of.
  var complaints: [Complaint] = []

  private static let roles = [
    "id", "date", "source", "channel", "group", "theme", "second", "stance", "area", "catchment", "contributor",
    "consent", "expires",
  ]

  /// Reads the table. What is no code is left out with its row's number; columns that no role has are not read at all.
  static func read(
    _ block: TableBlock, _ found: InputPaths.Found, cycle: CycleRecord, areas: Set<String>, catchments: Set<String>,
    themes: [String], rejects: inout RejectLedger
  ) throws -> VoiceReading {
    var result = VoiceReading()
    let table = try Table.open(TableSource(block, found))
    let columns = try RoleColumns(table, block, roles: roles)
    guard let date = columns["date"] else {
      throw GeodataError(.data, "there is no column date", file: found.name, advice: "map it under voices: columns:")
    }
    let format = try Dates.read(table, column: date, stated: block.dates)
    var (outside, unplaced, uncoded) = (0, [Int](), [Int]())
    try table.forEachRow { row in
      result.rowCount += 1
      guard let day = format.parse(row.bytes(date)) else {
        rejects.add("with a date that is not a day", file: found.name, row: row.number)
        return
      }
      guard day >= cycle.from, day <= cycle.to else {
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
      if areas.contains(area) {
        place = .area(area)
      } else if catchments.contains(catchment) {
        place = .catchment(catchment)
      } else if !area.isEmpty || !catchment.isEmpty {
        unplaced.append(row.number)
      }
      let expires = columns["expires"].flatMap { row.isBlank($0) ? nil : format.parse(row.bytes($0)) }
      result.voices.append(
        Voice(
          id: columns["id"].map { row.text($0) } ?? String(row.number), date: day, source: words[0], channel: words[1],
          group: words[2].isEmpty ? "other" : words[2], theme: words[3], second: words[5].isEmpty ? nil : words[5],
          stance: Voice.Stance(rawValue: columns.text("stance", row)) ?? .raises, place: place,
          contributor: words[4].isEmpty ? "row-\(row.number)" : words[4],
          hasConsent: ["yes", "y", "true", "1"].contains(columns.text("consent", row).lowercased()), expires: expires))
    }
    let troubles = [
      (unplaced, "are about a place that is not an area here"), (uncoded, "have a theme that is not in the codebook"),
    ]
    for (numbers, what) in troubles where !numbers.isEmpty {
      result.complaints.append(
        Complaint(
          .warning, "\(RowList.words(numbers.count, first: Array(numbers.prefix(5)))) \(what)", file: found.name,
          count: numbers.count))
    }
    if columns["consent"] == nil {
      result.complaints.append(
        Complaint(
          .warning, "there is no column consent, so no voice counts", file: found.name,
          advice: "add it: yes for each voice that may be counted"))
    }
    result.reading = "\(table.reading); dates \(format.rawValue); \(outside) rows outside the cycle"
    return result
  }
}
