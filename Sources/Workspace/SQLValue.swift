/// A value as SQLite keeps it.
public enum SQLValue: Hashable, Sendable {
  /// Nothing.
  case null
  /// A whole number.
  case integer(Int)
  /// A number.
  case real(Double)
  /// Text.
  case text(String)
  /// Bytes.
  case blob([UInt8])

  /// The number, or nothing.
  public static func optional(_ value: Double?) -> SQLValue { value.map { .real($0) } ?? .null }
  /// The number, or nothing.
  public static func optional(_ value: Int?) -> SQLValue { value.map { .integer($0) } ?? .null }
  /// The text, or nothing.
  public static func optional(_ value: String?) -> SQLValue { value.map { .text($0) } ?? .null }
  /// 1 or 0.
  public static func flag(_ value: Bool) -> SQLValue { .integer(value ? 1 : 0) }
}
