import Foundation

/// A workspace of either kind, for commands that take both; a `switch` tells which, so that exact counts keep their
/// type and with it their banner.
public enum AnyWorkspace: Sendable {
  /// Exact counts.
  case exact(Workspace<Exact>)
  /// Coarsened counts.
  case released(Workspace<Released>)

  /// Opens a workspace of whichever kind the file holds.
  public static func open(at url: URL) throws(WorkspaceError) -> AnyWorkspace {
    let queue = try WorkspaceFile.open(url)
    let exact = Workspace<Exact>(url: url, queue: queue)
    switch try exact.kind() {
    case Exact.kind: return .exact(exact)
    case Released.kind: return .released(Workspace<Released>(url: url, queue: queue))
    case let other: throw .notAWorkspace(path: url.path, reason: "its kind is \(other)")
    }
  }

  /// The file.
  public var url: URL {
    switch self {
    case .exact(let workspace): workspace.url
    case .released(let workspace): workspace.url
    }
  }

  /// Whether its counts are exact and stay in the house.
  public var isExact: Bool {
    if case .exact = self { true } else { false }
  }
}
