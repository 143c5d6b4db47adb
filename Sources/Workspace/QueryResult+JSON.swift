import Tally

extension QueryResult {
  /// As JSON: an array with an object a row, keys in the order of the columns. What is missing is null.
  public func json() -> String {
    let keys = columns.map(JSONText.quoted)
    let objects = rows.map { row in
      "  {" + zip(keys, row).map { "\($0): \(JSONText.value($1))" }.joined(separator: ", ") + "}"
    }
    return objects.isEmpty ? "[]\n" : "[\n" + objects.joined(separator: ",\n") + "\n]\n"
  }

  /// As one nested JSON object: the first column holds paths that are split at `/`, the second their values. A path may
  /// begin with one of `labels`, which counts as one step whatever it holds.
  public func nestedJSON(labels: [String]) -> String {
    var root = JSONNode()
    for row in rows {
      guard row.count == 2, case .text(let path) = row[0] else { continue }
      var steps: [String] = []
      var rest = path[...]
      if let label = labels.filter({ path.hasPrefix($0 + "/") }).max(by: { $0.count < $1.count }) {
        steps.append(label)
        rest = path.dropFirst(label.count + 1)
      }
      root.add(steps + rest.split(separator: "/").map(String.init), row[1])
    }
    return root.text(indent: "") + "\n"
  }
}

/// An object whose members keep the order in which they came.
private struct JSONNode {
  var value: SQLValue?
  var members: [(key: String, node: JSONNode)] = []

  mutating func add(_ path: [String], _ value: SQLValue) {
    guard let first = path.first else {
      self.value = value
      return
    }
    if !members.contains(where: { $0.key == first }) { members.append((first, JSONNode())) }
    for index in members.indices where members[index].key == first {
      members[index].node.add(Array(path.dropFirst()), value)
    }
  }

  func text(indent: String) -> String {
    if let value, members.isEmpty { return JSONText.value(value) }
    guard !members.isEmpty else { return "{}" }
    let inner = indent + "  "
    let lines = members.map { "\(inner)\(JSONText.quoted($0.key)): \($0.node.text(indent: inner))" }
    return "{\n" + lines.joined(separator: ",\n") + "\n\(indent)}"
  }
}

extension JSONText {
  /// A value; what is no number or missing is null.
  static func value(_ value: SQLValue) -> String {
    switch value {
    case .null: "null"
    case .real(let number) where !number.isFinite: "null"
    case .integer, .real: value.plainText
    case .text(let text): quoted(text)
    case .blob: quoted(value.plainText)
    }
  }
}
