import Foundation
import Workspace

extension FigureBook {
  /// The figures as an answer: the columns of `FigureCells`, filtered by measure and place.
  ///
  /// A measure may be given as its beginning with a `*`: `imd.*`. With `flags` a last column says what must be known
  /// beside each.
  public func table(measure: String? = nil, place: String? = nil, flags: Bool = false) -> QueryResult {
    let cells = FigureCells(hide: facts.hide, base: facts.base)
    return QueryResult(
      columns: FigureCells.columns + (flags ? ["flags"] : []),
      rows: figures(measure: measure, place: place).map { figure in
        let words: [SQLValue] = flags ? [.text(figure.flags.map(\.rawValue).joined(separator: " "))] : []
        return cells.cells(figure).map(Self.value) + words
      })
  }

  /// The figures and the dictionary of a cycle as rows of the workspace's tables; what `Workspace.write` and
  /// `Workspace.make` are given to judge the counts by.
  @Sendable public static func topics(_ facts: CycleFacts) -> [TopicRows] {
    let book = FigureBook(facts: facts)
    return [book.topic, book.dictionary.topic]
  }

  /// The rows of the workspace's table `figures`, numbers as they are computed.
  public var topic: TopicRows {
    TopicRows(
      table: "figures",
      columns: [
        "figure", "measure", "kind", "place", "numerator", "numerator_low", "numerator_high", "denominator",
        "denominator_low", "denominator_high", "value", "low", "high", "spread_low", "spread_high", "rule", "flags",
        "p",
        "q",
      ],
      rows: figures.map { figure in
        let (above, below) = (figure.numerator?.bounded, figure.denominator?.bounded)
        let numbers: [SQLValue] = [
          above?.value, above?.low, above?.high, below?.value, below?.low, below?.high, figure.value,
          figure.interval?.lower, figure.interval?.upper, figure.spread?.lower, figure.spread?.upper,
        ].map(Self.real)
        return [
          .text(figure.id), .text(figure.measure), .text(figure.kind.rawValue), .text(figure.place),
        ] + numbers + [
          figure.rule.map { .text($0.rawValue) } ?? .null,
          .text(figure.flags.map(\.rawValue).joined(separator: " ")), Self.real(figure.comparison?.p),
          Self.real(figure.comparison?.q),
        ]
      })
  }

  static func matches(_ measure: String, _ pattern: String) -> Bool {
    pattern.hasSuffix("*") ? measure.hasPrefix(pattern.dropLast()) : measure == pattern
  }

  private static func real(_ number: Double?) -> SQLValue { number.map { .real($0) } ?? .null }

  static func value(_ cell: FigureCells.Cell) -> SQLValue {
    switch cell {
    case .text(let text): .text(text)
    case .number(let number):
      number == number.rounded() && number.magnitude < 1e15 ? .integer(Int(number)) : .real(number)
    case .none: .null
    }
  }
}

extension MeasureDictionary {
  /// The rows of the workspace's table `measures`.
  public var topic: TopicRows {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return TopicRows(
      table: "measures", columns: ["measure", "title", "question", "unit", "polarity", "theme", "version", "entry"],
      rows: entries.map { entry in
        let json = (try? encoder.encode(entry)).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
        return [entry.id, entry.title, entry.question, entry.unit, entry.polarity, entry.theme, version, json]
          .map { .text($0) }
      })
  }

  /// The dictionary as an answer.
  public var table: QueryResult {
    QueryResult(
      columns: [
        "measure", "title", "question", "numerator", "denominator", "denominator_set", "polarity", "unit", "period",
        "source", "licence", "method", "caveats", "theme", "kinds",
      ],
      rows: entries.map { entry in
        [
          entry.id, entry.title, entry.question, entry.numerator, entry.denominator, entry.denominatorSet,
          entry.polarity, entry.unit, entry.period, entry.source, entry.licence, entry.method,
          entry.caveats.joined(separator: " "), entry.theme, entry.kinds.map(\.rawValue).joined(separator: " "),
        ].map { .text($0) }
      })
  }
}
