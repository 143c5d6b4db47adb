import Evidence
import Geodata

/// Gathers what it cost those who spoke, channel by channel. Only voices that were consented to count.
struct AskingByChannel {
  private struct Channel {
    var days: [String: Set<Day>] = [:]
    var minutes: Double?
    var languages: Set<String> = []
    var told: [String: Bool] = [:]
  }
  private var channels: [String: Channel] = [:]
  private var knowsTold = false

  mutating func add(_ voice: Voice, _ columns: RoleColumns, _ row: TableRow) {
    guard voice.hasConsent else { return }
    var channel = channels[voice.channel] ?? Channel()
    channel.days[voice.contributor, default: []].insert(voice.date)
    if let minutes = columns.real("minutes", row), minutes >= 0, minutes.isFinite {
      channel.minutes = (channel.minutes ?? 0) + minutes
    }
    let language = columns.text("language", row)
    if NarrativeGuard.isCode(language) { channel.languages.insert(language) }
    if columns["told_back"] != nil {
      knowsTold = true
      let told = !FlagWord.isNo(columns.text("told_back", row))
      channel.told[voice.contributor] = (channel.told[voice.contributor] ?? false) || told
    }
    channels[voice.channel] = channel
  }

  /// What is known of voices alone: who spoke in which channel, and who on several days.
  static func burdens(of voices: [Voice]) -> [AskingBurden] {
    var asking = AskingByChannel()
    for voice in voices where voice.hasConsent {
      asking.channels[voice.channel, default: Channel()].days[voice.contributor, default: []].insert(voice.date)
    }
    return asking.burdens
  }

  /// An entry a channel: people, how many of them spoke on several days, and what else was written down.
  var burdens: [AskingBurden] {
    channels.sorted { $0.key < $1.key }.compactMap { name, channel in
      AskingBurden(
        kind: .voices, occasion: name, asked: channel.days.count, answered: channel.days.count,
        minutes: channel.minutes, askedBefore: channel.days.values.count { $0.count > 1 },
        languages: channel.languages.sorted(), told: knowsTold ? channel.told.values.count { $0 } : nil)
    }
  }
}
