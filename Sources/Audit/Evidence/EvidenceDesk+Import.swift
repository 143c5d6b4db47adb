import Evidence
import Foundation
import Geodata

extension EvidenceDesk {
  /// Adds the voices of a table whose columns bear the names of their roles; those outside the cycle are left out.
  public func add(table url: URL) throws -> (added: Int, complaints: [Complaint]) {
    guard FileManager.default.fileExists(atPath: url.path) else {
      throw GeodataError(.noInput, "there is no such file", file: url.lastPathComponent)
    }
    var rejects = RejectLedger()
    let found = InputPaths.Found(url: url, name: url.lastPathComponent)
    let reading = try VoiceReading.read(
      TableBlock(columnsByRole: url.lastPathComponent, role: "voices"), found, cycle: cycle, areas: reader.areaCodes,
      catchments: reader.catchmentCodes, themes: [], rejects: &rejects)
    _ = try add(reading.voices)
    return (reading.voices.count, reading.complaints + rejects.complaints)
  }
}

extension TableBlock {
  /// A table whose columns are named after their roles.
  init(columnsByRole file: String, role: String) {
    self.file = file
    self.role = role
    columns = [:]
  }
}
