import Geometry

/// A line on a map from where children live to the centre that they used, as wide as they are many.
struct FlowLine {
  var from: Point
  var to: Point
  /// How many children.
  var children: Double
  /// Whether the centre is that of a catchment they live in: pale, under the others.
  var isOwn: Bool
  /// The class of its width, 0 the thinnest.
  var width: Int

  /// A line of the legend.
  struct Key {
    var colour: String
    var width: Double
    var text: String
  }

  /// The widths, in units of the drawing.
  static let widths = [0.8, 1.8, 3.4]

  /// Which of `widths` a number takes: under a third of the most, under two thirds, or more.
  static func width(of children: Double, most: Double) -> Int {
    most > 0 ? min(widths.count - 1, Int(min(1, children / most) * Double(widths.count))) : 0
  }

  static func colour(isOwn: Bool) -> String { isOwn ? "#7f8c8f" : "#8f3f00" }

  /// The line as SVG: bent a little to the right, so that there and back are two lines.
  func path(_ place: (Point) -> (Double, Double)) -> String {
    let (x1, y1) = place(from)
    let (x2, y2) = place(to)
    let (dx, dy) = (x2 - x1, y2 - y1)
    let (mx, my) = ((x1 + x2) / 2 - dy * 0.12, (y1 + y2) / 2 + dx * 0.12)
    let stroke = FlowLine.widths[width] * MapCanvas.fine
    return "<path d=\"M\(svg(x1)) \(svg(y1))Q\(svg(mx)) \(svg(my)) \(svg(x2)) \(svg(y2))\" fill=\"none\" stroke=\""
      + "\(FlowLine.colour(isOwn: isOwn))\" stroke-width=\"\(svg(stroke))\" stroke-linecap=\"round\" opacity=\"0.85\"/>"
  }
}
