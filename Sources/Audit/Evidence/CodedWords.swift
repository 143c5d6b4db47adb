import Evidence
import Geodata

/// The words by which a row codes a voice.
struct CodedWords {
  let source, channel, group, theme, contributor: String
  let second: String?
  let stance: Voice.Stance
  let hasConsent: Bool
  /// Whether the row says yes or no to consent; what it says else is no.
  let isConsentSaid: Bool
  let expires: Day?

  /// Why a row codes no voice.
  enum Trouble: String, Error {
    case notACode = "with words where a code belongs"
    case name = "with a contributor that looks like a name"
    case noTheme = "without a theme"
    case stance = "with a stance that is neither raises nor disputes"
    case expired = "that expire before the day on which they were said"

    var advice: String? {
      switch self {
      case .notACode: "a voice is coded: one word of the codebook in each column, no names, no sentences"
      case .name: "give pseudonyms, such as V17"
      case .noTheme, .stance, .expired: nil
      }
    }
  }

  static func read(
    _ columns: RoleColumns, _ row: TableRow, expires: Day?, said: Day
  ) -> Result<CodedWords, Trouble> {
    let texts = ["source", "channel", "group", "theme", "second"].map { columns.text($0, row) }
    let contributor = columns.text("contributor", row)
    guard (texts + [contributor]).allSatisfy({ $0.isEmpty || NarrativeGuard.isCode($0) }) else {
      return .failure(.notACode)
    }
    guard contributor.isEmpty || NarrativeGuard.isPseudonym(contributor) else { return .failure(.name) }
    if texts[3].isEmpty && columns["theme"] != nil { return .failure(.noTheme) }
    let stance = columns.text("stance", row).lowercased()
    guard stance.isEmpty || Voice.Stance(rawValue: stance) != nil else { return .failure(.stance) }
    if let expires, expires < said { return .failure(.expired) }
    let consent = columns.text("consent", row)
    return .success(
      CodedWords(
        source: texts[0], channel: texts[1], group: texts[2].isEmpty && columns["group"] != nil ? "other" : texts[2],
        theme: texts[3], contributor: contributor.isEmpty ? "row-\(row.number)" : contributor,
        second: texts[4].isEmpty ? nil : texts[4], stance: Voice.Stance(rawValue: stance) ?? .raises,
        hasConsent: FlagWord.isYes(consent), isConsentSaid: FlagWord.isYes(consent) || FlagWord.isNo(consent),
        expires: expires))
  }
}
