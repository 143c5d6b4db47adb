import Evidence
import Geodata

/// Why something that a person said of a voice, a claim or a test was not taken.
public enum EvidenceError: Refusal, Hashable {
  /// A word stands where a code belongs.
  case notACode(field: String)
  /// Somebody is named who should have a pseudonym.
  case notAPseudonym
  /// A figure that there is not.
  case noFigure(measure: String, place: String, known: [String])
  /// A sentence in which somebody could be found.
  case narrative(field: String, NarrativeGuard.Trouble)
  /// An area or catchment that the cycle does not have.
  case unknownPlace(kind: String, code: String)
  /// The day lies outside the cycle.
  case outsideCycle(cycle: String, from: Day, to: Day)
  /// No such claim.
  case noSuchClaim(String, known: [String])
  /// No such voice.
  case noSuchVoice(String)
  /// A word that the codebook, or the audit's groups, do not have.
  case notInCodebook(field: String, word: String, known: [String])
  /// The numbers contradict each other.
  case impossible(String)

  /// One line: what is wrong and what to do about it.
  public var description: String {
    switch self {
    case .notACode(let field):
      "--\(field) takes one word of the codebook: letters, digits and hyphens, no names and no sentences"
    case .notAPseudonym:
      "--contributor looks like a name or a number to call; give a pseudonym with a digit in it, such as V17"
    case .noFigure(let measure, let place, let known):
      "there is no figure \(measure) of this \(place); "
        + (NearestWord.of(measure, among: known).map { "did you mean \($0)?" }
          ?? "known: \(known.prefix(12).joined(separator: ", "))\(known.count > 12 ? " and more (needs figures)" : "")")
    case .narrative(let field, let trouble):
      "--\(field) \(trouble.rawValue); evidence holds no names, addresses or stories: say it in roles and places"
    case .unknownPlace(let kind, let code): "there is no \(kind) \(code) in this cycle"
    case .outsideCycle(let cycle, let from, let to): "the day lies outside cycle \(cycle) (\(from) to \(to))"
    case .noSuchClaim(let id, let known):
      known.isEmpty
        ? "there is no claim yet; needs claim draft makes some"
        : "there is no claim \(id); needs claim list prints the \(known.count) there are"
    case .noSuchVoice(let id): "there is no voice \(id) in this cycle"
    case .notInCodebook(let field, let word, let known):
      "--\(field): \(word) is not known in this audit; "
        + NearestWord.hint(for: word, among: known)
    case .impossible(let what): what
    }
  }

  /// 64 usage.
  public var exitCode: Int32 { 64 }
}
