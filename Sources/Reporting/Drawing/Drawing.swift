/// An SVG drawing under way, in its own units (about a pixel on a phone). Text is escaped here and nowhere else.
struct Drawing {
  let width: Int
  private(set) var body = ""
  private var height = 0.0

  init(width: Int) { self.width = width }

  /// A class of text.
  enum Face: String {
    /// 12 units, dark.
    case plain = "t"
    /// 12 units, bold.
    case bold = "b"
    /// 10.5 units, grey.
    case small = "s"
  }

  /// Where text stands from its point.
  enum Anchor: String {
    case start, middle, end
  }

  mutating func raw(_ markup: String) { body += markup }

  mutating func line(
    _ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, stroke: String = "#1b1b1b", width: Double = 1,
    dash: String? = nil
  ) {
    body += "<path d=\"M\(svg(x1)) \(svg(y1))L\(svg(x2)) \(svg(y2))\" fill=\"none\" stroke=\"\(stroke)\""
    body += " stroke-width=\"\(svg(width))\"\(dash.map { " stroke-dasharray=\"\($0)\"" } ?? "")/>"
    reach(max(y1, y2))
  }

  mutating func rectangle(
    _ x: Double, _ y: Double, _ width: Double, _ height: Double, fill: String, stroke: String? = nil,
    strokeWidth: Double = 1
  ) {
    body += "<rect x=\"\(svg(x))\" y=\"\(svg(y))\" width=\"\(svg(max(0, width)))\" height=\"\(svg(max(0, height)))\""
    body += " fill=\"\(fill)\""
    if let stroke { body += " stroke=\"\(stroke)\" stroke-width=\"\(svg(strokeWidth))\"" }
    body += "/>"
    reach(y + height)
  }

  mutating func circle(_ x: Double, _ y: Double, _ radius: Double, fill: String, stroke: String, width: Double = 1.5) {
    body += "<circle cx=\"\(svg(x))\" cy=\"\(svg(y))\" r=\"\(svg(radius))\" fill=\"\(fill)\""
    body += " stroke=\"\(stroke)\" stroke-width=\"\(svg(width))\"/>"
    reach(y + radius)
  }

  mutating func diamond(_ x: Double, _ y: Double, _ radius: Double, fill: String, stroke: String) {
    body += "<path d=\"M\(svg(x)) \(svg(y - radius))L\(svg(x + radius)) \(svg(y))L\(svg(x)) \(svg(y + radius))"
    body += "L\(svg(x - radius)) \(svg(y))Z\" fill=\"\(fill)\" stroke=\"\(stroke)\" stroke-width=\"1.5\"/>"
    reach(y + radius)
  }

  mutating func text(_ text: String, _ x: Double, _ y: Double, _ face: Face = .plain, _ anchor: Anchor = .start) {
    body += "<text x=\"\(svg(x))\" y=\"\(svg(y))\" class=\"\(face.rawValue)\""
    if anchor != .start { body += " text-anchor=\"\(anchor.rawValue)\"" }
    if let figure = text.figures.first { body += " data-figure=\"\(figure.escapedForMarkup)\"" }
    body += ">\(text.withoutFigures.escapedForMarkup)</text>"
    reach(y + 4)
  }

  /// Text over as many lines as it needs, broken at spaces. Returns the y below the last line.
  mutating func wrapped(_ text: String, _ x: Double, _ y: Double, _ face: Face, width: Double) -> Double {
    let size = face == .small ? 10.5 : 12
    var y = y
    for line in Drawing.lines(of: text, size: size, width: width) {
      self.text(line, x, y, face)
      y += size + 3
    }
    return y
  }

  /// Breaks text at spaces into lines of about the width.
  static func lines(of text: String, size: Double, width: Double) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in text.split(separator: " ") {
      let longer = line.isEmpty ? String(word) : line + " " + word
      if !line.isEmpty, estimatedWidth(longer, size: size) > width {
        lines.append(line)
        line = String(word)
      } else {
        line = longer
      }
    }
    return line.isEmpty ? lines : lines + [line]
  }

  /// About how wide text of a size is in the usual sans-serif faces.
  static func estimatedWidth(_ text: String, size: Double) -> Double {
    var units = 0.0
    for scalar in text.withoutFigures.unicodeScalars {
      switch scalar {
      case "i", "j", "l", "t", "f", "r", "I", ".", ",", ":", ";", "'", "|", " ", "(", ")": units += 0.31
      case "m", "w", "M", "W", "%": units += 0.88
      case "A"..."Z": units += 0.68
      default: units += 0.56
      }
    }
    return units * size
  }

  private mutating func reach(_ y: Double) { height = max(height, y) }

  /// The finished drawing.
  func picture(title: String, description: String) -> Picture {
    let high = Int((height + 4).rounded(.up))
    var svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 \(width) \(high)\" width=\"\(width)\""
    svg += " height=\"\(high)\" role=\"img\"><title>\(title.escapedForMarkup)</title>"
    svg += "<desc>\(description.withoutFigures.escapedForMarkup)</desc>"
    svg +=
      "<style>text{font-family:'Noto Sans','Liberation Sans',Arial,Helvetica,sans-serif;fill:#1b1b1b;font-size:12px}"
    svg += ".b{font-weight:700}.m{font-size:10px;font-weight:700}.s{font-size:10.5px;fill:#444}</style>\(body)</svg>"
    return Picture(title: title, description: description, svg: svg, width: width, height: high)
  }
}

/// A coordinate to a tenth, without a trailing zero; the same on every machine.
func svg(_ value: Double) -> String {
  guard value.isFinite, value.magnitude < 1e9 else { return "0" }
  let tenths = Int((value * 10).rounded(.toNearestOrAwayFromZero))
  let fraction = abs(tenths % 10)
  let sign = tenths < 0 ? "-" : ""
  return fraction == 0 ? "\(sign)\(abs(tenths / 10))" : "\(sign)\(abs(tenths / 10)).\(fraction)"
}
