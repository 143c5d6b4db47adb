import Geodata

extension TableSource {
  /// The table of a block, as it was found. The mapped columns find its sheet and header row; where tables are joined,
  /// some of them stand elsewhere.
  init(_ block: TableBlock, _ found: InputPaths.Found) {
    self.init(
      url: found.url, name: found.name, sheet: block.sheet, headerRow: block.header, encoding: block.encoding,
      delimiter: block.delimiter, decimal: block.decimal,
      columns: block.joins.isEmpty ? block.columns.values.sorted() : [block.joins[0].on], layer: block.layer)
  }
}

extension Table {
  /// Opens the table of a block and joins what the block joins to it.
  static func open(_ block: TableBlock, _ found: InputPaths.Found) throws -> Table {
    var table = try Table.open(TableSource(block, found))
    for join in found.joins {
      let other = try Table.open(join.block.table, join.found)
      table = try table.joined(with: other, on: join.block.on, and: join.block.its)
    }
    return table
  }
}
