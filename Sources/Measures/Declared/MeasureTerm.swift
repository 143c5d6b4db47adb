/// What a measure divides: a count of people or visits, one count less another that is a part of it, or a denominator.
///
/// ```swift
/// try MeasureTerm("reached[service=stay-and-play]")   // children who used one service
/// try MeasureTerm("enrolled - reached")               // enrolled and never seen
/// try MeasureTerm("births")                           // a denominator set of audit.yml
/// ```
/// Terms are never added: distinct people do not add up over services, centres, months or groups.
public enum MeasureTerm: Hashable, Sendable, CustomStringConvertible {
  /// A count.
  case count(Counted)
  /// A count less a part of it.
  case difference(Counted, less: Counted)
  /// A denominator set, or an indicator that is a count.
  case people(String)

  /// A count of one measure, of everybody or of one key of a split.
  public struct Counted: Hashable, Sendable, CustomStringConvertible {
    /// `enrolled`, `reached`, `reached-here`, `sustained`, `visits`.
    public var measure: String
    /// `service`, `centre`, `month`, or a group column; empty: everybody.
    public var column: String
    /// The value in that column.
    public var value: String

    /// Makes a count; of everybody where no column is given.
    public init(_ measure: String, column: String = "", value: String = "") {
      (self.measure, self.column, self.value) = (measure, column, value)
    }

    /// How the workspace splits it: `all`, `service`, `centre`, `month`, `group`.
    public var by: String { column.isEmpty ? "all" : Self.splits.contains(column) ? column : "group" }

    /// The key under which the workspace counts it.
    public var key: String { by == "group" ? "\(column)=\(value)" : value }

    /// `reached[service=stay-and-play]`.
    public var description: String { column.isEmpty ? measure : "\(measure)[\(column)=\(value)]" }

    static let splits = ["service", "centre", "month"]

    /// Whether everybody whom the other counts is counted here too.
    func includes(_ part: Counted) -> Bool {
      let order = ["enrolled", "reached", "sustained"]
      guard let whole = order.firstIndex(of: measure),
        let inner = order.firstIndex(of: part.measure == "reached-here" ? "reached" : part.measure)
      else { return false }
      if column.isEmpty {
        return part.column.isEmpty ? whole < inner || part.measure == "reached-here" : whole <= inner
      }
      return column == part.column && value == part.value && whole < inner
    }
  }

  /// Why a text is no term.
  public struct Trouble: Error, Hashable, Sendable {
    /// What is wrong, to stand after the key's name.
    public var words: String
  }

  /// The counts that a term may name.
  public static let counts = ["enrolled", "reached", "reached-here", "sustained", "visits"]

  /// Reads a term: a count, `count[column=value]`, `count - part`, or any other id as a denominator.
  public init(_ text: String) throws(Trouble) {
    let sides = text.components(separatedBy: " - ")
    guard sides.count <= 2 else { throw Trouble(words: "one count less one other is all that can be taken away") }
    let first = try Self.single(sides[0])
    guard sides.count == 2 else {
      self = first
      return
    }
    guard case .count(let whole) = first, case .count(let part) = try Self.single(sides[1]) else {
      throw Trouble(
        words: "only counts of children can be taken from each other (\(Self.counts.joined(separator: ", ")))")
    }
    guard whole.includes(part) else {
      throw Trouble(words: "\(part) is no part of \(whole), so the difference counts nobody")
    }
    self = .difference(whole, less: part)
  }

  private static func single(_ text: String) throws(Trouble) -> MeasureTerm {
    let text = text.trimmed
    guard let open = text.firstIndex(of: "[") else {
      guard !text.isEmpty, text.allSatisfy({ !" ]+*/".contains($0) }) else {
        throw Trouble(
          words: "\"\(text)\" is no count; write reached, reached[service=…], enrolled - reached, children …")
      }
      return counts.contains(text) ? .count(Counted(text)) : .people(text)
    }
    let measure = String(text[..<open])
    guard counts.contains(measure), measure != "reached-here", text.hasSuffix("]") else {
      throw Trouble(
        words:
          "\"\(text)\" is no count of a part; it is one of enrolled, reached, sustained, visits with [column=value]")
    }
    let inner = text[text.index(after: open)...].dropLast()
    guard let equals = inner.firstIndex(of: "=") else {
      throw Trouble(words: "\"\(text)\" names no value; write [service=stay-and-play] or [language=eal]")
    }
    let counted = Counted(
      measure, column: String(inner[..<equals]).trimmed, value: String(inner[inner.index(after: equals)...]).trimmed)
    guard !counted.column.isEmpty else { throw Trouble(words: "\"\(text)\" names no column before =") }
    guard counted.measure != "enrolled" || counted.by == "group" else {
      throw Trouble(words: "nobody is enrolled with one \(counted.column); count reached, sustained or visits")
    }
    guard counted.measure != "sustained" || counted.by != "month" else {
      throw Trouble(words: "sustained use is of the whole cycle, not of one month")
    }
    return .count(counted)
  }

  /// The counts in it.
  public var counted: [Counted] {
    switch self {
    case .count(let one): [one]
    case .difference(let whole, let part): [whole, part]
    case .people: []
    }
  }

  /// As audit.yml has it.
  public var description: String {
    switch self {
    case .count(let one): one.description
    case .difference(let whole, let part): "\(whole) - \(part)"
    case .people(let id): id
    }
  }
}

extension String {
  fileprivate var trimmed: String { split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}
