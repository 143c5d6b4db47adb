import Geodata

/// Why a page could not be made or written.
public enum ReportingError: Refusal, Equatable {
  /// The cycle has no such place; it has these.
  case noSuchPlace(code: String, known: [String])
  /// The cycle has no such small area.
  case noSuchArea(String)
  /// Places of this kind are not compared.
  case cannotCompare(kind: String)
  /// No place of the kind has such a measure with an interval; these there are.
  case noSuchMeasure(String, known: [String])
  /// Places were drawn, and a kind of places was named as well.
  case placesAreNoKind(String)
  /// A release was asked for shares of its atoms.
  case sharesOfRelease
  /// No atom has at least half of its surface in a polygon of the file.
  case nothingInside(file: String)
  /// The audit declares no such indicator; it declares these.
  case noSuchIndicator(String, known: [String])
  /// WeasyPrint is not installed.
  case noPDFMaker
  /// The file cannot be written.
  case cannotWrite(path: String, reason: String)
  /// The page's own template or encoding failed.
  case cannotRender(reason: String)

  /// The exit code of the process (sysexits).
  public var exitCode: Int32 {
    switch self {
    case .noSuchPlace, .noSuchArea, .cannotCompare, .noSuchMeasure, .placesAreNoKind, .sharesOfRelease,
      .nothingInside, .noSuchIndicator:
      64
    case .noPDFMaker: 69
    case .cannotWrite: 73
    case .cannotRender: 70
    }
  }

  /// One line.
  public var description: String {
    switch self {
    case .noSuchPlace(let code, let known):
      let some = known.prefix(12).joined(separator: ", ") + (known.count > 12 ? ", …" : "")
      return "there is no catchment \(code); there are: \(some.isEmpty ? "none" : some)"
    case .noSuchArea(let code): return "there is no small area \(code)"
    case .cannotCompare(let kind): return "places of the kind \(kind) are not compared; catchment, area and centre are"
    case .noSuchMeasure(let measure, let known):
      return "there is nothing to compare by \(measure); there are: \(known.prefix(16).joined(separator: ", "))"
    case .placesAreNoKind(let kind):
      return "drawn places are compared by themselves; leave out --kind \(kind) or --within"
    case .sharesOfRelease:
      return "a release has whole atoms only; take --made-of atoms, or the workspace that it was made from"
    case .nothingInside(let file): return "\(file): no atom has half of its surface in any of its polygons"
    case .noSuchIndicator(let id, let known):
      return "the audit declares no indicator \(id); it declares: \(known.prefix(16).joined(separator: ", "))"
    case .noPDFMaker:
      return "PDF needs WeasyPrint 70: make setup installs it into .venv; NEEDS_WEASYPRINT names another"
    case .cannotWrite(let path, let reason): return "cannot write \(path): \(reason)"
    case .cannotRender(let reason): return "the page could not be drawn: \(reason)"
    }
  }
}
