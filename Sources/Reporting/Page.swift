import Foundation
import Geometry
import Workspace

/// A page for people, made from a workspace of one confidentiality.
///
/// A page made from exact counts carries the INTERNAL banner, `internal-` before its name and mode 0600 because of its
/// type: there is no other way to make one than from a `Workspace<State>`.
public struct Page<State: Confidentiality>: Sendable {
  /// What it says.
  public let document: Document

  /// Only `BoroughPages` makes pages, from a workspace of the same state.
  init(document: Document) { self.document = document }

  /// The two things that a page can be written as.
  public enum Format: String, Sendable, CaseIterable {
    /// A self-contained page for a browser and for paper.
    case html
    /// The same sentences, tables and numbers for a program.
    case json
    /// The page as tagged PDF, by WeasyPrint.
    case pdf
  }

  /// Whether it may not leave the house.
  public static var isInternal: Bool { State.self != Released.self }

  /// What an internal page says on top and at its end; nil on a released one.
  public var banner: String? {
    Page.isInternal ? Words(document.language)("INTERNAL – not for release") : nil
  }

  /// The name of its file: `internal-profile-CC01.html`, or `profile-CC01.html` from a release.
  public func fileName(_ format: Format = .html) -> String {
    let kind = document.kind == "need-profile" ? "profile" : document.kind == "area-report" ? "area" : document.kind
    let place = document.place.map { "-" + FileNames.safe($0) } ?? ""
    return "\(Page.isInternal ? "internal-" : "")\(kind)\(place).\(format.rawValue)"
  }

  /// The page's bytes; the same for the same facts. PDF is made by `maker`, or by one of the page's own.
  public func rendered(_ format: Format = .html, by maker: PDFMaker? = nil) throws(ReportingError) -> Data {
    do {
      switch format {
      case .html: return Data(try PageMarkup.render(document, banner: banner).utf8)
      case .json: return try json()
      case .pdf:
        return try (maker ?? PDFMaker()).pdf(of: Data(try PageMarkup.render(document, banner: banner).utf8))
      }
    } catch let error as ReportingError {
      throw error
    } catch {
      throw ReportingError.cannotRender(reason: "\(error)")
    }
  }

  /// Writes it to a file, whole or not at all; an internal one with mode 0600.
  public func write(_ format: Format = .html, to url: URL) throws(ReportingError) {
    try PageFile.write(try rendered(format), to: url, isInternal: Page.isInternal)
  }

  private struct Envelope: Encodable {
    var audience: String
    var banner: String?
    var page: Document
  }

  private func json() throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    let envelope = Envelope(audience: Page.isInternal ? "internal" : "release", banner: banner, page: document)
    return try encoder.encode(envelope) + Data("\n".utf8)
  }
}
