import Geometry

/// The drawn part of a map: areas in shades, outlines, flow lines and centres, with scale bar and north, in a rectangle of
/// a drawing. What the shades mean is said by a `MapLegend`, which several canvases may share.
struct MapCanvas {
  var areas: [AreaMap.Area]
  var outlines: [MultiPolygon]
  var centres: [AreaMap.Centre]
  var flows: [FlowLine] = []
  var classes: ShadeClasses
  var say: Words
  /// The width of an outline, in grid units.
  var outlineWidth = 9
  /// How wide it is drawn.
  var width = 360.0
  /// Whether it has a scale bar and a north arrow; of several maps of one frame the first has them.
  var hasFurniture = true

  /// Grid units in one unit of the drawing.
  static let fine = 4.0

  /// What of the world is drawn around `frame` (metres): neither a strip nor a tower.
  static func view(of frame: Envelope) -> Envelope {
    var view = frame.padded(by: max(frame.width, frame.height, 200) * 0.05)
    let least = 0.62
    let most = 1.25
    if view.height < view.width * least {
      view = view.paddedSides(x: 0, y: (view.width * least - view.height) / 2)
    } else if view.height > view.width * most {
      view = view.paddedSides(x: (view.height / most - view.width) / 2, y: 0)
    }
    return view
  }

  /// Draws the map with its upper left corner at a point and returns how high it is.
  @discardableResult
  func draw(_ view: Envelope, atX left: Double = 0, y top: Double = 0, in drawing: inout Drawing) -> Double {
    let scale = width / view.width
    let height = (view.height * scale).rounded()
    func place(_ point: Point) -> (x: Double, y: Double) {
      (left + (point.x - view.minX) * scale, top + (view.maxY - point.y) * scale)
    }
    drawing.rectangle(left, top, width, height, fill: "#f4f4f2")
    drawing.raw(
      "<svg x=\"\(svg(left))\" y=\"\(svg(top))\" width=\"\(svg(width))\" height=\"\(svg(height))\" viewBox=\"0 0 ")
    drawing.raw("\(svg(width * Self.fine)) \(svg(height * Self.fine))\" overflow=\"hidden\">")
    let drawn = areas.filter { $0.shape.envelope.intersects(view) }
    drawing.raw(shapes(drawn, view: view, scale: scale))
    drawing.raw(
      flows.map { line in
        line.path { point in
          ((point.x - view.minX) * scale * Self.fine, (view.maxY - point.y) * scale * Self.fine)
        }
      }.joined())
    drawing.raw("</svg>")
    for area in drawn {
      guard let label = area.label, let point = area.shape.labelPoint, view.contains(point) else { continue }
      let (x, y) = place(point)
      self.label(label, area.fill, x, y, in: &drawing)
    }
    // The own centre last: another may stand on the same spot.
    for centre in centres.filter({ !$0.isOwn }) + centres.filter(\.isOwn) where view.contains(centre.point) {
      let (x, y) = place(centre.point)
      AreaMap.symbol(of: centre, x, y, in: &drawing)
    }
    drawing.rectangle(left + 0.5, top + 0.5, width - 1, height - 1, fill: "none", stroke: "#8a9396")
    if hasFurniture { furniture(&drawing, left, top, height: height, metresPerUnit: 1 / scale) }
    return height
  }

  private func label(_ label: String, _ fill: AreaMap.Fill, _ x: Double, _ y: Double, in drawing: inout Drawing) {
    var isLight = false
    if case .shade(let index) = fill { isLight = ShadeClasses.needsLightText(classes.shadeIndex(index)) }
    let attributes = "x=\"\(svg(x))\" y=\"\(svg(y + 3.5))\" text-anchor=\"middle\""
    let text = label.escapedForMarkup
    // The halo is a text of its own: not every renderer paints a stroke behind its letters.
    drawing.raw("<text \(attributes) class=\"m\" style=\"stroke:\(isLight ? "#253494" : "#fff");stroke-width:2.4px\">")
    drawing.raw(
      "\(text)</text><text \(attributes) class=\"m\" style=\"fill:\(isLight ? "#fff" : "#1b1b1b")\">\(text)</text>")
  }

  /// The areas and outlines as one group, in grid units.
  private func shapes(_ drawn: [AreaMap.Area], view: Envelope, scale: Double) -> String {
    let fine = scale * Self.fine
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
      if !path.isEmpty { result += "<path fill=\"\(AreaMap.paint(area.fill, classes))\" d=\"\(path)\"/>" }
    }
    result += "</g>"
    let outline = outlineRings.map { borders.path($0) }.joined()
    if !outline.isEmpty {
      result += "<g fill=\"none\" stroke-linejoin=\"round\">"
      result += "<path stroke=\"#fff\" stroke-width=\"\(outlineWidth + 8)\" d=\"\(outline)\"/>"
      result += "<path stroke=\"#1b1b1b\" stroke-width=\"\(outlineWidth)\" d=\"\(outline)\"/></g>"
    }
    return result
  }

  private func furniture(
    _ drawing: inout Drawing, _ left: Double, _ top: Double, height: Double, metresPerUnit: Double
  ) {
    // A length of 1, 2 or 5 times a power of ten that takes at most 30 % of the width.
    var metres = 1.0
    for step in [2.0, 2.5, 2.0, 2.0, 2.5, 2.0, 2.0, 2.5, 2.0, 2.0, 2.5, 2.0, 2.0, 2.5, 2.0] {
      if metres * step / metresPerUnit > width * 0.3 { break }
      metres *= step
    }
    let length = metres / metresPerUnit
    let text = metres >= 1000 ? "\(say.number(Int(metres / 1000))) km" : "\(say.number(Int(metres))) m"
    let y = top + height - 10
    drawing.rectangle(left + 4, y - 20, max(length, 40) + 14, 26, fill: "#ffffffd9")
    drawing.raw(
      "<path d=\"M\(svg(left + 9)) \(svg(y - 4))v4h\(svg(length))v-4\" fill=\"none\" stroke=\"#1b1b1b\" stroke-width=\"1.6\"/>"
    )
    drawing.text(text, left + 9, y - 7, .small)
    let right = left + width
    drawing.rectangle(right - 26, top + 4, 22, 34, fill: "#ffffffd9")
    drawing.raw("<path d=\"M\(svg(right - 15)) \(svg(top + 8))l5 15-5-3-5 3z\" fill=\"#1b1b1b\"/>")
    drawing.text(say("N"), right - 15, top + 35, .small, .middle)
  }
}

extension Envelope {
  /// The envelope with other margins left and right than above and below.
  fileprivate func paddedSides(x: Double, y: Double) -> Envelope {
    Envelope(minX: minX - x, minY: minY - y, maxX: maxX + x, maxY: maxY + y)
  }
}
