import Foundation

/// The same document for programs: every sentence, table and number of the page; pictures by title and description.
extension Document: Encodable {
  private enum Keys: String, CodingKey {
    case audience, banner, kind, title, subtitle, place, borough, cycle, language, headline, figures, inShort, sections
  }

  /// Encodes what the page says.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Keys.self)
    try container.encode(kind, forKey: .kind)
    try container.encode(title, forKey: .title)
    try container.encode(subtitle, forKey: .subtitle)
    try container.encodeIfPresent(place, forKey: .place)
    try container.encode(borough, forKey: .borough)
    try container.encode(cycle, forKey: .cycle)
    try container.encode(language.rawValue, forKey: .language)
    try container.encode(headline.map(\.withoutFigures), forKey: .headline)
    let figures = headline.flatMap(\.figures)
    if !figures.isEmpty { try container.encode(figures, forKey: .figures) }
    let answers = inShort.filter { !$0.question.isEmpty }
    if !answers.isEmpty { try container.encode(answers, forKey: .inShort) }
    try container.encode(sections, forKey: .sections)
  }
}

extension Answer: Encodable {
  private enum Keys: String, CodingKey { case question, section, lines }

  /// Encodes the question and what is said, without ids of figures: those stand beside the headline.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Keys.self)
    try container.encode(question, forKey: .question)
    try container.encodeIfPresent(section, forKey: .section)
    try container.encode(lines.map { $0.texts.map(\.withoutFigures).joined(separator: " ") }, forKey: .lines)
  }
}

extension Section: Encodable {
  private enum Keys: String, CodingKey { case id, title, content }

  /// Encodes heading and blocks.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Keys.self)
    try container.encode(id, forKey: .id)
    try container.encode(title, forKey: .title)
    try container.encode(blocks.flatMap(\.flattened), forKey: .content)
  }
}

extension Block: Encodable {
  private enum Keys: String, CodingKey {
    case paragraph, notice, note, heading, list, table, picture, description, figures
  }

  /// The blocks with pairs laid out one after the other.
  fileprivate var flattened: [Block] {
    switch self {
    case .beside(let left, let right), .besideWide(let left, let right): (left + right).flatMap(\.flattened)
    default: [self]
    }
  }

  /// Encodes as an object with one key, the block's kind.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Keys.self)
    /// Text with the ids of the figures that it prints.
    func encode(_ texts: [String], _ key: Keys) throws {
      if key == .list {
        try container.encode(texts.map(\.withoutFigures), forKey: key)
      } else {
        try container.encode(texts.map(\.withoutFigures).joined(), forKey: key)
      }
      let figures = texts.flatMap(\.figures)
      if !figures.isEmpty { try container.encode(figures, forKey: .figures) }
    }
    switch self {
    case .paragraph(let text): try encode([text], .paragraph)
    case .notice(let text): try encode([text], .notice)
    case .note(let text): try encode([text], .note)
    case .heading(let text): try encode([text], .heading)
    case .list(let items): try encode(items, .list)
    case .table(let table): try container.encode(table, forKey: .table)
    case .picture(let picture):
      try container.encode(picture.title, forKey: .picture)
      try encode([picture.description], .description)
    case .beside(let left, let right), .besideWide(let left, let right):
      try container.encode(left + right, forKey: .list)
    }
  }
}

extension Table: Encodable {
  private enum Keys: String, CodingKey { case caption, columns, rows }

  /// Encodes caption, headings and rows of cells.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Keys.self)
    try container.encode(caption, forKey: .caption)
    try container.encode(columns.map(\.title), forKey: .columns)
    try container.encode(rows, forKey: .rows)
  }
}

extension Cell: Encodable {
  private enum Keys: String, CodingKey { case text, number, low, high, figure, detail }

  /// Encodes a bare text as itself, and a number with what is known of it as an object.
  public func encode(to encoder: any Encoder) throws {
    if number == nil, low == nil, high == nil, figure == nil, detail == nil {
      var container = encoder.singleValueContainer()
      try container.encode(text.withoutFigures)
      return
    }
    var container = encoder.container(keyedBy: Keys.self)
    try container.encode(text.withoutFigures, forKey: .text)
    try container.encodeIfPresent(number.flatMap(Cell.finite), forKey: .number)
    try container.encodeIfPresent(low.flatMap(Cell.finite), forKey: .low)
    try container.encodeIfPresent(high.flatMap(Cell.finite), forKey: .high)
    try container.encodeIfPresent(figure, forKey: .figure)
    try container.encodeIfPresent(detail?.withoutFigures, forKey: .detail)
  }

  /// JSON knows no infinity.
  private static func finite(_ value: Double) -> Double? { value.isFinite ? value : nil }
}
