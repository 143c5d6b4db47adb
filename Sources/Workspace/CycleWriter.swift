import GRDB
import Geodata
import Tally

/// Writes the rows of one cycle into the tables, each table in one order whatever the order in which they came.
struct CycleWriter {
  /// How the counts in this file were coarsened.
  struct Coarsening {
    var hide: Int
    var base: Int
    static let none = Coarsening(hide: 0, base: 1)
  }

  let db: Database
  let srs: Int
  let coarsening: Coarsening

  func write(_ content: CycleContent) throws {
    let cycle = content.cycle.label
    try write(content.cycle, services: content.namedServices, groups: content.namedGroups)
    try writePlaces(content, cycle)
    try writeAtoms(content, cycle)
    try writeTallies(content.tallies, cycle)
    try writeDescription(content, cycle)
    try writeDeclaredMeasures(content, cycle)
    try writeDeclaredAnalyses(content, cycle)
    try writeRun(content, cycle)
    for topic in content.topics { try write(topic, cycle: cycle) }
    // Without statistics SQLite walks whole cycles where an index would do: the queries take five times as long.
    // A nation's tables need not be read to their end for it.
    try db.execute(sql: "PRAGMA analysis_limit = 1000; ANALYZE")
  }

  func write(_ topic: TopicRows, cycle: String) throws {
    _ = try Schema.topic(topic.table)
    let inserter = try Inserter(topic.table, ["cycle"] + topic.columns, in: db)
    for row in topic.rows { try inserter.insert([.text(cycle)] + row) }
  }

  /// Writes what somebody makes of the counts that were just written.
  /// `numbers` are the areas' as they were written, so that a nation's need not be read back.
  func write(
    _ judge: ((CycleFacts) -> [TopicRows])?, cycle: String, numbers: AreaNumbers? = nil
  ) throws {
    guard let judge else { return }
    let facts = try FactsReader(db: db, cycle: cycle, numbers: numbers).facts()
    for topic in judge(facts) { try write(topic, cycle: cycle) }
  }

  private func write(_ cycle: CycleRecord, services: [String], groups: [String]) throws {
    let row: [(String, SQLValue)] = [
      ("label", .text(cycle.label)),
      ("starts_on", .text(cycle.from.description)),
      ("ends_on", .text(cycle.to.description)),
      ("reference_date", .text(cycle.referenceDate.description)),
      ("age_from", .integer(cycle.ages.lowerBound)),
      ("age_to", .integer(cycle.ages.upperBound)),
      ("sustained_days", .integer(cycle.sustainedDays)),
      ("sustained_within", .optional(cycle.sustainedWithin)),
      ("thresholds", .text(JSONList.encode(cycle.thresholds))),
      ("rule", .text(cycle.rule.rawValue)),
      ("locate", .text(cycle.locate)),
      ("groups", .text(JSONList.encode(cycle.groups))),
      ("sensitive", .text(JSONList.encode(cycle.sensitiveGroups))),
      ("named_services", .text(JSONList.encode(services.sorted()))),
      ("named_groups", .text(JSONList.encode(groups.sorted()))),
      ("profile", .text(cycle.profile)),
      ("profile_hide", .integer(cycle.profileHide)),
      ("profile_base", .integer(cycle.profileBase)),
      ("hide", .integer(coarsening.hide)),
      ("base", .integer(coarsening.base)),
      ("families", .flag(cycle.countsFamilies)),
      ("sealed_on", .optional(cycle.sealedOn)),
    ]
    try Inserter("cycles", row.map(\.0), in: db).insert(row.map(\.1))
  }

  private func writePlaces(_ content: CycleContent, _ cycle: String) throws {
    for (table, places) in [("areas", content.areas), ("catchments", content.catchments)] {
      let inserter = try Inserter(table, ["geom", "cycle", "code", "name", "surface"], in: db)
      for place in places.sorted(by: { $0.code < $1.code }) {
        // No shape is null, an empty one too: GDAL 3.6's validator looks for the empty flag in the wrong bit.
        let shape = place.shape.flatMap { $0.isEmpty ? nil : $0 }
        let geometry = shape.map { SQLValue.blob(GeoPackageBlob.encode($0, srs: srs)) } ?? .null
        try inserter.insert([geometry, .text(cycle), .text(place.code), .text(place.name), .real(place.surface)])
      }
    }
    let inserter = try Inserter("centres", ["geom", "cycle", "code", "name"], in: db)
    for centre in content.centres.sorted(by: { $0.code < $1.code }) {
      let geometry = centre.point.map { SQLValue.blob(GeoPackageBlob.encode($0, srs: srs)) } ?? .null
      try inserter.insert([geometry, .text(cycle), .text(centre.code), .text(centre.name)])
    }
    let weights = try Inserter("weights", ["cycle", "catchment", "area", "rule", "weight"], in: db)
    let ordered = content.weights.sorted {
      ($0.rule.rawValue, $0.catchment, $0.area) < ($1.rule.rawValue, $1.catchment, $1.area)
    }
    for weight in ordered {
      try weights.insert([
        .text(cycle), .text(weight.catchment), .text(weight.area), .text(weight.rule.rawValue), .real(weight.weight),
      ])
    }
  }

  private func writeAtoms(_ content: CycleContent, _ cycle: String) throws {
    let atoms = try Inserter("atoms", ["cycle", "atom", "kind", "area", "catchments", "surface"], in: db)
    let members = try Inserter("atom_catchments", ["cycle", "atom", "catchment"], in: db)
    for (index, atom) in content.atoms.enumerated() {
      try atoms.insert([
        .text(cycle), .integer(index), .text(atom.isSet ? "set" : "atom"), atom.isSet ? .null : .text(atom.area),
        .text(atom.catchments.joined(separator: "|")), atom.isSet ? .null : .real(atom.surface),
      ])
      for catchment in atom.catchments { try members.insert([.text(cycle), .integer(index), .text(catchment)]) }
    }
  }

  private func writeTallies(_ tallies: [CycleContent.TallyRow], _ cycle: String) throws {
    let inserter = try Inserter(
      "tallies", ["cycle", "atom", "measure", "by", "key", "value", "low", "high"], in: db)
    let ordered = tallies.sorted {
      $0.atom != $1.atom ? $0.atom < $1.atom : ($0.measure, $0.by, $0.key) < ($1.measure, $1.by, $1.key)
    }
    for row in ordered {
      try inserter.insert([
        .text(cycle), .integer(row.atom), .text(row.measure), .text(row.by), .text(row.key), .real(row.count.value),
        .integer(row.count.low), .integer(row.count.high),
      ])
    }
  }
}
