/// Places in a column, each with its rate as a dot and its interval as a line; those that chance explains are pale.
struct RankedDots {
  /// One place.
  struct Row {
    var label: String
    var value: Double
    var low: Double
    var high: Double
    /// Whether it differs from the line by more than chance.
    var differs: Bool
  }

  var rows: [Row]
  /// The line that all are compared with.
  var reference: Double?
  var referenceName: String
  var say: Words
  /// Whether values are shares (drawn in 100) or ranks.
  var isShare = true
  /// What the axis measures.
  var axis: String
  /// What dot and line stand for.
  var dotName: String
  var lineName: String
  var isJudged = true

  func draw(title: String, description: String) -> Picture {
    var drawing = Drawing(width: 360)
    let widest = rows.map { Drawing.estimatedWidth($0.label, size: 10.5) }.max() ?? 0
    let (left, right) = (min(172, max(60, widest + 14)), 350.0)
    let values = rows.flatMap { [$0.value, $0.low, $0.high] } + (reference.map { [$0] } ?? [])
    let most = values.max() ?? 1
    let least = isShare ? 0 : min(1, values.min() ?? 1)
    let ticks = RankedDots.ticks(from: least, to: isShare ? min(1, max(most, 0.1)) : max(most, 2), isShare: isShare)
    let (low, high) = (ticks.first ?? 0, max(ticks.last ?? 1, least + 1e-9))
    func x(_ value: Double) -> Double { left + (right - left) * max(0, min(1, (value - low) / (high - low))) }
    let top = 8.0
    let step = rows.count > 40 ? 13.0 : 18.0
    let bottom = top + step * Double(rows.count) + 2
    for tick in ticks {
      drawing.line(x(tick), top - 4, x(tick), bottom, stroke: "#dfe4e5")
      drawing.text(say.decimal(isShare ? tick * 100 : tick, places: 0), x(tick), bottom + 13, .small, .middle)
    }
    if let reference {
      drawing.line(x(reference), top - 4, x(reference), bottom, stroke: "#8c1414", width: 1.6, dash: "4 3")
    }
    for (index, row) in rows.enumerated() {
      let y = top + step * (Double(index) + 0.5)
      drawing.text(Drawing.shortened(row.label, size: 10.5, width: left - 10), 0, y + 3.5, .small)
      let colour = row.differs || !isJudged ? "#17505c" : "#8a9396"
      drawing.line(x(row.low), y, x(row.high), y, stroke: colour, width: 2)
      if row.differs || !isJudged {
        drawing.circle(x(row.value), y, 4, fill: colour, stroke: "#fff", width: 1)
      } else {
        drawing.circle(x(row.value), y, 3.6, fill: "#fff", stroke: colour, width: 1.8)
      }
    }
    var y = bottom + 28
    drawing.text(axis, (left + right) / 2, y, .small, .middle)
    y += 17
    drawing.circle(11, y - 4, 4, fill: "#17505c", stroke: "#fff", width: 1)
    drawing.text(isJudged ? say("differs from the line by more than chance") : dotName, 26, y, .small)
    if isJudged {
      y += 15
      drawing.circle(11, y - 4, 3.6, fill: "#fff", stroke: "#8a9396", width: 1.8)
      drawing.text(say("not different: chance may explain it"), 26, y, .small)
    }
    y += 15
    drawing.line(2, y - 4, 20, y - 4, stroke: "#17505c", width: 2)
    drawing.text(lineName, 26, y, .small)
    if reference != nil {
      y += 15
      drawing.line(2, y - 4, 20, y - 4, stroke: "#8c1414", width: 1.6, dash: "4 3")
      drawing.text(referenceName, 26, y, .small)
    }
    return drawing.picture(title: title, description: description)
  }

  /// Four to seven round numbers that hold the range.
  static func ticks(from least: Double, to most: Double, isShare: Bool) -> [Double] {
    let steps: [Double] = isShare ? [0.02, 0.05, 0.1, 0.2, 0.25] : [1, 2, 5, 10, 20, 50, 100, 500, 1000]
    let step = steps.first { (most - least) / $0 <= 6 } ?? steps[steps.count - 1]
    var ticks: [Double] = []
    var tick = (least / step).rounded(.down) * step
    while tick < most + step - 1e-9, ticks.count < 40 {
      ticks.append(tick)
      tick += step
    }
    return ticks
  }
}

extension Drawing {
  /// The text, cut with an ellipsis where it is wider than there is room.
  static func shortened(_ text: String, size: Double, width: Double) -> String {
    guard estimatedWidth(text, size: size) > width else { return text }
    var short = text
    while !short.isEmpty, estimatedWidth(short + "…", size: size) > width { short.removeLast() }
    return short + "…"
  }
}
