import Foundation
import Geodata
import Workspace

/// Why no figure could be given.
public enum FigureRefusal: Refusal, Hashable {
  /// No measure has the id; one that begins like it, if any.
  case noSuchMeasure(String, nearest: String?)
  /// No place has the code.
  case noSuchPlace(String)
  /// No figure has the id.
  case noSuchFigure(String)
  /// It is of a place that somebody named or drew, and that is not the one that is chosen now.
  case chosenOtherwise(String)
  /// It is no id at all.
  case notAnID(String)

  /// One line.
  public var description: String {
    switch self {
    case .noSuchMeasure(let id, let nearest):
      "no measure is called \(id)\(nearest.map { "; did you mean \($0)?" } ?? ""); see needs figures --dictionary"
    case .noSuchPlace(let code): "no area, catchment or centre has the code \(code)"
    case .noSuchFigure(let id): "there is no figure \(id) in this workspace"
    case .chosenOtherwise(let id):
      "\(id) is of a place that was named or drawn, and not of the one that is chosen now: say the same --areas, --ring or "
        + "--within (with --code and --made-of) as its report was made with"
    case .notAnID(let text): "\(text) is no figure's id: measure@place@cycle, such as reached.rate@CC01@2025-26"
    }
  }

  /// EX_USAGE: the command line asks for what is not there.
  public var exitCode: Int32 { 64 }
}

extension FigureBook {
  /// The figures of a measure and a place as an answer, with their flags where asked.
  ///
  /// - Throws: a refusal where no measure or no place is called so, rather than an empty table.
  public func answer(
    measure: String? = nil, place: String? = nil, flags: Bool = false
  ) throws(FigureRefusal) -> QueryResult {
    let table = table(measure: measure, place: place, flags: flags)
    guard table.rows.isEmpty else { return table }
    if let measure, self.table(measure: measure).rows.isEmpty,
      !dictionary.entries.contains(where: { Self.matches($0.id, measure) })
    {
      throw .noSuchMeasure(measure, nearest: nearest(to: measure))
    }
    if let place, self.table(place: place).rows.isEmpty { throw .noSuchPlace(place) }
    return table
  }

  private func nearest(to id: String) -> String? {
    let begun = dictionary.entries.map { ($0.id, $0.id.commonPrefix(with: id).count) }
    return begun.max { $0.1 < $1.1 }.flatMap { $0.1 >= 3 ? $0.0 : nil }
  }
}
