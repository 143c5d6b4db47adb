import Geodata
import Geometry
import Tally
import Workspace

extension CycleReading {
  /// Reads how many children live where, and how many of each group that is given.
  mutating func readPopulation() throws {
    for entry in file.groupDenominators {
      try readDenominator(entry.group, entry.population) { "\(entry.group): \($0)" }
    }
    for entry in file.denominators {
      try readDenominator(entry.id, entry.population) { _ in entry.title }
    }
    guard let block = inputs.population else { return }
    let found = try paths.file(block.table)
    let population = try PopulationReading.read(
      block, found, areas: areas.map(\.code), areasFile: file.areas.file, ages: file.ages, cycleFrom: self.block.from,
      lookup: lookup())
    content.denominatorSets += population.sets.map { set in
      var set = set
      set.source = Self.source(of: set, block.table.rights)
      return set
    }
    content.denominators += population.denominators
    content.complaints += population.complaints
    try note(
      found, role: "population", rows: population.rowCount, used: population.used, reading: population.reading,
      vintage: block.date ?? "", rights: block.table.rights)
  }

  /// Reads one table of numbers by area under an id of its own.
  private mutating func readDenominator(
    _ id: String, _ block: PopulationBlock, title: (String) -> String
  ) throws {
    let found = try paths.file(block.table)
    let population = try PopulationReading.read(
      block, found, areas: areas.map(\.code), areasFile: file.areas.file, ages: file.ages,
      cycleFrom: self.block.from, lookup: lookup())
    content.denominatorSets += population.sets.filter { $0.id == "children" }.map { set in
      .init(
        id: id, title: title(set.title), date: set.date,
        source: Self.source(of: set, block.table.rights), isStale: set.isStale)
    }
    content.denominators += population.denominators.filter { $0.set == "children" }.map { row in
      .init(
        area: row.area, set: id, value: row.value, low: row.low, high: row.high, state: row.state)
    }
    content.complaints += population.complaints
    try note(
      found, role: "population", rows: population.rowCount, used: population.used, reading: population.reading,
      vintage: block.date ?? "", rights: block.table.rights)
  }

  /// The publisher, where audit.yml names one, before the file.
  private static func source(of set: CycleContent.DenominatorSet, _ rights: RightsBlock) -> String {
    [rights.source, set.source].compactMap { $0 }.joined(separator: ": ")
  }

  /// Reads enrolments and calls the roll.
  mutating func readEnrolments() throws {
    guard let block = inputs.enrolments else {
      content.complaints.append(
        Complaint(.note, "no enrolments are given, so nothing is said of reach", file: file.source.name))
      return
    }
    let files = try paths.files(block.table)
    enrolmentsName = block.table.file
    var enrolments = EnrolmentReading()
    for found in files {
      let (before, used) = (enrolments.rowCount, enrolments.rows.count)
      try enrolments.read(
        block, found, analysisCRS: file.crs, gridFolders: gridFolders, outline: outline, uprns: uprns,
        rejects: &rejects)
      try note(
        found, role: "enrolments", rows: enrolments.rowCount - before, used: enrolments.rows.count - used,
        reading: enrolments.reading, isPersonal: true)
      try noteJoined(found, role: "enrolments")
    }
    let roll = Roll(
      enrolments.rows, children: enrolments.children.count, from: content.cycle.from, to: content.cycle.to,
      reference: content.cycle.referenceDate, ages: file.ages)
    content.cycle.countsFamilies = enrolments.hasFamilies
    content.complaints += enrolments.complaints
    content.fileTotals += [
      .init("enrolment_rows", Double(enrolments.rowCount)), .init("identical_rows", Double(roll.identicalRows)),
      .init("children_with_two_homes", Double(roll.childrenWithSeveralRows)),
      .init("distinct_children", Double(enrolments.children.count)),
    ]
    sayRoll(roll, enrolmentsName)
    self.enrolments = enrolments
    self.roll = roll
  }

