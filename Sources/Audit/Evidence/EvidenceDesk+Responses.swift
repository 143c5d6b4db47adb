import Evidence
import Geodata
import Workspace

/// Responses as rows of table `responses`, there and back.
enum ResponseRows {
  static let columns = [
    "response", "claim", "offer", "what", "partner_role", "owner_role", "target", "status", "due",
  ]

  static func row(_ response: Response) -> [SQLValue] {
    [
      .text(response.id), .text(response.claim), .text(response.offer), .text(response.what), .text(response.partner),
      .text(response.owner), .text(response.target), .text(response.status.rawValue),
      .optional(response.due?.description),
    ]
  }

  /// From `columns` and then `in_cycle`.
  static func response(_ row: [SQLValue]) -> Response? {
    guard row.count == columns.count + 1, let status = Response.Status(rawValue: row[7].text) else { return nil }
    return Response(
      id: row[0].text, openedIn: row[9].text, claim: row[1].text, offer: row[2].text, what: row[3].text,
      partner: row[4].text, owner: row[5].text, target: row[6].text, status: status, due: Day(iso: row[8].text))
  }
}

extension EvidenceDesk {
  /// Adds what is done about a claim and gives it with its id.
  public func add(_ response: Response) throws -> Response {
    guard try reader.claims().contains(where: { $0.id == response.claim }) else {
      throw EvidenceError.noSuchClaim(response.claim, known: try reader.claims().map(\.id))
    }
    var response = response
    let mine = try reader.responses().count { $0.openedIn == cycle.label }
    response.id = "R-\(cycle.label)-\(mine < 9 ? "0" : "")\(mine + 1)"
    response.openedIn = cycle.label
    for (field, text) in [
      ("what", response.what), ("partner", response.partner), ("owner", response.owner), ("target", response.target),
    ] {
      if let trouble = NarrativeGuard.trouble(inSentence: text) { throw EvidenceError.narrative(field: field, trouble) }
    }
    if !response.offer.isEmpty, try !reader.offers().contains(where: { $0[0].text == response.offer }) {
      throw EvidenceError.unknownPlace(kind: "offer", code: response.offer)
    }
    try workspace.add(
      TopicRows(table: "responses", columns: ResponseRows.columns, rows: [ResponseRows.row(response)]),
      cycle: cycle.label)
    return response
  }

  /// Writes down how a response stands.
  public func set(_ response: String, status: Response.Status) throws {
    guard try reader.responses().contains(where: { $0.id == response }) else {
      throw EvidenceError.impossible("there is no response \(response) up to \(cycle.label)")
    }
    try workspace.amend(
      "responses", where: "response", is: response, to: [(column: "status", value: .text(status.rawValue))],
      in: cycle.label)
  }
}

extension EvidenceReader {
  /// Responses that were begun in this cycle or before, as they stood in this cycle.
  public func responses() throws -> [Response] {
    try workspace.amended("responses", columns: ResponseRows.columns, as: knownCycles)
      .compactMap(ResponseRows.response)
  }

  /// The cycle's offers, as `OfferRows.columns`.
  func offers() throws -> [[SQLValue]] {
    try workspace.records(of: "offers", columns: OfferRows.columns, cycle: cycle.label)
  }

  /// Responses as a table.
  public func responseTable() throws -> QueryResult {
    QueryResult(
      columns: ["in_cycle"] + ResponseRows.columns,
      rows: try responses().map { [.text($0.openedIn)] + ResponseRows.row($0) })
  }

  /// The cycle's offers as a table.
  public func offerTable() throws -> QueryResult {
    QueryResult(columns: OfferRows.columns, rows: try offers())
  }

  /// Need × offer: each theme with how often it was raised, without the loudest, the claims of it, and what is offered.
  public func needOfferTable() throws -> QueryResult {
    let picture = try picture()
    let offers = try offers()
    let raised = Dictionary(picture.balance.themes.map { ($0.theme, $0) }, uniquingKeysWith: { first, _ in first })
    let themes = Set(raised.keys).union(offers.map { $0[3].text }.filter { !$0.isEmpty }).sorted()
    return QueryResult(
      columns: [
        "theme", "raised", "raised_without_loudest", "disputed", "claims", "offers", "hours_per_week", "cost_per_year",
        "first_fund_end",
      ],
      rows: themes.map { theme in
        let mine = offers.filter { $0[3].text == theme }
        let voice = raised[theme]
        return [
          .text(theme), .integer(voice?.all.raises ?? 0), .integer(voice?.withoutLoudestContributor.raises ?? 0),
          .integer(voice?.all.disputes ?? 0), .integer(picture.claims.count { $0.claim.theme == theme }),
          .integer(mine.count), .real(mine.reduce(0) { $0 + ($1[5].real ?? 0) }),
          .real(mine.reduce(0) { $0 + ($1[10].real ?? 0) }),
          .optional(mine.map { $0[11].text }.filter { !$0.isEmpty }.min()),
        ]
      })
  }
}
