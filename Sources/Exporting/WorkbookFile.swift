import CXLSXWriter
import Foundation
import Tally

/// A workbook after the Government Analysis Function's guidance on statistics in spreadsheets: a cover sheet, notes and
/// contents, one marked-up table a sheet that starts in column A, no merged cells, intervals in columns of their own,
/// shorthand explained.
struct WorkbookFile {
  let export: ReleaseExport

  /// Writes the file; the same bytes each time.
  func write(to path: String) throws(ExportError) {
    guard let workbook = workbook_new(path) else { throw .cannotWrite(path: path, reason: "out of memory") }
    let title = strdup("\(export.name), cycle \(export.cycle)")
    defer { free(title) }
    var properties = lxw_doc_properties()
    properties.title = title
    // 2020-01-01: a date of the file's making would change its bytes.
    properties.created = 1_577_836_800
    workbook_set_properties(workbook, &properties)
    let bold = workbook_add_format(workbook)
    format_set_bold(bold)
    let heading = workbook_add_format(workbook)
    format_set_bold(heading)
    format_set_font_size(heading, 16)
    let wrap = workbook_add_format(workbook)
    format_set_text_wrap(wrap)
    format_set_align(wrap, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))

    cover(workbook, heading, bold, wrap)
    for layer in export.layers { table(layer, workbook, heading, wrap) }
    let result = workbook_close(workbook)
    guard result == LXW_NO_ERROR else {
      throw .cannotWrite(path: path, reason: lxw_strerror(result).map { String(cString: $0) } ?? "unknown")
    }
  }

  private typealias Format = UnsafeMutablePointer<lxw_format>
  private typealias Workbook = UnsafeMutablePointer<lxw_workbook>
  private typealias Sheet = UnsafeMutablePointer<lxw_worksheet>

  private func cover(_ workbook: Workbook, _ heading: Format?, _ bold: Format?, _ wrap: Format?) {
    guard let sheet = workbook_add_worksheet(workbook, "Cover") else { return }
    worksheet_set_column(sheet, 0, 0, 100, nil)
    var row: lxw_row_t = 0
    func line(_ text: String, _ format: Format?) {
      worksheet_write_string(sheet, row, 0, text.asCell, format)
      row += 1
    }
    line("\(export.name): children enrolled, reached and sustained, cycle \(export.cycle)", heading)
    for note in export.notes { line(note, wrap) }
    line("Contents", bold)
    for layer in export.layers {
      // A link to each sheet; its text is the sheet's title.
      worksheet_write_url_opt(sheet, row, 0, "internal:'\(layer.name)'!A1", nil, "\(layer.name): \(layer.title)", nil)
      row += 1
    }
    line("Shorthand: c: hidden, none or a few; w: withheld to protect privacy; an empty cell: not known.", wrap)
  }

  private func table(_ layer: ExportLayer, _ workbook: Workbook, _ heading: Format?, _ wrap: Format?) {
    guard let sheet = workbook_add_worksheet(workbook, String(layer.name.prefix(31))) else { return }
    worksheet_write_string(sheet, 0, 0, layer.title.asCell, heading)
    worksheet_write_string(sheet, 1, 0, layer.description.asCell, nil)
    let first: lxw_row_t = 2
    for (index, row) in layer.rows.enumerated() {
      let at = first + 1 + lxw_row_t(index)
      for (column, value) in row.enumerated() { write(value, sheet, at, lxw_col_t(column)) }
    }
    for (index, column) in layer.columns.enumerated() {
      let width = column.kind == .text ? (column.name == "text" || column.name == "method" ? 80.0 : 24) : 14
      worksheet_set_column(sheet, lxw_col_t(index), lxw_col_t(index), width, nil)
    }
    guard !layer.columns.isEmpty else { return }
    markUp(layer, sheet, first)
  }

  /// Makes the rows an Excel table, which screen readers announce.
  private func markUp(_ layer: ExportLayer, _ sheet: Sheet, _ first: lxw_row_t) {
    let headers = layer.columns.map { strdup($0.unit.isEmpty ? $0.name : "\($0.name) (\($0.unit))") }
    defer { headers.forEach { free($0) } }
    let columns = UnsafeMutablePointer<lxw_table_column>.allocate(capacity: headers.count)
    let list = UnsafeMutablePointer<UnsafeMutablePointer<lxw_table_column>?>.allocate(capacity: headers.count + 1)
    defer {
      columns.deallocate()
      list.deallocate()
    }
    for (index, header) in headers.enumerated() {
      var column = lxw_table_column()
      column.header = header
      columns.advanced(by: index).initialize(to: column)
      list.advanced(by: index).initialize(to: columns.advanced(by: index))
    }
    list.advanced(by: headers.count).initialize(to: nil)
    let name = strdup("table_\(layer.name)")
    defer { free(name) }
    var options = lxw_table_options()
    options.name = name
    options.columns = list
    options.style_type = UInt8(LXW_TABLE_STYLE_TYPE_LIGHT.rawValue)
    options.style_type_number = 1
    options.no_autofilter = UInt8(LXW_TRUE.rawValue)
    // A table without rows is no table in Excel: it has one empty row.
    let last = first + lxw_row_t(max(1, layer.rows.count))
    worksheet_add_table(sheet, first, 0, last, lxw_col_t(headers.count - 1), &options)
    worksheet_freeze_panes(sheet, first + 1, 1)
  }

  private func write(_ value: ExportValue, _ sheet: Sheet, _ row: lxw_row_t, _ column: lxw_col_t) {
    switch value {
    case .missing: break
    case .hidden: worksheet_write_string(sheet, row, column, "c", nil)
    case .withheld: worksheet_write_string(sheet, row, column, "w", nil)
    // Written as a string, which is never a formula; the mark keeps it so when it is saved as CSV.
    case .text(let text): worksheet_write_string(sheet, row, column, text.asCell, nil)
    case .integer(let number): worksheet_write_number(sheet, row, column, Double(number), nil)
    case .real(let number): worksheet_write_number(sheet, row, column, number, nil)
    }
  }
}

extension String {
  /// The text as a cell of a workbook, which holds 32,767 characters and starts no formula, be it saved as CSV.
  fileprivate var asCell: String { String(CSVCell.startingNoFormula(self).prefix(32_000)) }
}
