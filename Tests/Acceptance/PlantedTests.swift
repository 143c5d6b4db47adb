import Foundation
import Testing

/// A child is planted in the sample borough, and then every byte that a run writes or says is searched for it.
@Suite("Points never leave")
struct PlantedTests {
  /// What is planted, as text and as the numbers that a file may hold; the last two are the place in degrees (cs2cs).
  static let words = [
    "PLANT-7731-Q", "PLANTFAM-88", "ZX9 9QX", "ZX99QX", "484731.37", "561414.73", "54.9402126", "-0.6789168",
  ]
  /// What has to be found in every page and export, so that the search is known to be able to: a catchment's code.
  static let marker = "SC01"
  static let numbers = [484_731.37, 561_414.73]

  static var needles: [(name: String, bytes: [UInt8])] {
    var needles = words.map { ($0, Array($0.utf8)) }
    for word in words {
      let units = Array(word.utf16)
      needles.append(
        ("\(word), UTF-16", units.flatMap { (unit: UInt16) -> [UInt8] in [UInt8(unit & 255), UInt8(unit >> 8)] }))
    }
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
    try borough.run("init", borough.folder.path("in"), "--out", borough.out("draft.yml"))
    try borough.run("check", borough.audit, "--html", borough.out("check.html"))
    try borough.run(
      "audit", borough.audit, "--workspace", borough.out("W.gpkg"), "--reports", borough.out("reports"), "--rejects",
      borough.out("rejects.csv"))
    try borough.tally()
    try borough.run("release", "--workspace", borough.out("W.gpkg"), "--to", borough.out("R.gpkg"))
    for format in ["gpkg", "xlsx", "csv", "geojson", "fgb", "shp"] {
      try borough.run(
        "export", "--workspace", borough.out("R.gpkg"), "--format", format, "--out", borough.out("x-\(format)"))
    }
    for (workspace, name) in [("W.gpkg", "internal"), ("R.gpkg", "released")] {
      for format in Self.canMakePDF ? ["html", "json", "pdf"] : ["html", "json"] {
        try borough.run(
          "report", "--every", "catchment", "--workspace", borough.out(workspace), "--format", format, "--out",
          borough.out("\(name)-\(format)"))
      }
    }
    try borough.run("report", "--every", "area", "--workspace", borough.out("W.gpkg"), "--out", borough.out("areas"))
    try borough.run("findings", "--workspace", borough.out("W.gpkg"))
    try borough.run("compare", "--workspace", borough.out("W.gpkg"), "--format", "html", "--out", borough.out("c.html"))
    try borough.run("compare", borough.audit, "--close", "SC02", "--format", "csv")
    try borough.run("duties", borough.audit)
    try borough.run("site", borough.audit, "--sites", "1", "--need", "unreached", "--html", borough.out("site.html"))
    try borough.run("erase", borough.audit, "--workspace", borough.out("W.gpkg"), "--child", Self.words[0])
    try borough.run("profile", "SC01", "--workspace", borough.out("R.gpkg"), "--out", borough.out("SC01.html"))
    try borough.run("sql", "SELECT * FROM tallies", "--workspace", borough.out("W.gpkg"), "--format", "csv")
    try borough.run("query", "totals", "--workspace", borough.out("W.gpkg"), "--format", "json")
    try borough.run("cycle", "seal", "--workspace", borough.out("W.gpkg"))
    #expect(FileManager.default.fileExists(atPath: borough.out("W.gpkg")))
    let heap = try borough.search()
    for kind in ["gpkg", "xlsx", "csv", "geojson", "fgb", "dbf", "html"] + (Self.canMakePDF ? ["pdf"] : []) {
      let files = heap.filter { $0.name.contains(kind) }
      #expect(files.contains { Borough.holds($0.data, Array(Self.marker.utf8)) }, "nothing is found in \(kind)")
    }
  }

  /// Whether WeasyPrint is there, which make setup installs.
  static let canMakePDF = FileManager.default.isExecutableFile(
    atPath: NeedsCommand.root.appendingPathComponent(".venv/bin/weasyprint").path)

