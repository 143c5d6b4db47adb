import Dispatch
import Foundation
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
  public let borough: Borough
  /// What they are written in.
  public let language: Language

  /// Reads the facts and shapes of a cycle (the last where none is named).
  public init(
    of workspace: Workspace<State>, cycle: String? = nil, language: Language = .english
  ) throws(WorkspaceError) {
    let shapes = try workspace.shapes(cycle: cycle)
    borough = Borough(
      facts: try workspace.facts(cycle: cycle), areaShapes: shapes.areas, catchmentShapes: shapes.catchments)
    self.language = language
  }

  /// The need profile of one catchment.
  public func profile(of code: String) throws(ReportingError) -> Page<State> {
    guard let document = NeedProfile.document(of: code, in: borough, language: language) else {
      throw ReportingError.noSuchPlace(code: code, known: borough.facts.catchments.map(\.code))
    }
    return Page(document: document)
  }

  /// Writes the need profile of every catchment into a folder, which it makes, several at a time. Each file is whole or
  /// not there; those of exact counts have mode 0600. Returns the files, in the order of the codes.
  @discardableResult
  public func writeProfiles(to folder: URL, format: Page<State>.Format = .html) throws(ReportingError) -> [URL] {
    try PageFile.makeFolder(folder, isInternal: Page<State>.isInternal)
    let codes = borough.facts.catchments.map(\.code)
    let outcomes = Mutex<[Int: Result<URL, ReportingError>]>([:])
    DispatchQueue.concurrentPerform(iterations: codes.count) { index in
      let outcome = Result { () throws(ReportingError) -> URL in
        let page = try profile(of: codes[index])
        let url = folder.appending(path: page.fileName(format))
        try PageFile.write(try page.rendered(format), to: url, isInternal: Page<State>.isInternal)
        return url
      }
      outcomes.withLock { $0[index] = outcome }
    }
    let finished = outcomes.withLock { $0 }
    var urls: [URL] = []
    for index in codes.indices {
      if let outcome = finished[index] { urls.append(try outcome.get()) }
    }
    return urls
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

  /// Writes it to a file, whole or not at all; an internal one with mode 0600.
  public func write(to url: URL) throws(ReportingError) {
    try PageFile.write(data, to: url, isInternal: isInternal)
  }
}

extension AnyWorkspace {
  /// The need profile of one catchment, as `html` or `json`.
  public func page(
    of code: String, cycle: String? = nil, format: String = "html", language: Language = .english
  ) throws -> RenderedPage {
    switch self {
    case .exact(let workspace):
      try RenderedPage(BoroughPages(of: workspace, cycle: cycle, language: language).profile(of: code), format)
    case .released(let workspace):
      try RenderedPage(BoroughPages(of: workspace, cycle: cycle, language: language).profile(of: code), format)
    }
  }
}
