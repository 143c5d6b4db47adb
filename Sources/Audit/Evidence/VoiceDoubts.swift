import Evidence
import Geodata

/// What is doubted of voices, by the numbers of their rows.
struct VoiceDoubts {
  var unplaced: [Int] = []
  var notFound: [Int] = []
  var outside: [Int] = []
  var unsaid: [Int] = []
  var split: [Int] = []
  private var uncoded: [Codebook.Kind: [Int]] = [:]
  private var ungrouped: [Int] = []
  private var secondUncoded: [Int] = []
  private var renamed: [Int] = []
  private var twice: [Int] = []
  private var ids: Set<String> = []
  private var seen: Set<Voice> = []
  private let unread: [(name: String, index: Int)]
  private var notes: [NarrativeGuard.Trouble: [Int]] = [:]

  /// - Parameter unread: the columns that no role has.
  init(unread: [(name: String, index: Int)]) { self.unread = unread }

  /// Looks into the columns that are not kept: somebody may be found in them.
  mutating func look(at row: TableRow) {
    let troubles = unread.compactMap { NarrativeGuard.identity(in: row.text($0.index)) }
    for trouble in Set(troubles) { notes[trouble, default: []].append(row.number) }
  }

  /// The voice's id; the row's number where it has none that is a code, or one that another row has.
  mutating func id(_ text: String, row: Int) -> String {
    guard !text.isEmpty else { return unused(String(row)) }
    if NarrativeGuard.isCode(text) && ids.insert(text).inserted { return text }
    renamed.append(row)
    return unused("row-\(row)")
  }

  private mutating func unused(_ id: String) -> String {
    var id = id
    while !ids.insert(id).inserted { id = "row-\(id)" }
    return id
  }

  mutating func note(_ voice: Voice, _ row: Int, _ context: VoiceContext) {
    for (kind, word) in [
      (Codebook.Kind.theme, voice.theme), (.source, voice.source), (.channel, voice.channel),
    ] where !context.codebook.knows(kind, word) { uncoded[kind, default: []].append(row) }
    if let second = voice.second, !context.codebook.knows(.theme, second) { secondUncoded.append(row) }
    if !voice.group.isEmpty, !GroupWord.isKnown(voice.group, among: context.groups) { ungrouped.append(row) }
    if !seen.insert(voice.nameless).inserted { twice.append(row) }
  }

  func complaints(file: String) -> [Complaint] {
    var troubles = [
      (unplaced, "about a place that is no area or catchment here, taken as the whole authority"),
      (split, "about an area that was split since, taken as the whole authority: code the part"),
      (notFound, "with a postcode that cannot be looked up"),
      (outside, "with a postcode outside every area and catchment"),
      (unsaid, "whose consent is neither yes nor no, taken as no"),
      (renamed, "with an id that is no code or another row's, named by the row instead"),
      (twice, "said again word for word; they count"),
    ]
    for kind in Codebook.Kind.allCases {
      troubles.append((uncoded[kind] ?? [], "with a \(kind.rawValue) that is not in the codebook"))
    }
    troubles.append((secondUncoded, "with a second coder's theme that is not in the codebook"))
    troubles.append((ungrouped, "with a group that is neither a value of a declared group nor other"))
    var complaints = troubles.filter { !$0.0.isEmpty }.map { RowList.warning($0.0, $0.1, file: file) }
    for trouble in NarrativeGuard.Trouble.allCases {
      guard let rows = notes[trouble] else { continue }
      complaints.append(
        RowList.warning(
          rows, "with something in another column that \(trouble.rawValue); it was not taken", file: file,
          advice: "voices hold no names and no stories: take it out of the file"))
    }
    if !unread.isEmpty {
      let names = unread.map(\.name).joined(separator: ", ")
      complaints.append(
        Complaint(.note, "not taken, as voices have no such part: \(names)", file: file, count: unread.count))
    }
    return complaints
  }
}
