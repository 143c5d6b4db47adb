import Foundation
import Geodata

/// A first audit.yml for a folder of files: what each file seems to be, which column is what, why, and what somebody has
/// to say. The draft of a folder whose files say what they are runs as it stands.
///
/// ```swift
/// print(try AuditDraft(of: URL(fileURLWithPath: "data")).text)
/// ```
public struct AuditDraft: Sendable {
  /// The text of the draft.
  public private(set) var text = ""
  /// What could not be found and must be told.
  public private(set) var questions: [String] = []

  private let survey: FolderSurvey
  private var used: Set<String> = []

  /// Drafts an audit file for the files in a folder.
  public init(of folder: URL) throws(AuditError) {
    survey = try FolderSurvey(folder)
    let name = folder.standardizedFileURL.lastPathComponent
    add("# Drafted by needs init from the files in this folder. Read it, mend it, then run: needs check audit.yml")
    add("name: \(quoted(name.prefix(1).uppercased() + name.dropFirst()))")
    draftAreas()
    draftPostcodes()
    draftPeople()
    draftPopulation()
    draftIndicators()
    draftTables()
    draftRest()
  }

  private mutating func add(_ line: String) { text += line + "\n" }

  private mutating func ask(_ question: String) {
    questions.append(question)
    add("# TO BE TOLD: \(question)")
  }

