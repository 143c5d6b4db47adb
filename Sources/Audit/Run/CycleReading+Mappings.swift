import Geodata

extension CycleReading {
  /// Fills the columns of tables that name a mapping, from the headers that the files have. What audit.yml maps itself
  /// stands.
  mutating func resolveMappings() throws {
    if let block = inputs.enrolments?.table {
      let roles = ["child", "family", "born", "registered", "left"] + TableBlock.placeRoles
      let table = try resolved(block, roles: roles, needed: ["child"])
      inputs.enrolments?.table = table
    }
    if let block = inputs.serviceUse {
      inputs.serviceUse = try resolved(block, roles: ["child", "date", "centre", "service"], needed: ["date"])
    }
  }

  private mutating func resolved(_ block: TableBlock, roles: [String], needed: [String]) throws -> TableBlock {
    guard let name = block.mapping else { return block }
    guard let first = try paths.files(block).first else { return block }
    let table = try Table.open(block, first)
    var mapped: [String: String] = [:]
    if let saved = file.mappings[name] {
      let known = Set(table.header)
      mapped = saved.filter { roles.contains($0.key) && known.contains($0.value) }
    } else if let system = CaseSystem.named(name) {
      mapped = system.columns(in: table.header, roles: roles)
    } else {
      let known = file.mappings.keys.sorted() + CaseSystem.all.map(\.id)
      throw AuditError.file(
        file.source.name, line: block.line,
        "the mapping \(name) is not known; known: \(known.joined(separator: ", ")), or save one under mapping:")
    }
    var block = block
    block.columns.merge(mapped) { own, _ in own }
    block.mapping = nil
    if let lacking = needed.first(where: { block.columns[$0] == nil }) {
      throw GeodataError(
        .data, "the mapping \(name) finds no column for \(lacking); found: \(table.header.joined(separator: ", "))",
        file: first.name, advice: "map it under \(block.role): columns: in audit.yml")
    }
    let words = mapped.keys.sorted().map { "\($0) is \(mapped[$0] ?? "")" }.joined(separator: ", ")
    content.complaints.append(Complaint(.note, "by the mapping \(name): \(words)", file: first.name))
    return block
  }
}
