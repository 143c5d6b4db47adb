import Foundation
import Tally

/// A list in one column, as a JSON array: SQL reads it with json_each.
enum JSONList {
  static func encode(_ list: [String]) -> String { "[" + list.map(JSONText.quoted).joined(separator: ",") + "]" }
  static func encode(_ list: [Double]) -> String { "[" + list.map { "\($0)" }.joined(separator: ",") + "]" }
  static func encode(_ list: [Int]) -> String { "[" + list.map(String.init).joined(separator: ",") + "]" }

  /// The elements, or nil where the text is not an array of them.
  static func decode<Element: Decodable>(_ text: String, of type: Element.Type = Element.self) -> [Element]? {
    try? JSONDecoder().decode([Element].self, from: Data(text.utf8))
  }
}
