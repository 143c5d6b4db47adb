/// A page before it has a form: what is said, in which order, with the numbers behind it.
///
/// HTML and JSON are two renderings of the same document, so neither can say what the other does not.
/// All text is plain but for the marks of figures (`FigureMark`); renderers escape it.
public struct Document: Sendable {
  /// `need-profile`, `comparison`, `area-report`.
  public var kind: String
  /// The heading.
  public var title: String
  /// The line under the heading: borough, cycle, what a release is.
  public var subtitle: String
  /// The place's code, if the page is about one.
  public var place: String?
  /// The borough.
  public var borough: String
  /// The cycle's label.
  public var cycle: String
  /// What the page is written in.
  public var language: Language
  /// What a reader should take away: first of all, then as answers to questions.
  public var inShort: [Answer]
  /// The parts, in order.
  public var sections: [Section]

  /// What a reader should take away, a sentence each.
  public var headline: [String] { inShort.flatMap(\.lines).flatMap(\.texts) }

  /// Makes a document whose headline answers no questions.
  public init(
    kind: String, title: String, subtitle: String, place: String?, borough: String, cycle: String, language: Language,
    headline: [String], sections: [Section]
  ) {
    self.init(
      kind: kind, title: title, subtitle: subtitle, place: place, borough: borough, cycle: cycle, language: language,
      inShort: [Answer(headline.map { .init($0) })], sections: sections)
  }

  /// Makes a document.
  public init(
    kind: String, title: String, subtitle: String, place: String?, borough: String, cycle: String, language: Language,
    inShort: [Answer], sections: [Section]
  ) {
    self.kind = kind
    self.title = title
    self.subtitle = subtitle
    self.place = place
    self.borough = borough
    self.cycle = cycle
    self.language = language
    self.inShort = inShort
    self.sections = sections
  }
}

/// A part of a document under its own heading.
public struct Section: Sendable {
  /// The anchor: letters and hyphens.
  public var id: String
  /// The heading.
  public var title: String
  /// What it holds, in order.
  public var blocks: [Block]

  /// Makes a section.
  public init(_ id: String, _ title: String, _ blocks: [Block]) {
    self.id = id
    self.title = title
    self.blocks = blocks
  }
}

/// A piece of a section.
public indirect enum Block: Sendable {
  /// A paragraph.
  case paragraph(String)
  /// A paragraph that must not be overlooked: a flag, a doubt, something withheld.
  case notice(String)
  /// A paragraph in small print: how to read what stands above.
  case note(String)
  /// A bulleted list.
  case list([String])
  /// A small heading.
  case heading(String)
  /// A table.
  case table(Table)
  /// A map or a chart.
  case picture(Picture)
  /// Two stacks side by side where there is room, one after the other where there is not.
  case beside([Block], [Block])
  /// The same with more room for the second stack: a map and a table of many columns.
  case besideWide([Block], [Block])
}

/// A map or a chart, drawn once, as SVG.
public struct Picture: Sendable {
  /// What it shows, in one line; the SVG's title and the figure's caption.
  public var title: String
  /// What a reader sees in it, in words; the alternative text.
  public var description: String
  /// The drawing: a whole SVG element.
  public var svg: String
  /// How wide it is drawn, in its own units.
  public var width: Int
  /// How high it is drawn, in its own units.
  public var height: Int

  /// Makes a picture.
  public init(title: String, description: String, svg: String, width: Int, height: Int) {
    self.title = title
    self.description = description
    self.svg = svg
    self.width = width
    self.height = height
  }
}
