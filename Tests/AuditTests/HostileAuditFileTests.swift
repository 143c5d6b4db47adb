import Foundation
import Geodata
import Testing

@testable import Audit

@Suite("An audit.yml that somebody made to do harm stops at stated limits")
struct HostileAuditFileTests {
  private final class Folder {
    let url = FileManager.default.temporaryDirectory.appendingPathComponent("needs-test-\(UUID().uuidString)")
    init() throws {
      try FileManager.default.createDirectory(
        at: url.appendingPathComponent("data"), withIntermediateDirectories: true)
    }
    deinit { try? FileManager.default.removeItem(at: url) }
    func path(_ name: String) -> URL { url.appendingPathComponent(name) }
  }

  private static func message(_ url: URL) -> String {
    do throws(AuditError) {
      _ = try AuditFile.read(url, data: nil)
      return "accepted"
    } catch {
      return error.description
    }
  }

  private static func message(_ text: String) throws -> String {
    let folder = try Folder()
    try Data(text.utf8).write(to: folder.path("audit.yml"))
    return message(folder.path("audit.yml"))
  }

  /// A file that opens again and again, named by what it repeats.
  private struct Nest: CustomTestStringConvertible {
    let testDescription: String
    let text: String

    init(_ repeated: String, _ count: Int, after begin: String = "") {
      testDescription = "\(begin)\(repeated.filter { $0 != "\n" }), \(count) times"
      text = begin + String(repeating: repeated, count: count)
    }

    /// Lines that each stand further in.
    init(lines: Int) {
      testDescription = "\(lines) lines"
      text = (0..<lines).map { String(repeating: " ", count: $0) + "a:" }.joined(separator: "\n")
    }
  }

