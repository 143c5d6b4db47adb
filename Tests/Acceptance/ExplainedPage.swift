import Foundation

/// A page taken apart: what it prints of figures, and the numbers that it prints of nothing.
struct ExplainedPage {
  /// The text of each element that carries a figure's id; drawings too.
  private(set) var printed: [(figure: String, text: String)] = []
  /// The texts of all other elements that hold a digit, each with the element's name: `td`, `th`, `p`, `text`, ….
  private(set) var loose: [(element: String, text: String)] = []

  /// Takes apart the HTML of a page.
  init(html: String) throws {
    var text = html
    for name in ["style", "nav", "title", "footer", "desc"] { text = Self.without(name, in: text) }
    let images = try NSRegularExpression(pattern: "<img[^>]*src=\"data:image/svg\\+xml,([^\"]*)\"[^>]*/>")
    text = Self.replacing(images, in: text) { groups in
      var drawing = groups[1].removingPercentEncoding ?? ""
      for name in ["style", "title", "desc"] { drawing = Self.without(name, in: drawing) }
      // The numbers in a map are those of the table's rows.
      return drawing.replacing("'", with: "\"").replacing(#/<text[^>]*class="m"[^>]*>\d+<\/text>/#, with: "")
    }
    let marked = try NSRegularExpression(
      pattern: "<(\\w+)[^>]* data-figure=\"([^\"]*)\"[^>]*>(.*?)</\\1>", options: .dotMatchesLineSeparators)
    var printed: [(String, String)] = []
    text = Self.replacing(marked, in: text) { groups in
      printed.append((Self.plain(groups[2]), Self.plain(groups[3])))
      return " "
    }
    self.printed = printed.map { (figure: $0.0, text: $0.1) }
    let ends = try NSRegularExpression(pattern: "</(p|li|td|th|text|h1|h2|h3|figcaption|caption)>")
    loose = Self.replacing(ends, in: text) { "\u{2}\($0[1])\u{1}" }.split(separator: "\u{1}").compactMap { piece in
      let parts = piece.split(separator: "\u{2}", omittingEmptySubsequences: false)
      let text = Self.plain(String(parts[0]))
      return text.contains(where: \.isNumber) ? (parts.count > 1 ? String(parts[1]) : "", text) : nil
    }
  }

  /// Text without tags and with characters for entities.
  private static func plain(_ markup: String) -> String {
    var text = markup.replacing(#/<[^>]*>/#, with: " ")
    for (entity, character) in [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")] {
      text = text.replacing(entity, with: character)
    }
    return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  private static func without(_ name: String, in text: String) -> String {
    guard
      let pattern = try? NSRegularExpression(
        pattern: "<\(name)\\b[^>]*>.*?</\(name)>", options: .dotMatchesLineSeparators)
    else { return text }
    return replacing(pattern, in: text) { _ in "" }
  }

  private static func replacing(
    _ pattern: NSRegularExpression, in text: String, with replacement: ([String]) -> String
  ) -> String {
    let whole = text as NSString
    var result = ""
    var end = 0
    for match in pattern.matches(in: text, range: NSRange(location: 0, length: whole.length)) {
      result += whole.substring(with: NSRange(location: end, length: match.range.location - end))
      let groups = (0..<match.numberOfRanges).map { index in
        match.range(at: index).location == NSNotFound ? "" : whole.substring(with: match.range(at: index))
      }
      result += replacement(groups)
      end = match.range.location + match.range.length
    }
    return result + whole.substring(from: end)
  }
}
