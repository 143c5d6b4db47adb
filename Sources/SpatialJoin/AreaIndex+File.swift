import Foundation

extension AreaIndex {
  /// Writes the index to a file, whole or not at all, so that it need not be built again.
  ///
  /// - Parameters:
  ///   - key: what it was built from, such as the hash of the layer: a file with another key is not used.
  ///   - attachment: bytes to keep with it, such as the codes.
  /// - Throws: what writing throws.
  public func write(to url: URL, key: [UInt8], attachment: [UInt8] = []) throws {
    var data = Data()
    let header = IndexFileHeader(
      key: key.count, attachment: attachment.count, shapes: storage.shapeCount, cells: storage.cells.count,
      lists: storage.lists.count, vertices: storage.vertices.count, grid: storage.grid)
    data.append(header.data)
    for part in [key, attachment] { data.append(contentsOf: part + IndexFileHeader.padding(part.count)) }
    for part in [
      UnsafeRawBufferPointer(storage.cells), UnsafeRawBufferPointer(storage.lists),
      UnsafeRawBufferPointer(storage.vertices),
    ] {
      data.append(contentsOf: part)
      data.append(contentsOf: IndexFileHeader.padding(part.count))
    }
    var sum = IndexFileHeader.checksum(data)
    withUnsafeBytes(of: &sum) { data.append(contentsOf: $0) }
    try data.write(to: url, options: .atomic)
  }

  /// Opens a file that `write` made; nil where there is none, it has another key, another machine's byte order, was cut or
  /// altered: build the index then.
  public static func open(_ url: URL, key: [UInt8]) -> (index: AreaIndex, attachment: [UInt8])? {
    guard let data = try? Data(contentsOf: url, options: .alwaysMapped), data.count > IndexFileHeader.size + 8,
      let header = IndexFileHeader(data), header.fileSize == data.count,
      IndexFileHeader.checksum(data.dropLast(8))
        == data.suffix(8).withUnsafeBytes({ $0.loadUnaligned(as: UInt64.self) })
    else { return nil }
    var place = IndexFileHeader.size
    func next(_ count: Int) -> Range<Int> {
      defer { place += count + IndexFileHeader.padding(count).count }
      return place..<(place + count)
    }
    guard Array(data[next(header.key)]) == key else { return nil }
    let attachment = Array(data[next(header.attachment)])
    let cells = copy(data[next(header.cells * 4)], as: UInt32.self)
    let lists = copy(data[next(header.lists * 4)], as: UInt32.self)
    let vertices = copy(data[next(header.vertices * 8)], as: Double.self)
    let release = SendableBuffer((cells, lists, vertices))
    let storage = AreaIndexStorage(
      grid: header.grid, shapeCount: header.shapes, cells: UnsafeBufferPointer(cells),
      lists: UnsafeBufferPointer(lists), vertices: UnsafeBufferPointer(vertices),
      release: {
        release.base.0.deallocate()
        release.base.1.deallocate()
        release.base.2.deallocate()
      })
    return (AreaIndex(storage: storage), attachment)
  }

  private static func copy<Word>(_ data: Data, as: Word.Type) -> UnsafeMutableBufferPointer<Word> {
    let count = data.count / MemoryLayout<Word>.stride
    let words = LargePages.buffer(max(1, count), of: Word.self)
    data.withUnsafeBytes { bytes in
      UnsafeMutableRawBufferPointer(words).copyMemory(
        from: UnsafeRawBufferPointer(rebasing: bytes.prefix(count * MemoryLayout<Word>.stride)))
    }
    return UnsafeMutableBufferPointer(rebasing: words[0..<max(1, count)])
  }
}

/// What stands at the head of a saved index: sixteen words.
struct IndexFileHeader {
  var key: Int
  var attachment: Int
  var shapes: Int
  var cells: Int
  var lists: Int
  var vertices: Int
  var grid: Grid

  static let size = 17 * 8
  /// "NEEDSIX2" on a little-endian machine.
  private static let magic: UInt64 = 0x3258_4953_4445_454E

  static func padding(_ count: Int) -> [UInt8] { Array(repeating: 0, count: (8 - count % 8) % 8) }

  /// Of the words of the data; a last part of a word counts as if followed by zeros.
  static func checksum(_ data: Data) -> UInt64 {
    data.withUnsafeBytes { bytes in
      var sum: UInt64 = 0xCBF2_9CE4_8422_2325
      var place = 0
      while place + 8 <= bytes.count {
        sum = (sum ^ bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self)) &* 0x9E37_79B9_7F4A_7C15
        sum ^= sum >> 32
        place += 8
      }
      return sum
    }
  }

  var fileSize: Int {
    [key, attachment, cells * 4, lists * 4, vertices * 8].reduce(Self.size + 8) { $0 + $1 + Self.padding($1).count }
  }

  var data: Data {
    let numbers = [key, attachment, shapes, cells, lists, vertices, grid.columns, grid.rows].map { UInt64($0) }
    let sides = [
      grid.minX, grid.minY, grid.maxX, grid.maxY, grid.originX, grid.originY, grid.size, grid.inverse,
    ].map(\.bitPattern)
    return ([Self.magic] + numbers + sides).withUnsafeBytes { Data($0) }
  }

  init(key: Int, attachment: Int, shapes: Int, cells: Int, lists: Int, vertices: Int, grid: Grid) {
    (self.key, self.attachment, self.shapes) = (key, attachment, shapes)
    (self.cells, self.lists, self.vertices, self.grid) = (cells, lists, vertices, grid)
  }

  init?(_ data: Data) {
    let words = data.prefix(Self.size).withUnsafeBytes { Array($0.bindMemory(to: UInt64.self)) }
    guard words.count == 17, words[0] == Self.magic, words[1...8].allSatisfy({ $0 < 1 << 40 }) else { return nil }
    let numbers = words[1...8].map { Int($0) }
    let sides = words[9...].map { Double(bitPattern: $0) }
    let grid = Grid(
      minX: sides[0], minY: sides[1], maxX: sides[2], maxY: sides[3], originX: sides[4], originY: sides[5],
      size: sides[6], inverse: sides[7], columns: numbers[6], rows: numbers[7])
    guard max(1, grid.cellCount) == numbers[3] else { return nil }
    self.init(
      key: numbers[0], attachment: numbers[1], shapes: numbers[2], cells: numbers[3], lists: numbers[4],
      vertices: numbers[5], grid: grid)
  }
}
