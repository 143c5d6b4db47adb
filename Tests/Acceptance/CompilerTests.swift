import Foundation
import Testing

/// The type says what may leave: the compiler is asked.
@Suite("The compiler keeps exact counts from exporters")
struct CompilerTests {
  @Test("an exporter takes a release and does not take a workspace of exact counts")
  func export() throws {
    let text =
      "import Exporting\nimport Workspace\nfunc leave(_ w: Workspace<KIND>) throws { _ = try ReleaseExport(of: w) }\n"
    let released = try typecheck(text.replacing("KIND", with: "Released"))
    #expect(released.exitCode == 0, "\(released.messages)")
    let exact = try typecheck(text.replacing("KIND", with: "Exact"))
    #expect(exact.exitCode == 1)
    #expect(exact.messages.contains("cannot convert value of type 'Workspace<Exact>'"), "\(exact.messages)")
  }

  @Test("nobody else can call exact counts released, or make another kind of counts")
  func closed() throws {
    let cast = try typecheck("import Workspace\nfunc f(_ w: Workspace<Exact>) -> Workspace<Released> { w }\n")
    #expect(cast.exitCode == 1)
    let kind = try typecheck(
      """
      import Workspace
      enum Leaky: Confidentiality {
        static let kind = "released"
        static let mark = ConfidentialityMark()
      }
      """)
    #expect(kind.exitCode == 1)
    #expect(kind.messages.contains("ConfidentialityMark"), "\(kind.messages)")
  }

  private func typecheck(_ text: String) throws -> (exitCode: Int32, messages: String) {
    let folder = try TemporaryFolder()
    try folder.write("try.swift", text)
    let root = NeedsCommand.root
    let built = NeedsCommand.binary.deletingLastPathComponent()
    let files = FileManager.default
    var maps = try files.contentsOfDirectory(atPath: root.appendingPathComponent("Sources").path).map {
      root.appendingPathComponent("Sources/\($0)/module.modulemap").path
    }
    maps += try files.contentsOfDirectory(atPath: built.path).filter { $0.hasPrefix("C") && $0.hasSuffix(".build") }.map
    {
      built.appendingPathComponent("\($0)/module.modulemap").path
    }
    let checkouts = built.deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("checkouts")
    maps.append(checkouts.appendingPathComponent("GRDB.swift/Sources/GRDBSQLite/module.modulemap").path)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments =
      [
        "swiftc", "-typecheck", "-swift-version", "6", "-module-cache-path", folder.path("cache"), "-I",
        built.appendingPathComponent("Modules").path, folder.path("try.swift"),
      ] + maps.filter(files.fileExists(atPath:)).flatMap { ["-Xcc", "-fmodule-map-file=\($0)"] }
      + (try flags(of: ["gdal", "geos", "proj"]))
    let pipe = Pipe()
    process.standardError = pipe
    process.standardOutput = pipe
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: output, as: UTF8.self))
  }

  private func flags(of libraries: [String]) throws -> [String] {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["pkg-config", "--cflags-only-I"] + libraries
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: output, as: UTF8.self).split(whereSeparator: \.isWhitespace).map(String.init)
  }
}
