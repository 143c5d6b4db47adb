/// Values that lie far outside the rest, of one kind and in one file: how many, by which rule, and where to look.
///
/// Of children it holds row numbers and the rule's own limit, never a value; of areas it holds the codes.
public struct Outlier: Hashable, Sendable {
  /// What is looked at: "visits of one child in the cycle".
  public var what: String
  /// The file's name.
  public var file: String
  /// The rule with its limit: "more than 81, Tukey's outer fence of square roots".
  public var rule: String
  /// How many are outside.
  public var count: Int
  /// Of how many.
  public var of: Int
  /// Rows to look at, in the order of the file; empty where the values are of areas.
  public var rows: [Int] = []
  /// Codes of areas or centres, where these are what is outside.
  public var places: [String] = []
  /// Whether each of the rows should go back to whoever keeps the data.
  public var isForLedger = false

  /// Where to look, in words: "rows 4, 7 and 9", "E01008693 and E01008701".
  public var whereToLook: String {
    if !places.isEmpty {
      return places.count > 5 ? places.prefix(5).joined(separator: ", ") + ", …" : places.joined(separator: ", ")
    }
    guard !rows.isEmpty else { return "" }
    let first = rows.prefix(5).map(String.init).joined(separator: ", ")
    return rows.count == 1 ? "row \(first)" : "rows \(first)\(count > 5 ? ", …" : "")"
  }
}
