import CGDAL

/// The columns of a layer, found by the names that audit.yml gives.
struct Columns {
  /// The names in the order of the file.
  let names: [String]
  private let source: LayerSource
  private let format: String

  init(layer: OGRLayerH, source: LayerSource, format: String) {
    var names: [String] = []
    let definition = OGR_L_GetLayerDefn(layer)
    for n in 0..<OGR_FD_GetFieldCount(definition) {
      let name = OGR_FD_GetFieldDefn(definition, n).flatMap { OGR_Fld_GetNameRef($0) }.map { String(cString: $0) }
      names.append(name ?? "")
    }
    self.names = names
    self.source = source
    self.format = format
  }

  /// The column of that name; of another spelling only where it can be no other, which is noted.
  /// - Throws: `.configuration` with the columns that are there and the nearest name.
  func index(of name: String, _ notes: inout [Complaint]) throws(GeodataError) -> Int32 {
    if let exact = names.firstIndex(of: name) { return Int32(exact) }
    let spellings = names.indices.filter { names[$0].lowercased() == name.lowercased() }
    if spellings.count == 1 {
      notes.append(
        Complaint(.note, "audit.yml says \(name), the column is \(names[spellings[0]])", file: source.name))
      return Int32(spellings[0])
    }
    // A shapefile's column names end after ten characters.
    let cut = names.indices.filter { names[$0].lowercased() == name.prefix(10).lowercased() }
    if format == "ESRI Shapefile", name.count > 10, cut.count == 1 {
      notes.append(
        Complaint(
          .note, "a shapefile cuts column names after ten characters: \(names[cut[0]]) is taken for \(name)",
          file: source.name))
      return Int32(cut[0])
    }
    let nearest = ColumnNames.nearest(to: name, among: names).map { "; did you mean \($0)?" } ?? ""
    let there = names.isEmpty ? "it has no columns" : "it has: \(names.joined(separator: ", "))"
    throw GeodataError(
      .configuration, "there is no column \(name); \(there)\(nearest)", file: source.name, column: name,
      advice: "put the right one under columns: in audit.yml")
  }
}
