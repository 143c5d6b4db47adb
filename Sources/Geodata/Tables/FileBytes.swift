import Foundation

/// The bytes of a file, mapped into memory or decoded into it; never changed once made.
final class FileBytes: @unchecked Sendable {
  // Safe to share: the memory is written before init ends and read-only from then on.
  let start: UnsafePointer<UInt8>
  let count: Int
  private let mapping: UnsafeMutableRawPointer?
  private let owned: UnsafeMutablePointer<UInt8>?

  /// Maps a file. Pages are read as they are needed.
  init(mapping url: URL, name: String) throws(GeodataError) {
    // A pipe without a writer would be waited for.
    let descriptor = open(url.path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else {
      throw GeodataError(
        .noInput, "cannot be opened (\(String(cString: strerror(errno))))", file: name,
        advice: "check the path in audit.yml, and --data")
    }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else {
      throw GeodataError(.inputOutput, "cannot be read (\(String(cString: strerror(errno))))", file: name)
    }
    try InputFile.check(status, name: name, limit: Limits.fileBytes)
    count = Int(status.st_size)
    guard count > 0 else {
      throw GeodataError(.data, "is empty", file: name, advice: "export it again")
    }
    guard let pages = mmap(nil, count, PROT_READ, MAP_PRIVATE, descriptor, 0), pages != MAP_FAILED else {
      throw GeodataError(.inputOutput, "cannot be read (\(String(cString: strerror(errno))))", file: name)
    }
    mapping = pages
    owned = nil
    start = UnsafePointer(pages.assumingMemoryBound(to: UInt8.self))
  }

  /// Keeps a copy of bytes.
  init(copying bytes: [UInt8]) {
    let memory = UnsafeMutablePointer<UInt8>.allocate(capacity: max(1, bytes.count))
    bytes.withUnsafeBufferPointer { source in
      if let base = source.baseAddress { memory.initialize(from: base, count: source.count) }
    }
    mapping = nil
    owned = memory
    start = UnsafePointer(memory)
    count = bytes.count
  }

  deinit {
    if let mapping { munmap(mapping, count) }
    owned?.deallocate()
  }

  /// Whether they are the file's own pages.
  var isMapped: Bool { mapping != nil }

  /// All of them.
  var buffer: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: start, count: count) }

  /// Gives mapped pages back: what was read once need not stay in memory, and comes back from the file when it is asked
  /// again. What is not mapped stays.
  func release(_ range: Range<Int>) {
    if isMapped { Self.release(buffer, range) }
  }

  /// See `release(_:)`; the bytes are mapped.
  static func release(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    guard let base = bytes.baseAddress else { return }
    let page = Int(getpagesize())
    let start = (Int(bitPattern: base) + range.lowerBound + page - 1) / page * page
    let end = (Int(bitPattern: base) + range.upperBound) / page * page
    guard end > start, let pointer = UnsafeMutableRawPointer(bitPattern: start) else { return }
    _ = madvise(pointer, end - start, Int32(MADV_DONTNEED))
  }

  /// Whether the file begins so.
  func begins(with magic: [UInt8]) -> Bool {
    count >= magic.count && magic.indices.allSatisfy { start[$0] == magic[$0] }
  }
}
