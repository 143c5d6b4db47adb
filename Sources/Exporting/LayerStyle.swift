/// A QGIS style for a layer: shares in five shades, stored in the GeoPackage so that it opens drawn.
enum LayerStyle {
  /// The table that QGIS reads, with one style for each layer that has something to show.
  static func table(_ layers: [ExportLayer]) -> ExportLayer {
    let columns = [
      "f_table_catalog", "f_table_schema", "f_table_name", "f_geometry_column", "styleName", "styleQML", "styleSLD",
    ].map { ExportColumn($0, $0) }
    let more = [
      ExportColumn("useAsDefault", "whether QGIS opens the layer with it", .integer),
      ExportColumn("description", "description"), ExportColumn("owner", "owner"), ExportColumn("ui", "ui"),
      ExportColumn("update_time", "update_time"),
    ]
    let styled = layers.filter { if case .none = $0.places { false } else { true } }
    return ExportLayer(
      name: "layer_styles", title: "Styles", description: "How QGIS draws the layers.", columns: columns + more,
      rows: styled.map { layer in
        [
          .text(""), .text(""), .text(layer.name), .text("geom"), .text("Needs"), .text(qml(layer)), .text(""),
          .integer(1), .text(layer.description), .text(""), .missing, .text("2020-01-01T00:00:00.000Z"),
        ]
      }, places: .none)
  }

  private static let shades = [
    (255, 255, 204), (161, 218, 180), (65, 182, 196), (44, 127, 184), (37, 52, 148),
  ]

  private static func qml(_ layer: ExportLayer) -> String {
    if case .points = layer.places {
      return document(
        "<renderer-v2 type=\"singleSymbol\"><symbols>\(marker)</symbols></renderer-v2>")
    }
    guard let column = layer.mapped, let position = layer.columns.firstIndex(where: { $0.name == column }) else {
      return document("<renderer-v2 type=\"singleSymbol\"><symbols>\(fill(0, nil))</symbols></renderer-v2>")
    }
    let values = layer.rows.compactMap { row -> Double? in
      if case .real(let value) = row[position] { value } else { nil }
    }.sorted()
    guard let least = values.first, let most = values.last, least < most else {
      return document("<renderer-v2 type=\"singleSymbol\"><symbols>\(fill(0, shades[2]))</symbols></renderer-v2>")
    }
    var limits = [least]
    for fifth in 1..<5 {
      let limit = values[min(values.count - 1, values.count * fifth / 5)]
      if let last = limits.last, limit > last, limit < most { limits.append(limit) }
    }
    limits.append(most)
    var ranges = ""
    var symbols = ""
    for index in 0..<(limits.count - 1) {
      let shade = shades[limits.count <= 2 ? 2 : index * 4 / (limits.count - 2)]
      ranges += "<range lower=\"\(limits[index])\" upper=\"\(limits[index + 1])\" symbol=\"\(index)\" render=\"true\""
      ranges += " label=\"\(percent(limits[index])) to \(percent(limits[index + 1])) %\"/>"
      symbols += fill(index, shade)
    }
    return document(
      "<renderer-v2 type=\"graduatedSymbol\" attr=\"\(column)\" graduatedMethod=\"GraduatedColor\"><ranges>\(ranges)</ranges><symbols>\(symbols)</symbols></renderer-v2>"
    )
  }

  private static func percent(_ share: Double) -> Int { Int((share * 100).rounded()) }

  private static func document(_ renderer: String) -> String {
    "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'><qgis version=\"3.22\" styleCategories=\"Symbology\">\(renderer)</qgis>"
  }

  private static func fill(_ name: Int, _ shade: (Int, Int, Int)?) -> String {
    let colour = shade.map { "\($0.0),\($0.1),\($0.2),255" } ?? "255,255,255,0"
    return "<symbol type=\"fill\" name=\"\(name)\" alpha=\"1\"><layer class=\"SimpleFill\" enabled=\"1\">"
      + "<prop k=\"color\" v=\"\(colour)\"/><prop k=\"style\" v=\"solid\"/>"
      + "<prop k=\"outline_color\" v=\"93,103,106,255\"/><prop k=\"outline_width\" v=\"0.2\"/></layer></symbol>"
  }

  private static let marker =
    "<symbol type=\"marker\" name=\"0\" alpha=\"1\"><layer class=\"SimpleMarker\" enabled=\"1\"><prop k=\"name\" v=\"circle\"/>"
    + "<prop k=\"color\" v=\"200,16,46,255\"/><prop k=\"outline_color\" v=\"255,255,255,255\"/><prop k=\"size\" v=\"3\"/></layer></symbol>"
}
