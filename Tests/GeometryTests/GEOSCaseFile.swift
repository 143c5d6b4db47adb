import Foundation

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// One of GEOS's own test files: geometries, an operation on them, and what comes out.
final class GEOSCaseFile: NSObject, XMLParserDelegate {
  struct Operation: Sendable {
    var name: String
    var arguments: [String]
    var expected: String
    var caseName: String
    var a: String
    var b: String
  }

  private(set) var operations: [Operation] = []
  /// Whether results are rounded to a grid, which Geometry does not do.
  private(set) var hasFixedPrecision = false
  private var text = ""
  private var description_ = ""
  private var a = ""
  private var b = ""
  private var operation: [String: String] = [:]

  init(_ url: URL) throws {
    super.init()
    let parser = XMLParser(data: try Data(contentsOf: url))
    parser.delegate = self
    guard parser.parse() else { throw parser.parserError ?? CocoaError(.fileReadCorruptFile) }
  }

  func parser(
    _ parser: XMLParser, didStartElement element: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String]
  ) {
    text = ""
    switch element {
    case "case": (description_, a, b) = ("", "", "")
    case "precisionModel":
      if attributes["scale"] != nil || attributes["type"]?.uppercased() == "FIXED" { hasFixedPrecision = true }
    case "op": operation = attributes
    default: break
    }
  }

  func parser(_ parser: XMLParser, foundCharacters characters: String) { text += characters }

  func parser(_ parser: XMLParser, didEndElement element: String, namespaceURI: String?, qualifiedName: String?) {
    let value = text.trimmingCharacters(in: .whitespacesAndNewlines)
    switch element {
    case "desc": description_ = value
    case "a": a = value
    case "b": b = value
    case "op":
      operations.append(
        Operation(
          name: (operation["name"] ?? "").lowercased(),
          arguments: ["arg1", "arg2", "arg3"].map { (operation[$0] ?? "").trimmingCharacters(in: .whitespaces) },
          expected: value, caseName: description_, a: a, b: b))
    default: break
    }
  }
}
