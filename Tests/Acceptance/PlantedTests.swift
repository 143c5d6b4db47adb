import Foundation
import Testing

/// A child is planted in the sample borough, and then every byte that a run writes or says is searched for it.
@Suite("Points never leave")
struct PlantedTests {
  /// What is planted, as text and as the numbers that a file may hold.
  static let words = ["PLANT-7731-Q", "PLANTFAM-88", "ZX9 9QX", "ZX99QX", "484731.37", "561414.73"]
  static let numbers = [484_731.37, 561_414.73]

  static var needles: [(name: String, bytes: [UInt8])] {
    var needles = words.map { ($0, Array($0.utf8)) }
    for number in numbers {
      let bytes = withUnsafeBytes(of: number.bitPattern.littleEndian) { Array($0) }
      needles.append(("\(number), little-endian", bytes))
      needles.append(("\(number), big-endian", bytes.reversed()))
    }
    return needles
  }

  @Test("no file, page, log or temporary file holds an id, a postcode or a coordinate of a home")
  func everyByte() throws {
    let borough = try Borough()
    try borough.run("check", borough.audit)
    try borough.run("audit", borough.audit, "--workspace", borough.out("W.gpkg"), "--reports", borough.out("reports"))
    try borough.run("release", "--workspace", borough.out("W.gpkg"), "--to", borough.out("R.gpkg"))
    for format in ["gpkg", "xlsx", "csv", "geojson"] {
      try borough.run(
        "export", "--workspace", borough.out("R.gpkg"), "--format", format, "--out", borough.out("x-\(format)"))
    }
    try borough.run("profile", "SC01", "--workspace", borough.out("R.gpkg"), "--out", borough.out("SC01.html"))
    try borough.run("sql", "SELECT * FROM tallies", "--workspace", borough.out("W.gpkg"), "--format", "csv")
    try borough.run("query", "totals", "--workspace", borough.out("W.gpkg"), "--format", "json")
    try borough.run("cycle", "seal", "--workspace", borough.out("W.gpkg"))
    #expect(FileManager.default.fileExists(atPath: borough.out("W.gpkg")))
    try borough.search()
  }

  @Test("nor does a run that fails on the child's own row")
  func failing() throws {
    for (column, value) in [(2, "31/31/2023"), (4, "not a number"), (6, "never"), (0, "\"PLANT-7731-Q")] {
      let borough = try Borough { cells in cells[column] = value }
      try borough.run("check", borough.audit)
      try borough.run("audit", borough.audit, "--workspace", borough.out("W.gpkg"), "--reports", borough.out("reports"))
      try borough.search()
    }
  }

  @Test("nor does a run that is killed")
  func killed() throws {
    for milliseconds in [100, 300, 600, 900] {
      let borough = try Borough()
      try borough.kill(
        after: milliseconds, "audit", borough.audit, "--workspace", borough.out("W.gpkg"), "--reports",
        borough.out("reports"))
      try borough.search()
    }
  }

  /// The sample's files with a planted child, a folder for what is written and one for temporary files.
  private final class Borough {
    let folder = try! TemporaryFolder()
    private var said = Data()
    var audit: String { folder.path("in/audit.yml") }
    func out(_ name: String) -> String { folder.path("out/\(name)") }

    init(_ change: (inout [String]) -> Void = { _ in }) throws {
      let files = FileManager.default
      try files.copyItem(
        at: NeedsCommand.root.appendingPathComponent("geodata"), to: folder.url.appendingPathComponent("in"))
      for name in ["out", "tmp"] {
        try files.createDirectory(at: folder.url.appendingPathComponent(name), withIntermediateDirectories: true)
      }
      var cells = [
        "PLANT-7731-Q", "PLANTFAM-88", "2023-02-19", "ZX9 9QX", "484731.37", "561414.73", "2024-03-01", "", "eal", "",
        "send",
      ]
      change(&cells)
      try append(cells.joined(separator: ",") + "\n", to: "in/enrolments.csv")
      let visits = (10...14).map { "PLANT-7731-Q,\($0)/11/2025,SC01,stay-and-play\n" }
      try append(visits.joined(), to: "in/service-use.csv")
    }

    private func append(_ text: String, to name: String) throws {
      let handle = try FileHandle(forWritingTo: folder.url.appendingPathComponent(name))
      try handle.seekToEnd()
      try handle.write(contentsOf: Data(text.utf8))
      try handle.close()
    }

    func run(_ arguments: String...) throws {
      let outcome = try NeedsCommand.run(arguments, environment: ["TMPDIR": folder.path("tmp")])
      #expect(outcome.exitCode != 70 && outcome.exitCode < 128, "\(arguments): \(outcome.messages)")
      said += Data(outcome.output.utf8) + Data(outcome.messages.utf8)
    }

    func kill(after milliseconds: Int, _ arguments: String...) throws {
      let process = Process()
      process.executableURL = NeedsCommand.binary
      process.arguments = arguments
      process.environment = ProcessInfo.processInfo.environment.merging(["TMPDIR": folder.path("tmp")]) { $1 }
      let log = folder.url.appendingPathComponent("out/log")
      _ = FileManager.default.createFile(atPath: log.path, contents: nil)
      process.standardOutput = try FileHandle(forWritingTo: log)
      process.standardError = try FileHandle(forWritingTo: log)
      try process.run()
      Thread.sleep(forTimeInterval: Double(milliseconds) / 1000)
      Foundation.kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
    }

    /// Searches all that was written and said, workbooks unpacked.
    func search() throws {
      var heap: [(String, Data)] = [("what was said", said)]
      for place in ["out", "tmp"] {
        let root = folder.url.appendingPathComponent(place)
        let names = FileManager.default.enumerator(at: root, includingPropertiesForKeys: [.isRegularFileKey])
        for case let file as URL in names ?? .init() {
          guard try file.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true else { continue }
          let data = try Data(contentsOf: file)
          heap.append((file.lastPathComponent, data))
          guard data.starts(with: [0x50, 0x4B, 3, 4]) else { continue }
          heap.append(("\(file.lastPathComponent), unpacked", try Self.unpacked(file)))
        }
      }
      for (name, data) in heap {
        for needle in PlantedTests.needles {
          #expect(data.firstRange(of: Data(needle.bytes)) == nil, "\(name) holds \(needle.name)")
        }
      }
    }

    private static func unpacked(_ file: URL) throws -> Data {
      let process = Process()
      process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
      let script =
        "import sys, zipfile\nfor n in (z := zipfile.ZipFile(sys.argv[1])).namelist(): sys.stdout.buffer.write(z.read(n))"
      process.arguments = ["python3", "-c", script, file.path]
      let pipe = Pipe()
      process.standardOutput = pipe
      try process.run()
      let data = pipe.fileHandleForReading.readDataToEndOfFile()
      process.waitUntilExit()
      #expect(!data.isEmpty)
      return data
    }
  }
}
