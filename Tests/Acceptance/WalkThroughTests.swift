import Foundation
import Testing

@Suite struct WalkThroughTests {
  /// The commands of the README's walk-through, word for word.
  private static func commands() throws -> String {
    let readme = try String(contentsOf: NeedsCommand.root.appendingPathComponent("README.md"), encoding: .utf8)
    let after = try #require(readme.range(of: "<!-- walk -->\n```sh\n")).upperBound
    let end = try #require(readme.range(of: "\n```", range: after..<readme.endIndex)).lowerBound
    return String(readme[after..<end])
  }

  @Test("The README's walk-through runs word for word, from an empty workspace to a sealed cycle with tested claims")
  func walk() throws {
    let folder = try TemporaryFolder()
    let sample = folder.url.appendingPathComponent("geodata")
    try FileManager.default.copyItem(at: NeedsCommand.root.appendingPathComponent("geodata"), to: sample)
    try FileManager.default.createDirectory(
      at: folder.url.appendingPathComponent("out"), withIntermediateDirectories: true)
    let script = Process()
    script.executableURL = URL(fileURLWithPath: "/bin/bash")
    script.arguments = ["-e", "-c", try Self.commands()]
    script.currentDirectoryURL = folder.url
    var environment = ProcessInfo.processInfo.environment
    let path = environment["PATH"] ?? "/usr/bin:/bin"
    environment["PATH"] = NeedsCommand.binary.deletingLastPathComponent().path + ":" + path
    script.environment = environment
    script.standardInput = FileHandle.nullDevice
    let out = folder.url.appendingPathComponent("said")
    _ = FileManager.default.createFile(atPath: out.path, contents: nil)
    let handle = try FileHandle(forWritingTo: out)
    script.standardOutput = handle
    script.standardError = handle
    try script.run()
    script.waitUntilExit()
    let said = try String(contentsOf: out, encoding: .utf8)
    #expect(script.terminationStatus == 0, "\(said.suffix(600))")
    #expect(said.contains("X01000040: "))
    #expect(said.contains("Loud: V00"))
    #expect(said.contains("Unheard: eal"))
    #expect(said.contains("K-2025-26-03: supported; 24 asked"))
    #expect(said.contains("K-2025-26-05: refuted; 40 asked"))

    // A refuted claim stays visible; a sealed cycle takes nothing more.
    let workspace = folder.path("out/walk.gpkg")
    let list = try NeedsCommand.run("claim", "list", "--workspace", workspace, "--format", "csv")
    let claims = list.output.split(separator: "\n").map { $0.split(separator: ",", omittingEmptySubsequences: false) }
    #expect(claims.contains { $0[0] == "K-2025-26-05" && $0.contains("refuted") })
    #expect(claims.contains { $0[0] == "K-2025-26-03" && $0.contains("X01000040") && $0.contains("supported") })
    let late = try NeedsCommand.run("claim", "draft", "--workspace", workspace)
    #expect(late.exitCode == 65 && late.messages.contains("sealed"))
    let again = try NeedsCommand.run(
      "audit", sample.appendingPathComponent("audit.yml").path, "--workspace", workspace, "--cycle", "2025-26")
    #expect(again.exitCode == 65)
  }
}
