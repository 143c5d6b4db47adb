import Geodata

extension CycleReading {
  /// Which services and groups a release may print by name: services that audit.yml or the file of offers names, groups
  /// that audit.yml names for their column. A survey's group has no column, and names none.
  ///
  /// Whatever else stands in a file of children or visits may be free text, and prints as "other".
  mutating func readNames() throws {
    let declared = file.disclosure
    let columns = inputs.enrolments?.groups.map(\.name) ?? []
    for entry in declared.groups {
      let column = String(entry.prefix { $0 != "=" })
      guard columns.contains(column) else {
        throw AuditError(
          "\(file.source.name): disclosure: groups: there is no group \(column); "
            + "enrolments: groups: has \(columns.joined(separator: ", "))", exitCode: 78)
      }
    }
    let services = try words("service", of: file.offers)
    content.namedServices = Set(declared.services).union(services).sorted()
    // A column's own name is in audit.yml. In a sensitive column every set shows every name, so that only those count that
    // are declared for it.
    let groups = columns.filter { !declared.sensitive.contains($0) }.map { "\($0)=\($0)" }
    content.namedGroups = Set(declared.groups).union(groups).sorted()
  }

  /// The different texts of one column of a small table; none where there is no table or no such column.
  private func words(_ role: String, of block: TableBlock?) throws -> Set<String> {
    guard let block else { return [] }
    let table = try Table.open(TableSource(block, try paths.file(block)))
    let name = block.columns[role] ?? role
    guard table.header.contains(name) else { return [] }
    let column = try table.index(of: name)
    var words: Set<String> = []
    try table.forEachRow { row in words.insert(row.text(column)) }
    return words.subtracting([""])
  }
}
