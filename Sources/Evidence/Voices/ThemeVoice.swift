/// How much a theme was raised and disputed, with everybody, without the loudest contributor, and without the loudest
/// source: a theme that falls away without one of them is theirs.
public struct ThemeVoice: Hashable, Sendable {
  /// The theme.
  public var theme: String
  /// With everybody.
  public var all: Tally
  /// Without the contributor who spoke most.
  public var withoutLoudestContributor: Tally
  /// Without the source that passed on most.
  public var withoutLoudestSource: Tally

  /// Voices for and against a theme.
  public struct Tally: Hashable, Sendable {
    /// Voices that raise it.
    public var raises: Int
    /// Voices that dispute it.
    public var disputes: Int
    /// Of all voices that raise something, the share that raises this; nil where nobody raises anything.
    public var share: Double?
    /// Its place among the themes by voices that raise it, 1 first; ties share the best.
    public var rank: Int
  }

  /// Whether the theme's place depends on one contributor or one source.
  public var dependsOnTheLoudest: Bool {
    withoutLoudestContributor.rank != all.rank || withoutLoudestSource.rank != all.rank
  }

  static func weigh(_ voices: [Voice], withoutContributor: String?, withoutSource: String?) -> [ThemeVoice] {
    let themes = Set(voices.map(\.theme)).sorted()
    let all = tallies(voices, themes)
    let quiet = tallies(voices.filter { $0.contributor != withoutContributor }, themes)
    let others = tallies(voices.filter { $0.source != withoutSource }, themes)
    return themes.indices
      .map {
        ThemeVoice(
          theme: themes[$0], all: all[$0], withoutLoudestContributor: quiet[$0], withoutLoudestSource: others[$0])
      }
      .sorted { ($1.all.raises, $0.theme) < ($0.all.raises, $1.theme) }
  }

  private static func tallies(_ voices: [Voice], _ themes: [String]) -> [Tally] {
    let raised = Dictionary(voices.filter { $0.stance == .raises }.map { ($0.theme, 1) }, uniquingKeysWith: +)
    let disputed = Dictionary(voices.filter { $0.stance == .disputes }.map { ($0.theme, 1) }, uniquingKeysWith: +)
    let total = raised.values.reduce(0, +)
    return themes.map { theme in
      let count = raised[theme] ?? 0
      return Tally(
        raises: count, disputes: disputed[theme] ?? 0, share: total > 0 ? Double(count) / Double(total) : nil,
        rank: 1 + themes.count { (raised[$0] ?? 0) > count })
    }
  }
}