  @Test(
    "nor does a run that stops at the child's own row or leaves it out; it says what was wrong there",
    arguments: [
      (2, "31/31/2023", "row 2474 with a date of birth that is not a day"),
      (4, "not a number", "row 2474 has easting and northing that are no place"),
      (6, "never", "row 2474 with a date of registration that is not a day"),
      (0, "\"PLANT-7731-Q", "row 2474: the file ends inside a quoted cell"),
    ])
  func failing(column: Int, value: String, message: String) throws {
    let borough = try Borough { cells in cells[column] = value }
    try borough.run("check", borough.audit)
    let audit = try borough.run(
      "audit", borough.audit, "--workspace", borough.out("W.gpkg"), "--reports", borough.out("reports"), "--rejects",
      borough.out("rejects.csv"))
    try borough.tally()
    #expect(audit.messages.contains(message))
    #expect(try !borough.search().isEmpty)
  }

  @Test("nor does a run that is killed, nor one that crashes: no core, no word of what was in memory")
  func killed() throws {
    for (number, milliseconds) in [
      (SIGKILL, 100), (SIGKILL, 300), (SIGKILL, 600), (SIGKILL, 900), (SIGSEGV, 300), (SIGABRT, 500), (SIGQUIT, 700),
      (SIGTERM, 400), (SIGINT, 500),
    ] {
      let borough = try Borough()
      try borough.kill(
        with: number, after: milliseconds, "audit", borough.audit, "--workspace", borough.out("W.gpkg"), "--reports",
        borough.out("reports"))
      try borough.search()
    }
    let borough = try Borough()
    try borough.run("audit", borough.audit, "--workspace", borough.out("W.gpkg"))
    try borough.run("release", "--workspace", borough.out("W.gpkg"), "--to", borough.out("R.gpkg"))
    for milliseconds in [50, 150, 400] {
      let out = borough.out("killed-\(milliseconds)")
      try borough.kill(after: milliseconds, "release", "--workspace", borough.out("W.gpkg"), "--to", out + ".gpkg")
      try borough.kill(
        after: milliseconds, "export", "--workspace", borough.out("R.gpkg"), "--format", "xlsx", "--out", out + ".xlsx")
      try borough.kill(
        after: milliseconds, "report", "--every", "catchment", "--workspace", borough.out("W.gpkg"), "--out", out)
      try borough.kill(after: milliseconds, "check", borough.audit)
      try borough.kill(
        after: milliseconds, "tally", "--points", borough.folder.path("in/enrolments.csv"), "--child", "child_id",
        "--areas", borough.folder.path("in/areas.geojson"), "--area-code", "area_code", "--crs", "EPSG:27700",
        "--memory", "1", "--out", out)
    }
    try borough.search()
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

    /// Children as points, with so little memory that they go through temporary files; and by postcode, as one partial.
    func tally() throws {
      let areas = ["--areas", folder.path("in/areas.geojson"), "--area-code", "area_code"]
      let points = ["tally", "--points", folder.path("in/enrolments.csv"), "--child", "child_id"] + areas
      try run(points + ["--crs", "EPSG:27700", "--memory", "1", "--out", out("counts")])
      try run(
        points + ["--postcode", "postcode", "--directory", folder.path("in/postcodes.csv"), "--partial", "--out"]
          + [out("partial")])
    }

    @discardableResult
    func run(_ arguments: String...) throws -> NeedsCommand.Outcome { try run(arguments) }

    @discardableResult
    private func run(_ arguments: [String]) throws -> NeedsCommand.Outcome {
      let outcome = try NeedsCommand.run(arguments, environment: ["TMPDIR": folder.path("tmp")])
      #expect(outcome.exitCode != 70 && outcome.exitCode < 128, "\(arguments): \(outcome.messages)")
      said += Data(outcome.output.utf8) + Data(outcome.messages.utf8)
      return outcome
    }

    func kill(with number: Int32 = SIGKILL, after milliseconds: Int, _ arguments: String...) throws {
      let process = Process()
      process.executableURL = NeedsCommand.binary
      process.arguments = arguments
      process.environment = ProcessInfo.processInfo.environment.merging(["TMPDIR": folder.path("tmp")]) { $1 }
      process.currentDirectoryURL = folder.url.appendingPathComponent("out")
      let log = folder.url.appendingPathComponent("out/log")
      _ = FileManager.default.createFile(atPath: log.path, contents: nil)
      process.standardOutput = try FileHandle(forWritingTo: log)
      process.standardError = try FileHandle(forWritingTo: log)
      try process.run()
      Thread.sleep(forTimeInterval: Double(milliseconds) / 1000)
      let isRunning = process.isRunning
      Foundation.kill(process.processIdentifier, number)
      process.waitUntilExit()
      guard number != SIGKILL, isRunning, process.terminationReason == .uncaughtSignal else { return }
      let words = String(decoding: try Data(contentsOf: log), as: UTF8.self)
      #expect(words.isEmpty, "\(number): \(words)")
      let left = try FileManager.default.contentsOfDirectory(atPath: folder.path("out"))
      #expect(!left.contains { $0.hasPrefix("core") }, "\(left)")
    }

    /// Searches all that was written and said, everything unpacked; gives it back.
    @discardableResult
    func search() throws -> [(name: String, data: Data)] {
      var heap: [(name: String, data: Data)] = [("what was said", said)]
      for place in ["out", "tmp"] {
        let root = folder.url.appendingPathComponent(place)
        let names = FileManager.default.enumerator(at: root, includingPropertiesForKeys: [.isRegularFileKey])
        for case let file as URL in names ?? .init() {
          guard try file.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true else { continue }
          let data = try Data(contentsOf: file)
          heap.append((file.path, data))
          let isPacked = [[0x50, 0x4B, 3, 4], Array("%PDF".utf8), Array("SQLite format 3".utf8)].contains {
            data.starts(with: $0)
          }
          if isPacked { heap.append(("\(file.path), unpacked", try Self.unpacked(file))) }
        }
      }
      for (name, data) in heap {
        for needle in PlantedTests.needles {
          #expect(!Self.holds(data, needle.bytes), "\(name) holds \(needle.name)")
        }
      }
      return heap
    }

    /// Whether bytes are there. The C library looks for the first of them: a debug build's own search takes minutes.
    static func holds(_ data: Data, _ bytes: [UInt8]) -> Bool {
      data.withUnsafeBytes { heap in
        guard var place = heap.baseAddress, let first = bytes.first else { return false }
        let end = place + heap.count
        while end - place >= bytes.count, let found = memchr(place, Int32(first), end - place - bytes.count + 1) {
          if memcmp(found, bytes, bytes.count) == 0 { return true }
          place = UnsafeRawPointer(found) + 1
        }
        return false
      }
    }

    /// The entries of an archive, the streams and the text of a PDF, the values of a database whatever page they are on.
    private static let unpacker = """
      import re, shutil, sqlite3, subprocess, sys, zipfile, zlib
      path, out = sys.argv[1], sys.stdout.buffer
      head = open(path, "rb").read(15)
      if head.startswith(b"PK"):
          with zipfile.ZipFile(path) as archive:
              for name in archive.namelist():
                  out.write(archive.read(name))
      elif head.startswith(b"%PDF"):
          for stream in re.findall(rb"stream\\r?\\n(.*?)endstream", open(path, "rb").read(), re.S):
              try:
                  out.write(zlib.decompressobj().decompress(stream))
              except zlib.error:
                  out.write(stream)
          if shutil.which("pdftotext"):
              out.write(subprocess.run(["pdftotext", path, "-"], capture_output=True, check=True).stdout)
      else:
          db = sqlite3.connect("file:" + path + "?mode=ro&immutable=1", uri=True)
          db.text_factory = bytes
          for (table,) in db.execute("SELECT name FROM sqlite_schema WHERE type = 'table'").fetchall():
              for row in db.execute('SELECT * FROM "' + table.decode() + '"'):
                  for value in row:
                      out.write(value if isinstance(value, bytes) else str(value).encode())
                      out.write(b"\\n")
      """

    private static func unpacked(_ file: URL) throws -> Data {
      let process = Process()
      process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
      process.arguments = ["python3", "-c", unpacker, file.path]
      let pipe = Pipe()
      process.standardOutput = pipe
      process.standardError = FileHandle.nullDevice
      try process.run()
      let data = pipe.fileHandleForReading.readDataToEndOfFile()
      process.waitUntilExit()
      return data
    }
  }
}
