import Workspace

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
