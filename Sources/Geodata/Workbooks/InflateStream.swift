import CZlib

/// Compressed bytes, unpacked piece by piece in bounded memory.
final class InflateStream {
  /// How the bytes are packed.
  enum Packing {
    /// As they are.
    case stored
    /// Deflate without a header, as in ZIP.
    case deflate
    /// One or more gzip members.
    case gzip
  }

  private let packing: Packing
  private let name: String
  /// Keeps the input's memory.
  private let bytes: FileBytes
  private let inputEnd: Int
  private let inputStart: Int
  private var inputPosition: Int
  private let stream: UnsafeMutablePointer<z_stream>
  private var isOpen = false
  private(set) var isAtEnd = false
  /// CRC-32 of what was unpacked (not of gzip, whose own is checked by zlib).
  private(set) var checksum: UInt = 0
  /// How many bytes came out.
  private var unpacked = 0

  init(_ bytes: FileBytes, range: Range<Int>, packing: Packing, name: String) throws(GeodataError) {
    self.packing = packing
    self.name = name
    self.bytes = bytes
    inputStart = range.lowerBound
    inputPosition = range.lowerBound
    inputEnd = range.upperBound
    stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
    stream.initialize(to: z_stream())
    checksum = crc32(0, nil, 0)
    if packing != .stored {
      let windowBits: Int32 = packing == .gzip ? 31 : -15
      guard inflateInit2_(stream, windowBits, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else {
        throw GeodataError(.inputOutput, "cannot be unpacked", file: name)
      }
      isOpen = true
    }
  }

  deinit {
    if isOpen { inflateEnd(stream) }
    stream.deallocate()
  }

  private var cut: GeodataError {
    GeodataError(
      .data, "is damaged or was cut: its packed contents end too early", file: name, advice: "copy or export it again")
  }

  /// Unpacks into the memory; returns how many bytes, 0 at the end.
  func read(into memory: UnsafeMutablePointer<UInt8>, count: Int) throws(GeodataError) -> Int {
    guard !isAtEnd, count > 0 else { return 0 }
    if packing == .stored {
      let n = min(count, inputEnd - inputPosition)
      memory.update(from: bytes.start + inputPosition, count: n)
      inputPosition += n
      if inputPosition == inputEnd { isAtEnd = true }
      checksum = crc32(checksum, memory, UInt32(n))
      try note(n, at: inputPosition)
      return n
    }
    let wanted = min(count, Int(Int32.max))
    stream.pointee.next_out = memory
    stream.pointee.avail_out = UInt32(wanted)
    while stream.pointee.avail_out > 0 {
      if stream.pointee.avail_in == 0 {
        let n = min(inputEnd - inputPosition, 1 << 20)
        guard n > 0 else { throw cut }
        stream.pointee.next_in = UnsafeMutablePointer(mutating: bytes.start + inputPosition)
        stream.pointee.avail_in = UInt32(n)
        inputPosition += n
      }
      let status = inflate(stream, Z_NO_FLUSH)
      if status == Z_STREAM_END {
        let rest = Int(stream.pointee.avail_in) + inputEnd - inputPosition
        if packing == .gzip, rest > 0, hasNextMember(rest) {
          inflateReset(stream)
          continue
        }
        isAtEnd = true
        break
      }
      guard status == Z_OK else { throw cut }
    }
    let n = wanted - Int(stream.pointee.avail_out)
    if packing != .gzip { checksum = crc32(checksum, memory, UInt32(n)) }
    try note(n, at: inputPosition - Int(stream.pointee.avail_in))
    return n
  }

  /// Stops a packed bomb: what unpacks to far more than any table does.
  private func note(_ n: Int, at position: Int) throws(GeodataError) {
    unpacked += n
    let packed = max(1, position - inputStart)
    guard unpacked <= Limits.unpackedBytes else {
      throw .beyond("\(Limits.size(Limits.unpackedBytes)) once unpacked", file: name, advice: "unpack and split it")
    }
    guard unpacked <= Limits.unpackedRatioFrom || unpacked / packed < Limits.unpackedRatio else {
      throw .beyond(
        "\(Limits.unpackedRatio) times its packed size once unpacked", file: name,
        advice: "no honest table does; if it is one, unpack it and name the table")
    }
  }

  /// Whether another gzip member follows (and not padding).
  private func hasNextMember(_ rest: Int) -> Bool {
    let position = inputEnd - rest
    return rest >= 18 && bytes.start[position] == 0x1F && bytes.start[position + 1] == 0x8B
  }

  /// All that is left, at most so many bytes.
  func readAll(atMost limit: Int = Limits.unpackedBytes) throws(GeodataError) -> [UInt8] {
    var all: [UInt8] = []
    let size = 1 << 18
    let memory = UnsafeMutablePointer<UInt8>.allocate(capacity: size)
    defer { memory.deallocate() }
    while true {
      let n = try read(into: memory, count: size)
      if n == 0 || all.count >= limit { return all }
      all.append(contentsOf: UnsafeBufferPointer(start: memory, count: n))
    }
  }
}
