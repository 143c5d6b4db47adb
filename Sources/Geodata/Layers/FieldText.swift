import Foundation

/// Turns the bytes of a text field into text, whatever the file says of its encoding.
///
/// GDAL hands on UTF-8 where it knows the encoding, and raw bytes where it does not, or where the .cpg beside a
/// shapefile lies. Bytes that are no UTF-8 are taken as Windows-1252, the encoding of British desktops.
struct FieldText {
  /// How many values were read as Windows-1252.
  private(set) var windows1252Count = 0

  mutating func text(_ pointer: UnsafePointer<CChar>) -> String {
    if let text = String(validatingCString: pointer) { return text }
    windows1252Count += 1
    let bytes = UnsafeRawBufferPointer(start: pointer, count: strlen(pointer))
    if let text = String(data: Data(bytes), encoding: .windowsCP1252) { return text }
    return String(bytes.map { Character(UnicodeScalar($0)) })
  }
}
