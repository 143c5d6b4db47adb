import Geodata
import Statistics

/// How good intelligence has been: what is current, what has expired and waits for its score, how often it came true.
public struct IntelligenceRecord: Hashable, Sendable {
  /// Whether a piece of intelligence came true.
  public enum Outcome: String, Sendable, CaseIterable, Codable {
    /// It came true.
    case hit
    /// It did not.
    case miss
  }

  /// One source's record.
  public struct SourceRecord: Hashable, Sendable {
    /// The source: local-authority, partner…
    public var source: String
    /// Pieces that were scored.
    public var scored: Int
    /// Of those, hits.
    public var hits: Int
    /// The share of hits, by Wilson.
    public var interval: Interval?
  }

  /// A piece of intelligence with the cycle in which it was given.
  public struct Piece: Hashable, Sendable {
    /// The cycle.
    public var cycle: String
    /// The voice.
    public var voice: Voice
    /// Its score, once it has one.
    public var outcome: Outcome?

    /// Makes a piece.
    public init(cycle: String, voice: Voice, outcome: Outcome?) {
      (self.cycle, self.voice, self.outcome) = (cycle, voice, outcome)
    }
  }

  /// Pieces that have not expired on the day.
  public var current: [Piece]
  /// Pieces that have expired and were not scored.
  public var toScore: [Piece]
  /// A record a source, in the order of the sources; only those with a score.
  public var sources: [SourceRecord]

  /// Of all pieces that were consented to, on a day.
  public init(_ pieces: [Piece], on day: Day) {
    let mine = pieces.filter { $0.voice.isIntelligence && $0.voice.hasConsent && $0.voice.date <= day }
    current = mine.filter { !$0.voice.hasExpired(on: day) }
    toScore = mine.filter { $0.voice.hasExpired(on: day) && $0.outcome == nil }
    sources = Set(mine.map(\.voice.source)).sorted().compactMap { source in
      let scored = mine.filter { $0.voice.source == source && $0.outcome != nil }
      guard !scored.isEmpty else { return nil }
      let hits = scored.count { $0.outcome == .hit }
      return SourceRecord(
        source: source, scored: scored.count, hits: hits,
        interval: Wilson.interval(events: Double(hits), of: Double(scored.count)))
    }
  }
}
