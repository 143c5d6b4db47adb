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
  /// Stands before a text that is in English on a page in another language.
  static let english: Character = "\u{F5D3}"

  /// A piece of a text, and the figure that it prints.
  struct Run: Equatable {
    var text: String
    var figure: String?
    var isEnglish = false
  }
}

extension String {
  /// The text, marked as what the page prints of a figure; unmarked without an id.
  func ofFigure(_ id: String?) -> String {
    guard let id else { return self }
    return "\(FigureMark.open)\(id)\(FigureMark.middle)\(self)\(FigureMark.close)"
  }

  /// The text, marked as English on a page in another language, and as what the page prints of a figure.
  func inEnglish(of figure: String? = nil) -> String { "\(FigureMark.english)\(self)".ofFigure(figure ?? "") }

  /// The text in pieces with and without a figure. Marks that do not belong together, as in text from a file, are dropped.
  var figureRuns: [FigureMark.Run] {
    guard contains(FigureMark.open) else { return [.init(text: withoutMarks, figure: nil)] }
    var runs: [FigureMark.Run] = []
    func add(_ text: Substring, _ figure: String?) {
      guard !text.isEmpty else { return }
      let isEnglish = figure != nil && text.first == FigureMark.english
      let figure = figure?.isEmpty == true ? nil : figure
      runs.append(.init(text: String(text).withoutMarks, figure: figure, isEnglish: isEnglish))
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
    let marks = [FigureMark.open, FigureMark.middle, FigureMark.close, FigureMark.english]
    return utf8.contains(0xEF) ? filter { !marks.contains($0) } : self
  }

  /// As HTML: escaped, with a span around what is printed of a figure.
  var markedUp: String {
    figureRuns.map { run in
      let language = run.isEnglish ? " lang=\"\(Language.english.rawValue)\"" : ""
      let figure = run.figure.map { " data-figure=\"\($0.escapedForMarkup)\"" } ?? ""
      let attributes = language + figure
      return attributes.isEmpty
        ? run.text.escapedForMarkup : "<span\(attributes)>\(run.text.escapedForMarkup)</span>"
    }.joined()
  }

  /// The text as it stands within a sentence: its first letter small, but for an abbreviation or one letter alone.
  var lowercasedFirst: String {
    guard let second = dropFirst().first, second.isLowercase else { return self }
    return prefix(1).lowercased() + dropFirst()
  }

  /// The text with its first letter as a capital.
  var capitalisedFirst: String {
    guard first == FigureMark.open, let middle = firstIndex(of: FigureMark.middle) else {
      return prefix(1).uppercased() + dropFirst()
    }
    return self[...middle] + String(self[index(after: middle)...]).capitalisedFirst
  }
}
