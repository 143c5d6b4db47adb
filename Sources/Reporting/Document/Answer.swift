/// What a page says in short on one question, and where it says more.
public struct Answer: Sendable {
  /// The question as a heading; empty for what stands first of all.
  public var question: String
  /// The id of the section that says more.
  public var section: String?
  /// What is said, a line each.
  public var lines: [Line]

  /// One sentence or two, and a second line in small print.
  public struct Line: Sendable {
    /// What is said.
    public var text: String
    /// What belongs to it: how it will be tested.
    public var detail: String?

    /// Makes a line.
    public init(_ text: String, detail: String? = nil) { (self.text, self.detail) = (text, detail) }

    /// What is said, and what belongs to it.
    var texts: [String] { [text] + (detail.map { [$0] } ?? []) }
  }

  /// Makes an answer.
  public init(_ question: String, section: String? = nil, _ lines: [Line]) {
    (self.question, self.section, self.lines) = (question, section, lines)
  }

  /// Makes what stands first of all.
  public init(_ lines: [Line]) { self.init("", lines) }
}
