/// The texts that a workbook's cells share: one run of bytes, so that a million of them stay small.
final class SharedStrings: Sendable {
  private let bytes: [UInt8]
  /// Text `i` lies from `starts[i]` to `starts[i + 1]`.
  private let starts: [Int]

  /// Reads them, or none where the workbook has no such part.
  init(_ entry: ZipArchive.Entry?, in archive: ZipArchive, name: String) throws(GeodataError) {
    var bytes: [UInt8] = []
    var starts = [0]
    if let entry {
      let xml = XMLPull(try archive.stream(entry), name: name)
      var isText = false
      var phonetic = 0
      reading: while true {
        switch try xml.next() {
        case .done: break reading
        case .start:
          if xml.isNamed("t") { isText = true } else if xml.isNamed("rPh") { phonetic += 1 }
        case .end:
          if xml.isNamed("t") {
            isText = false
          } else if xml.isNamed("rPh") {
            phonetic -= 1
          } else if xml.isNamed("si") {
            starts.append(bytes.count)
          }
        case .text: if isText, phonetic == 0 { xml.appendText(to: &bytes) }
        }
      }
    }
    self.bytes = bytes
    self.starts = starts
  }

  /// Appends text `i`; false if there is none.
  func append(_ i: Int, to text: inout [UInt8]) -> Bool {
    guard i >= 0, i + 1 < starts.count else { return false }
    text.append(contentsOf: bytes[starts[i]..<starts[i + 1]])
    return true
  }
}
