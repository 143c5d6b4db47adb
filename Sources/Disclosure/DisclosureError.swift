/// Why counts cannot be released so.
public enum DisclosureError: Error, Hashable, Sendable, CustomStringConvertible {
  /// A council's own profile is too weak or too coarse to be sound.
  case profile(hide: Int, base: Int)
  /// There is no profile of that name.
  case unknownProfile(String)

  /// One line: what is wrong and what to do about it.
  public var description: String {
    switch self {
    case .profile(let hide, let base):
      "the disclosure profile hides 1 to \(hide) and rounds to \(base); "
        + "it must hide at least 3, round to at least 3 and to at most twice what it hides"
    case .unknownProfile(let name):
      "there is no disclosure profile \(name); use small, six, eight, ten, or {hide: h, base: b}"
    }
  }
}
