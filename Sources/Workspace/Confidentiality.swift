/// What a workspace's counts may be used for: `Exact` ones stay in the house, `Released` ones were coarsened.
///
/// No type outside this room can conform: the requirement's type cannot be made elsewhere.
public protocol Confidentiality: Sendable {
  /// The word in the file's table `workspace`.
  static var kind: String { get }
  /// What only this room can make.
  static var mark: ConfidentialityMark { get }
}

/// Keeps `Confidentiality` closed.
public struct ConfidentialityMark: Sendable {
  init() {}
}

/// Exact counts: for the controller's own staff, never exported or served.
public enum Exact: Confidentiality {
  /// The word in the file.
  public static let kind = "exact"
  /// Keeps the protocol closed.
  public static let mark = ConfidentialityMark()
}

/// Counts that were coarsened: whoever holds the file may read it.
public enum Released: Confidentiality {
  /// The word in the file.
  public static let kind = "released"
  /// Keeps the protocol closed.
  public static let mark = ConfidentialityMark()
}
