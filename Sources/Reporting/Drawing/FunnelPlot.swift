import Statistics

/// Rates against the number of children, with the limits within which places of that size fall by chance.
struct FunnelPlot {
  /// One place.
  struct Mark {
    var label: String
    var children: Double
    var value: Double
    /// −1 below the 99.8 % limits, 1 above, 0 within.
    var side: Int
  }

  var marks: [Mark]
  var funnel: Funnel
  var say: Words
  var axis: String

  func draw(title: String, description: String) -> Picture {
    var drawing = Drawing(width: 360)
    let (left, right, top, bottom) = (30.0, 352.0, 24.0, 244.0)
    let mostPeople = max(1, (marks.map(\.children).max() ?? 1) * 1.06)
    let highest = max(marks.map(\.value).max() ?? 1, funnel.rate)
    let yTicks = RankedDots.ticks(from: 0, to: min(1, max(0.1, highest * 1.12)), isShare: true)
    let yMost = yTicks.last ?? 1
    func x(_ people: Double) -> Double { left + (right - left) * people / mostPeople }
    func y(_ share: Double) -> Double { bottom - (bottom - top) * max(0, min(yMost, share)) / yMost }
    for tick in yTicks {
      drawing.line(left, y(tick), right, y(tick), stroke: "#e6eaeb")
      drawing.text(say.decimal(tick * 100, places: 0), left - 4, y(tick) + 3.5, .small, .end)
    }
    let xTicks = RankedDots.ticks(from: 0, to: mostPeople, isShare: false).filter { $0 <= mostPeople }
    for tick in xTicks { drawing.text(say.number(Int(tick)), x(tick), bottom + 13, .small, .middle) }
    for (level, dash) in [(ConfidenceLevel.percent95, "5 3"), (.percent99point8, nil)] as [(ConfidenceLevel, String?)] {
      for isUpper in [false, true] {
        var path = ""
        for step in 1...96 {
          let people = mostPeople * Double(step) / 96
          guard let limits = funnel.limits(people: people, at: level) else { continue }
          path += "\(path.isEmpty ? "M" : "L")\(svg(x(people))) \(svg(y(isUpper ? limits.upper : limits.lower)))"
        }
        drawing.raw("<path d=\"\(path)\" fill=\"none\" stroke=\"#5d676a\" stroke-width=\"1.3\"")
        drawing.raw(dash.map { " stroke-dasharray=\"\($0)\"/>" } ?? "/>")
      }
    }
    drawing.line(left, y(funnel.rate), right, y(funnel.rate), stroke: "#8c1414", width: 1.4)
    drawing.line(left, bottom, right, bottom)
    for mark in marks {
      let isOut = mark.side != 0
      drawing.circle(
        x(mark.children), y(mark.value), isOut ? 4 : 3.4, fill: isOut ? "#17505c" : "#fff",
        stroke: isOut ? "#fff" : "#5d676a", width: isOut ? 1 : 1.6)
    }
    // Names of those outside only, and no more than can be read.
    for mark in marks.filter({ $0.side != 0 }).prefix(14) {
      let isRight = x(mark.children) < 270
      drawing.text(
        Drawing.shortened(mark.label, size: 10.5, width: 90), x(mark.children) + (isRight ? 6 : -6),
        y(mark.value) + (mark.side > 0 ? -4 : 11), .small, isRight ? .start : .end)
    }
    drawing.text(say("children"), (left + right) / 2, bottom + 28, .small, .middle)
    drawing.text(axis, left - 26, top - 12, .small)
    var line = bottom + 46
    drawing.line(2, line - 4, 20, line - 4, stroke: "#8c1414", width: 1.4)
    drawing.text(say("the whole authority"), 26, line, .small)
    drawing.line(180, line - 4, 198, line - 4, stroke: "#5d676a", width: 1.3, dash: "5 3")
    drawing.text(say("95% limits"), 204, line, .small)
    line += 15
    drawing.line(180, line - 4, 198, line - 4, stroke: "#5d676a", width: 1.3)
    drawing.text(say("99.8% limits"), 204, line, .small)
    drawing.circle(11, line - 4, 4, fill: "#17505c", stroke: "#fff", width: 1)
    drawing.text(say("beyond the 99.8% limits"), 26, line, .small)
    return drawing.picture(title: title, description: description)
  }
}
