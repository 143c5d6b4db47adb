/// Columns with their numbers on top, and a line across each for comparison.
struct ColumnChart {
  /// One column.
  struct Column {
    /// What stands below it.
    var label: String
    /// How high it is; nil: not known, striped.
    var value: Double?
    /// What stands on top of it.
    var text: String
    /// Where the line for comparison lies.
    var reference: Double?
  }

  var columns: [Column]
  var say: Words
  /// What is below the columns, in words.
  var axis: String
  /// What the columns and the lines stand for; lines are left out without a name.
  var ownName: String
  var referenceName: String?

  func draw(title: String, description: String) -> Picture {
    var drawing = Drawing(width: 360)
    let top = 18.0
    let height = 130.0
    let bottom = top + height
    let most = max(columns.flatMap { [$0.value ?? 0, $0.reference ?? 0] }.max() ?? 0, 1e-9)
    let step = 356.0 / Double(max(1, columns.count))
    let width = min(step * 0.74, 42)
    for (index, column) in columns.enumerated() {
      let middle = 2 + step * (Double(index) + 0.5)
      if let value = column.value {
        let high = height * value / most
        drawing.rectangle(middle - width / 2, bottom - high, width, high, fill: "#2c7fb8")
      }
      if let reference = column.reference {
        let y = bottom - height * reference / most
        drawing.line(middle - width / 2 - 3, y, middle + width / 2 + 3, y, stroke: "#fff", width: 4)
        drawing.line(middle - width / 2 - 3, y, middle + width / 2 + 3, y, stroke: "#1b1b1b", width: 2)
      }
      // The number stands clear of a line that lies just above its column.
      let high = height * (column.value ?? 0) / most
      let line = height * (column.reference ?? 0) / most
      let clear = line > high - 2 && line < high + 16 ? line + 2 : high
      drawing.text(column.text, middle, bottom - clear - 4, .small, .middle)
      drawing.text(column.label, middle, bottom + 14, .small, .middle)
    }
    drawing.line(0, bottom, 360, bottom)
    drawing.text(axis, 180, bottom + 29, .small, .middle)
    var y = bottom + 47
    drawing.rectangle(0, y - 10, 22, 12, fill: "#2c7fb8")
    drawing.text(ownName, 28, y, .small)
    if let referenceName {
      y += 16
      drawing.line(0, y - 4, 22, y - 4, width: 2)
      drawing.text(referenceName, 28, y, .small)
    }
    return drawing.picture(title: title, description: description)
  }
}
