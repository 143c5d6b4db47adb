/// Why an input could not be used. Its complaint says what, where and what to do; `exitCode` follows sysexits.
public struct GeodataError: Refusal, Hashable {
  /// What kind of trouble it is; decides the exit code.
  public enum Kind: Int32, Sendable {
    /// The data cannot be right (EX_DATAERR).
    case data = 65
    /// The file cannot be opened (EX_NOINPUT).
    case noInput = 66
    /// Reading failed half-way (EX_IOERR).
    case inputOutput = 74
    /// audit.yml asks for what cannot be (EX_CONFIG).
    case configuration = 78
  }

  /// What kind of trouble it is.
  public var kind: Kind
  /// What, where and what to do.
  public var complaint: Complaint

  /// Makes an error from a refusal.
  public init(_ kind: Kind, _ complaint: Complaint) {
    self.kind = kind
    self.complaint = complaint
  }

  /// Makes an error from a refusal's parts.
  public init(
    _ kind: Kind, _ what: String, file: String? = nil, row: Int? = nil, column: String? = nil, feature: String? = nil,
    advice: String? = nil, count: Int = 1
  ) {
    self.init(
      kind,
      Complaint(
        .refusal, what, file: file, row: row, column: column, feature: feature, advice: advice, count: count))
  }

  /// The exit code of the process (sysexits).
  public var exitCode: Int32 { kind.rawValue }

  /// The complaint's line.
  public var description: String { complaint.line }
}
