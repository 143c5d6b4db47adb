import Geodata
import Geometry
import Workspace

extension CycleReading {
  /// The lookup to the audit's areas that audit.yml names, if it names one, with the sizes by which counts are shared out.
  mutating func lookup() throws -> (lookup: AreaLookup, sizes: LookupSizes)? {
    guard let block = file.lookups.first else { return nil }
    if let areaLookup, let lookupSizes { return (areaLookup, lookupSizes) }
    let found = try paths.file(block.table)
    let columns = block.table.columns
    let lookup = try AreaLookup.load(
      TableSource(block.table, found), from: columns["from"] ?? "", to: columns["to"] ?? "", change: columns["change"],
      weight: columns["weight"])
    content.complaints += lookup.complaints
    let old = try block.areas.map { try layer($0) } ?? []
    let points = file.rule == .area ? [] : directory?.livingResidentialPoints ?? []
    let sizes = LookupSizes(lookup, areas: areas, old: old, points: points)
    let basis = sizes.basis.isEmpty ? "" : "; counts of split areas shared out by \(sizes.basis)"
    try note(
      found, role: "lookups", rows: lookup.links.count, used: lookup.links.count, reading: lookup.reading + basis,
      rights: block.table.rights)
    areaLookup = lookup
    lookupSizes = sizes
    return (lookup, sizes)
  }
}
