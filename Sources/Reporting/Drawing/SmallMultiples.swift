import Geometry

/// Maps of one frame beside each other, two in a row, with one legend for all.
struct SmallMultiples {
  /// One map.
  struct Panel {
    /// What stands above it.
    var title: String
    var areas: [AreaMap.Area]
    var outlines: [MultiPolygon]
  }

  var panels: [Panel]
  var legend: MapLegend
  var say: Words

  func draw(frame: Envelope, title: String, description: String) -> Picture {
    var drawing = Drawing(width: 360)
    drawing.raw(AreaMap.stripes)
    let view = MapCanvas.view(of: frame)
    var top = 14.0
    for start in stride(from: 0, to: panels.count, by: 2) {
      let row = panels[start..<min(start + 2, panels.count)]
      let lines = row.map { Drawing.lines(of: $0.title, size: 10.5, width: 172) }
      let deepest = lines.map(\.count).max() ?? 1
      var height = 0.0
      for (column, panel) in row.enumerated() {
        let left = 184.0 * Double(column)
        for (index, line) in lines[column].enumerated() {
          drawing.text(line, left, top + 13 * Double(deepest - lines[column].count + index), .small)
        }
        height = MapCanvas(
          areas: panel.areas, outlines: panel.outlines, centres: [], classes: legend.classes, say: say, outlineWidth: 3,
          width: 176, hasFurniture: start == 0 && column == 0
        ).draw(view, atX: left, y: top + 13 * Double(deepest - 1) + 5, in: &drawing)
      }
      top += 13 * Double(deepest - 1) + height + 24
    }
    legend.draw(from: top + 2, in: &drawing)
    return drawing.picture(title: title, description: description)
  }
}
