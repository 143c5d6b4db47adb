import CQueries

/// One of the audit's questions: a file of queries/ as it was when the program was built.
///
/// The file opens with comment lines that say its title, who asks it, its parameters and its columns with their units:
///
/// ```sql
/// -- title: Reach by small area
/// -- asks: lead of the authority
/// -- parameter: :cycle: the cycle's label
/// -- column: area: code of the small area
/// SELECT …
/// ```
public struct NamedQuery: Hashable, Sendable {
  /// A parameter or a column, and what it is.
  public struct Part: Hashable, Sendable {
    /// `cycle`, `enrolled`.
    public var name: String
    /// In words, with the unit.
    public var meaning: String
  }

  /// The file's name without its ending.
  public let name: String
  /// The question in words.
  public let title: String
  /// Who asks it.
  public let askedBy: String
  /// The parameters, without the colon.
  public let parameters: [Part]
  /// The columns, in their order.
  public let columns: [Part]
  /// The file's text.
  public let sql: String

  init(name: String, sql: String) {
    self.name = name
    self.sql = sql
    var (title, askedBy) = (name, "")
    var (parameters, columns): ([Part], [Part]) = ([], [])
    for line in sql.split(separator: "\n") {
      guard line.hasPrefix("-- ") else { break }
      let parts = line.dropFirst(3).split(separator: ": ", maxSplits: 1).map(String.init)
      guard parts.count == 2 else { continue }
      switch parts[0] {
      case "title": title = parts[1]
      case "asks": askedBy = parts[1]
      case "parameter": parameters.append(Self.part(parts[1].drop { $0 == ":" }))
      case "column": columns.append(Self.part(parts[1][...]))
      default: break
      }
    }
    (self.title, self.askedBy, self.parameters, self.columns) = (title, askedBy, parameters, columns)
  }

  private static func part(_ text: Substring) -> Part {
    let parts = text.split(separator: ": ", maxSplits: 1).map(String.init)
    return Part(name: parts.first ?? "", meaning: parts.count > 1 ? parts[1] : "")
  }

  /// All queries, in the order of their names.
  public static let all: [NamedQuery] = {
    var queries: [NamedQuery] = []
    while let query = needs_query_at(Int32(queries.count)) {
      queries.append(NamedQuery(name: String(cString: query.pointee.name), sql: String(cString: query.pointee.sql)))
    }
    return queries
  }()

  /// The query of that name; an unknown one is refused with the nearest.
  public static func named(_ name: String) throws(WorkspaceError) -> NamedQuery {
    if let query = all.first(where: { $0.name == name }) { return query }
    throw .noSuchQuery(name, nearest: Spelling.nearest(to: name, among: all.map(\.name)))
  }
}

extension NamedQuery {
  /// All queries as an answer: name, title, who asks, parameters.
  public static var list: QueryResult {
    QueryResult(
      columns: ["name", "title", "asks", "parameters"],
      rows: all.map { query in
        [
          .text(query.name), .text(query.title), .text(query.askedBy),
          .text(query.parameters.map { ":\($0.name)" }.joined(separator: " ")),
        ]
      })
  }

  /// Whether its rows are paths with values, which JSON nests.
  public var answersWithPaths: Bool { columns.map(\.name) == ["path", "value"] }
}
