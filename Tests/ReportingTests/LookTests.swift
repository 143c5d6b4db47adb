import Foundation
import Testing

@Suite("Look") struct LookTests {
  @Test(
    "pages are written where NEEDS_LOOK says", .enabled(if: ProcessInfo.processInfo.environment["NEEDS_LOOK"] != nil))
  func look() throws {
    let folder = URL(fileURLWithPath: ProcessInfo.processInfo.environment["NEEDS_LOOK"] ?? "")
    try MadeUpBorough.exact.page(banner: "INTERNAL – not for release").write(
      to: folder.appending(path: "exact.html"), atomically: true, encoding: .utf8)
    try MadeUpBorough.released.page().write(
      to: folder.appending(path: "released.html"), atomically: true, encoding: .utf8)
    var attack = MadeUpBorough.exact
    attack.hostile = MadeUpBorough.attack
    try attack.page().write(to: folder.appending(path: "attack.html"), atomically: true, encoding: .utf8)
  }
}
