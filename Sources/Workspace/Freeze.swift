import Cryptography
import GRDB
import Geometry

/// What a cycle's first release fixes: its borders, who counts, and how counts are coarsened.
///
/// Two releases of one cycle with other borders or another profile would give counts away together.
struct Freeze {
  /// What is fixed, in words, with its value or its digest.
  let parts: [(part: String, value: String)]

  init(_ content: CycleContent) throws {
    let cycle = content.cycle
    parts = [
      ("areas", try Self.digest(of: content.areas)),
      ("catchments", try Self.digest(of: content.catchments)),
      (Self.days, "\(cycle.from) \(cycle.to)"),
      ("ages", "\(cycle.ages.lowerBound) \(cycle.ages.upperBound)"),
      ("reference date", cycle.referenceDate.description),
      ("sustained rule", "\(cycle.sustainedDays) \(cycle.sustainedWithin.map(String.init) ?? "cycle")"),
      ("groups", JSONList.encode(cycle.groups.sorted())),
      ("sensitive groups", JSONList.encode(cycle.sensitiveGroups.sorted())),
      ("names of groups", JSONList.encode(content.namedGroups.sorted())),
      ("names of services", JSONList.encode(content.namedServices.sorted())),
      ("locate", cycle.locate),
      ("disclosure profile", "\(cycle.profileHide) \(cycle.profileBase)"),
    ]
  }

  private static let days = "cycle's days"

  /// Refuses a cycle with days of another one that was released: the same children under another label, or with other
  /// borders, are two releases of one cycle.
  func requireOwnDays(cycle: String, in db: Database) throws {
    guard let own = parts.first(where: { $0.part == Self.days })?.value.split(separator: " "), own.count == 2 else {
      return
    }
    let rows = try Row.fetchAll(
      db, sql: "SELECT cycle, value FROM freezes WHERE part = ? AND cycle <> ? ORDER BY id",
      arguments: [Self.days, cycle])
    for row in rows {
      let (other, days) = (row[0] as String, (row[1] as String).split(separator: " "))
      // Days as yyyy-mm-dd are in order as text is.
      if days.count == 2, own[0] <= days[1], days[0] <= own[1] {
        throw WorkspaceError.overlapping(cycle: cycle, other: other)
      }
    }
  }

  /// Refuses a content that differs from what was released.
  func requireSame(cycle: String, in db: Database) throws {
    let rows = try Row.fetchAll(
      db, sql: "SELECT part, value FROM freezes WHERE cycle = ? ORDER BY id", arguments: [cycle])
    let frozen = Dictionary(rows.map { ($0[0] as String, $0[1] as String) }) { first, _ in first }
    guard !frozen.isEmpty else { return }
    let differing = parts.filter { frozen[$0.part] != $0.value }.map(\.part)
    guard differing.isEmpty else { throw WorkspaceError.frozen(cycle: cycle, differs: differing) }
  }

  /// Writes down what is fixed from now on; what is fixed already stays.
  func record(cycle: String, in db: Database) throws {
    try requireSame(cycle: cycle, in: db)
    try requireOwnDays(cycle: cycle, in: db)
    let inserter = try Inserter("freezes", ["cycle", "part", "value"], in: db)
    let count = try Int.fetchOne(db, sql: "SELECT count(*) FROM freezes WHERE cycle = ?", arguments: [cycle])
    guard count == 0 else { return }
    for entry in parts { try inserter.insert([.text(cycle), .text(entry.part), .text(entry.value)]) }
  }

  /// Of codes and borders to the millimetre: another version of PROJ may differ in the last bit.
  private static func digest(of places: [CycleContent.Place]) throws -> String {
    var hasher = try SHA256Hasher()
    for place in places.sorted(by: { $0.code < $1.code }) {
      try hasher.update("\(place.code.utf8.count) \(place.code)\n".utf8)
      guard let shape = place.shape else { continue }
      let rounded = shape.mapPoints { Point(x: ($0.x * 1000).rounded() / 1000, y: ($0.y * 1000).rounded() / 1000) }
      try hasher.update(GeoPackageBlob.encode(rounded, srs: 0))
    }
    return try hasher.finish().hexadecimal
  }
}
