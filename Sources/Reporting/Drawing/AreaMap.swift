import Geometry

/// A map of areas in shades, with a catchment's outline and centres: scale bar, north, legend and source included.
struct AreaMap {
  /// What an area looks like.
  enum Fill: Sendable {
    /// In the shade of a class.
    case shade(Int)
    /// In a colour of its own.
    case colour(String)
    /// Striped: no value, or one that is not shown.
    case unknown
    /// Pale: outside of what the map is about.
    case context
  }

  /// An area on the map.
  struct Area: Sendable {
    var shape: MultiPolygon
    var fill: Fill
    /// The number in the table beside the map.
    var label: String?
  }

  /// A centre on the map.
  struct Centre: Sendable {
    var point: Point
    var isOwn: Bool
  }

  /// A line of the legend: a shade's meaning.
  struct Key: Sendable {
    var fill: Fill
    var text: String
  }

  var areas: [Area]
  var outlines: [MultiPolygon]
  var centres: [Centre]
  var classes: ShadeClasses
  var keys: [Key]
  var legendTitle: String
  var notes: [String]
  var say: Words
  /// The width of an outline, in grid units.
  var outlineWidth = 9

  /// Grid units in one unit of the drawing.
  private static let fine = 4.0

  /// Draws the map around `frame` (metres).
  func draw(frame: Envelope, title: String, description: String) -> Picture {
    let width = 360.0
    let margin = max(frame.width, frame.height, 200) * 0.05
    var view = frame.padded(by: margin)
    // Neither a strip nor a tower: the frame grows on its shorter side.
    let least = 0.62
    let most = 1.25
    if view.height < view.width * least {
      view = view.paddedSides(x: 0, y: (view.width * least - view.height) / 2)
    } else if view.height > view.width * most {
      view = view.paddedSides(x: (view.height / most - view.width) / 2, y: 0)
    }
    let scale = width / view.width
    let height = (view.height * scale).rounded()

    var drawing = Drawing(width: Int(width))
    drawing.raw(AreaMap.stripes)
    drawing.rectangle(0, 0, width, height, fill: "#f4f4f2")
    drawing.raw("<svg x=\"0\" y=\"0\" width=\"\(svg(width))\" height=\"\(svg(height))\" viewBox=\"0 0 ")
    drawing.raw("\(svg(width * AreaMap.fine)) \(svg(height * AreaMap.fine))\" overflow=\"hidden\">")
    let drawn = areas.filter { $0.shape.envelope.intersects(view) }
    drawing.raw(shapes(drawn, view: view, scale: scale))
    drawing.raw("</svg>")
    for area in drawn {
      guard let label = area.label, let point = area.shape.labelPoint, view.contains(point) else { continue }
      let light: Bool
      if case .shade(let index) = area.fill {
        light = ShadeClasses.needsLightText(classes.shadeIndex(index))
      } else {
        light = false
      }
      let (x, y) = ((point.x - view.minX) * scale, (view.maxY - point.y) * scale)
      let attributes = "x=\"\(svg(x))\" y=\"\(svg(y + 3.5))\" text-anchor=\"middle\""
      let text = label.escapedForMarkup
      // The halo is a text of its own: not every renderer paints a stroke behind its letters.
      drawing.raw("<text \(attributes) class=\"m\" style=\"stroke:\(light ? "#253494" : "#fff");stroke-width:2.4px\">")
      drawing.raw(
        "\(text)</text><text \(attributes) class=\"m\" style=\"fill:\(light ? "#fff" : "#1b1b1b")\">\(text)</text>")
    }
    // The own centre last: another may stand on the same spot.
    for centre in centres.filter({ !$0.isOwn }) + centres.filter(\.isOwn) where view.contains(centre.point) {
      let (x, y) = ((centre.point.x - view.minX) * scale, (view.maxY - centre.point.y) * scale)
      symbol(of: centre, x, y, in: &drawing)
    }
    drawing.rectangle(0.5, 0.5, width - 1, height - 1, fill: "none", stroke: "#8a9396")
    furniture(&drawing, height: height, metresPerUnit: 1 / scale)
    legend(&drawing, from: height + 16)
    return drawing.picture(title: title, description: description)
  }

  /// The areas and outlines as one group, in grid units.
  private func shapes(_ drawn: [Area], view: Envelope, scale: Double) -> String {
    let fine = scale * AreaMap.fine
    func place(_ point: Point) -> SharedBorders.Vertex {
      .init(
        x: Int32(max(-1e6, min(1e6, ((point.x - view.minX) * fine).rounded()))),
        y: Int32(max(-1e6, min(1e6, ((view.maxY - point.y) * fine).rounded()))))
    }
    let areaRings = drawn.map { SharedBorders.onGrid($0.shape, place) }
    let outlineRings = outlines.map { SharedBorders.onGrid($0, place) }
    let borders = SharedBorders(areaRings + outlineRings, tolerance: 2.2)
    var result = "<g stroke=\"#5d676a\" stroke-width=\"2.4\" stroke-linejoin=\"round\" fill-rule=\"evenodd\">"
    for (area, rings) in zip(drawn, areaRings) {
      let path = borders.path(rings)
      if !path.isEmpty { result += "<path fill=\"\(paint(area.fill))\" d=\"\(path)\"/>" }
    }
    result += "</g>"
    let outline = outlineRings.map { borders.path($0) }.joined()
    if !outline.isEmpty {
      result +=
        "<g fill=\"none\" stroke-linejoin=\"round\"><path stroke=\"#fff\" stroke-width=\"\(outlineWidth + 8)\" d=\"\(outline)\"/>"
      result += "<path stroke=\"#1b1b1b\" stroke-width=\"\(outlineWidth)\" d=\"\(outline)\"/></g>"
    }
    return result
  }

  private func paint(_ fill: Fill) -> String {
    switch fill {
    case .shade(let index): classes.shade(index)
    case .colour(let colour): colour
    case .unknown: "url(#stripes)"
    case .context: "#e9ebea"
    }
  }

  private func symbol(of centre: Centre, _ x: Double, _ y: Double, in drawing: inout Drawing) {
    if centre.isOwn {
      drawing.circle(x, y, 7, fill: "#c8102e", stroke: "#fff", width: 2)
      drawing.line(x - 3.4, y, x + 3.4, y, stroke: "#fff", width: 2)
      drawing.line(x, y - 3.4, x, y + 3.4, stroke: "#fff", width: 2)
    } else {
      drawing.circle(x, y, 4.2, fill: "#fff", stroke: "#1b1b1b", width: 1.8)
    }
  }

  private func furniture(_ drawing: inout Drawing, height: Double, metresPerUnit: Double) {
    // A length of 1, 2 or 5 times a power of ten that takes at most 30 % of the width.
    var metres = 1.0
    for step in [2.0, 2.5, 2.0, 2.0, 2.5, 2.0, 2.0, 2.5, 2.0, 2.0, 2.5, 2.0, 2.0, 2.5, 2.0] {
      if metres * step / metresPerUnit > 108 { break }
      metres *= step
    }
    let length = metres / metresPerUnit
    let text = metres >= 1000 ? "\(say.number(Int(metres / 1000))) km" : "\(say.number(Int(metres))) m"
    let y = height - 10
    drawing.rectangle(4, height - 30, max(length, 40) + 14, 26, fill: "#ffffffd9")
    drawing.raw(
      "<path d=\"M9 \(svg(y - 4))v4h\(svg(length))v-4\" fill=\"none\" stroke=\"#1b1b1b\" stroke-width=\"1.6\"/>")
    drawing.text(text, 9, y - 7, .small)
    drawing.rectangle(334, 4, 22, 34, fill: "#ffffffd9")
    drawing.raw("<path d=\"M345 8l5 15-5-3-5 3z\" fill=\"#1b1b1b\"/>")
    drawing.text(say("N"), 345, 35, .small, .middle)
  }

  private func legend(_ drawing: inout Drawing, from top: Double) {
    var y = drawing.wrapped(legendTitle, 0, top, .bold, width: 356) + 2
    var column = 0
    let isNarrow = keys.allSatisfy { Drawing.estimatedWidth($0.text, size: 12) < 150 }
    for key in keys {
      let x = column == 0 ? 0.0 : 184.0
      drawing.rectangle(x, y - 10, 22, 13, fill: paint(key.fill), stroke: "#5d676a")
      drawing.text(key.text, x + 28, y, .plain)
      column = isNarrow ? 1 - column : 0
      if column == 0 { y += 18 }
    }
    if column == 1 { y += 18 }
    if !outlines.isEmpty {
      drawing.line(0, y - 4, 22, y - 4, width: 2.4)
      drawing.text(outlines.count > 1 ? say("edges of catchments") : say("edge of the catchment"), 28, y)
    }
    if centres.contains(where: \.isOwn) {
      symbol(of: Centre(point: Point(x: 0, y: 0), isOwn: true), 195, y - 4, in: &drawing)
      drawing.text(say("the centre"), 212, y)
      y += 18
    } else if !outlines.isEmpty {
      y += 18
    }
    if centres.contains(where: { !$0.isOwn }) {
      symbol(of: Centre(point: Point(x: 0, y: 0), isOwn: false), 11, y - 4, in: &drawing)
      drawing.text(centres.contains(where: \.isOwn) ? say("other centres") : say("centres"), 28, y)
      y += 18
    }
    for note in notes { y = drawing.wrapped(note, 0, y, .small, width: 356) }
  }

  private static let stripes =
    "<defs><pattern id=\"stripes\" width=\"24\" height=\"24\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\">"
    + "<rect width=\"24\" height=\"24\" fill=\"#fff\"/><rect width=\"8\" height=\"24\" fill=\"#777\"/></pattern></defs>"
}

extension Envelope {
  /// The envelope with other margins left and right than above and below.
  fileprivate func paddedSides(x: Double, y: Double) -> Envelope {
    Envelope(minX: minX - x, minY: minY - y, maxX: maxX + x, maxY: maxY + y)
  }
}
