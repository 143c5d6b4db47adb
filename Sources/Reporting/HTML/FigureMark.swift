/// Numbers in a sentence that carry the id of their figure, for `needs explain`.
///
/// ```swift
/// say("About \(inHundred(0.64).ofFigure("reached.rate@CC01@2025-26")) were reached.")
/// ```
/// The marks are private characters of Unicode: a text with marks passes through phrases and
/// translations like any other, and HTML, JSON and drawings each turn them into what they can hold.
enum FigureMark {
  static let open: Character = "\u{F5D0}"
  static let middle: Character = "\u{F5D1}"
  static let close: Character = "\u{F5D2}"

  /// A piece of a text, and the figure that it prints.
  struct Run: Equatable {
    var text: String
    var figure: String?
  }
}

extension String {
  /// The text, marked as what the page prints of a figure; unmarked without an id.
  func ofFigure(_ id: String?) -> String {
    guard let id else { return self }
    return "\(FigureMark.open)\(id)\(FigureMark.middle)\(self)\(FigureMark.close)"
  }

  /// The text in pieces with and without a figure. Marks that do not belong together, as in text from a file, are dropped.
  var figureRuns: [FigureMark.Run] {
    guard contains(FigureMark.open) else { return [.init(text: withoutMarks, figure: nil)] }
    var runs: [FigureMark.Run] = []
    func add(_ text: Substring, _ figure: String?) {
      if !text.isEmpty { runs.append(.init(text: String(text).withoutMarks, figure: figure)) }
    }
    var rest = self[...]
    while let open = rest.firstIndex(of: FigureMark.open) {
      add(rest[..<open], nil)
      let inside = rest[index(after: open)...]
      guard let middle = inside.firstIndex(of: FigureMark.middle),
        let close = inside[middle...].firstIndex(of: FigureMark.close)
      else {
        rest = inside
        continue
      }
      add(inside[index(after: middle)..<close], String(inside[..<middle]).withoutMarks)
      rest = inside[index(after: close)...]
    }
    add(rest, nil)
    return runs
  }

  /// What a reader sees.
  var withoutFigures: String { figureRuns.map(\.text).joined() }

  /// The figures that it prints, in order, each once.
  var figures: [String] {
    var seen: Set<String> = []
    return figureRuns.compactMap(\.figure).filter { seen.insert($0).inserted }
  }

  private var withoutMarks: String {
    utf8.contains(0xEF) ? filter { ![FigureMark.open, FigureMark.middle, FigureMark.close].contains($0) } : self
  }

  /// As HTML: escaped, with a span around what is printed of a figure.
  var markedUp: String {
    figureRuns.map { run in
      guard let figure = run.figure else { return run.text.escapedForMarkup }
      return "<span data-figure=\"\(figure.escapedForMarkup)\">\(run.text.escapedForMarkup)</span>"
    }.joined()
  }

  /// The text with its first letter as a capital.
  var capitalisedFirst: String {
    guard first == FigureMark.open, let middle = firstIndex(of: FigureMark.middle) else {
      return prefix(1).uppercased() + dropFirst()
    }
    return self[...middle] + String(self[index(after: middle)...]).capitalisedFirst
  }
}
