import Foundation

extension PostcodeDirectory {
  /// The recipes that `load` knows.
  public static let recipes = ["nspl", "onspd", "code-point-open"]

  /// The words that the directory's licence, the Open Government Licence v3.0, asks for; the year is the file's own.
  public static func attribution(of recipe: String) -> String {
    let data =
      "Contains OS data © Crown copyright and database right, and Royal Mail data © Royal Mail copyright and database "
      + "right. Contains National Statistics data © Crown copyright and database right."
    return recipe == "code-point-open" ? data : "Source: Office for National Statistics. " + data
  }

  /// Reads a directory from its files (one, or one a postcode area), which are taken in the order given.
  ///
  /// - Parameters:
  ///   - recipe: `nspl`, `onspd` or `code-point-open`.
  ///   - files: the files.
  ///   - names: their names as messages give them.
  ///   - columns: names that differ from the published ones, by role: `postcode`, `easting`, `northing`, `grid`,
  ///     `terminated`, `usertype`, `lsoa11`, `lsoa21`.
  /// - Throws: a refusal: an unknown recipe, a file that cannot be read, a column that is missing.
  public static func load(
    recipe: String, files: [URL], names: [String], columns: [String: String] = [:]
  ) throws(GeodataError) -> PostcodeDirectory {
    guard recipes.contains(recipe) else {
      throw GeodataError(
        .configuration, "the postcode recipe \(recipe) is not known",
        advice: "state one of \(recipes.joined(separator: ", "))")
    }
    var loading = PostcodeLoading(columns: columns)
    for (i, file) in files.enumerated() {
      let name = i < names.count ? names[i] : file.lastPathComponent
      if recipe == "code-point-open" {
        try loading.readCodePoint(file, name: name)
      } else {
        try loading.read(file, name: name)
      }
    }
    return try loading.directory(recipe: recipe, names: names)
  }
}

/// A directory while its files are read.
struct PostcodeLoading {
  let columns: [String: String]
  var entries = PostcodeEntries()
  var rows = 0
  var readings: [String] = []
  var complaints: [Complaint] = []
  var hasUserTypes = false
  /// Rows whose postcode is none: how many, and the first with its file.
  private var strange: (count: Int, file: String, row: Int)?
  /// Rows whose grid reference is no number, likewise.
  private var nowhere: (count: Int, file: String, row: Int)?

  init(columns: [String: String]) { self.columns = columns }

  /// The published spellings of a role's column, newest last.
  private static let spellings: [String: [String]] = [
    "postcode": ["pcds", "pcd", "pcd2", "pcd7", "pcd8", "postcode"],
    "easting": ["oseast1m", "east1m", "easting"],
    "northing": ["osnrth1m", "north1m", "northing"],
    "grid": ["osgrdind", "gridind"],
    "terminated": ["doterm"],
    "usertype": ["usertype", "usrtypind"],
    "lsoa11": ["lsoa11", "lsoa11cd"],
    "lsoa21": ["lsoa21", "lsoa21cd"],
  ]

  private func index(_ role: String, in table: Table) throws(GeodataError) -> Int? {
    if let stated = columns[role] { return try table.index(of: stated) }
    let spellings = Self.spellings[role] ?? []
    return spellings.lazy.compactMap { spelling in table.header.firstIndex { $0.lowercased() == spelling } }.first
  }

  private func needed(_ role: String, in table: Table) throws(GeodataError) -> Int {
    if let index = try index(role, in: table) { return index }
    throw GeodataError(
      .data, "has no \(role) column as directories call it (\((Self.spellings[role] ?? []).joined(separator: ", ")))",
      file: table.source.name, advice: "check the recipe: nspl, onspd, code-point-open")
  }

  /// Reads a file of NSPL or ONSPD.
  mutating func read(_ file: URL, name: String) throws(GeodataError) {
    let table = try Table.open(TableSource(url: file, name: name))
    let postcode = try needed("postcode", in: table)
    let easting = try needed("easting", in: table)
    let northing = try needed("northing", in: table)
    let grid = try index("grid", in: table)
    let terminated = try index("terminated", in: table)
    let usertype = try index("usertype", in: table)
    let lsoa11 = try index("lsoa11", in: table)
    let lsoa21 = try index("lsoa21", in: table)
    if usertype != nil { hasUserTypes = true }
    readings.append(table.reading)
    let keeps = [postcode, easting, northing, grid, terminated, usertype, lsoa11, lsoa21].compactMap(\.self).max() ?? 0
    let parts = try table.scanInParts(8, keeps: keeps + 1, state: { Part() }) { (part, row) throws(GeodataError) in
      part.rows += 1
      guard let code = Postcode(row.bytes(postcode)) else {
        part.strange.add(row.number)
        return
      }
      let hasPlace = !code.isNorthernIrish && grid.map { row.bytes($0).first != 57 || row.bytes($0).count != 1 } ?? true
      let east = hasPlace ? Self.metres(row.bytes(easting)) : nil
      let north = hasPlace ? Self.metres(row.bytes(northing)) : nil
      if hasPlace, Self.isNoNumber(east, row.bytes(easting)) || Self.isNoNumber(north, row.bytes(northing)) {
        part.nowhere.add(row.number)
      }
      part.entries.append(
        key: code.packed, easting: east, northing: north,
        area2011: lsoa11.map { part.entries.codes.number(of: row.bytes($0)) } ?? 0,
        area2021: lsoa21.map { part.entries.codes.number(of: row.bytes($0)) } ?? 0,
        isTerminated: terminated.map { !row.isBlank($0) } ?? false,
        isResidential: usertype.map { row.bytes($0).count == 1 && row.bytes($0)[0] == 48 } ?? false)
    }
    for (part, rowsBefore) in parts {
      rows += part.rows
      entries.append(part.entries)
      if let first = part.strange.first { note(file: name, row: first + rowsBefore, count: part.strange.count) }
      if let first = part.nowhere.first {
        noteNowhere(file: name, row: first + rowsBefore, count: part.nowhere.count)
      }
    }
  }

