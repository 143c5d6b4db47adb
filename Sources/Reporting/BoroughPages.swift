import Audit
import Dispatch
import Evidence
import Foundation
import Measures
import Synchronization
import Workspace

/// All pages of one cycle of a workspace.
///
/// ```swift
/// let pages = try BoroughPages(of: workspace)
/// try pages.writeProfiles(to: folder)        // internal-profile-CC01.html…
/// ```
public struct BoroughPages<State: Confidentiality>: Sendable {
  /// The facts and shapes that the pages are made of.
  public internal(set) var borough: Borough
  /// What they are written in.
  public var language: Language

  /// Reads the facts and shapes of a cycle (the last where none is named).
  public init(
    of workspace: Workspace<State>, cycle: String? = nil, language: Language = .english
  ) throws(WorkspaceError) {
    let shapes = try workspace.shapes(cycle: cycle)
    borough = Borough(
      facts: try workspace.facts(cycle: cycle), areaShapes: shapes.areas, catchmentShapes: shapes.catchments)
    self.language = language
    if let release = workspace as? Workspace<Released> {
      borough.releasedClaims = try ReleasedClaims.read(release, facts: borough.facts)
    }
  }

  /// The need profile of one catchment.
  public func profile(of code: String) throws(ReportingError) -> Page<State> {
    guard let document = NeedProfile.document(of: code, in: borough, language: language) else {
      throw ReportingError.noSuchPlace(code: code, known: borough.facts.catchments.map(\.code))
    }
    return Page(document: document)
  }

  /// The report on one of the places that somebody named or drew.
  public func areaReport(of chosen: ChosenPlaces, place index: Int = 0) throws(ReportingError) -> Page<State> {
    guard let document = AreaReport.document(of: chosen, place: index, in: borough, language: language) else {
      let places = chosen.facts.catchments
      throw ReportingError.noSuchArea(places.indices.contains(index) ? places[index].code : "")
    }
    return Page(document: document)
  }

  /// Writes a report of each chosen place that has an area into a folder, several at a time.
  @discardableResult
  public func writeReports(
    of chosen: ChosenPlaces, to folder: URL, format: Page<State>.Format = .html,
    progress: @Sendable (Int, Int) -> Void = { _, _ in }
  ) throws(ReportingError) -> [URL] {
    let places = chosen.shares.indices.filter { !chosen.shares[$0].isEmpty }
    return try writeEach(places.count, to: folder, format: format, progress: progress) { index throws(ReportingError) in
      try areaReport(of: chosen, place: places[index])
    }
  }

  /// Writes a report of each small area into a folder, several at a time; `progress` hears how many are done.
  @discardableResult
  public func writeAreaReports(
    to folder: URL, format: Page<State>.Format = .html, progress: @Sendable (Int, Int) -> Void = { _, _ in }
  ) throws(ReportingError) -> [URL] {
    let areas = borough.facts.areas
    return try writeEach(areas.count, to: folder, format: format, progress: progress) { index throws(ReportingError) in
      let area = areas[index]
      guard
        let chosen = ChosenPlaces(
          areas: [area.code], code: area.code, name: area.name, origin: .area(area.code), facts: borough.facts,
          shapes: borough.areaShapes)
      else { throw ReportingError.noSuchArea(area.code) }
      return try areaReport(of: chosen)
    }
  }

  /// The page on which places of a kind are compared.
  public func comparison(_ comparison: Comparison) -> Page<State> { Page(document: comparison.document()) }

  /// Writes the need profile of every catchment into a folder, which it makes, several at a time. Each file is whole or
  /// not there; those of exact counts have mode 0600. Returns the files, in the order of the codes.
  @discardableResult
  public func writeProfiles(
    to folder: URL, format: Page<State>.Format = .html, progress: @Sendable (Int, Int) -> Void = { _, _ in }
  ) throws(ReportingError) -> [URL] {
    let codes = borough.facts.catchments.map(\.code)
    return try writeEach(codes.count, to: folder, format: format, progress: progress) { index throws(ReportingError) in
      try profile(of: codes[index])
    }
  }

  private func writeEach(
    _ count: Int, to folder: URL, format: Page<State>.Format, progress: @Sendable (Int, Int) -> Void,
    page: @Sendable (Int) throws(ReportingError) -> Page<State>
  ) throws(ReportingError) -> [URL] {
    try PageFile.makeFolder(folder, isInternal: Page<State>.isInternal)
    let maker = format == .pdf ? try PDFMaker() : nil
    let outcomes = Mutex<[Int: Result<URL, ReportingError>]>([:])
    DispatchQueue.concurrentPerform(iterations: count) { index in
      let outcome = Result { () throws(ReportingError) -> URL in
        let page = try page(index)
        let url = folder.appending(path: page.fileName(format))
        try PageFile.write(try page.rendered(format, by: maker), to: url, isInternal: Page<State>.isInternal)
        return url
      }
      let done = outcomes.withLock {
        $0[index] = outcome
        return $0.count
      }
      progress(done, count)
    }
    let finished = outcomes.withLock { $0 }
    var urls: [URL] = []
    for index in 0..<count {
      if let outcome = finished[index] { urls.append(try outcome.get()) }
    }
    return urls
  }
}

extension BoroughPages where State == Exact {
  /// The pages with what people say and what was made of it: internal ones alone can have it.
  public init(
    of workspace: Workspace<Exact>, cycle: String? = nil, language: Language = .english, evidence: EvidencePicture
  ) throws(WorkspaceError) {
    try self.init(of: workspace, cycle: cycle, language: language)
    borough.evidence = evidence
  }
}

/// A page that is written already, and whether it may not leave the house.
public struct RenderedPage: Sendable {
  /// The bytes.
  public let data: Data
  /// Whether it was made from exact counts.
  public let isInternal: Bool

  init<State>(_ page: Page<State>, _ format: String) throws(ReportingError) {
    data = try page.rendered(Page<State>.Format(rawValue: format) ?? .html)
    isInternal = Page<State>.isInternal
  }

  /// Other bytes of the same confidentiality: the same answer as text.
  public func replaced(by text: String) -> RenderedPage { RenderedPage(Data(text.utf8), isInternal: isInternal) }

  /// Text that was made of exact counts.
  init(internalText text: String) { self.init(Data(text.utf8), isInternal: true) }

  private init(_ data: Data, isInternal: Bool) { (self.data, self.isInternal) = (data, isInternal) }

  /// Writes it to a file, whole or not at all; an internal one with mode 0600.
  public func write(to url: URL) throws(ReportingError) {
    try PageFile.write(data, to: url, isInternal: isInternal)
  }
}

extension AnyWorkspace {
  /// The need profile of one catchment, as `html`, `json` or `pdf`; of exact counts with the evidence.
  public func page(
    of code: String, cycle: String? = nil, format: String = "html", language: Language = .english,
    evidence: (Workspace<Exact>) throws -> EvidencePicture
  ) throws -> RenderedPage {
    switch self {
    case .exact(let workspace):
      try RenderedPage(
        BoroughPages(of: workspace, cycle: cycle, language: language, evidence: evidence(workspace)).profile(of: code),
        format)
    case .released(let workspace):
      try RenderedPage(BoroughPages(of: workspace, cycle: cycle, language: language).profile(of: code), format)
    }
  }
}
