import Evidence
import Foundation
import Geodata

extension EvidenceDesk {
  /// Adds the voices of a table whose columns bear the names of their roles, or those that an audit file gives its own
  /// voices' columns; those outside the cycle, and those that are there already, are left out.
  ///
  /// Where the table has postcodes, `file` says in which area and catchments they lie; nothing else is kept of them.
  public func add(
    table url: URL, with file: AuditFile? = nil
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
        groups: reader.groupValues, became: try reader.successors(),
        postcodes: try file.map { try PostcodePlaces($0, workspace, cycle: cycle.label) }),
      hints: file?.voices?.columns ?? [:], rejects: &rejects)
    // As many of a voice as are there already are not added again.
    var there = Dictionary(try reader.voices().map { ($0.nameless, 1) }, uniquingKeysWith: +)
    let new = reading.voices.filter { voice in
      guard let left = there[voice.nameless], left > 0 else { return true }
      there[voice.nameless] = left - 1
      return false
    }
    var complaints = reading.complaints + rejects.complaints
    for (count, what) in [
      (reading.outside, "said outside cycle \(cycle.label)"),
      (reading.voices.count - new.count, "there already, so not added again"),
    ] where count > 0 {
      complaints.append(
        Complaint(.warning, "\(count) \(count == 1 ? "voice" : "voices") \(what)", file: found.name, count: count))
    }
    guard !new.isEmpty else { return (0, complaints) }
    _ = try add(new)
    // What it cost is known of the whole file only; said again it is not spent again.
    if new.count == reading.voices.count {
      try workspace.add(AskingRows.rows(reading.burdens, table: "askings_added"), cycle: cycle.label)
    } else {
      try workspace.add(
        AskingRows.rows(AskingByChannel.burdens(of: new), table: "askings_added"), cycle: cycle.label)
    }
    return (new.count, complaints)
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
