import Evidence
import Geodata
import Workspace

/// Takes the change since the cycle before apart: method, boundary, data, real (measures.md, "Change between cycles").
///
/// M0 is what the workspace holds of the cycle before. M1 and M3 are runs of that cycle by this engine and audit.yml, in
/// its own boundaries and in the new ones. Where the files of children, visits and postcodes are those that M0 was made
/// of, known by their hashes, M2 is M3; else M1 and M2 cannot be had and only the real part is separable. Where the
/// workspace does not hold the cycle before there is no earlier figure to differ in method: M0 is M1.
struct ChangeRun {
  /// The label of the cycle before.
  let since: String
  /// A row for each catchment that one of the cycles has, and each count; a catchment counts nobody in a cycle without it.
  let changes: [CatchmentChange]

  static let measures = ["enrolled", "reached", "reached-here", "sustained"]

  /// Nil in the first cycle. `stored` is the cycle before as the workspace holds it.
  init?(_ file: AuditFile, _ content: CycleContent, stored: (String) throws -> CycleContent?) throws {
    guard let place = file.cycles.firstIndex(where: { $0.label == content.cycle.label }), place > 0 else { return nil }
    let previous = file.cycles[place - 1]
    since = previous.label
    var old = file.forCountsAlone
    let ownBoundary = try AuditRun(old, cycle: previous.label).content
    let (then, now) = (file.inputs(of: previous), file.inputs(of: file.cycles[place]))
    var newBoundary = ownBoundary
    if then.catchments != now.catchments || then.centres != now.centres {
      old.cycles[place - 1].inputs.catchments = now.catchments
      old.cycles[place - 1].inputs.centres = now.centres
      newBoundary = try AuditRun(old, cycle: previous.label).content
    }
    let kept = try stored(previous.label)
    let isSameData = kept.map { ChangeRun.hashes($0) == ChangeRun.hashes(ownBoundary) } ?? true
    let (m1, m3, m4) = (CountsByCatchment(ownBoundary), CountsByCatchment(newBoundary), CountsByCatchment(content))
    let m0 = kept.map(CountsByCatchment.init) ?? m1
    changes = Set(m4.catchments + m0.catchments).sorted().flatMap { catchment in
      ChangeRun.measures.map { measure in
        CatchmentChange(
          catchment: catchment, measure: measure, m0: m0[catchment, measure],
          m1: isSameData ? m1[catchment, measure] : nil, m2: isSameData ? m3[catchment, measure] : nil,
          m3: m3[catchment, measure], m4: m4[catchment, measure])
      }
    }
  }

  /// The rows of table `changes`.
  var rows: TopicRows {
    TopicRows(
      table: "changes", columns: ChangeRun.columns,
      rows: changes.map {
        [
          .text(since), .text($0.catchment), .text($0.measure), .integer($0.before), .integer($0.after),
          .optional($0.method), .optional($0.boundary), .optional($0.data), .optional($0.real),
        ]
      })
  }

  static let columns = [
    "since", "catchment", "measure", "before", "after", "method", "boundary", "data", "real",
  ]

  static func change(_ row: [SQLValue]) -> CatchmentChange? {
    guard row.count == columns.count, let before = row[3].integer, let after = row[4].integer else { return nil }
    return CatchmentChange(
      catchment: row[1].text, measure: row[2].text, before: before, after: after, method: row[5].integer,
      boundary: row[6].integer, data: row[7].integer, real: row[8].integer)
  }

  /// What decides where each child lives and when it came.
  private static func hashes(_ content: CycleContent) -> [[String]] {
    content.provenance.filter { ["enrolments", "service-use", "postcodes"].contains($0.role) }
      .map { [$0.role, $0.sha256] }.sorted { ($0[0], $0[1]) < ($1[0], $1[1]) }
  }
}

/// Counts of people by catchment, added over atoms.
struct CountsByCatchment {
  /// The codes, sorted.
  let catchments: [String]
  private var counts: [String: Int] = [:]

  init(_ content: CycleContent) {
    catchments = content.catchments.map(\.code).sorted()
    for row in content.tallies where row.by == "all" || row.by == "centre" {
      for catchment in content.atoms[row.atom].catchments {
        if row.by == "all" { counts["\(row.measure) \(catchment)", default: 0] += Int(row.count.value) }
        if row.by == "centre" && row.key == catchment && row.measure == "reached" {
          counts["reached-here \(catchment)", default: 0] += Int(row.count.value)
        }
      }
    }
  }

  subscript(catchment: String, measure: String) -> Int { counts["\(measure) \(catchment)"] ?? 0 }
}

extension AuditFile {
  /// The same audit without what counts of people do not need.
  var forCountsAlone: AuditFile {
    var file = self
    file.indicators = []
    file.inputs.population = nil
    file.voices = nil
    file.surveys = nil
    file.offers = nil
    file.populationPoints = nil
    file.groupDenominators = []
    for index in file.cycles.indices { file.cycles[index].inputs.population = nil }
    return file
  }
}
