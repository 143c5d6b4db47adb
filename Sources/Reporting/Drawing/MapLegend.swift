/// What stands below a map: what shades, stripes, outlines, lines and symbols mean, and where the borders come from.
struct MapLegend {
  var title: String
  var keys: [AreaMap.Key]
  var classes: ShadeClasses
  /// What an outline is; empty: there is none.
  var outline = ""
  var hasOwnCentre = false
  var hasOtherCentres = false
  /// What centres are called.
  var names = AreaMap.Names()
  /// The widths of flow lines with what they stand for.
  var flows: [FlowLine.Key] = []
  var notes: [String] = []
  var say: Words

  /// Draws the legend from a height downwards.
  func draw(from top: Double, in drawing: inout Drawing) {
    var y = drawing.wrapped(title, 0, top, .bold, width: 356) + 2
    var column = 0
    let isNarrow = keys.allSatisfy { Drawing.estimatedWidth($0.text, size: 12) < 150 }
    for key in keys {
      let x = column == 0 ? 0.0 : 184.0
      drawing.rectangle(x, y - 10, 22, 13, fill: AreaMap.paint(key.fill, classes), stroke: "#5d676a")
      drawing.text(key.text, x + 28, y, .plain)
      column = isNarrow ? 1 - column : 0
      if column == 0 { y += 18 }
    }
    if column == 1 { y += 18 }
    for key in flows {
      drawing.line(0, y - 4, 22, y - 4, stroke: key.colour, width: key.width)
      drawing.text(key.text, 28, y)
      y += 18
    }
    if !outline.isEmpty {
      drawing.line(0, y - 4, 22, y - 4, width: 2.4)
      drawing.text(outline, 28, y)
    }
    if hasOwnCentre {
      // Beside the outline's line where there is one.
      let x = outline.isEmpty ? 0.0 : 184.0
      AreaMap.symbol(of: .init(point: .init(x: 0, y: 0), isOwn: true), x + 11, y - 4, in: &drawing)
      drawing.text(names.own ?? say("the centre"), x + 28, y)
    }
    if hasOwnCentre || !outline.isEmpty { y += 18 }
    if hasOtherCentres {
      AreaMap.symbol(of: .init(point: .init(x: 0, y: 0), isOwn: false), 11, y - 4, in: &drawing)
      drawing.text(names.others ?? (hasOwnCentre ? say("other centres") : say("centres")), 28, y)
      y += 18
    }
    for note in notes { y = drawing.wrapped(note, 0, y, .small, width: 356) }
  }
}