  /// Reads the visits.
  mutating func readServiceUse() throws {
    guard let block = inputs.serviceUse else { return }
    var use = ServiceUseReading()
    if let first = file.cycles.map(\.from).min(), let last = file.cycles.map(\.to).max() { use.span = first...last }
    for found in try paths.files(block) {
      let (before, used) = (use.rowCount, use.visits.count)
      try use.read(
        block, found, children: enrolments?.children ?? CodeBook(), from: content.cycle.from, to: content.cycle.to,
        analysisCRS: file.crs, gridFolders: gridFolders, directory: directory, uprns: uprns,
        rejects: &rejects)
      try note(
        found, role: "service-use", rows: use.rowCount - before, used: use.visits.count - used, reading: use.reading,
        isPersonal: true)
      try noteJoined(found, role: "service-use")
    }
    content.fileTotals += [
      .init("visit_rows", Double(use.rowCount)), .init("casual_visit_rows", Double(use.casualRows)),
      .init("identical_visit_rows", Double(use.identicalRows)),
    ]
    content.totals += [
      .init("visit_rows_in_cycle", Double(use.visits.count)),
      .init("visit_rows_outside_cycle", Double(use.rowsOutside)),
    ]
    sayCentres(use, block.file)
    content.complaints += use.complaints
    serviceUse = use
  }

  /// Notes the files that are joined to one of children or visits.
  private mutating func noteJoined(_ found: InputPaths.Found, role: String) throws {
    for join in found.joins {
      let table = try Table.open(join.block.table, join.found)
      var rows = 0
      try table.forEachRow { _ in rows += 1 }
      try note(join.found, role: role, rows: rows, used: rows, reading: table.reading, isPersonal: true)
    }
  }

  /// The envelope of all areas.
  private var outline: Envelope {
    var outline = Envelope.empty
    for area in areas { if let shape = area.shape { outline.expand(to: shape.envelope) } }
    return outline
  }

  private mutating func sayRoll(_ roll: Roll, _ name: String) {
    let counted = roll.count { if case .counted = $0 { true } else { false } }
    let tooOld = roll.count { $0 == .tooOld }
    let notBorn = roll.count { $0 == .notBorn }
    let unknown = roll.count { $0 == .ageUnknown }
    content.totals += [
      .init("children", Double(counted)), .init("too_old", Double(tooOld)), .init("not_born", Double(notBorn)),
      .init("not_in_force", Double(roll.count { $0 == .notInForce })), .init("age_unknown", Double(unknown)),
    ]
    if roll.identicalRows > 0 {
      content.complaints.append(
        Complaint(
          .note, "\(roll.identicalRows) rows repeat another row; each child counts once", file: name,
          count: roll.identicalRows))
    }
    if roll.childrenWithSeveralRows > 0 {
      content.complaints.append(
        Complaint(
          .note, "\(roll.childrenWithSeveralRows) children have rows that differ; the latest registration counts",
          file: name, count: roll.childrenWithSeveralRows))
    }
    if unknown > 0 {
      content.complaints.append(
        Complaint(
          .warning, "\(unknown) children have no date of birth and are left out", file: name,
          advice: "add the dates", count: unknown))
    }
  }

  /// Names centres that are used but not listed.
  private mutating func sayCentres(_ use: ServiceUseReading, _ name: String) {
    guard inputs.centres != nil else { return }
    let listed = Set(content.centres.map(\.code))
    let unlisted = use.centres.texts.filter { !$0.isEmpty && !listed.contains($0) }.sorted()
    guard !unlisted.isEmpty else { return }
    content.complaints.append(
      Complaint(
        .warning, "visits name centres that are not listed: \(unlisted.prefix(5).joined(separator: ", "))",
        file: name, advice: "add them to \(inputs.centres?.file ?? "the centres' file")", count: unlisted.count))
  }
}
