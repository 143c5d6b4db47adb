import Geodata

/// Coded voices, a survey and offers, with a silent group and a loud voice.
enum VoicePlan {
  static let themes = ["debt", "isolation", "speech-and-language", "housing", "parenting-confidence"]
  /// The contributor who speaks about a quarter of the time.
  static let loudest = "V00"
  /// What each theme means, so that two coders code alike.
  static let meanings = [
    "debt": "money owed, bills that cannot be paid, benefits that do not come",
    "isolation": "nobody to turn to, nobody to talk to",
    "speech-and-language": "children who speak little or are hard to follow",
    "housing": "damp, too few rooms, moving on again",
    "parenting-confidence": "not knowing whether one does right by a child",
  ]

  static var codebook: String {
    let lines = themes.map { "  \($0): \(meanings[$0] ?? "")" }
    return """
      # The words by which voices, surveys and offers of Sandmere are coded.
      themes:
      \(lines.joined(separator: "\n"))
      sources: [home-liaison-worker, parent, local-authority, partner, faith-group]
      channels: [home-visit, survey, writing-wall, open-house, meeting]
      flows:
        2: what partners' professionals bring to families
        3: what the centre and its partners give week by week
        4: what people of the place give each other

      """
  }

  /// The group that hardly anybody has heard.
  static let silent = "eal"

  static func voices(_ land: Land, _ postcodes: PostcodePlan, seed: UInt64) -> Sheet {
    var sheet = Sheet([
      "id", "date", "source", "channel", "group", "theme", "theme_second_coder", "stance", "area_code", "postcode",
      "contributor", "consent", "expires_on", "minutes", "language", "told_back",
    ])
    let homes = postcodes.residentialByArea(land)
    var random = SampleRandom(seed, .voice)
    let sources = ["home-liaison-worker", "parent", "local-authority", "partner", "faith-group"]
    let channels = ["home-visit", "survey", "writing-wall", "open-house", "meeting"]
    for number in 1...230 {
      let loud = random.chance(0.27)
      let source = sources[random.pick([0.28, 0.46, 0.10, 0.10, 0.06])]
      let day = SampleCycle.all[1].from.adding(days: random.below(340))
      let theme = themes[random.pick(loud ? [0.70, 0.10, 0.06, 0.10, 0.04] : [0.20, 0.27, 0.22, 0.18, 0.13])]
      let second: String =
        if random.chance(0.55) { "" } else { random.chance(0.86) ? theme : themes[random.below(themes.count)] }
      let channel = channels[random.below(channels.count)]
      let group = random.chance(0.012) ? silent : "other"
      let stance = random.chance(0.9) ? "raises" : "disputes"
      let area = random.below(land.codes.count)
      // Who visits at home notes a postcode; the others know the area.
      let postcode = channel == "home-visit" ? homes[area] ?? "" : ""
      sheet.append([
        String(number), day.description, source, channel, group, theme, second, stance,
        postcode.isEmpty ? land.codes[area] : "", postcode,
        loud ? loudest : "V" + Digits.padded(1 + random.below(90), 2), random.chance(0.95) ? "yes" : "no",
        source == "local-authority" ? day.adding(days: 90 + random.below(120)).description : "",
        channel == "writing-wall" ? "" : String(5 + 5 * (number % 4)), group == silent ? "bn" : "en",
        channel == "open-house" || channel == "meeting" ? "yes" : "no",
      ])
    }
    return sheet
  }

  static func surveys(seed: UInt64) -> Sheet {
    var sheet = Sheet([
      "survey", "date", "group", "theme", "asked", "answered", "agree", "minutes", "asked_before", "languages",
      "told_back",
    ])
    var random = SampleRandom(seed, .voice, 1)
    for (group, asked, answered) in [(silent, 90, 11), ("other", 410, 168)] {
      for theme in themes {
        let agree = min(answered, Int((Double(answered) * random.uniform(0.15, 0.5)).rounded()))
        sheet.append([
          "parents-spring", "2026-03-15", group, theme, String(asked), String(answered), String(agree), "6",
          group == silent ? "4" : "57", "en", "no",
        ])
      }
    }
    return sheet
  }

  static func offers(_ land: Land) -> Sheet {
    var sheet = Sheet([
      "offer_id", "centre_id", "service", "theme", "provider", "hours_per_week", "languages", "age_from", "age_to",
      "funder", "cost_per_year", "fund_ends_on", "volunteer_hours_per_week", "flow",
    ])
    let kinds: [[String]] = [
      ["debt-advice", "debt", "citizens-advice", "2", "en", "0", "5", "core", "4200", "", "0", "3"],
      ["stay-and-play", "isolation", "centre", "10", "en;bn", "0", "5", "core", "18500", "", "4", "3"],
      [
        "parenting", "parenting-confidence", "college", "4", "en;pl", "0", "5", "lottery", "9100", "2026-12-31", "9",
        "2",
      ],
      ["health-visitor", "", "nhs", "12", "en", "0", "5", "nhs", "0", "", "0", "2"],
      ["credit-union", "debt", "volunteers", "3", "en;bn", "0", "5", "regeneration", "2600", "2026-03-31", "4", "4"],
      ["speech-and-language", "speech-and-language", "nhs", "5", "en", "1", "5", "nhs", "0", "", "0", "2"],
    ]
    for number in 0..<max(9, land.centres.count * 2) {
      let centre = land.centres[number % land.centres.count]
      sheet.append(["O" + Digits.padded(number + 1, 2), centre] + kinds[number % kinds.count])
    }
    return sheet
  }
}
