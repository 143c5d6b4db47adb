import Geodata
import Statistics

/// Who spoke, against who lives there: how many voices there really are, who is loud, who is unheard.
///
/// Only consented voices of the cycle count. No internal profile is printed without it, and it does not leave the house.
///
/// ```swift
/// let balance = VoiceBalance(voices, from: first, to: last, groups: groups, areas: areas)
/// balance.loud.map(\.contributor)        // ["V00"]
/// balance.unheard.map(\.group)           // ["eal"]
/// ```
public struct VoiceBalance: Sendable {
  /// Consented voices of the cycle.
  public var consented: Int
  /// 1/Σs² over contributors; nil without a voice.
  public var effectiveVoices: Double?
  /// The share of the loudest contributor; nil without a voice.
  public var loudestShare: Double?
  /// Contributors with at least the threshold's share, the loudest first.
  public var loud: [Contributor]
  /// Each group against its share of the people, in the order of column and value.
  public var groups: [GroupVoice]
  /// Declared group columns of which no voice carries a value: nobody coded it, so nothing can be said of its groups.
  public var uncoded: [String]
  /// Each area against its share of the children, in the order of the codes.
  public var areas: [AreaVoice]
  /// Each theme with and without the loudest contributor and source, the most raised first.
  public var themes: [ThemeVoice]
  /// The source with the most voices; nil without a voice.
  public var loudestSource: String?
  /// How far two coders agree; nil where nothing was coded twice.
  public var agreement: CohenKappa?

  /// The groups that are unheard.
  public var unheard: [GroupVoice] { groups.filter { $0.ratio.isUnheard } }

  /// A contributor with their voices.
  public struct Contributor: Hashable, Sendable {
    /// The pseudonym.
    public var contributor: String
    /// Voices of the cycle.
    public var voices: Int
    /// Of all voices.
    public var share: Double
  }

  /// People of one declared group, or `other`.
  public struct GroupPeople: Hashable, Sendable {
    /// The column in audit.yml: `language`.
    public var column: String
    /// The value: `eal`.
    public var value: String
    /// How many: a given denominator, or the group's enrolled.
    public var people: Double

    /// Makes a group.
    public init(column: String, value: String, people: Double) {
      (self.column, self.value, self.people) = (column, value, people)
    }
  }

  /// A group's share of voices over its share of people.
  public struct GroupVoice: Hashable, Sendable {
    /// The column; empty for `other`.
    public var column: String
    /// The value.
    public var group: String
    /// Voices.
    public var voices: Int
    /// With interval, and whether it is unheard.
    public var ratio: RepresentationRatio
  }

  /// An area's share of voices over its share of children.
  public struct AreaVoice: Hashable, Sendable {
    /// The code.
    public var area: String
    /// Voices about it.
    public var voices: Int
    /// With interval, and whether it is unheard.
    public var ratio: RepresentationRatio
  }

  /// Weighs the voices of one cycle.
  ///
  /// - Parameters:
  ///   - voices: all voices, of any cycle, with or without consent.
  ///   - first: the cycle's first day.
  ///   - last: the cycle's last day.
  ///   - groups: people by declared group, of the authority.
  ///   - everybody: people of the authority.
  ///   - areas: children by area.
  ///   - codedBy: the group columns by which voices are coded, as audit.yml says; empty: those of which a value was said.
  ///   - threshold: from which share of the voices a contributor is loud.
  public init(
    _ voices: [Voice], from first: Day, to last: Day, groups: [GroupPeople], everybody: Double,
    areas: [(code: String, children: Double)], codedBy: [String] = [], threshold: Double = 0.15
  ) {
    let heard = voices.filter { $0.hasConsent && $0.date >= first && $0.date <= last }
    consented = heard.count
    let total = heard.count
    let byContributor = VoiceBalance.counts(heard.map(\.contributor))
    let spread = EffectiveVoices(byContributor.map(\.count))
    effectiveVoices = spread?.value
    loudestShare = spread?.loudestShare
    loud = byContributor.filter { Double($0.count) >= threshold * Double(total) }
      .map { Contributor(contributor: $0.key, voices: $0.count, share: Double($0.count) / Double(total)) }
    agreement = CohenKappa(heard.compactMap { voice in voice.second.map { (first: voice.theme, second: $0) } })
    loudestSource = VoiceBalance.counts(heard.map(\.source)).first?.key

    let spoken = Dictionary(heard.map { ($0.group, 1) }, uniquingKeysWith: +)
    let columns = Set(groups.map(\.column)).sorted()
    let coded = VoiceBalance.coded(columns, voices, groups, codedBy: codedBy)
    uncoded = total == 0 ? [] : columns.filter { !coded.contains($0) }
    var weighed = groups.filter { coded.contains($0.column) }.sorted { ($0.column, $0.value) < ($1.column, $1.value) }
    if coded.count == 1 {
      let others = everybody - weighed.reduce(0) { $0 + $1.people }
      if others > 0 { weighed.append(GroupPeople(column: "", value: "other", people: others)) }
    }
    self.groups = weighed.compactMap { group in
      let count = spoken[group.value] ?? 0
      return RepresentationRatio(voices: count, of: total, people: group.people, of: everybody)
        .map { GroupVoice(column: group.column, group: group.value, voices: count, ratio: $0) }
    }

    let placed = heard.compactMap { voice in if case .area(let code) = voice.place { code } else { nil } }
    let byArea = Dictionary(placed.map { ($0, 1) }, uniquingKeysWith: +)
    let children = areas.reduce(0) { $0 + $1.children }
    self.areas = areas.sorted { $0.code < $1.code }.compactMap { area in
      let count = byArea[area.code] ?? 0
      return RepresentationRatio(voices: count, of: placed.count, people: area.children, of: children)
        .map { AreaVoice(area: area.code, voices: count, ratio: $0) }
    }
    themes = ThemeVoice.weigh(
      heard, withoutContributor: byContributor.first?.key, withoutSource: loudestSource)
  }

  /// The group columns of which voices can be said to carry values.
  ///
  /// A voice has one group, so of several declared columns some may not be coded at all: that nobody noted who is a lone
  /// parent does not make lone parents silent. Those that audit.yml names are meant; else those of which somebody's value
  /// was noted; one column alone, or where no value of any was noted, all (then nobody of them was heard indeed).
  private static func coded(
    _ columns: [String], _ voices: [Voice], _ groups: [GroupPeople], codedBy: [String]
  ) -> [String] {
    if !codedBy.isEmpty { return columns.filter { codedBy.contains($0) } }
    let said = Set(voices.map(\.group))
    guard said != [""] else { return [] }
    let coded = columns.filter { column in groups.contains { $0.column == column && said.contains($0.value) } }
    return columns.count == 1 || coded.isEmpty ? columns : coded
  }

  /// How often each value occurs, the most frequent first, ties in the order of the values.
  static func counts(_ values: [String]) -> [(key: String, count: Int)] {
    Dictionary(values.map { ($0, 1) }, uniquingKeysWith: +)
      .sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { (key: $0.key, count: $0.value) }
  }
}
