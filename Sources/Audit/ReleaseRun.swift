import Cryptography
import Disclosure
import Foundation
import Geodata
import Measures
import Tally
import Workspace

/// Makes the release of a workspace: reads its cells, coarsens them, and writes a workspace that may leave the house.
///
/// ```swift
/// let exact = try Workspace<Exact>.open(at: URL(fileURLWithPath: "W.gpkg"))
/// try ReleaseRun(exact).write(to: URL(fileURLWithPath: "R.gpkg"))
/// ```
///
/// What leaves depends on the coarsened cells, on published data and on what people decided alone (`ClaimRelease` says why
/// claims give no count away). The first release of a cycle freezes it.
public struct ReleaseRun: Sendable {
  private let workspace: Workspace<Exact>

  /// A run on a workspace.
  public init(_ workspace: Workspace<Exact>) {
    self.workspace = workspace
  }

  /// Writes the release of some cycles (the last where none is named), in the order of time. An earlier release at the
  /// place is replaced; anything else there is refused (73). `noting` hears what an officer should look at first.
  ///
  /// - Parameter claims: the ids of claims that leave as text and state, or `all` that somebody has taken up; none by
  ///   default.
  @discardableResult
  public func write(
    to url: URL, cycles wanted: [String] = [], claims: [String] = [], noting: (String) -> Void = { _ in }
  ) throws -> Workspace<Released> {
    let labels = try workspace.cycleLabels()
    if let unknown = wanted.first(where: { !labels.contains($0) }) {
      throw WorkspaceError.noSuchCycle(unknown, known: labels)
    }
    guard let last = labels.last else { throw WorkspaceError.noSuchCycle("", known: []) }
    let chosen = wanted.isEmpty ? [last] : labels.filter(wanted.contains)
    var contents: [CycleContent] = []
    var released: [ReleaseContent] = []
    for label in chosen {
      let content = try workspace.content(cycle: label)
      try workspace.requireUnchangedSinceRelease(content)
      released.append(try ReleaseContent(releasing: content))
      contents.append(content)
    }
    try workspace.requireOwnDays(contents)
    let said = try ClaimRelease(claims, of: workspace).rows(for: contents)
    for (place, rows) in said.enumerated() { released[place].content.topics.append(rows) }
    for content in contents { if let note = content.smallIndicators { noting(note) } }
    // Frozen first: a release that left before a run that dies must not be the only one that knows.
    for content in contents { try workspace.freeze(content) }
    let about = try workspace.about()
    let release = try Workspace<Released>.make(
      at: url, cycles: released, name: about.name, engine: about.engine, crs: about.crs,
      judge: FigureBook.topics)
    let sha256: String
    do { sha256 = try SHA256Digest(ofFile: url.path).hexadecimal } catch {
      throw WorkspaceError.inputOutput(path: url.path, reason: "\(error)")
    }
    try workspace.note(chosen.map { ReleaseRecord(cycle: $0, file: url.lastPathComponent, sha256: sha256) })
    return release
  }
}

extension ReleaseContent {
  /// Coarsens a cycle by the profile that its audit.yml declares; takes over only what is published or declared.
  init(releasing exact: CycleContent) throws(WorkspaceError) {
    let coarsening: Coarsening
    do {
      coarsening = try Coarsening(hide: exact.cycle.profileHide, base: exact.cycle.profileBase)
    } catch { throw .content(reason: error.description) }
    var content = CycleContent(cycle: exact.cycle)
    content.cycle.sealedOn = nil
    content.cycle.countsFamilies = false
    content.areas = exact.areas
    content.catchments = exact.catchments
    content.centres = exact.centres
    content.weights = exact.weights
    content.denominatorSets = exact.denominatorSets
    content.denominators = exact.denominators
    content.indicators = exact.indicators
    content.indicatorValues = exact.indicatorValues
    content.declaredMeasures = exact.releasedMeasures
    content.analyses = exact.analyses
    content.distances = exact.distances
    content.neighbours = exact.neighbours
    content.provenance = exact.provenance.map(\.released)
    content.complaints = exact.publishedComplaints
    content.add(ReleasedCells(exact.exactCells, coarsening: coarsening))
    self.init(content, hide: coarsening.hide, base: coarsening.base)
  }
}

extension CycleContent {
  /// Complaints about published files and borders. Those about a file with children or visits, or about a directory in
  /// which their postcodes were looked up, stay.
  var publishedComplaints: [Complaint] {
    let published: Set = ["areas", "catchments", "centres", "population", "indicators", "lookups"]
    let personal = Set(provenance.filter { $0.isPersonal || !published.contains($0.role) }.map(\.file))
    let files = Set(provenance.filter { published.contains($0.role) }.map(\.file)).subtracting(personal)
    return complaints.filter { complaint in complaint.file.map(files.contains) ?? false }
  }
}

extension CycleContent.InputFile {
  /// What a release says of the file: of one with children or visits no hash, size or number of rows. How many rows
  /// were used stays with every file, for in a directory it tells how many children's postcodes were found.
  var released: CycleContent.InputFile {
    var file = self
    file.used = isPersonal ? 0 : rows
    guard isPersonal else { return file }
    (file.sha256, file.bytes, file.rows, file.reading) = ("", 0, 0, "")
    return file
  }
}
