import Yams

extension YAMLBlock {
  /// The whole of a YAML text, which stays within `YAMLLimits`.
  init(text: String, file: String) throws(AuditError) {
    try YAMLLimits.check(text, name: file)
    let node: Node?
    do {
      node = try Yams.compose(yaml: text)
    } catch let error as YamlError {
      throw AuditError.file(file, line: Self.line(of: error), "cannot be read as YAML: \(Self.problem(of: error))")
    } catch {
      throw AuditError.file(file, line: nil, "cannot be read as YAML")
    }
    guard let node else { throw AuditError.file(file, line: nil, "is empty") }
    try self.init(node, file: file, path: "")
  }

  private static func line(of error: YamlError) -> Int? {
    switch error {
    case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _): mark.line
    case .duplicatedKeysInMapping(_, let context): context.mark.line
    default: nil
    }
  }

  private static func problem(of error: YamlError) -> String {
    switch error {
    case .scanner(_, let problem, _, _), .parser(_, let problem, _, _), .composer(_, let problem, _, _): problem
    case .duplicatedKeysInMapping(let keys, _): "a key stands twice: \(keys.map { "\($0)" }.joined(separator: ", "))"
    default: "not well formed"
    }
  }
}
