/// Licences under which published files stand, as they are named on pages and in exports.
public enum Licence {
  /// The United Kingdom's for public data, version 3.0.
  public static let openGovernment = "Open Government Licence v3.0"
}
