import Statistics
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
      let reached = table[key]?["reached"] ?? (enrolled == nil ? nil : .zero)
      let interval = enrolled.flatMap { enrolled in
        reached.flatMap { Wilson.interval(events: bounded($0), of: bounded(enrolled)) }
      }
      var share = Cell("–")
      if let enrolled, let reached, enrolled.value > 0, !counts.isHidden(enrolled), !counts.isHidden(reached) {
        let value = min(1, reached.value / enrolled.value)
        share = Cell(
          say.percent(value), number: value, low: interval?.lower, high: interval?.upper,
          detail: interval.map {
            say("\(say.decimal($0.lower * 100, places: 0)) to \(say.decimal($0.upper * 100, places: 0))")
          })
      }
      return [
        Cell(groupWords(key)), counts.cell(enrolled), counts.cell(reached), share,
        counts.cell(table[key]?["sustained"] ?? (enrolled == nil ? nil : .zero)),
      ]
    }
    var blocks: [Block] = [
      .table(
        Table(
          say("Children of declared groups who live here"),
          columns: [
            .init(say("Group")), .init(say("Enrolled"), isNumeric: true), .init(say("Reached"), isNumeric: true),
            .init(say("Reached of enrolled"), isNumeric: true), .init(say("Sustained"), isNumeric: true),
          ], rows: rows))
    ]
    if let all = rates.reachedOfEnrolled.value, !counts.isHidden(rates.reachedOfEnrolled.numerator) {
      blocks.append(
        .paragraph(say("For all enrolled children who live here it is \(inHundred(min(1, all))).").capitalisedFirst))
    }
    blocks.append(
      .note(
        say(
          "Shares are of enrolled children. Children who never enrolled are not in them. A child may be in several groups."
        )
      ))
    return Section("groups", title, blocks)
  }

  private func bounded(_ count: Count) -> BoundedNumber {
    BoundedNumber(count.value, low: Double(count.low), high: Double(count.high))
  }

  /// language=eal → Language: eal.
  private func groupWords(_ key: String) -> String {
    guard let split = key.firstIndex(of: "=") else { return key.replacingDashes.capitalisedFirst }
    let column = String(key[..<split]).replacingDashes.capitalisedFirst
    return "\(column): \(String(key[key.index(after: split)...]).replacingDashes)"
  }
}

extension String {
  /// lone-parent → lone parent.
  var replacingDashes: String { split(separator: "-").joined(separator: " ") }
}
