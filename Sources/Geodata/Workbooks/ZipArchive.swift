/// The entries of a ZIP archive, by its central directory (ZIP64 too).
struct ZipArchive: Sendable {
  struct Entry: Sendable {
    var path: String
    var method: Int
    var isEncrypted: Bool
    var checksum: UInt32
    var packedSize: Int
    var size: Int
    var headerOffset: Int
  }

  let bytes: FileBytes
  let name: String
  private(set) var entries: [Entry] = []
  /// By path in lower case, the first of those that share one.
  private var places: [String: Int] = [:]

  init(_ bytes: FileBytes, name: String) throws(GeodataError) {
    self.bytes = bytes
    self.name = name
    guard let end = endRecord() else { throw damaged("its table of contents is missing") }
    var (position, count) = (Int(u32(end + 16)), Int(u16(end + 10)))
    if position == 0xFFFF_FFFF || count == 0xFFFF, let wide = wideEndRecord(before: end) {
      position = wide.position
      count = wide.count
    }
    guard count <= Limits.archiveEntries else {
      throw .beyond("\(Limits.words(Limits.archiveEntries)) entries", file: name)
    }
    for _ in 0..<count {
      guard position >= 0, position + 46 <= bytes.count, u32(position) == 0x0201_4B50 else {
        throw damaged("its table of contents is broken")
      }
      let nameLength = Int(u16(position + 28))
      let extraLength = Int(u16(position + 30))
      let next = position + 46 + nameLength + extraLength + Int(u16(position + 32))
      guard next <= bytes.count else { throw damaged("its table of contents is broken") }
      var entry = Entry(
        path: String(
          decoding: UnsafeBufferPointer(start: bytes.start + position + 46, count: nameLength), as: UTF8.self),
        method: Int(u16(position + 10)), isEncrypted: u16(position + 8) & 1 != 0, checksum: u32(position + 16),
        packedSize: Int(u32(position + 20)), size: Int(u32(position + 24)), headerOffset: Int(u32(position + 42)))
      widen(&entry, extra: position + 46 + nameLength, length: extraLength)
      if places[entry.path.lowercased()] == nil { places[entry.path.lowercased()] = entries.count }
      entries.append(entry)
      position = next
    }
  }

  /// The entry with the path, in any case, or nil.
  func entry(_ path: String) -> Entry? {
    places[path.lowercased()].map { entries[$0] }
  }

  /// The entry's contents, to be unpacked piece by piece.
  func stream(_ entry: Entry) throws(GeodataError) -> InflateStream {
    guard !entry.isEncrypted else {
      throw GeodataError(.data, "is encrypted", file: name, advice: "save it without a password")
    }
    let header = entry.headerOffset
    guard header >= 0, header + 30 <= bytes.count, u32(header) == 0x0403_4B50 else {
      throw damaged("an entry is missing")
    }
    let start = header + 30 + Int(u16(header + 26)) + Int(u16(header + 28))
    guard entry.packedSize >= 0, start + entry.packedSize <= bytes.count else { throw damaged("an entry was cut") }
    let packing: InflateStream.Packing
    switch entry.method {
    case 0: packing = .stored
    case 8: packing = .deflate
    default:
      throw GeodataError(
        .data, "is packed in a way that is not known (method \(entry.method))", file: name, advice: "save it again")
    }
    return try InflateStream(bytes, range: start..<start + entry.packedSize, packing: packing, name: name)
  }

  private func damaged(_ what: String) -> GeodataError {
    GeodataError(.data, "is damaged or was cut: \(what)", file: name, advice: "copy or export it again")
  }

  private func endRecord() -> Int? {
    guard bytes.count >= 22 else { return nil }
    var position = bytes.count - 22
    let lowest = max(0, bytes.count - 22 - 65_535)
    while position >= lowest {
      if u32(position) == 0x0605_4B50 { return position }
      position -= 1
    }
    return nil
  }

  private func wideEndRecord(before end: Int) -> (position: Int, count: Int)? {
    let locator = end - 20
    guard locator >= 0, u32(locator) == 0x0706_4B50 else { return nil }
    let record = wide(locator + 8)
    guard record + 56 <= bytes.count, u32(record) == 0x0606_4B50 else { return nil }
    return (wide(record + 48), wide(record + 32))
  }

  /// Takes sizes over 4 GB from the ZIP64 extra field.
  private func widen(_ entry: inout Entry, extra: Int, length: Int) {
    var p = extra
    while p + 4 <= extra + length {
      let size = Int(u16(p + 2))
      if u16(p) == 1 {
        var q = p + 4
        let end = p + 4 + size
        func take(_ value: inout Int) {
          guard value == 0xFFFF_FFFF, q + 8 <= end, q + 8 <= bytes.count else { return }
          value = wide(q)
          q += 8
        }
        take(&entry.size)
        take(&entry.packedSize)
        take(&entry.headerOffset)
      }
      p += 4 + size
    }
  }

  private func u16(_ i: Int) -> UInt16 { UInt16(bytes.start[i]) | UInt16(bytes.start[i + 1]) << 8 }
  private func u32(_ i: Int) -> UInt32 { UInt32(u16(i)) | UInt32(u16(i + 2)) << 16 }
  private func u64(_ i: Int) -> UInt64 { UInt64(u32(i)) | UInt64(u32(i + 4)) << 32 }
  /// A size or place of 64 bits; what no file can hold is cut to a number that can still be added to.
  private func wide(_ i: Int) -> Int { Int(min(u64(i), 1 << 60)) }
}
