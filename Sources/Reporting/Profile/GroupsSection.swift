import Measures
import Tally
import Workspace

extension ProfileSections {
  /// Reach within the declared groups, of those enrolled.
  func groupsSection() -> Section {
    let title = say("Groups")
    guard !cycle.groups.isEmpty else {
      return Section(
        "groups", title, [.paragraph(say("The audit declares no groups. So nothing is said about groups."))])
    }
    let splits = catchment.splits.filter { $0.by == "group" }
    guard !splits.isEmpty else {
      return Section(
        "groups", title,
        [
          counts.isCoarse
            ? .notice(say("Numbers by group are withheld to protect privacy, or there are none."))
            : .paragraph(say("No child of a declared group lives here."))
        ])
    }
    var keys: [String] = []
    var table: [String: [String: Count]] = [:]
    for split in splits {
      if table[split.key] == nil { keys.append(split.key) }
      table[split.key, default: [:]][split.measure] = split.count
    }
    keys.sort()
    let rows = keys.map { key -> [Cell] in
      let enrolled = table[key]?["enrolled"]
      return [
        Cell(key.asGroup), counts.cell(enrolled, figure: id(UseMeasures.group("enrolled", key))),
        counts.cell(
          table[key]?["reached"] ?? (enrolled == nil ? nil : .zero), figure: id(UseMeasures.group("reached", key))),
        rateCell(Rate(borough.book.figure("group-reached.\(key)", at: catchment.code), thresholds: [])),
        gapCell(borough.book.figure("group-gap.\(key)", at: catchment.code)),
        counts.cell(
          table[key]?["sustained"] ?? (enrolled == nil ? nil : .zero), figure: id(UseMeasures.group("sustained", key))),
      ]
    }
    var blocks: [Block] = [
      .table(
        Table(
          say("Children of declared groups who live here"),
          columns: [
            .init(say("Group")), .init(say("Enrolled"), isNumeric: true), .init(say("Reached"), isNumeric: true),
            .init(say("Share reached"), isNumeric: true), .init(say("Gap to others"), isNumeric: true),
            .init(say("Sustained"), isNumeric: true),
          ], rows: rows))
    ]
    if let rate = rates.reachedOfEnrolled, let all = rate.value, !counts.isHidden(rate.numerator) {
      blocks.append(
        .paragraph(
          say("Of all enrolled children who live here, \(inHundred(min(1, all)).ofFigure(rate.id)) were reached.")))
    }
    blocks.append(
      .note(
        say(
          "Shares are of enrolled children. Children who never enrolled are not in them. A child may be in several groups."
        )
      ))
    return Section("groups", title, blocks)
  }

  /// How many more or fewer in 100 are reached than of the enrolled children outside the group, with its interval.
  func gapCell(_ figure: Figure?) -> Cell {
    guard let figure, let value = figure.value, let interval = figure.interval else { return "–" }
    return Cell(
      signed(value), number: value, low: interval.lower, high: interval.upper, figure: figure.id,
      detail: say("\(signed(interval.lower)) to \(signed(interval.upper))"))
  }

  /// A difference of shares in 100, with its sign.
  func signed(_ share: Double) -> String {
    let text = say.decimal(share * 100, places: 0)
    return share > 0 && text != "0" ? "+" + text : text
  }

  /// language=eal → eal.
  func groupName(_ key: String) -> String {
    let value = key.firstIndex(of: "=").map { String(key[key.index(after: $0)...]) } ?? key
    return value.replacingDashes
  }
}

extension String {
  /// language=eal → Language: eal; send=send → Send.
  var asGroup: String {
    guard let split = firstIndex(of: "=") else { return replacingDashes.capitalisedFirst }
    let column = String(self[..<split]).replacingDashes.capitalisedFirst
    let value = String(self[index(after: split)...]).replacingDashes
    return value.capitalisedFirst == column ? column : "\(column): \(value)"
  }

  /// lone-parent → lone parent.
  var replacingDashes: String { split(separator: "-").joined(separator: " ") }
}
