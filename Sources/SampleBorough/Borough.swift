import Foundation
import Geodata

/// A whole made-up borough, seeded: the files of the folder geodata/, or a larger one of the same make.
///
/// ```swift
/// let borough = Borough(try SampleOptions(seed: 7))
/// try borough.write(to: URL(fileURLWithPath: "out/borough"))
/// ```
/// Codes, names and postcodes are none that exist, and the place is in the North Sea. O(areas + children + visits).
public struct Borough: Sendable {
  /// The files, in the order of their names.
  public let files: [File]

  /// One file of the borough.
  public struct File: Sendable {
    /// The name, without a folder.
    public let name: String
    /// What is in it.
    public let bytes: [UInt8]
  }

  /// Makes the borough in memory.
  public init(_ options: SampleOptions) {
    let land = Land(options)
    let traits = AreaTraits(land, options)
    let postcodes = PostcodePlan(land, seed: options.seed)
    let households = Households(land, traits, postcodes, seed: options.seed)
    let fallen = land.centres.count - 1
    let visits = VisitPlan(land, traits, households, fallen: fallen, options: options)
    let enrolments = Tables.enrolments(households, seed: options.seed)
    let truths = Truths(land, households, visits, identicalRows: enrolments.identical)
    var files: [(String, [UInt8])] = [
      ("areas.geojson", Tables.areas(land)),
      ("catchments.geojson", Tables.catchments(land, land.catchments, name: "catchments")),
      ("centres.csv", Tables.centres(land).bytes),
      ("postcodes.csv", Tables.postcodes(postcodes).bytes),
      ("under-fives.csv", Tables.underFives(land, traits).bytes),
      ("deprivation.csv", Tables.deprivation(land, traits).bytes),
      ("denominators.csv", Tables.denominators(land, traits, seed: options.seed).bytes),
      ("indicators.csv", Tables.indicators(land, traits, seed: options.seed).bytes),
      ("enrolments.csv", enrolments.sheet.bytes),
      ("service-use.csv", Tables.serviceUse(visits).bytes),
      ("voices.csv", VoicePlan.voices(land, postcodes, seed: options.seed).bytes),
      ("surveys.csv", VoicePlan.surveys(seed: options.seed).bytes),
      ("codebook.yml", Array(VoicePlan.codebook.utf8)),
      ("offers.csv", VoicePlan.offers(land).bytes),
      ("truths.json", truths.json(land, traits, visits, fallen: fallen, seed: options.seed)),
      ("truths-by-area.csv", truths.sheet(land).bytes),
      ("audit.yml", Array(SampleText.audit(land, traits).utf8)),
      ("README.md", Array(SampleText.readme(options).utf8)),
    ]
    if !land.moved.isEmpty {
      files.append(
        (
          "catchments-2024-25.geojson",
          Tables.catchments(land, land.catchmentsBefore, name: "catchments-2024-25")
        ))
    }
    self.files = files.map { File(name: $0.0, bytes: $0.1) }.sorted { $0.name < $1.name }
  }

  /// Writes the files into a folder, which is made if it is not there.
  /// - Throws: `SampleError.cannotWrite`.
  public func write(to folder: URL) throws(SampleError) {
    for file in files { try Borough.write(Data(file.bytes), to: folder, name: file.name) }
  }

  static func write(_ data: Data, to folder: URL, name: String) throws(SampleError) {
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try data.write(to: folder.appendingPathComponent(name))
    } catch {
      throw .cannotWrite(file: name, reason: error.localizedDescription)
    }
  }
}
