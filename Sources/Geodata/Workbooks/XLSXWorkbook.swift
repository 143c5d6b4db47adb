/// An Office Open XML workbook. Shared texts and styles are kept, sheets are streamed.
struct XLSXWorkbook: Workbook {
  let archive: ZipArchive
  let name: String
  let sheets: [String]
  private let paths: [String]
  let strings: SharedStrings
  let styles: XLSXStyles
  let is1904: Bool
  let kind = "XLSX"

  init(_ archive: ZipArchive, name: String) throws(GeodataError) {
    self.archive = archive
    self.name = name
    let root = try Self.relations(archive, of: "", name: name)
    let workbookPath = root.first { $0.type.hasSuffix("/officeDocument") }?.target ?? "xl/workbook.xml"
    guard let entry = archive.entry(workbookPath) else {
      throw GeodataError(
        .data, "is a ZIP archive without a workbook in it", file: name, advice: "unpack it and name the table")
    }
    let relations = try Self.relations(archive, of: workbookPath, name: name)
    let contents = try Self.contents(archive.stream(entry), name: name)
    is1904 = contents.is1904
    var sheets: [(name: String, path: String)] = []
    for sheet in contents.sheets {
      guard let target = relations.first(where: { $0.id == sheet.relation })?.target, archive.entry(target) != nil
      else { continue }
      sheets.append((sheet.name, target))
    }
    self.sheets = sheets.map(\.name)
    paths = sheets.map(\.path)
    let stylesPath = relations.first { $0.type.hasSuffix("/styles") }?.target
    styles = try XLSXStyles(stylesPath.flatMap { archive.entry($0) }, in: archive, name: name)
    let stringsPath = relations.first { $0.type.hasSuffix("/sharedStrings") }?.target
    strings = try SharedStrings(stringsPath.flatMap { archive.entry($0) }, in: archive, name: name)
  }

  func rows(ofSheet index: Int) throws(GeodataError) -> any SheetRows {
    guard let entry = archive.entry(paths[index]) else {
      throw GeodataError(.data, "is damaged: sheet \(sheets[index]) is missing", file: name, advice: "save it again")
    }
    return try XLSXSheetRows(self, entry)
  }

  private struct Contents {
    var sheets: [(name: String, relation: String)] = []
    var hidden: [(name: String, relation: String)] = []
    var is1904 = false
  }

  private static func contents(_ stream: InflateStream, name: String) throws(GeodataError) -> Contents {
    var contents = Contents()
    let xml = XMLPull(stream, name: name)
    while true {
      switch try xml.next() {
      case .done:
        contents.sheets += contents.hidden
        return contents
      case .start where xml.isNamed("sheet"):
        guard let title = xml.text(of: "name"), let relation = xml.text(of: "id") else { continue }
        guard contents.sheets.count + contents.hidden.count <= Limits.sheets else {
          throw .beyond("\(Limits.sheets) sheets", file: name)
        }
        if let state = xml.text(of: "state"), state != "visible" {
          contents.hidden.append((title, relation))
        } else {
          contents.sheets.append((title, relation))
        }
      case .start where xml.isNamed("workbookPr"):
        let stated = xml.text(of: "date1904")
        contents.is1904 = stated == "1" || stated == "true"
      default: continue
      }
    }
  }

  private struct Relation {
    var id: String
    var type: String
    /// The path in the archive.
    var target: String
  }

  /// The relations of a part ("" for the archive), their targets resolved.
  private static func relations(_ archive: ZipArchive, of part: String, name: String) throws(GeodataError) -> [Relation]
  {
    var folder = part.split(separator: "/").map(String.init)
    let file = folder.popLast() ?? ""
    let path = (folder + ["_rels", file + ".rels"]).joined(separator: "/")
    guard let entry = archive.entry(path) else { return [] }
    var relations: [Relation] = []
    let xml = XMLPull(try archive.stream(entry), name: name)
    while true {
      switch try xml.next() {
      case .done: return relations
      case .start where xml.isNamed("Relationship"):
        guard let id = xml.text(of: "Id"), let type = xml.text(of: "Type"), let target = xml.text(of: "Target") else {
          continue
        }
        var parts = target.hasPrefix("/") ? [] : folder
        for step in target.split(separator: "/") {
          if step == ".." { _ = parts.popLast() } else if step != "." { parts.append(String(step)) }
        }
        guard relations.count < Limits.archiveEntries else {
          throw .beyond("\(Limits.words(Limits.archiveEntries)) parts", file: name)
        }
        relations.append(Relation(id: id, type: type, target: parts.joined(separator: "/")))
      default: continue
      }
    }
  }
}
