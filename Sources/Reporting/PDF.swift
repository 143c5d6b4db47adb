import Foundation
import Synchronization

/// Makes tagged PDF of pages with WeasyPrint, a program of its own (`make setup` puts it into .venv).
///
/// WeasyPrint's Python is started once for as many pages as are made at the same time, and kept for the next ones.
public final class PDFMaker: Sendable {
  /// The Python that has WeasyPrint.
  public let python: URL
  private let idle = Mutex<[PDFWorker]>([])

  /// Looks for WeasyPrint: NEEDS_WEASYPRINT, .venv of the folder that one is in, PATH. Refused where it is nowhere.
  public init(environment: [String: String] = ProcessInfo.processInfo.environment) throws(ReportingError) {
    var candidates: [String] = []
    if let named = environment["NEEDS_WEASYPRINT"] { candidates.append(named) }
    candidates.append(FileManager.default.currentDirectoryPath + "/.venv/bin/weasyprint")
    candidates += (environment["PATH"] ?? "").split(separator: ":").map { $0 + "/weasyprint" }
    guard let found = candidates.first(where: { FileManager.default.isExecutableFile(atPath: $0) }),
      let python = Self.python(of: URL(fileURLWithPath: found))
    else { throw .noPDFMaker }
    self.python = python
  }

  /// The page as PDF/UA-1, A4, tagged; the same bytes for the same page and version of the program.
  public func pdf(of html: Data) throws(ReportingError) -> Data {
    let worker: PDFWorker
    if let waiting = idle.withLock({ $0.popLast() }) { worker = waiting } else { worker = try PDFWorker(python) }
    let data = try worker.pdf(of: html)
    idle.withLock { $0.append(worker) }
    return data
  }

  /// The Python that a script of WeasyPrint names in its first line, or the one that lies beside it.
  private static func python(of script: URL) -> URL? {
    var candidates = [script.deletingLastPathComponent().appending(path: "python3")]
    let start = (try? FileHandle(forReadingFrom: script).read(upToCount: 512)).map {
      String(decoding: $0, as: UTF8.self)
    }
    if let start, start.hasPrefix("#!"), let line = start.dropFirst(2).split(separator: "\n").first {
      candidates.insert(URL(fileURLWithPath: line.trimmingCharacters(in: .whitespaces)), at: 0)
    }
    return candidates.first {
      $0.lastPathComponent.hasPrefix("python") && FileManager.default.isExecutableFile(atPath: $0.path)
    }
  }
}

/// One running Python that makes pages, one after the other.
private struct PDFWorker: Sendable {
  private static let program = String(decoding: PackageResources.pdf_py, as: UTF8.self)

  private let process: Process
  private let input: FileHandle
  private let output: FileHandle

  init(_ python: URL) throws(ReportingError) {
    process = Process()
    process.executableURL = python
    process.arguments = ["-c", Self.program]
    var environment = ProcessInfo.processInfo.environment
    // Dates in the file would change its bytes.
    environment["SOURCE_DATE_EPOCH"] = "0"
    // No module of the folder that one happens to be in.
    environment["PYTHONSAFEPATH"] = "1"
    process.environment = environment
    let (toIt, fromIt) = (Pipe(), Pipe())
    process.standardInput = toIt
    process.standardOutput = fromIt
    process.standardError = FileHandle.nullDevice
    (input, output) = (toIt.fileHandleForWriting, fromIt.fileHandleForReading)
    do {
      try process.run()
    } catch {
      throw .cannotRender(reason: "\(python.path) did not start")
    }
    // Nothing is written to a program that ended already.
    guard line() == "ready" else { throw .noPDFMaker }
  }

  func pdf(of html: Data) throws(ReportingError) -> Data {
    do {
      // The program reads all of a page before it writes, so neither pipe can block the other.
      try input.write(contentsOf: Data("\(html.count)\n".utf8) + html)
    } catch {
      throw .cannotRender(reason: "WeasyPrint ended")
    }
    guard let size = line().flatMap({ Int($0) }), size > 0 else {
      throw .cannotRender(reason: "WeasyPrint could not set the page")
    }
    var data = Data(capacity: size)
    while data.count < size, let more = try? output.read(upToCount: size - data.count), !more.isEmpty {
      data += more
    }
    guard data.count == size, data.starts(with: Data("%PDF".utf8)) else {
      throw .cannotRender(reason: "WeasyPrint ended before its page")
    }
    return data
  }

  private func line() -> String? {
    var bytes: [UInt8] = []
    while bytes.count < 64, let next = (try? output.read(upToCount: 1))?.first {
      if next == 0x0A { return String(decoding: bytes, as: UTF8.self) }
      bytes.append(next)
    }
    return nil
  }
}
