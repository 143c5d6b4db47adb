/// Shares of 100 as dots with whiskers: a row each, with a grey band for what the choice of method does to it.
struct DotChart {
  /// One row.
  struct Row {
    /// What the row is.
    var label: String
    /// The estimate, 0…1; nil draws "no figure".
    var value: Double?
    /// The interval's limits.
    var low: Double?
    var high: Double?
    /// The least and most over the rules.
    var spreadLow: Double?
    var spreadHigh: Double?
    /// The same figure for the whole authority.
    var reference: Double?
    /// The figure's id.
    var figure: String?
  }

  var rows: [Row]
  /// Dashed lines, 0…1.
  var thresholds: [Double]
  var say: Words
  /// What the hollow diamond stands for.
  var referenceName: String

  func draw(title: String, description: String) -> Picture {
    var drawing = Drawing(width: 360)
    let (left, right) = (10.0, 350.0)
    // Beyond 100 in 100 only where the population estimate is too small.
    let top = rows.compactMap(\.value).max() ?? 1
    let scaleMost = top > 1 ? (top * 5).rounded(.up) / 5 : 1
    func x(_ share: Double) -> Double { left + (right - left) * max(0, min(scaleMost, share)) / scaleMost }
    let start = 22.0
    let rowHeight = 42.0
    let bottom = start + rowHeight * Double(rows.count) + 4
    for tick in 0...4 {
      let share = scaleMost * Double(tick) / 4
      drawing.line(x(share), start - 4, x(share), bottom, stroke: "#dfe4e5")
      let anchor: Drawing.Anchor = tick == 0 ? .start : tick == 4 ? .end : .middle
      drawing.text(
        say.decimal(share * 100, places: 0), tick == 0 ? 4 : tick == 4 ? 356 : x(share), bottom + 14, .small, anchor)
    }
    for threshold in thresholds where threshold <= scaleMost {
      drawing.line(x(threshold), start - 6, x(threshold), bottom, stroke: "#8c1414", dash: "4 3")
      drawing.text(say.percent(threshold), x(threshold), start - 9, .small, .middle)
    }
    for (index, row) in rows.enumerated() {
      let y = start + rowHeight * Double(index)
      drawing.rectangle(4, y, Drawing.estimatedWidth(row.label, size: 12) * 1.08 + 4, 16, fill: "#ffffffe6")
      drawing.text(row.label, 6, y + 12)
      let middle = y + 27
      guard let value = row.value else {
        drawing.text(say("no figure"), 6, middle + 4, .small)
        continue
      }
      if let low = row.spreadLow, let high = row.spreadHigh, high > low {
        drawing.rectangle(x(low), middle - 7, max(2, x(high) - x(low)), 14, fill: "#c9cfd1")
      }
      if let low = row.low, let high = row.high {
        drawing.line(x(low), middle, x(high), middle, stroke: "#17505c", width: 2.4)
        drawing.line(x(low), middle - 5, x(low), middle + 5, stroke: "#17505c", width: 2.4)
        drawing.line(x(high), middle - 5, x(high), middle + 5, stroke: "#17505c", width: 2.4)
      }
      if let reference = row.reference { drawing.diamond(x(reference), middle, 5.5, fill: "#fff", stroke: "#1b1b1b") }
      drawing.circle(x(value), middle, 5, fill: "#17505c", stroke: "#fff", width: 1.2)
      let most = [value, row.high, row.spreadHigh, row.reference].compactMap { $0 }.max() ?? value
      let isRight = x(most) < 318
      let least = [value, row.low, row.spreadLow, row.reference].compactMap { $0 }.min() ?? value
      drawing.text(
        say.percent(value).ofFigure(row.figure), isRight ? x(most) + 9 : x(least) - 9, middle + 4, .bold,
        isRight ? .start : .end)
    }
    legend(&drawing, from: bottom + 34)
    return drawing.picture(title: title, description: description)
  }

  private func legend(_ drawing: inout Drawing, from top: Double) {
    var y = top
    drawing.text(say("in 100 children"), 180, y - 6, .small, .middle)
    y += 10
    drawing.circle(11, y - 4, 5, fill: "#17505c", stroke: "#fff", width: 1.2)
    drawing.text(say("best estimate"), 26, y, .small)
    if rows.contains(where: { $0.low != nil }) {
      drawing.line(176, y - 4, 198, y - 4, stroke: "#17505c", width: 2.4)
      drawing.text(say("95% interval"), 204, y, .small)
    }
    y += 16
    if rows.contains(where: { $0.reference != nil }) {
      drawing.diamond(11, y - 4, 5.5, fill: "#fff", stroke: "#1b1b1b")
      drawing.text(referenceName, 26, y, .small)
    }
    if !thresholds.isEmpty {
      drawing.line(187, y - 11, 187, y + 2, stroke: "#8c1414", dash: "4 3")
      drawing.text(say("level to reach"), 204, y, .small)
    }
    if rows.contains(where: { ($0.spreadHigh ?? 0) > ($0.spreadLow ?? 0) }) {
      y += 16
      drawing.rectangle(0, y - 11, 22, 14, fill: "#c9cfd1")
      drawing.text(say("what the way of sharing out areas does to it"), 26, y, .small)
    }
  }
}
