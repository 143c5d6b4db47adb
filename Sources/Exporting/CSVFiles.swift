import Foundation
import Tally

/// Layers as CSV files with what describes them: CSV on the Web metadata for each, and one Frictionless data package.
struct CSVFiles {
  let export: ReleaseExport

  /// File names and their bytes, in order.
  func files() throws -> [(name: String, data: Data)] {
    var files: [(String, Data)] = []
    for layer in export.layers {
      files.append(("\(layer.name).csv", Data(Self.text(layer).utf8)))
      files.append(("\(layer.name).csv-metadata.json", try json(web(layer))))
    }
    files.append(("datapackage.json", try json(package())))
    return files
  }

  /// RFC 4180 with CRLF; `c` hidden, `w` withheld, empty: not known.
  static func text(_ layer: ExportLayer) -> String {
    var text = layer.columns.map { CSVCell.text($0.name) }.joined(separator: ",") + "\r\n"
    for row in layer.rows {
      text += row.map(Self.cell).joined(separator: ",") + "\r\n"
    }
    return text
  }

  private static func cell(_ value: ExportValue) -> String {
    switch value {
    case .missing: ""
    case .hidden: "c"
    case .withheld: "w"
    case .text(let text): CSVCell.text(text)
    case .integer(let number): String(number)
    case .real(let number): ExportNumber.text(number)
    }
  }

  private func json(_ object: [String: Any]) throws -> Data {
    try JSONSerialization.data(withJSONObject: object, options: [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes])
      + Data("\n".utf8)
  }

  /// Model for tabular data on the Web (W3C, 2015).
  private func web(_ layer: ExportLayer) -> [String: Any] {
    [
      "@context": ["http://www.w3.org/ns/csvw", ["@language": "en"]] as [Any], "url": "\(layer.name).csv",
      "dc:title": layer.title, "dc:description": layer.fullDescription, "dc:source": credits,
      "dialect": ["header": true, "delimiter": ",", "encoding": "utf-8"] as [String: Any],
      "tableSchema": [
        "columns": layer.columns.map { column -> [String: Any] in
          var entry: [String: Any] = [
            "name": column.name, "titles": column.name, "dc:description": column.title,
            "datatype": column.kind == .text ? "string" : column.kind == .integer ? "integer" : "number",
          ]
          entry["null"] = column.kind == .text ? [""] : ["", "c", "w"]
          if !column.unit.isEmpty { entry["dc:format"] = column.unit }
          return entry
        }
      ] as [String: Any],
    ]
  }

  /// Frictionless Data Package 1.0.
  private func package() -> [String: Any] {
    [
      "name":
        "needs-\(export.cycle.lowercased().map { $0.isASCII && ($0.isLetter || $0.isNumber) ? String($0) : "-" }.joined())",
      "title": "\(export.name), \(export.cycle)", "description": export.notes.joined(separator: " "),
      "profile": "tabular-data-package", "sources": credits.map { ["title": $0] },
      "resources": export.layers.map { layer -> [String: Any] in
        [
          "name": layer.name, "path": "\(layer.name).csv", "profile": "tabular-data-resource", "encoding": "utf-8",
          "title": layer.title, "description": layer.description,
          "schema": [
            "missingValues": ["", "c", "w"],
            "fields": layer.columns.map { column -> [String: Any] in
              [
                "name": column.name, "title": column.title, "description": column.unit,
                "type": column.kind == .text ? "string" : column.kind == .integer ? "integer" : "number",
              ]
            },
          ] as [String: Any],
        ]
      },
    ]
  }

  private var credits: [String] {
    guard let sources = export.layers.first(where: { $0.name == "sources" }) else { return [] }
    var credits: [String] = []
    for row in sources.rows {
      let text = row.compactMap { value -> String? in if case .text(let text) = value { text } else { nil } }
        .joined(separator: "; ")
      if !credits.contains(text) { credits.append(text) }
    }
    return credits
  }
}

/// Numbers as text that reads back the same.
enum ExportNumber {
  static func text(_ number: Double) -> String {
    guard number.isFinite else { return "" }
    if number == number.rounded(), number.magnitude < 1e15 { return String(Int(number)) }
    return String(number)
  }
}
