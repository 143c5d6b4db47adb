import Foundation
import Geodata

/// Where counts go: exact, so internal; files that only their owner reads.
public enum TallyOutput {
  /// Why counts could not be written (EX_CANTCREAT).
  public typealias CannotWrite = WholeFile.CannotWrite

  /// Writes areas.csv and catchments.csv into a folder, which is made if it is not there. Whole files or none.
  public static func write(_ result: PartialCounts, to folder: URL) throws(CannotWrite) {
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    } catch {
      throw CannotWrite(file: folder.path, reason: error.localizedDescription)
    }
    try write(
      PlaceTable.text(result.areaCodes, result.counts.areas), to: folder.appendingPathComponent("areas.csv"))
    if !result.catchmentCodes.isEmpty {
      try write(
        PlaceTable.text(result.catchmentCodes, result.counts.catchments),
        to: folder.appendingPathComponent("catchments.csv"))
    }
  }

  /// Writes a partial to a file, or to standard output for `-`.
  public static func write(partial: PartialCounts, to file: String) throws(CannotWrite) {
    if file == "-" {
      FileHandle.standardOutput.write(Data(partial.text.utf8))
    } else {
      try write(partial.text, to: URL(fileURLWithPath: file))
    }
  }

  /// Reads partials and adds them.
  ///
  /// - Throws: a refusal as in `PartialCounts.merge`, or that a file cannot be read.
  public static func merge(_ files: [String]) throws(GeodataError) -> PartialCounts {
    var partials: [(file: String, partial: PartialCounts)] = []
    for file in files {
      guard let data = FileManager.default.contents(atPath: file) else {
        throw GeodataError(.noInput, "cannot be opened", file: file, advice: "check the path")
      }
      partials.append((file, try PartialCounts(String(decoding: data, as: UTF8.self), file: file)))
    }
    return try PartialCounts.merge(partials)
  }

  private static func write(_ text: String, to url: URL) throws(CannotWrite) {
    try WholeFile.write(Data(text.utf8), to: url, mode: 0o600)
  }
}

extension PointCounts {
  /// What was read and what was left out, in one line.
  public var summary: String {
    var parts = ["\(rows) rows", "\(outsideAreas) in no area"]
    if withoutChild > 0 { parts.append("\(withoutChild) without a child") }
    let left = [
      (withoutPlace, "without a place"), (unreadableCoordinates, "with a coordinate that is no number"),
      (unreadableDates, "with a date that cannot be read"), (unknownPostcodes, "with a postcode that is not known"),
    ].filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
    parts.append(left.isEmpty ? "none left out" : "left out: " + left.joined(separator: ", "))
    return parts.joined(separator: "; ")
  }
}
