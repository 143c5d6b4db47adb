import Foundation
import GRDB
import Geodata
import Geometry
import Tally

/// Reads rows of one cycle back into values. Facts and content share it.
struct CycleReader {
  let db: Database
  let cycle: String

  /// The rows of a statement, whose only argument is the cycle.
  func rows<T>(_ sql: String, _ make: (Row) throws -> T) throws -> [T] {
    let cursor = try Row.fetchCursor(db, sql: sql, arguments: [cycle])
    var result: [T] = []
    while let row = try cursor.next() { result.append(try make(row)) }
    return result
  }

  func record() throws -> CycleRecord {
    let records = try rows("SELECT * FROM cycles WHERE label = ?") { row in
      var record = CycleRecord(
        label: row["label"], from: try day(row, "starts_on"), to: try day(row, "ends_on"),
        referenceDate: try day(row, "reference_date"))
      let first: Int = row["age_from"]
      record.ages = first...max(first, row["age_to"])
      record.sustainedDays = row["sustained_days"]
      record.sustainedWithin = row["sustained_within"]
      record.thresholds = try list(row, "thresholds")
      record.rule = ApportionmentRule(rawValue: row["rule"]) ?? .area
      record.locate = row["locate"]
      record.groups = try list(row, "groups")
      record.sensitiveGroups = try list(row, "sensitive")
      record.profile = row["profile"]
      record.profileHide = row["profile_hide"]
      record.profileBase = row["profile_base"]
      record.countsFamilies = row["families"]
      record.sealedOn = row["sealed_on"]
      return record
    }
    guard let record = records.first else {
      throw WorkspaceError.noSuchCycle(cycle, known: try Cycles.labels(in: db))
    }
    return record
  }

  /// The list in a column of the cycle's row.
  func names(_ column: String) throws -> [String] {
    let lists: [[String]] = try rows("SELECT \(column) FROM cycles WHERE label = ?") { try list($0, column) }
    return lists.first ?? []
  }

  func withheld() throws -> [CycleContent.Withheld] {
    try rows("SELECT atom, centre, by FROM withheld WHERE cycle = ? ORDER BY id") {
      .init(set: $0[0], centre: $0[1], by: $0[2])
    }
  }

  func weights() throws -> [CycleContent.Weight] {
    try rows("SELECT rule, catchment, area, weight FROM weights WHERE cycle = ? ORDER BY rule, catchment, area") {
      .init(
        catchment: $0[1], area: $0[2], rule: ApportionmentRule(rawValue: $0[0]) ?? .area, weight: $0[3])
    }
  }

  func denominatorSets() throws -> [CycleContent.DenominatorSet] {
    try rows(
      """
      SELECT denominator_set, title, date, source, is_stale FROM denominator_sets WHERE cycle = ?
      ORDER BY denominator_set
      """
    ) { .init(id: $0[0], title: $0[1], date: $0[2], source: $0[3], isStale: $0[4]) }
  }

  func denominators() throws -> [CycleContent.Denominator] {
    try rows(
      """
      SELECT area, denominator_set, value, low, high, state FROM denominators WHERE cycle = ?
      ORDER BY denominator_set, area
      """
    ) {
      .init(
        area: $0[0], set: $0[1], value: $0[2], low: $0[3], high: $0[4],
        state: CycleContent.Denominator.State(rawValue: $0[5]) ?? .missing)
    }
  }

  func indicators() throws -> [CycleContent.Indicator] {
    try rows("SELECT * FROM indicators WHERE cycle = ? ORDER BY indicator") { row in
      .init(
        id: row["indicator"], title: row["title"], theme: row["theme"], unit: row["unit"], polarity: row["polarity"],
        of: row["rank_of"], vintage: row["vintage"], source: row["source"], licence: row["licence"],
        attribution: row["attribution"], denominator: row["denominator_set"], level: row["level"])
    }
  }

  func indicatorValues() throws -> [CycleContent.IndicatorValue] {
    try rows(
      """
      SELECT indicator, area, value, rank, decile, numerator, denominator FROM indicator_values WHERE cycle = ?
      ORDER BY indicator, area
      """
    ) {
      .init(
        indicator: $0[0], area: $0[1], value: $0[2], rank: $0[3], decile: $0[4], numerator: $0[5],
        denominator: $0[6])
    }
  }

  func totals(_ table: String) throws -> [CycleContent.Total] {
    try rows("SELECT path, value FROM \(table) WHERE cycle = ? ORDER BY id") { .init($0[0], $0[1]) }
  }

  func files() throws -> [CycleContent.InputFile] {
    try rows("SELECT * FROM provenance WHERE cycle = ? ORDER BY id") { row in
      .init(
        role: row["role"], file: row["file"], sha256: row["sha256"], bytes: row["bytes"], rows: row["rows"],
        used: row["used"], reading: row["reading"], vintage: row["vintage"], licence: row["licence"],
        attribution: row["attribution"], isPersonal: row["is_personal"])
    }
  }

  func rejects() throws -> [CycleContent.Reject] {
    try rows("SELECT file, reason, rows, first_rows FROM rejects WHERE cycle = ? ORDER BY id") {
      .init(file: $0[0], reason: $0[1], rows: $0[2], firstRows: try list($0, "first_rows"))
    }
  }

  func complaints() throws -> [Complaint] {
    try rows("SELECT * FROM complaints WHERE cycle = ? ORDER BY id") { row in
      Complaint(
        Complaint.Severity(rawValue: row["severity"]) ?? .note, row["what"], file: row["file"],
        row: row["row_number"], column: row["column_name"], feature: row["feature"], advice: row["advice"],
        count: row["count"])
    }
  }

  func centreVisits() throws -> [CycleContent.CentreVisits] {
    try rows(
      "SELECT centre, by, key, value, low, high FROM centre_visits WHERE cycle = ? ORDER BY centre, by, key"
    ) { .init(centre: $0[0], by: $0[1], key: $0[2], count: Count(value: $0[3], low: $0[4], high: $0[5])) }
  }

  func centres() throws -> [CycleContent.Centre] {
    try rows("SELECT code, name, geom FROM centres WHERE cycle = ? ORDER BY code") { row in
      var reader = (row["geom"] as Data?).flatMap { GeoPackageBlobReader([UInt8]($0)) }
      return .init(code: row["code"], name: row["name"], point: reader?.point())
    }
  }

  /// The places of table `areas` or `catchments`, with their shapes.
  func places(_ table: String) throws -> [CycleContent.Place] {
    try rows("SELECT code, name, surface, geom FROM \(table) WHERE cycle = ? ORDER BY code") { row in
      var reader = (row["geom"] as Data?).flatMap { GeoPackageBlobReader([UInt8]($0)) }
      return .init(code: row["code"], name: row["name"], surface: row["surface"], shape: reader?.multiPolygon())
    }
  }

  private func day(_ row: Row, _ column: String) throws -> Day {
    guard let day = Day(iso: row[column]) else {
      throw WorkspaceError.content(reason: "cycle \(cycle): \(column) is not a date; run the audit again")
    }
    return day
  }

  private func list<Element: Decodable>(_ row: Row, _ column: String) throws -> [Element] {
    guard let list = JSONList.decode(row[column], of: Element.self) else {
      throw WorkspaceError.content(reason: "cycle \(cycle): \(column) is not a list; run the audit again")
    }
    return list
  }
}
