/// The names that a release may print. Whatever else stands in a file of children or visits prints as "other".
public struct Names: Sendable {
  /// Services that audit.yml or a file of offers names.
  public var services: Set<String>
  /// Groups that audit.yml names, as `column=value`.
  public var groups: Set<String>
  /// Centres that audit.yml's file of centres names.
  public var centres: Set<String>

  /// Makes a list; empty: everything is other.
  public init(services: Set<String> = [], groups: Set<String> = [], centres: Set<String> = []) {
    (self.services, self.groups, self.centres) = (services, groups, centres)
  }

  /// What prints for a group `column=value`: itself, or `column=other`. A child has one value in a column, so that the
  /// counts of all unnamed values add up.
  func group(_ key: String) -> String {
    groups.contains(key) ? key : "\(Names.parts(of: key).column)=other"
  }

  /// All groups that a column can print, whether or not a child is in them.
  func groups(of column: String) -> [String] {
    (groups.filter { Names.parts(of: $0).column == column }.union(["\(column)=other"])).sorted()
  }

  /// Column and value of `column=value`.
  static func parts(of key: String) -> (column: String, value: String) {
    guard let sign = key.firstIndex(of: "=") else { return (key, "") }
    return (String(key[..<sign]), String(key[key.index(after: sign)...]))
  }

  /// What prints for each key: itself where it is named or empty, else `other`, `other 2`, … in the order of the keys.
  ///
  /// Children of two services may be the same, so that unnamed ones stay apart; only their names are left out.
  static func printed(_ keys: Set<String>, named: Set<String>) -> [String: String] {
    var result: [String: String] = [:]
    var others = 0
    for key in keys.sorted() {
      if key.isEmpty || named.contains(key) {
        result[key] = key
        continue
      }
      repeat { others += 1 } while named.contains(Names.other(others))
      result[key] = Names.other(others)
    }
    return result
  }

  private static func other(_ number: Int) -> String { number == 1 ? "other" : "other \(number)" }
}
