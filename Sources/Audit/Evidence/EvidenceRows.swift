import Evidence
import Geodata
import Workspace

/// Voices as rows of tables `voices` and `voices_added`, there and back.
enum VoiceRows {
  static let columns = [
    "voice", "date", "source", "channel", "group", "theme", "second", "stance", "place_kind", "place", "contributor",
    "consent", "expires_on",
  ]

  static func rows(_ voices: [Voice], table: String = "voices") -> TopicRows {
    TopicRows(
      table: table, columns: columns,
      rows: voices.map { voice in
        [
          .text(voice.id), .text(voice.date.description), .text(voice.source), .text(voice.channel),
          .text(voice.group), .text(voice.theme), .optional(voice.second), .text(voice.stance.rawValue),
          .text(voice.place.kind), .text(voice.place.code), .text(voice.contributor), .flag(voice.hasConsent),
          .optional(voice.expires?.description),
        ]
      })
  }

  static func voice(_ row: [SQLValue]) -> Voice? {
    guard row.count == columns.count, let date = Day(iso: row[1].text) else { return nil }
    return Voice(
      id: row[0].text, date: date, source: row[2].text, channel: row[3].text, group: row[4].text, theme: row[5].text,
      second: row[6] == .null ? nil : row[6].text, stance: Voice.Stance(rawValue: row[7].text) ?? .raises,
      place: Voice.Place(kind: row[8].text, code: row[9].text) ?? .authority, contributor: row[10].text,
      hasConsent: row[11].integer == 1, expires: Day(iso: row[12].text))
  }
}

extension VoiceRows {
  static let catchmentColumns = ["voice", "catchment"]

  /// The catchments in which voices were said, where that is known.
  static func catchmentRows(_ voices: [Voice], table: String = "voice_catchments") -> TopicRows {
    TopicRows(
      table: table, columns: catchmentColumns,
      rows: voices.flatMap { voice in voice.catchments.map { [.text(voice.id), .text($0)] } })
  }
}

/// Survey answers as rows of table `surveys`, there and back.
enum SurveyRows {
  static let columns = ["survey", "date", "group", "theme", "asked", "answered", "agree"]

  static func rows(_ answers: [SurveyAnswer]) -> TopicRows {
    TopicRows(
      table: "surveys", columns: columns,
      rows: answers.map {
        [
          .text($0.survey), .text($0.date.description), .text($0.group), .text($0.theme), .integer($0.asked),
          .integer($0.answered), .integer($0.agree),
        ]
      })
  }

  static func answer(_ row: [SQLValue]) -> SurveyAnswer? {
    guard let date = Day(iso: row[1].text), let asked = row[4].integer, let answered = row[5].integer,
      let agree = row[6].integer
    else { return nil }
    return SurveyAnswer(
      survey: row[0].text, date: date, group: row[2].text, theme: row[3].text, asked: asked, answered: answered,
      agree: agree)
  }
}

/// Offers as rows of table `offers`.
enum OfferRows {
  static let roles = [
    "offer_id", "centre_id", "service", "theme", "provider", "hours_per_week", "languages", "age_from", "age_to",
    "funder", "cost_per_year", "fund_ends_on", "volunteer_hours_per_week", "flow",
  ]
  static let columns = ["offer", "centre"] + roles.dropFirst(2)

  /// What of a row says something that is not taken: a number or a day that is none.
  static func doubt(_ columns: RoleColumns, _ row: TableRow) -> String? {
    let numbers = ["hours_per_week", "cost_per_year", "volunteer_hours_per_week", "age_from", "age_to"]
    if numbers.contains(where: { columns.isNoNumber($0, row) }) { return "with a number that is none, left blank" }
    if !columns.text("fund_ends_on", row).isEmpty, columns.day("fund_ends_on", row) == nil {
      return "with an end of money that is no day, left blank"
    }
    return nil
  }

  static func offer(_ row: [SQLValue]) -> Offer? {
    guard row.count == columns.count else { return nil }
    return Offer(
      id: row[0].text, centre: row[1].text, service: row[2].text, theme: row[3].text, provider: row[4].text,
      hours: row[5].real, languages: row[6].text.split { ";|".contains($0) }.map { String($0) },
      funder: row[9].text, cost: row[10].real, fundEnds: Day(iso: row[11].text), volunteerHours: row[12].real,
      flow: row[13].text)
  }

  static func row(_ columns: RoleColumns, _ row: TableRow) -> [SQLValue] {
    roles.map { role in
      switch role {
      case "hours_per_week", "cost_per_year", "volunteer_hours_per_week": .optional(columns.real(role, row))
      case "age_from", "age_to": .optional(columns.integer(role, row))
      case "fund_ends_on": .optional(columns.day(role, row)?.description)
      default: .text(columns.text(role, row))
      }
    }
  }
}

/// Claims as rows of table `claims`, there and back.
enum ClaimRows {
  static let columns = [
    "claim", "place_kind", "place", "group", "theme", "measure", "comparator", "predicate", "refuted_if", "ask_whom",
    "ask_where", "due", "owner_role", "state", "origin",
  ]

  static func row(_ claim: Claim) -> [SQLValue] {
    [
      .text(claim.id), .text(claim.place.kind), .text(claim.place.code), .text(claim.group), .text(claim.theme),
      .text(claim.measure), .text(claim.comparator.text), .text(claim.predicate.rawValue), .text(claim.refutedIf),
      .text(claim.plan.whom), .text(claim.plan.whereToAsk), .optional(claim.plan.due?.description),
      .text(claim.owner), .text(claim.state.rawValue), .text(claim.origin),
    ]
  }

  /// From `columns` and then `in_cycle`.
  static func claim(_ row: [SQLValue]) -> Claim? {
    guard row.count == columns.count + 1, let place = Voice.Place(kind: row[1].text, code: row[2].text),
      let comparator = Claim.Comparator(text: row[6].text), let predicate = Claim.Predicate(rawValue: row[7].text),
      let state = Claim.State(rawValue: row[13].text)
    else { return nil }
    return Claim(
      id: row[0].text, openedIn: row[15].text, place: place, group: row[3].text, theme: row[4].text,
      measure: row[5].text, comparator: comparator, predicate: predicate, refutedIf: row[8].text,
      plan: .init(whom: row[9].text, whereToAsk: row[10].text, due: Day(iso: row[11].text)), owner: row[12].text,
      state: state, origin: row[14].text)
  }
}

/// Tests of claims as rows of table `claim_tests`, there and back.
enum ClaimTestRows {
  static let columns = ["claim", "date", "outcome", "asked", "agreed", "told_back", "grade"]

  static func row(_ test: ClaimTest) -> [SQLValue] {
    [
      .text(test.claim), .text(test.date.description), .text(test.outcome.rawValue), .integer(test.asked),
      .optional(test.agreed), .text(test.toldBack), .text(test.grade.rawValue),
    ]
  }

  /// From `columns` and then `in_cycle`.
  static func test(_ row: [SQLValue]) -> ClaimTest? {
    guard row.count == columns.count + 1, let date = Day(iso: row[1].text),
      let outcome = ClaimTest.Outcome(rawValue: row[2].text), let asked = row[3].integer,
      let grade = ClaimGrade.Grade(rawValue: row[6].text)
    else { return nil }
    return ClaimTest(
      claim: row[0].text, cycle: row[7].text, date: date, outcome: outcome, asked: asked, agreed: row[4].integer,
      toldBack: row[5].text, grade: grade)
  }
}
