import Evidence
import Foundation
import Geodata

extension EvidenceDesk {
  /// Adds the voices of a table whose columns bear the names of their roles; those outside the cycle are left out.
  ///
  /// Where the table has postcodes, `postcodes` says in which area and catchments they lie; nothing else is kept of them.
  public func add(
    table url: URL, postcodes source: AuditFile? = nil
  ) throws -> (added: Int, complaints: [Complaint]) {
    guard FileManager.default.fileExists(atPath: url.path) else {
      throw GeodataError(.noInput, "there is no such file", file: url.lastPathComponent)
    }
    var rejects = RejectLedger()
    let found = InputPaths.Found(url: url, name: url.lastPathComponent)
    let reading = try VoiceReading.read(
      TableBlock(columnsByRole: url.lastPathComponent, role: "voices"), found,
      VoiceContext(
        cycle: cycle, areas: reader.areaCodes, catchments: reader.catchmentCodes, codebook: try reader.codebook(),
        groups: reader.groupValues, postcodes: try source.map { try PostcodePlaces($0, workspace, cycle: cycle.label) }),
      rejects: &rejects)
    _ = try add(reading.voices)
    try workspace.add(AskingRows.rows(reading.burdens, table: "askings_added"), cycle: cycle.label)
    return (reading.voices.count, reading.complaints + rejects.complaints)
  }

  /// The voice's place by a postcode, which is looked up in the directory that an audit file names and forgotten.
  public func place(postcode: String, in file: AuditFile) throws -> (place: Voice.Place, catchments: [String]) {
    switch try PostcodePlaces(file, workspace, cycle: cycle.label).answer(postcode) {
    case .place(let area?, let catchments): return (.area(area), catchments)
    case .place(nil, let catchments) where !catchments.isEmpty: return (.catchment(catchments[0]), catchments)
    case .place: throw EvidenceError.impossible("the postcode lies outside every area and catchment of this audit")
    case .nowhere: throw EvidenceError.impossible("the postcode cannot be looked up in the audit's directory")
    }
  }
}

extension TableBlock {
  /// A table whose columns are named after their roles.
  init(columnsByRole file: String, role: String, line: Int? = nil) {
    self.file = file
    self.role = role
    self.line = line
    columns = [:]
  }
}
