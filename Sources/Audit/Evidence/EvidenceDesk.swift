import Evidence
import Geodata
import Workspace

/// Where people add voices, take up claims and write down what came of their tests. Nothing that it takes can hold a name
/// or a story, and a sealed cycle takes nothing.
public struct EvidenceDesk {
  let workspace: Workspace<Exact>
  let reader: EvidenceReader

  /// Opens the desk for a cycle; nil: the last one.
  public init(_ workspace: Workspace<Exact>, cycle: String? = nil) throws {
    self.workspace = workspace
    reader = try EvidenceReader(workspace, cycle: cycle)
  }

  var cycle: CycleRecord { reader.cycle }

  /// Adds a voice to the cycle and gives its id, `H1`, `H2`…
  ///
  /// - Parameters:
  ///   - minutes: how long the person gave; nil: nobody noted it.
  ///   - language: in which language; empty: nobody noted it.
  ///   - isTold: whether the person was told what came of it; nil: not yet, or nobody noted it.
  @discardableResult
  public func add(_ voice: Voice, minutes: Double? = nil, language: String = "", isTold: Bool? = nil) throws -> String {
    for (field, word) in [
      ("source", voice.source), ("channel", voice.channel), ("group", voice.group), ("theme", voice.theme),
      ("second", voice.second ?? voice.theme),
    ] where !NarrativeGuard.isCode(word) { throw EvidenceError.notACode(field: field) }
    guard NarrativeGuard.isPseudonym(voice.contributor) else {
      throw EvidenceError.notAPseudonym
    }
    guard language.isEmpty || NarrativeGuard.isCode(language) else { throw EvidenceError.notACode(field: "language") }
    guard minutes.map({ $0 >= 0 && $0.isFinite }) ?? true else {
      throw EvidenceError.impossible("--minutes is 0 or more")
    }
    try checkWords(voice)
    guard voice.date >= cycle.from, voice.date <= cycle.to else {
      throw EvidenceError.outsideCycle(cycle: cycle.label, from: cycle.from, to: cycle.to)
    }
    guard reader.knows(voice.place) else {
      throw EvidenceError.unknownPlace(kind: voice.place.kind, code: voice.place.code)
    }
    if let expires = voice.expires, expires < voice.date {
      throw EvidenceError.impossible("--expires lies before --date: what has expired when it is said tells nothing")
    }
    let said = try reader.voices()
    if let same = said.first(where: { $0.nameless == voice.nameless }) {
      throw EvidenceError.impossible("this voice is there already, as \(same.id)")
    }
    let before = said.contains { $0.contributor == voice.contributor && $0.date != voice.date }
    let number = try add([voice])
    if voice.hasConsent,
      let burden = AskingBurden(
        kind: .voices, occasion: voice.channel, asked: 1, answered: 1, minutes: minutes, askedBefore: before ? 1 : 0,
        languages: language.isEmpty ? [] : [language], told: isTold.map { $0 ? 1 : 0 })
    {
      try workspace.add(AskingRows.rows([burden], table: "askings_added"), cycle: cycle.label)
    }
    return "H\(number)"
  }

  /// Refuses a word that the codebook does not have, and a group that nobody is of.
  private func checkWords(_ voice: Voice) throws {
    let codebook = try reader.codebook()
    for (kind, word) in [
      (Codebook.Kind.theme, voice.theme), (.source, voice.source), (.channel, voice.channel),
    ] where !codebook.knows(kind, word) {
      throw EvidenceError.notInCodebook(field: kind.rawValue, word: word, known: codebook.words(kind))
    }
    if let second = voice.second, !codebook.knows(.theme, second) {
      throw EvidenceError.notInCodebook(field: "second", word: second, known: codebook.words(.theme))
    }
    try checkGroup(voice.group)
  }

  func checkGroup(_ group: String) throws {
    let groups = reader.groupValues
    if !GroupWord.isKnown(group, among: groups) {
      throw EvidenceError.notInCodebook(field: "group", word: group, known: groups.sorted() + ["other"])
    }
  }

  /// Adds voices that were checked already, numbered on, and gives the number of the last.
  func add(_ voices: [Voice]) throws -> Int {
    var number = try workspace.records(of: "voices_added", columns: ["voice"]).count
    let taken = Set(try reader.voices().map(\.id))
    let numbered = voices.map { voice in
      repeat { number += 1 } while taken.contains("H\(number)")
      var voice = voice
      voice.id = "H\(number)"
      return voice
    }
    try workspace.add(VoiceRows.rows(numbered, table: "voices_added"), cycle: cycle.label)
    let places = VoiceRows.catchmentRows(numbered, table: "voice_catchments_added")
    if !places.rows.isEmpty { try workspace.add(places, cycle: cycle.label) }
    return number
  }

  /// Writes down whether intelligence came true. A voice of an earlier cycle, sealed perhaps, is scored in this one.
  ///
  /// - Parameter said: the cycle in which it was said; nil: this one.
  public func score(
    _ voice: String, saidIn said: String? = nil, outcome: IntelligenceRecord.Outcome, on day: Day
  ) throws {
    let spoken = said ?? cycle.label
    guard reader.knownCycles.contains(spoken) else {
      throw EvidenceError.impossible("there is no cycle \(spoken) up to \(cycle.label)")
    }
    guard let scored = try reader.voices(of: spoken).first(where: { $0.id == voice }) else {
      throw EvidenceError.noSuchVoice(voice)
    }
    guard let expires = scored.expires else {
      throw EvidenceError.impossible("voice \(voice) is no intelligence: it has no day on which it expires")
    }
    guard day >= scored.date else {
      throw EvidenceError.impossible("voice \(voice) was said on \(scored.date): it cannot be scored before")
    }
    guard outcome == .hit || day > expires else {
      throw EvidenceError.impossible("voice \(voice) is current until \(expires): it can still come true")
    }
    try workspace.add(
      TopicRows(
        table: "intelligence_scores", columns: ["voice", "outcome", "scored_on"],
        rows: [
          [
            .text(spoken == cycle.label ? voice : "\(spoken)/\(voice)"), .text(outcome.rawValue),
            .text(day.description),
          ]
        ]), cycle: cycle.label)
  }
}
