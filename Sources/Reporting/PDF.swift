import Foundation

/// Makes tagged PDF of pages with WeasyPrint, a program of its own (`make setup` puts it into .venv).
public struct PDFMaker: Sendable {
  /// Where the program is.
  public let program: URL

  /// Looks for WeasyPrint: NEEDS_WEASYPRINT, .venv of the folder that one is in, PATH. Refused where it is nowhere.
  public init(environment: [String: String] = ProcessInfo.processInfo.environment) throws(ReportingError) {
    var candidates: [String] = []
    if let named = environment["NEEDS_WEASYPRINT"] { candidates.append(named) }
    candidates.append(FileManager.default.currentDirectoryPath + "/.venv/bin/weasyprint")
    candidates += (environment["PATH"] ?? "").split(separator: ":").map { $0 + "/weasyprint" }
    guard let found = candidates.first(where: { FileManager.default.isExecutableFile(atPath: $0) }) else {
      throw .noPDFMaker
    }
    program = URL(fileURLWithPath: found)
  }

  /// The page as PDF/UA-1, A4, tagged; the same bytes for the same page and version of the program.
  public func pdf(of html: Data) throws(ReportingError) -> Data {
    let process = Process()
    process.executableURL = program
    process.arguments = ["--quiet", "--pdf-variant", "pdf/ua-1", "--encoding", "utf-8", "-", "-"]
    var environment = ProcessInfo.processInfo.environment
    // Dates in the file would change its bytes.
    environment["SOURCE_DATE_EPOCH"] = "0"
    process.environment = environment
    let (input, output) = (Pipe(), Pipe())
    process.standardInput = input
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    do {
      try process.run()
      // The program reads all before it writes, so neither pipe can block the other.
      try input.fileHandleForWriting.write(contentsOf: html)
      try input.fileHandleForWriting.close()
    } catch {
      throw .cannotRender(reason: "\(program.path) did not start")
    }
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus == 0, data.starts(with: Data("%PDF".utf8)) else {
      throw .cannotRender(reason: "\(program.path) ended with \(process.terminationStatus)")
    }
    return data
  }
}