  /// What one part of a file gave.
  private struct Part: Sendable {
    var entries = PostcodeEntries()
    var rows = 0
    var strange = CellTrouble()
    var nowhere = CellTrouble()
  }

  /// Reads a file of Code-Point Open, which has no header: postcode, quality, easting, northing; quality 90 has no place.
  mutating func readCodePoint(_ file: URL, name: String) throws(GeodataError) {
    let bytes = try FileBytes(mapping: file, name: name)
    let text = try TextEncoding.decode(bytes, stated: nil, name: name)
    let scanner = DelimitedScanner(text.bytes, from: text.start, delimiter: Dialect.comma, name: name)
    readings.append("\(text.encoding), comma, no header")
    while try scanner.next() {
      try scanner.withRow { (row) throws(GeodataError) in
        guard !row.isEmpty else { return }
        guard row.count >= 4 else {
          throw GeodataError(
            .data, "has \(row.count) cells where Code-Point Open has ten", file: name, row: row.number,
            advice: "check the recipe and the file")
        }
        rows += 1
        guard let code = Postcode(row.bytes(0)) else {
          note(file: name, row: row.number)
          return
        }
        let hasPlace = !code.isNorthernIrish && row.text(1) != "90"
        let east = hasPlace ? Self.metres(row.bytes(2)) : nil
        let north = hasPlace ? Self.metres(row.bytes(3)) : nil
        if hasPlace, Self.isNoNumber(east, row.bytes(2)) || Self.isNoNumber(north, row.bytes(3)) {
          noteNowhere(file: name, row: row.number)
        }
        entries.append(
          key: code.packed, easting: east, northing: north, area2011: 0, area2021: 0, isTerminated: false,
          isResidential: false)
      }
    }
  }

  private mutating func note(file: String, row: Int, count: Int = 1) {
    strange = strange.map { ($0.count + count, $0.file, $0.row) } ?? (count, file, row)
  }

  private mutating func noteNowhere(file: String, row: Int, count: Int = 1) {
    nowhere = nowhere.map { ($0.count + count, $0.file, $0.row) } ?? (count, file, row)
  }

  /// The directory of all that was read.
  mutating func directory(recipe: String, names: [String]) throws(GeodataError) -> PostcodeDirectory {
    let first = names.first ?? recipe
    guard !entries.keys.isEmpty else {
      throw GeodataError(.data, "holds no postcode", file: first, advice: "check the recipe and the file")
    }
    if let strange {
      complaints.append(
        Complaint(
          .warning, "rows whose postcode is none were left out", file: strange.file, row: strange.row,
          count: strange.count))
    }
    if let nowhere {
      complaints.append(
        Complaint(
          .warning, "rows whose grid reference is no number of metres: their postcodes have no place",
          file: nowhere.file,
          row: nowhere.row, advice: "mend them, or download the directory again", count: nowhere.count))
    }
    let table = PostcodeTable(entries.keys)
    if !table.duplicates.isEmpty {
      complaints.append(
        Complaint(
          .warning, "postcodes stand there twice; the first is taken", file: first, count: table.duplicates.count))
      // A population point counts once.
      for i in table.duplicates { entries.flags[i] &= ~PostcodeEntries.livingResidential }
    }
    let reading = Set(readings).sorted().joined(separator: "; ")
    return PostcodeDirectory(
      recipe: recipe, reading: "\(recipe), \(names.count) files, \(reading)", rowsRead: rows, complaints: complaints,
      hasUserTypes: hasUserTypes, entries: entries, table: table)
  }

  /// Whole metres, leading zeros allowed; nil for a blank, zero or anything else. Decimals are dropped.
  static func metres(_ bytes: UnsafeBufferPointer<UInt8>) -> Int32? {
    var value: Int32 = 0
    var digits = 0
    for b in bytes {
      if b == 46 { break }
      guard b >= 48, b <= 57, digits < 9 else { return nil }
      value = value * 10 + Int32(b - 48)
      digits += 1
    }
    return value > 0 && value <= Int32(Limits.farthest) ? value : nil
  }

  /// Whether something stands in the cell that is no metres; blank and 0 are how directories say that there is no place.
  private static func isNoNumber(_ metres: Int32?, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    metres == nil && bytes.contains { $0 != 48 && $0 != 32 }
  }
}
