import Tally
import Workspace

extension Comparison {
  /// Children in no catchment, in one and in several.
  func coverageSection() -> Section {
    let title = say("What the catchments cover")
    let sets = coverage.sets
    guard !sets.isEmpty else {
      return Section("coverage", title, [.notice(say("Nothing is known of the catchments."))])
    }
    func total(_ chosen: [CatchmentCoverage.SetOfCatchments]) -> Count {
      chosen.reduce(.zero) { $0 + $1.people.enrolled }
    }
    let none = total(sets.filter(\.catchments.isEmpty))
    let several = sets.filter { $0.catchments.count > 1 }
    var blocks: [Block] = [
      .list([
        say("Enrolled children who live in no catchment: \(counts.long(none))."),
        say("Enrolled children who live in several: \(counts.long(total(several)))."),
      ])
    ]
    let rows = sets.filter { $0.catchments.count != 1 }.map { set -> [Cell] in
      [
        Cell(set.catchments.isEmpty ? say("no catchment") : set.catchments.map(name).joined(separator: " + ")),
        Cell(say.number(set.areas), number: Double(set.areas)), counts.cell(set.people.enrolled),
        counts.cell(set.people.reached), counts.cell(set.people.sustained),
      ]
    }
    if !rows.isEmpty {
      blocks.append(
        .table(
          Table(
            say("Gaps and overlaps"),
            columns: [
              .init(say("Lives in")), .init(say("Areas touched"), isNumeric: true),
              .init(say("Enrolled"), isNumeric: true), .init(say("Reached"), isNumeric: true),
              .init(say("Sustained"), isNumeric: true),
            ], rows: rows)))
    }
    blocks.append(
      .note(
        say(
          "Each child is in one row. Children outside of all small areas are in no catchment's row only if no catchment holds their home."
        )))
    return Section("coverage", title, blocks)
  }

  private func name(_ code: String) -> String {
    facts.catchments.first { $0.code == code }.map { borough.name(of: $0) } ?? code
  }

  /// Who crosses to which centre, and the catchments that use itself draws.
  func flowsSection() -> Section {
    let title = say("Who goes where")
    let flows = facts.flows.filter { $0.children.high > 0 && !$0.centre.isEmpty }
    guard !flows.isEmpty else {
      return Section(
        "flows", title,
        [
          .notice(
            counts.isCoarse
              ? say("Flows are withheld to protect privacy, or there are none.") : say("No flow was counted."))
        ])
    }
    let centres = facts.centres.map(\.code).filter { code in flows.contains { $0.centre == code } }
    let homes = facts.catchments.map(\.code).filter { code in flows.contains { $0.catchment == code } }
    var table: [String: [String: Count]] = [:]
    for flow in flows { table[flow.catchment, default: [:]][flow.centre] = flow.children }
    var blocks: [Block] = []
    if centres.count <= 14 {
      blocks.append(
        .table(
          Table(
            say("Children reached, by catchment they live in (rows) and centre used (columns)"),
            columns: [.init(say("Lives in"))] + centres.map { .init($0, isNumeric: true) },
            rows: (homes + (table[""] == nil ? [] : [""])).map { home in
              [Cell(home.isEmpty ? say("no catchment") : name(home), detail: home.isEmpty ? nil : home)]
                + centres.map { counts.cell(table[home]?[$0] ?? .zero) }
            })))
      blocks.append(
        .note(
          say("A child may use several centres and live in overlapping catchments. So these numbers do not add up.")))
    }
    blocks += naturalCatchments()
    return Section("flows", title, blocks)
  }

  /// Areas whose children mostly use another centre than their catchment's.
  private func naturalCatchments() -> [Block] {
    guard !coverage.uses.isEmpty else {
      return counts.isCoarse ? [.notice(say("Which centre each area uses most is not in a release."))] : []
    }
    let rule = facts.catchments.lazy.compactMap { PlaceRates($0.code, in: borough.book).rule }.first
    var homes: [String: [String]] = [:]
    for weight in facts.weights
    where weight.weight >= 0.5 && weight.rule == rule {
      homes[weight.area, default: []].append(weight.catchment)
    }
    let own = Set(facts.centres.map(\.code))
    let elsewhere = facts.areas.compactMap { area -> [Cell]? in
      guard let main = coverage.mainCentre(of: area.code), let home = homes[area.code], !home.contains(main),
        home.contains(where: own.contains)
      else { return nil }
      let children = coverage.uses.first { $0.area == area.code && $0.centre == main }?.children
      return [
        Cell(area.name, detail: area.name == area.code ? nil : area.code),
        Cell(home.sorted().map(name).joined(separator: ", ")), Cell(borough.centreName(main, say)),
        counts.cell(children),
      ]
    }
    guard !elsewhere.isEmpty else {
      return [
        .paragraph(say("In every area most children who were reached used the centre of a catchment they live in."))
      ]
    }
    return [
      .heading(say("Where use draws other borders")),
      .table(
        Table(
          say("Areas whose children mostly use another centre"),
          columns: [
            .init(say("Area")), .init(say("Its catchment")), .init(say("Most use")),
            .init(say("Children"), isNumeric: true),
          ], rows: Array(elsewhere.prefix(40)))),
    ]
  }
}