  @Test(
    "Nesting without end is refused",
    arguments: [
      Nest("[", 100_000), Nest("{a: ", 30_000, after: "areas: "), Nest("[\"]\",", 20_000, after: "areas: ["),
      Nest("- ", 100_000),
      Nest("? ", 100_000), Nest("[\n", 50_000, after: "a: "), Nest(lines: 700),
    ])
  private func nesting(nest: Nest) throws {
    let words = try Self.message(nest.text)
    #expect(
      words.contains("nests deeper than 32 levels") || words.contains("Maximum nesting level reached")
        || words.contains("cannot be read as YAML"), "\(words.prefix(300))")
  }

  @Test("References to references are refused before they unpack, as values and as keys")
  func references() throws {
    var bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
    for n in 1...12 {
      bomb += "a\(n): &a\(n) [" + Array(repeating: "*a\(n - 1)", count: 10).joined(separator: ", ") + "]\n"
    }
    for text in [bomb, bomb + "? *a12\n: 1\n", bomb.replacing("*", with: " \t*")] {
      #expect(try Self.message(text).contains("refers to other parts (*name) more than 16 times"))
    }
    let few = AuditFileTests.smallest + "\nsurveys: &same {file: s.csv}\nvoices: *same\n"
    #expect(try Self.message(few) == "accepted", "a reference or two are what YAML has them for")
  }

  @Test("A file over 256 kB, a device and a folder are refused; a pipe is read")
  func size() throws {
    #expect(try Self.message("# " + String(repeating: "x", count: 300_000)).contains("over 256 kB"))
    #expect(Self.message(URL(fileURLWithPath: "/dev/zero")).contains("over 256 kB"))
    #expect(Self.message(URL(fileURLWithPath: "/etc")).contains("cannot be read"))
    let folder = try Folder()
    let pipe = folder.path("pipe")
    #expect(mkfifo(pipe.path, 0o600) == 0)
    let writer = Thread {
      // Opens as soon as somebody reads.
      try? Data(AuditFileTests.smallest.utf8).write(to: pipe, options: [])
    }
    writer.start()
    let words = Self.message(pipe)
    #expect(words == "accepted" || words.contains("is empty"), "\(words)")
  }

  @Test("Thousands of keys, or of cycles, are refused or read in a moment")
  func manyKeys() throws {
    let start = ContinuousClock.now
    let keys = (0..<15_000).map { "k\($0): 1" }.joined(separator: "\n")
    #expect(try Self.message(keys).contains("is not known"))
    let cycles = (0..<5_000).map { "- {label: c\($0), from: 2025-01-01, to: 2025-02-01}" }.joined(separator: "\n")
    _ = try Self.message("areas: {file: a.csv, columns: {code: c}}\ncycles:\n" + cycles)
    #expect(ContinuousClock.now - start < .seconds(60))
  }

  /// What is said of a path, with `data` as the root.
  private static func found(_ file: String, in folder: Folder) throws -> String {
    let quoted = "\"" + file.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    let text =
      "areas: {file: \(quoted), columns: {code: c}}\ncentres: {file: c.csv, columns: {id: i, postcode: p}}\n"
      + "cycles: [{label: a, from: 2025-01-01, to: 2025-02-01}]\n"
    try Data(text.utf8).write(to: folder.path("audit.yml"))
    do throws(AuditError) {
      let read = try AuditFile.read(folder.path("audit.yml"), data: folder.path("data"))
      let found = try InputPaths(auditFile: "audit.yml", root: read.source.root).files(read.areas)
      return "found \(found.map(\.name).joined(separator: " "))"
    } catch {
      return error.description
    }
  }

  @Test("A path that leaves the root is refused, by steps up, from the top, by a link to a file or a folder")
  func outside() throws {
    let folder = try Folder()
    let files = FileManager.default
    try Data("a".utf8).write(to: folder.path("secret.csv"))
    try Data("a".utf8).write(to: folder.path("data/areas.csv"))
    try files.createDirectory(at: folder.path("data-beside"), withIntermediateDirectories: true)
    try Data("a".utf8).write(to: folder.path("data-beside/areas.csv"))
    try files.createSymbolicLink(at: folder.path("data/link.csv"), withDestinationURL: folder.path("secret.csv"))
    try files.createSymbolicLink(at: folder.path("data/up"), withDestinationURL: folder.url)
    try files.createSymbolicLink(at: folder.path("data/inside.csv"), withDestinationURL: folder.path("data/areas.csv"))
    #expect(try Self.found("areas.csv", in: folder) == "found areas.csv")
    #expect(try Self.found("inside.csv", in: folder).hasPrefix("found"), "a link within the root is a file of it")
    for path in [
      "../secret.csv", "x/../../secret.csv", "/etc/passwd", "link.csv", "up/secret.csv", "up/*.csv", "u*/secret.csv",
      "../data-beside/areas.csv", folder.path("data-beside/areas.csv").path, "/dev/stdin", "//etc/passwd",
      "/vsicurl/http://127.0.0.1/a.csv", "../*", "*/../../secret.csv",
    ] {
      let words = try Self.found(path, in: folder)
      #expect(words.contains("lies outside") || words.contains("there is no file"), "\(path): \(words)")
      #expect(!words.hasPrefix("found"), "\(path): \(words)")
    }
  }

  @Test("A pattern that would take for ever, or match without end, is refused")
  func patterns() throws {
    let folder = try Folder()
    try Data("a".utf8).write(to: folder.path("data/" + String(repeating: "a", count: 200)))
    let stars = String(repeating: "*a", count: 60) + "b"
    #expect(try Self.found(stars, in: folder).contains("has more than 4 \"*\" in one part"))
    let deep = String(repeating: "x/", count: 100) + "a.csv"
    #expect(try Self.found(deep, in: folder).contains("more than 64 parts"))
    for n in 0..<InputPaths.matchLimit + 1 {
      #expect(FileManager.default.createFile(atPath: folder.path("data/f\(n).csv").path, contents: nil))
    }
    #expect(try Self.found("*.csv", in: folder).contains("matches more than 10000 files or folders"))
  }
}
