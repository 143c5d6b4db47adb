import Geodata
import Geometry
import SpatialJoin
import Tally
import Workspace

extension CycleReading {
  /// Finds each counted child's home, with the match grade.
  mutating func locate() throws {
    guard let enrolments, let roll else { return }
    located = Array(repeating: nil, count: enrolments.children.count)
    var grades: [Grade: Int] = [:]
    var reasons: [NotLocatedReason: [Int]] = [:]
    var hints: [Int] = []
    for (child, standing) in roll.standings.enumerated() {
      guard case .counted(let index) = standing else { continue }
      let row = enrolments.rows[index]
      let home = Located(row, directory: directory, areaVintage: areaVintage)
      located[child] = home
      grades[home.grade, default: 0] += 1
      if let reason = home.reason { reasons[reason, default: []].append(row.row) }
      if home.hasLetterForDigit { hints.append(row.row) }
    }
    let found = Grade.allCases.reduce(0) { $0 + ($1 == .notLocated ? 0 : grades[$1] ?? 0) }
    content.totals.append(.init("located", Double(found)))
    for grade in Grade.allCases where grades[grade] != nil || grade == .notLocated {
      content.totals.append(.init("grades/\(grade.rawValue)", Double(grades[grade] ?? 0)))
    }
    sayNotLocated(reasons, hints: hints)
  }

  private mutating func sayNotLocated(_ reasons: [NotLocatedReason: [Int]], hints: [Int]) {
    for (reason, rows) in reasons {
      for row in rows {
        rejects.doubt(reason.ofOneRow, file: enrolmentsName, row: row, advice: "mend the place in the register")
      }
    }
    for row in hints {
      rejects.doubt(
        "a letter O or I may stand where a digit belongs", file: enrolmentsName, row: row, advice: "check the postcode")
    }
    let all = reasons.values.joined().sorted()
    guard !all.isEmpty else { return }
    let words = RowList.words(all)
    content.complaints.append(
      Complaint(
        .warning, "\(words) \(all.count == 1 ? "is" : "are") not located, so the child is in no area",
        file: enrolmentsName, advice: "mend the places in the register", count: all.count))
    for reason in NotLocatedReason.allCases {
      guard let rows = reasons[reason]?.sorted() else { continue }
      content.totals.append(.init("not_located/\(reason.rawValue)", Double(rows.count)))
      content.complaints.append(
        Complaint(
          .note,
          "\(RowList.words(rows)) "
            + (rows.count == 1 ? reason.ofOneRow : reason.rawValue), file: enrolmentsName, count: rows.count))
    }
    let hinted = hints.sorted()
    if !hinted.isEmpty {
      content.complaints.append(
        Complaint(
          .note,
          "\(RowList.words(hinted)): letter O or I where a digit belongs? "
            + "(a hint; nothing was changed)", file: enrolmentsName, count: hinted.count))
    }
  }

  /// Puts each home into an area and a set of catchments, and so into an atom.
  mutating func join() throws {
    let areaShapes = areas.map(\.shape)
    let catchmentShapes = catchments.map(\.shape)
    atoms = AtomTable(
      AtomSurfaces.partition(areas: areaShapes, catchments: catchmentShapes, threads: CycleReading.threads))
    guard enrolments != nil || serviceUse != nil else { return }
    let areaIndex = AreaIndex(areaShapes)
    let catchmentIndex = AreaIndex(catchmentShapes)
    joinHomes(areaIndex, catchmentIndex)
    joinUsePoints(areaIndex, catchmentIndex)
  }

  private mutating func joinHomes(_ areaIndex: AreaIndex, _ catchmentIndex: AreaIndex) {
    guard let enrolments, let roll else { return }
    let positions = Dictionary(uniqueKeysWithValues: areas.enumerated().map { ($1.code, Int32($0)) })
    var holders: [Int32] = []
    var outside = 0
    var agreeing = 0
    var comparable = 0
    for (child, standing) in roll.standings.enumerated() {
      guard case .counted(let index) = standing, let home = located[child] else { continue }
      let row = enrolments.rows[index]
      var atom: Int32 = -1
      if let point = home.point {
        var area = areaIndex.first(covering: point).map { Int32($0) } ?? -1
        if let code = home.directoryArea, area >= 0 {
          comparable += 1
          if areas[Int(area)].code == code { agreeing += 1 }
        }
        if file.locate == "directory", let code = home.directoryArea { area = positions[code] ?? -1 }
        holders.removeAll(keepingCapacity: true)
        catchmentIndex.all(covering: point, into: &holders)
        if area < 0 { outside += 1 }
        atom = atoms.number(area: area, catchments: holders)
      }
      counted.append(CountedChild(child: Int32(child), atom: atom, family: row.family, groups: row.groups))
    }
    content.totals.append(.init("outside_areas", Double(outside)))
    if comparable > 0 {
      content.totals.append(.init("agreement_with_published_lsoa", Double(agreeing) / Double(comparable)))
    }
    if outside > 0 {
      content.complaints.append(
        Complaint(
          .note, "\(outside) children live outside every area of \(file.areas.file); they count in no area",
          file: enrolmentsName, count: outside))
    }
  }

  /// Puts the places of visits into atoms, where the visits have places of their own.
  private mutating func joinUsePoints(_ areaIndex: AreaIndex, _ catchmentIndex: AreaIndex) {
    guard let points = serviceUse?.points, !points.isEmpty else { return }
    var counts: [Int] = []
    var holders: [Int32] = []
    var (located, outside, comparable, agreeing) = (0, 0, 0, 0)
    for use in points {
      guard let point = use.point else { continue }
      located += 1
      let area = areaIndex.first(covering: point).map { Int32($0) } ?? -1
      if area < 0 { outside += 1 }
      if let code = use.area, area >= 0 {
        comparable += 1
        if areas[Int(area)].code == code { agreeing += 1 }
      }
      holders.removeAll(keepingCapacity: true)
      catchmentIndex.all(covering: point, into: &holders)
      let atom = Int(atoms.number(area: area, catchments: holders))
      if atom >= counts.count { counts += Array(repeating: 0, count: atom + 1 - counts.count) }
      counts[atom] += 1
    }
    usePoints = counts
    content.totals += [
      .init("use_points/located", Double(located)), .init("use_points/not_located", Double(points.count - located)),
      .init("use_points/outside_areas", Double(outside)),
    ]
    if comparable > 0 {
      content.totals.append(.init("use_points/agreement_with_published_area", Double(agreeing) / Double(comparable)))
    }
  }
}