  /// Text as a YAML scalar that cannot be read as anything else.
  private func quoted(_ text: String) -> String {
    let isPlain =
      !text.isEmpty && text.allSatisfy { $0.isLetter || $0.isNumber || "_-./ ()*".contains($0) }
      && !text.hasPrefix("-") && !text.hasPrefix("*") && Double(text) == nil && !text.hasSuffix(" ")
    return isPlain ? text : "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }

  private func mapping(_ pairs: [(String, String?)]) -> String {
    "{" + pairs.compactMap { key, value in value.map { "\(key): \(quoted($0))" } }.joined(separator: ", ") + "}"
  }

  private var layers: [(name: String, survey: LayerSurvey)] {
    survey.entries.compactMap {
      if case .layer(let layer) = $0.content, layer.isPolygonal { ($0.name, layer) } else { nil }
    }
  }

  private var tables: [(name: String, header: [String], rows: Int)] {
    survey.entries.compactMap {
      if case .table(let header, let rows) = $0.content { ($0.name, header, rows) } else { nil }
    }
  }

  // MARK: Areas, catchments, centres

  private mutating func draftAreas() {
    let coded = layers.filter { layer in layer.survey.columns.contains { RoleWords.isAreaCode($0.name) } }
    guard let areas = coded.max(by: { ($0.survey.featureCount, $1.name) < ($1.survey.featureCount, $0.name) }),
      let code = areas.survey.columns.first(where: { RoleWords.isAreaCode($0.name) })
    else {
      ask("areas: no layer has a column of small-area codes (LSOA…CD, area_code)")
      return
    }
    used.insert(areas.name)
    let name = areas.survey.columns.first {
      let letters = RoleWords.letters($0.name)
      return letters == "areaname" || letters == "name" || (letters.hasPrefix("lsoa") && letters.hasSuffix("nm"))
    }
    add("areas:  # \(areas.survey.featureCount) polygons; \(code.name) holds codes such as \(code.example)")
    add("  file: \(quoted(areas.name))")
    add("  columns: " + mapping([("code", code.name), ("name", name?.name)]))
    draftCentres()
    draftCatchments()
  }

  private mutating func draftCentres() {
    let found = tables.first { table in
      RoleWords.find(RoleWords.centre, in: table.header) != nil
        && RoleWords.find(RoleWords.date, in: table.header) == nil
        && RoleWords.find(Array(RoleWords.child.dropLast()), in: table.header) == nil
        && (place(table.header).contains { $0.1 != nil }) && table.rows <= 5000
    }
    guard let found, let id = RoleWords.find(RoleWords.centre, in: found.header) else {
      ask("centres: no table has a centre's id and a place")
      return
    }
    used.insert(found.name)
    let name = RoleWords.find(RoleWords.name, in: found.header, not: [id])
    add("centres:  # \(found.rows) rows with \(id) and a place, and no dates")
    add("  file: \(quoted(found.name))")
    add("  columns: " + mapping([("id", id), ("name", name)] + place(found.header)))
  }

  private mutating func draftCatchments() {
    let polygons = layers.first { layer in
      !used.contains(layer.name)
        && layer.survey.columns.contains { RoleWords.catchment.contains(RoleWords.letters($0.name)) }
    }
    if let polygons,
      let code = polygons.survey.columns.first(where: { RoleWords.catchment.contains(RoleWords.letters($0.name)) })
    {
      used.insert(polygons.name)
      add("catchments:  # \(polygons.survey.featureCount) polygons with \(code.name), such as \(code.example)")
      add("  file: \(quoted(polygons.name))")
      add("  columns: " + mapping([("code", code.name)]))
      return
    }
    let list = tables.first { table in
      table.header.count <= 4 && table.header.contains { RoleWords.isAreaCode($0) }
        && RoleWords.find(RoleWords.catchment, in: table.header) != nil
    }
    if let list, let area = list.header.first(where: { RoleWords.isAreaCode($0) }),
      let catchment = RoleWords.find(RoleWords.catchment, in: list.header)
    {
      used.insert(list.name)
      add("catchments:  # \(list.rows) rows that give areas to catchments")
      add("  areas: {file: \(quoted(list.name)), columns: \(mapping([("catchment", catchment), ("area", area)]))}")
      return
    }
    add("catchments: {nearest: true}  # no polygons and no lists were found: each place goes to its nearest centre")
  }

  private func place(_ header: [String]) -> [(String, String?)] {
    var pairs: [(String, String?)] = [("postcode", RoleWords.find(RoleWords.postcode, in: header))]
    let easting = RoleWords.find(RoleWords.easting, in: header)
    let northing = RoleWords.find(RoleWords.northing, in: header)
    if easting != nil && northing != nil { return pairs + [("easting", easting), ("northing", northing)] }
    let longitude = RoleWords.find(RoleWords.longitude, in: header)
    let latitude = RoleWords.find(RoleWords.latitude, in: header)
    if longitude != nil && latitude != nil { pairs += [("longitude", longitude), ("latitude", latitude)] }
    return pairs
  }

  // MARK: Children and visits

  private mutating func draftPostcodes() {
    for table in tables {
      let header = Set(table.header.map { $0.lowercased() })
      let isDirectory = header.contains("pcds") && header.contains("oseast1m") && header.contains("doterm")
      guard isDirectory else { continue }
      used.insert(table.name)
      let recipe = header.contains("calncv") || table.name.uppercased().hasPrefix("NSPL") ? "nspl" : "onspd"
      add(
        "postcodes: {recipe: \(recipe), file: \(quoted(table.name))}  # \(table.rows) postcodes; the columns are ONS's")
      return
    }
  }

  private mutating func draftPeople() {
    let enrolments = tables.first { table in
      !used.contains(table.name) && RoleWords.find(RoleWords.child, in: table.header) != nil
        && RoleWords.find(RoleWords.born, in: table.header) != nil && place(table.header).contains { $0.1 != nil }
    }
    if let enrolments, let child = RoleWords.find(RoleWords.child, in: enrolments.header) {
      used.insert(enrolments.name)
      let header = enrolments.header
      let pairs: [(String, String?)] =
        [("child", child), ("family", RoleWords.find(RoleWords.family, in: header))]
        + [("born", RoleWords.find(RoleWords.born, in: header))] + place(header)
        + [
          ("registered", RoleWords.find(RoleWords.registered, in: header)),
          ("left", RoleWords.find(RoleWords.left, in: header)),
        ]
      add("enrolments:  # \(enrolments.rows) rows with \(child), a date of birth and a place")
      add("  file: \(quoted(enrolments.name))")
      add("  columns: " + mapping(pairs))
      let groups = header.compactMap { column in RoleWords.group(column).map { ($0, Optional(column)) } }
      if !groups.isEmpty { add("  groups: \(mapping(groups))  # every value that is not empty is a group") }
      draftDates(enrolments.name, columns: [pairs[2].1].compactMap { $0 })
    } else {
      ask("enrolments: no table has a child's id, a date of birth and a place")
    }
    let use = tables.first { table in
      !used.contains(table.name) && RoleWords.find(RoleWords.date, in: table.header) != nil
        && RoleWords.find(RoleWords.centre, in: table.header) != nil
        && RoleWords.find(Array(RoleWords.child.dropLast()), in: table.header) != nil
    }
    guard let use, let date = RoleWords.find(RoleWords.date, in: use.header) else {
      ask("service-use: no table has a date, a child's id and a centre")
      draftCycles(nil)
      return
    }
    used.insert(use.name)
    add("service-use:  # \(use.rows) rows with \(date) and a centre")
    add("  file: \(quoted(use.name))")
    add(
      "  columns: "
        + mapping([
          ("child", RoleWords.find(RoleWords.child, in: use.header)), ("date", date),
          ("centre", RoleWords.find(RoleWords.centre, in: use.header)),
          ("service", RoleWords.find(RoleWords.service, in: use.header)),
        ]))
    draftDates(use.name, columns: [date])
    draftCycles((use.name, date))
  }

  /// States how dates are written where the column says so, and asks where it could be two.
  private mutating func draftDates(_ name: String, columns: [String]) {
    let source = TableSource(url: survey.folder.appendingPathComponent(name), name: name)
    for column in columns {
      do throws(GeodataError) {
        let table = try Table.open(source)
        let format = try Dates.read(table, column: try table.index(of: column), stated: nil)
        if format != .isoDay { add("  dates: \(format.rawValue)  # no other reading fits all rows of \(column)") }
      } catch {
        ask("dates: of \(name): \(error.complaint.what)")
      }
    }
  }

  /// A cycle for each school year (1 September to 31 August) that the visits touch.
  private mutating func draftCycles(_ use: (file: String, date: String)?) {
    guard let use, let span = try? span(of: use.date, in: use.file) else {
      ask("cycles: [{label: 2025-26, from: 2025-09-01, to: 2026-08-31}]")
      return
    }
    func schoolYear(_ day: Day) -> Int { day.components.month >= 9 ? day.components.year : day.components.year - 1 }
    add("cycles:  # school years that the visits touch; change them to the cycles that you audit")
    for year in schoolYear(span.first)...max(schoolYear(span.first), schoolYear(span.last)) {
      let next = String(year + 1).suffix(2)
      add("  - {label: \(year)-\(next), from: \(year)-09-01, to: \(year + 1)-08-31}")
    }
  }

  private func span(of column: String, in file: String) throws -> (first: Day, last: Day)? {
    let table = try Table.open(TableSource(url: survey.folder.appendingPathComponent(file), name: file))
    let index = try table.index(of: column)
    let format = try Dates.read(table, column: index, stated: nil)
    var days: (first: Day, last: Day)?
    try table.forEachRow { row in
      guard let day = format.parse(row.bytes(index)) else { return }
      days = (min(days?.first ?? day, day), max(days?.last ?? day, day))
    }
    return days
  }

  // MARK: Populations, indicators and the rest

  private mutating func draftPopulation() {
    for table in tables where !used.contains(table.name) {
      guard let area = table.header.first(where: { RoleWords.isAreaCode($0) }) else { continue }
      let ages = (0...4).map { age in
        table.header.first { ["age\(age)", "\(age)"].contains($0.lowercased().filter { $0.isLetter || $0.isNumber }) }
      }
      let children = table.header.first {
        ["underfive", "under", "children", "childrenaged"].contains(RoleWords.letters($0))
      }
      guard ages.allSatisfy({ $0 != nil }) || children != nil else { continue }
      used.insert(table.name)
      add("population:  # \(table.rows) areas with children by age")
      add("  file: \(quoted(table.name))")
      if ages.allSatisfy({ $0 != nil }) {
        let columns = ages.enumerated().map { "\($0): \(quoted($1 ?? ""))" }.joined(separator: ", ")
        add("  columns: {area: \(quoted(area)), ages: {\(columns)}}")
      } else {
        add("  columns: " + mapping([("area", area), ("children", children)]))
      }
      ask("population: date: the day that these numbers describe, such as 2020-06-30")
      return
    }
  }

  private mutating func draftIndicators() {
    var lines: [String] = []
    for table in tables where !used.contains(table.name) {
      let source = TableSource(url: survey.folder.appendingPathComponent(table.name), name: table.name)
      guard let recipe = PublishedRecipe.recognised(source) else { continue }
      used.insert(table.name)
      lines.append(
        "  - {recipe: \(recipe.id), file: \(quoted(table.name))}  # its headers are those of \(recipe.vintage)")
    }
    guard !lines.isEmpty else { return }
    add("indicators:")
    lines.forEach { add($0) }
  }

  private mutating func draftTables() {
    for table in tables where !used.contains(table.name) {
      let letters = Set(table.header.map { RoleWords.letters($0) })
      var pairs: [(String, String?)] = []
      let role: String
      if letters.isSuperset(of: ["source", "theme", "stance"]) {
        role = "voices"
        pairs = [("area", table.header.first { RoleWords.isAreaCode($0) })]
        pairs.append(("second", table.header.first { $0.lowercased().contains("second") }))
        pairs.append(("expires", table.header.first { $0.lowercased().hasPrefix("expires") }))
      } else if letters.isSuperset(of: ["asked", "answered"]) {
        role = "surveys"
      } else if letters.isSuperset(of: ["service", "provider"]) || letters.isSuperset(of: ["offerid", "service"]) {
        role = "offers"
      } else {
        continue
      }
      used.insert(table.name)
      // A column of the role's own name needs no mapping.
      let needed = pairs.filter { $0.1 != nil && $0.1 != $0.0 }
      let columns = needed.isEmpty ? "" : ", columns: \(mapping(needed))"
      add("\(role): {file: \(quoted(table.name))\(columns)}")
    }
  }

  private mutating func draftRest() {
    add("eligible: {ages: [0, 4]}")
    add("sustained: {days: 3}")
    add("disclosure: {profile: small}")
    for entry in survey.entries where !used.contains(entry.name) {
      if case .unreadable(let why) = entry.content {
        add("# \(entry.name): \(why.replacing("\n", with: " "))")
      } else {
        add("# \(entry.name) is not used: it looks like none of the tables above")
      }
    }
  }
}
