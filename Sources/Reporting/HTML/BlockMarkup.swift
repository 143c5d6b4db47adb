/// Draws the blocks of a document as HTML that is well-formed XML too.
struct BlockMarkup {
  private(set) var html = ""
  mutating func add(_ block: Block) {
    switch block {
    case .paragraph(let text): html += "<p>\(text.markedUp)</p>\n"
    case .notice(let text): html += "<p class=\"notice\">\(text.markedUp)</p>\n"
    case .note(let text): html += "<p class=\"note\">\(text.markedUp)</p>\n"
    case .heading(let text): html += "<h3>\(text.markedUp)</h3>\n"
    case .list(let items):
      guard !items.isEmpty else { return }
      html += "<ul>\n"
      for item in items { html += "<li>\(item.markedUp)</li>\n" }
      html += "</ul>\n"
    case .table(let table): add(table)
    case .picture(let picture): add(picture)
    case .beside(let left, let right): addBeside(left, right, "beside")
    case .besideWide(let left, let right): addBeside(left, right, "beside wide")
    }
  }

  private mutating func addBeside(_ left: [Block], _ right: [Block], _ layout: String) {
    html += "<div class=\"\(layout)\">\n<div>\n"
    for block in left { add(block) }
    html += "</div>\n<div>\n"
    for block in right { add(block) }
    html += "</div>\n</div>\n"
  }

  private mutating func add(_ picture: Picture) {
    html += "<figure>\n<figcaption>\(picture.title.escapedForMarkup)</figcaption>\n"
    html +=
      "<img width=\"\(picture.width)\" height=\"\(picture.height)\" alt=\"\(picture.description.withoutFigures.escapedForMarkup)\""
    let figures = picture.description.figures
    if !figures.isEmpty { html += " data-figures=\"\(figures.joined(separator: " ").escapedForMarkup)\"" }
    html += " src=\"\(picture.svg.asSVGDataAddress)\"/>\n</figure>\n"
  }

  private mutating func add(_ table: Table) {
    // A wide table scrolls by itself on a phone; a keyboard can reach it there.
    let kind = table.rows.count <= 8 ? "scroll short" : "scroll"
    html += "<div class=\"\(kind)\" role=\"region\" tabindex=\"0\" aria-label=\"\(table.caption.escapedForMarkup)\">\n"
    html += "<table>\n<caption>\(table.caption.escapedForMarkup)</caption>\n<thead><tr>"
    for column in table.columns {
      html += "<th scope=\"col\"\(column.isNumeric ? " class=\"n\"" : "")>\(column.title.escapedForMarkup)</th>"
    }
    html += "</tr></thead>\n<tbody>\n"
    for row in table.rows {
      html += "<tr>"
      for (index, cell) in row.enumerated() {
        let isNumeric = table.columns.indices.contains(index) && table.columns[index].isNumeric
        let attributes =
          (isNumeric ? " class=\"n\"" : "") + (cell.figure.map { " data-figure=\"\($0.escapedForMarkup)\"" } ?? "")
        let detail = cell.detail.map { "<br/><small>\($0.markedUp)</small>" } ?? ""
        let content = cell.text.markedUp + detail
        html += index == 0 ? "<th scope=\"row\"\(attributes)>\(content)</th>" : "<td\(attributes)>\(content)</td>"
      }
      html += "</tr>\n"
    }
    html += "</tbody>\n</table>\n</div>\n"
  }
}
