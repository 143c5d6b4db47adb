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
    /// The area's code, where somebody must find it again.
    var code = ""
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
  var flows: [FlowLine] = []
  var flowKeys: [FlowLine.Key] = []
  var classes: ShadeClasses
  var keys: [Key]
  var legendTitle: String
  var notes: [String]
  var say: Words
  /// The width of an outline, in grid units.
  var outlineWidth = 9

  /// What outlines and centres are called; nil: a catchment's.
  struct Names {
    var outline: String?
    var own: String?
    var others: String?
  }

  var names = Names()

  /// Draws the map around `frame` (metres).
  func draw(frame: Envelope, title: String, description: String) -> Picture {
    var drawing = Drawing(width: 360)
    drawing.raw(AreaMap.stripes)
    let canvas = MapCanvas(
      areas: areas, outlines: outlines, centres: centres, flows: flows, classes: classes, say: say,
      outlineWidth: outlineWidth)
    let height = canvas.draw(MapCanvas.view(of: frame), in: &drawing)
    MapLegend(
      title: legendTitle, keys: keys, classes: classes,
      outline: outlines.isEmpty
        ? "" : names.outline ?? (outlines.count > 1 ? say("edges of catchments") : say("edge of the catchment")),
      hasOwnCentre: centres.contains(where: \.isOwn), hasOtherCentres: centres.contains { !$0.isOwn }, names: names,
      flows: flowKeys,
      notes: notes, say: say
    ).draw(from: height + 16, in: &drawing)
    return drawing.picture(title: title, description: description)
  }

  static func paint(_ fill: Fill, _ classes: ShadeClasses) -> String {
    switch fill {
    case .shade(let index): classes.shade(index)
    case .colour(let colour): colour
    case .unknown: "url(#stripes)"
    case .context: "#e9ebea"
    }
  }

  static func symbol(of centre: Centre, _ x: Double, _ y: Double, in drawing: inout Drawing) {
    if centre.isOwn {
      drawing.circle(x, y, 7, fill: "#c8102e", stroke: "#fff", width: 2)
      drawing.line(x - 3.4, y, x + 3.4, y, stroke: "#fff", width: 2)
      drawing.line(x, y - 3.4, x, y + 3.4, stroke: "#fff", width: 2)
    } else {
      drawing.circle(x, y, 4.2, fill: "#fff", stroke: "#1b1b1b", width: 1.8)
    }
  }

  static let stripes =
    "<defs><pattern id=\"stripes\" width=\"24\" height=\"24\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\">"
    + "<rect width=\"24\" height=\"24\" fill=\"#fff\"/><rect width=\"8\" height=\"24\" fill=\"#777\"/></pattern></defs>"
}
