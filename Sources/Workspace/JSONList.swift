import Foundation

/// A list in one column, as a JSON array: SQL reads it with json_each.
enum JSONList {
  static func encode(_ list: [String]) -> String {
    let quoted = list.map { text -> String in
      var result = "\""
      for scalar in text.unicodeScalars {
        switch scalar {
        case "\"": result += "\\\""
        case "\\": result += "\\\\"
        case "\u{0}"..."\u{1F}":
          let hex = String(scalar.value, radix: 16)
          result += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
        default: result.unicodeScalars.append(scalar)
        }
      }
      return result + "\""
    }
    return "[" + quoted.joined(separator: ",") + "]"
  }

  static func encode(_ list: [Double]) -> String { "[" + list.map { "\($0)" }.joined(separator: ",") + "]" }
  static func encode(_ list: [Int]) -> String { "[" + list.map(String.init).joined(separator: ",") + "]" }

  /// The elements, or nil where the text is not an array of them.
  static func decode<Element: Decodable>(_ text: String, of type: Element.Type = Element.self) -> [Element]? {
    try? JSONDecoder().decode([Element].self, from: Data(text.utf8))
  }
}
