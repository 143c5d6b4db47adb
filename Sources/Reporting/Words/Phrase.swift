/// A sentence with gaps, as it stands in the source: `"Between \(low) and \(high) in 100"`.
///
/// Its key, `Between {1} and {2} in 100`, is what a catalogue of another language translates; what fills the gaps is
/// text already, so that no number is written without `Words`.
public struct Phrase: ExpressibleByStringInterpolation, Hashable, Sendable {
  /// The English pattern with numbered gaps.
  public let key: String
  /// What fills the gaps, in their order.
  public let arguments: [String]

  /// A pattern that was written elsewhere, with what fills its gaps.
  init(key: String, arguments: [String]) { (self.key, self.arguments) = (key, arguments) }

  /// Makes a phrase without gaps.
  public init(stringLiteral value: String) {
    key = value
    arguments = []
  }

  /// Makes a phrase with gaps.
  public init(stringInterpolation: Pattern) {
    key = stringInterpolation.key
    arguments = stringInterpolation.arguments
  }

  /// Collects the pattern and what fills its gaps.
  public struct Pattern: StringInterpolationProtocol {
    var key = ""
    var arguments: [String] = []

    /// Starts an empty pattern.
    public init(literalCapacity: Int, interpolationCount: Int) {
      key.reserveCapacity(literalCapacity + 3 * interpolationCount)
    }

    /// Adds words.
    public mutating func appendLiteral(_ literal: String) { key += literal }

    /// Adds a gap.
    public mutating func appendInterpolation(_ text: String) {
      arguments.append(text)
      key += "{\(arguments.count)}"
    }
  }

  /// Fills the gaps of a pattern in one pass, so that text from a file is never taken for a gap.
  func filled(into pattern: String) -> String {
    guard !arguments.isEmpty else { return pattern }
    var result = ""
    var rest = Substring(pattern)
    while let open = rest.firstIndex(of: "{") {
      result += rest[..<open]
      let after = rest.index(after: open)
      if let close = rest[after...].firstIndex(of: "}"), let number = Int(rest[after..<close]),
        arguments.indices.contains(number - 1)
      {
        result += arguments[number - 1]
        rest = rest[rest.index(after: close)...]
      } else {
        result += "{"
        rest = rest[after...]
      }
    }
    return result + rest
  }
}
