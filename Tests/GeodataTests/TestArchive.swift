import CZlib
import Foundation

/// Writes a ZIP archive, packed or not, so that tests can hold any workbook.
func archive(_ entries: [(path: String, text: String)], isPacked: Bool = true) -> [UInt8] {
  archive(entries.map { ($0.path, Array($0.text.utf8)) }, isPacked: isPacked)
}

/// The same of any bytes.
func archive(_ entries: [(path: String, bytes: [UInt8])], isPacked: Bool) -> [UInt8] {
  var bytes: [UInt8] = []
  var directory: [UInt8] = []
  func u16(_ value: Int) -> [UInt8] { [UInt8(value & 255), UInt8(value >> 8 & 255)] }
  func u32(_ value: Int) -> [UInt8] { u16(value & 0xFFFF) + u16(value >> 16 & 0xFFFF) }
  for (path, plain) in entries {
    let checksum = Int(crc32(0, plain, UInt32(plain.count)))
    let packed = isPacked ? deflated(plain) : plain
    let common =
      u16(20) + u16(0) + u16(isPacked ? 8 : 0) + u32(0) + u32(checksum) + u32(packed.count) + u32(plain.count)
      + u16(path.utf8.count) + u16(0)
    directory +=
      u32(0x0201_4B50) + u16(20) + common + u16(0) + u16(0) + u16(0) + u32(0) + u32(bytes.count) + Array(path.utf8)
    bytes += u32(0x0403_4B50) + common + Array(path.utf8) + packed
  }
  let end =
    u32(0x0605_4B50) + u32(0) + u16(entries.count) + u16(entries.count) + u32(directory.count) + u32(bytes.count)
    + u16(0)
  return bytes + directory + end
}

/// Deflate, raw or with a gzip header.
func deflated(_ bytes: [UInt8], windowBits: Int32 = -15) -> [UInt8] {
  var stream = z_stream()
  deflateInit2_(
    &stream, 6, Z_DEFLATED, windowBits, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
  var input = bytes
  var output = [UInt8](repeating: 0, count: bytes.count + 1024)
  let capacity = output.count
  let produced = input.withUnsafeMutableBufferPointer { input in
    output.withUnsafeMutableBufferPointer { output in
      stream.next_in = input.baseAddress
      stream.avail_in = UInt32(input.count)
      stream.next_out = output.baseAddress
      stream.avail_out = UInt32(capacity)
      deflate(&stream, Z_FINISH)
      return capacity - Int(stream.avail_out)
    }
  }
  deflateEnd(&stream)
  return Array(output.prefix(produced))
}

/// A workbook of sheets given as the inside of `sheetData`.
func workbook(
  _ sheets: [(name: String, rows: String)], strings: [String] = [], is1904: Bool = false, isPacked: Bool = true
) -> [UInt8] {
  archive(workbookParts(sheets, strings: strings, is1904: is1904), isPacked: isPacked)
}

/// Its parts before they are packed.
func workbookParts(
  _ sheets: [(name: String, rows: String)], strings: [String] = [], is1904: Bool = false
) -> [(path: String, text: String)] {
  let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  let packaging = "http://schemas.openxmlformats.org/package/2006/relationships"
  var entries: [(path: String, text: String)] = [
    (
      "_rels/.rels",
      "<Relationships xmlns=\"\(packaging)\"><Relationship Id=\"a\" Type=\"\(office)/officeDocument\" Target=\"/xl/workbook.xml\"/></Relationships>"
    ),
    (
      "xl/styles.xml",
      "<styleSheet xmlns=\"\(main)\"><numFmts><numFmt numFmtId=\"164\" formatCode=\"dd\\/mm\\/yyyy\"/>"
        + "<numFmt numFmtId=\"165\" formatCode=\"[Red]0.00&quot;day&quot;\"/></numFmts><cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs>"
        + "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"164\"/><xf numFmtId=\"14\"/><xf numFmtId=\"165\"/></cellXfs></styleSheet>"
    ),
  ]
  let list = sheets.enumerated().map { "<sheet name=\"\($1.name)\" sheetId=\"\($0 + 1)\" r:id=\"s\($0)\"/>" }.joined()
  entries.append(
    (
      "xl/workbook.xml",
      "<?xml version=\"1.0\"?><workbook xmlns=\"\(main)\" xmlns:r=\"\(office)\"><workbookPr date1904=\"\(is1904)\"/><sheets>\(list)</sheets></workbook>"
    ))
  var relations = "<Relationship Id=\"st\" Type=\"\(office)/styles\" Target=\"styles.xml\"/>"
  if !strings.isEmpty {
    relations += "<Relationship Id=\"ss\" Type=\"\(office)/sharedStrings\" Target=\"../xl/sharedStrings.xml\"/>"
    entries.append(
      ("xl/sharedStrings.xml", "<sst xmlns=\"\(main)\">\(strings.map { "<si>\($0)</si>" }.joined())</sst>"))
  }
  for (i, sheet) in sheets.enumerated() {
    relations += "<Relationship Id=\"s\(i)\" Type=\"\(office)/worksheet\" Target=\"worksheets/sheet\(i).xml\"/>"
    entries.append(
      ("xl/worksheets/sheet\(i).xml", "<worksheet xmlns=\"\(main)\"><sheetData>\(sheet.rows)</sheetData></worksheet>"))
  }
  entries.append(("xl/_rels/workbook.xml.rels", "<Relationships xmlns=\"\(packaging)\">\(relations)</Relationships>"))
  return entries
}
