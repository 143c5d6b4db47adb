// swift-tools-version: 6.1
import PackageDescription

// Targets stand in the order in which data flows; a room may know itself and what stands left of it.
/// A room: a library target under Sources/ with the rooms and products that it may know.
/// An optimised one is so in debug builds too, its checks kept: its arithmetic would be most of what the tests wait for.
func room(
  _ name: String, _ rooms: [String] = [], products: [Target.Dependency] = [], resources: [Resource]? = nil,
  isOptimised: Bool = false
) -> Target {
  .target(
    name: name, dependencies: rooms.map { .init(stringLiteral: $0) } + products, resources: resources,
    swiftSettings: isOptimised ? [.unsafeFlags(["-O", "-assert-config", "Debug"], .when(configuration: .debug))] : nil)
}

/// The tests of a room, in Tests/NAMETests.
func tests(of name: String, _ rooms: [String] = [], products: [Target.Dependency] = []) -> Target {
  .testTarget(
    name: "\(name)Tests", dependencies: ([name] + rooms).map { .init(stringLiteral: $0) } + products)
}

func library(_ name: String, pkgConfig: String, apt: String) -> Target {
  .systemLibrary(name: name, pkgConfig: pkgConfig, providers: [.apt([apt])])
}

let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let sqlite = Target.Dependency.product(name: "GRDBSQLite", package: "GRDB.swift")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")
let mustache = Target.Dependency.product(name: "Mustache", package: "swift-mustache")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let arguments = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")

// The documentation's plugin is asked for by make docs alone.
let documentation: [Package.Dependency] =
  Context.environment["NEEDS_DOCS"] == nil
  ? [] : [.package(url: "https://github.com/swiftlang/swift-docc-plugin", from: "1.5.0")]

let package = Package(
  name: "Needs",
  products: [.executable(name: "needs", targets: ["needs"])],
  dependencies: [
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
  ] + documentation,
  targets: [
    library("CGEOS", pkgConfig: "geos", apt: "libgeos-dev"),
    library("CPROJ", pkgConfig: "proj", apt: "libproj-dev"),
    library("CGDAL", pkgConfig: "gdal", apt: "libgdal-dev"),
    library("CZlib", pkgConfig: "zlib", apt: "zlib1g-dev"),
    .systemLibrary(name: "CScan"),
    library("CCrypto", pkgConfig: "libcrypto", apt: "libssl-dev"),
    library("CXLSXWriter", pkgConfig: "xlsxwriter", apt: "libxlsxwriter-dev"),
    room("Cryptography", ["CCrypto"]),
    room("Geometry", ["CGEOS", "CPROJ"], isOptimised: true),
    room("Geodata", ["Geometry", "Cryptography", "CGDAL", "CZlib", "CScan"]),
    room("SpatialJoin", ["Geometry", "CScan"], isOptimised: true),
    room("Tally", ["SpatialJoin", "Geodata", "Geometry", "Cryptography"], isOptimised: true),
    .target(name: "CQueries"),
    room("Workspace", ["Tally", "Geodata", "Geometry", "Cryptography", "CQueries"], products: [grdb, sqlite]),
    room("Disclosure", ["Tally"]),
    room("Statistics", isOptimised: true),
    room("Siting", ["Geodata", "Geometry"]),
    room("Measures", ["Statistics", "Workspace", "Tally", "SpatialJoin", "Geodata", "Geometry", "Cryptography"]),
    room("Evidence", ["Statistics", "Tally", "Geodata"]),
    room(
      "Audit",
      [
        "Evidence", "Measures", "Siting", "Disclosure", "Workspace", "Tally", "SpatialJoin", "Geodata", "Geometry",
        "Cryptography",
      ], products: [yams]),
    room(
      "Exporting", ["Measures", "Workspace", "Tally", "Geodata", "Geometry", "Cryptography", "CGDAL", "CXLSXWriter"]),
    room("SampleBorough", ["Geodata", "Geometry"]),
    room(
      "Reporting", ["Audit", "Measures", "Evidence", "Workspace", "Statistics", "Tally", "Geodata", "Geometry"],
      products: [mustache],
      resources: [
        .embedInCode("Templates/page.mustache"), .embedInCode("Templates/page.css"), .embedInCode("Templates/pdf.py"),
      ]),
    .executableTarget(
      name: "needs",
      dependencies: [
        "Audit", "Reporting", "Exporting", "Evidence", "SampleBorough", "Measures", "Statistics", "Workspace", "Tally",
        "Geodata", "Geometry", arguments, logging,
      ]),
    .executableTarget(
      name: "needs-bench",
      dependencies: ["SampleBorough", "Tally", "SpatialJoin", "Geodata", "Geometry", arguments],
      exclude: ["bench.sh", "peers"]),
    .target(name: "PublishedData", path: "Tests/PublishedData"),
    tests(of: "Cryptography"),
    tests(of: "Geometry", ["PublishedData"]),
    tests(of: "Geodata"),
    tests(of: "SpatialJoin", ["Geodata", "Geometry", "CGEOS", "PublishedData"]),
    tests(of: "Tally", ["SpatialJoin", "Geodata", "Geometry"]),
    tests(of: "Statistics", ["Geodata", "Geometry", "SpatialJoin", "PublishedData"]),
    tests(of: "Evidence", ["Geodata", "Statistics"]),
    tests(of: "Siting", ["Geometry"]),
    tests(of: "SampleBorough"),
    tests(of: "Exporting", ["Audit", "Measures", "Workspace", "Tally", "Geodata", "Geometry"]),
    tests(of: "Reporting", ["Audit", "Evidence", "Measures", "Workspace", "Tally", "Geodata", "Geometry"]),
    tests(of: "Workspace", products: [grdb]),
    tests(of: "Disclosure"),
    tests(of: "Measures", ["Statistics", "Workspace", "Tally", "Geodata", "Geometry", "Disclosure"]),
    tests(of: "Audit", ["PublishedData"]),
    .testTarget(
      name: "Acceptance",
      dependencies: [
        "Audit", "Disclosure", "Siting", "Tally", "Measures", "Reporting", "Workspace", "Geodata", "needs", yams,
      ],
      exclude: ["sunderland", "england"]),
  ],
  swiftLanguageModes: [.v6]
)
