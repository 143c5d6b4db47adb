import Foundation
import Geometry
import Testing

@testable import SampleBorough

@Suite struct BoroughTests {
  static let geodata = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("geodata")

  @Test("The folder geodata/ is what the generator makes, byte for byte, and nothing else lies in it")
  func committed() throws {
    let borough = Borough(try SampleOptions())
    let names = try FileManager.default.contentsOfDirectory(atPath: Self.geodata.path).sorted()
    #expect(names == borough.files.map(\.name))
    for file in borough.files {
      let bytes = try Data(contentsOf: Self.geodata.appendingPathComponent(file.name))
      #expect(bytes == Data(file.bytes), "\(file.name) differs; run needs sample --out geodata")
    }
    #expect(borough.files.reduce(0) { $0 + $1.bytes.count } < 3_000_000)
  }

  @Test("Another seed makes another borough, the same seed the same")
  func seeds() throws {
    let first = Borough(try SampleOptions(seed: 5, areas: 20, children: 300, visits: 900))
    let again = Borough(try SampleOptions(seed: 5, areas: 20, children: 300, visits: 900))
    let other = Borough(try SampleOptions(seed: 6, areas: 20, children: 300, visits: 900))
    #expect(first.files.map(\.bytes) == again.files.map(\.bytes))
    for name in ["areas.geojson", "enrolments.csv", "service-use.csv", "indicators.csv"] {
      #expect(Self.bytes(first, name) != Self.bytes(other, name))
    }
  }

  @Test("Every trouble that the README promises is in the tables")
  func troubles() throws {
    let borough = Borough(try SampleOptions())
    let enrolments = Self.rows(borough, "enrolments.csv")
    #expect(Set(enrolments).count < enrolments.count)
    let postcodes = enrolments.map { $0[3] }
    for ugly in ["", "unknown", "ZZ99 3VZ", "ZX9 9ZZ"] { #expect(postcodes.contains(ugly)) }
    #expect(postcodes.contains { $0.contains("\u{a0}") })
    #expect(postcodes.contains { $0.hasPrefix("zx") })
    #expect(enrolments.contains { !$0[4].isEmpty } && enrolments.contains { !$0[7].isEmpty })
    #expect(Dictionary(grouping: Set(enrolments)) { $0[0] }.values.contains { $0.count > 1 })
    let families = Dictionary(grouping: enrolments) { $0[1] }.values.map { Set($0.map { $0[0] }).count }
    #expect(families.contains { $0 > 1 })
    let visits = Self.rows(borough, "service-use.csv")
    #expect(Set(visits).count < visits.count)
    let enrolled = Set(enrolments.map { $0[0] })
    #expect(visits.contains { $0[0].isEmpty })
    #expect(visits.contains { !$0[0].isEmpty && !enrolled.contains($0[0]) })
    #expect((11_000...13_000).contains(visits.count))
    #expect((2300...2700).contains(enrolled.count))
  }

  @Test("No code or postcode could be taken for a real one")
  func madeUp() throws {
    let borough = Borough(try SampleOptions())
    for row in Self.rows(borough, "postcodes.csv") { #expect(row[2].hasPrefix("ZX")) }
    for row in Self.rows(borough, "under-fives.csv") { #expect(row[0].hasPrefix("X01")) }
  }

  @Test("Options out of range are refused in words")
  func refused() {
    #expect(throws: SampleError.impossible("--areas is from 12 to 200,000")) { try SampleOptions(areas: 3) }
    #expect(throws: SampleError.self) { try SampleOptions(areas: 60, catchments: 31) }
    #expect(throws: SampleError.self) { try SampleOptions(children: 0) }
    #expect(throws: SampleError.self) { try SampleOptions(visits: -1) }
  }

  @Test("A folder that cannot be written is named")
  func unwritable() throws {
    let borough = Borough(try SampleOptions(areas: 12, catchments: 1, children: 100, visits: 100))
    #expect(throws: SampleError.self) { try borough.write(to: URL(fileURLWithPath: "/dev/null/here")) }
  }

  static func bytes(_ borough: Borough, _ name: String) -> [UInt8] {
    borough.files.first { $0.name == name }?.bytes ?? []
  }

  /// The rows under the header. The tables looked at here hold no quoted cell.
  static func rows(_ borough: Borough, _ name: String) -> [[String]] {
    String(decoding: bytes(borough, name), as: UTF8.self).split(separator: "\n").dropFirst()
      .map { $0.split(separator: ",", omittingEmptySubsequences: false).map { String($0) } }
  }
}
