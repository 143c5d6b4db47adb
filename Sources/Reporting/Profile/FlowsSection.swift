import Measures
import Tally
import Workspace

extension ProfileSections {
  /// Where children of this catchment go, and where this centre's children come from.
  func flowsSection() -> Section {
    let title = say("Where children go, and where this centre's children come from")
    guard hasUse else {
      return Section("flows", title, [.notice(say("No record of visits was given. So this part is empty."))])
    }
    let out = facts.flows.filter { $0.catchment == catchment.code }.sorted(by: byChildren)
    let into = facts.flows.filter { $0.centre == catchment.code && !$0.centre.isEmpty }.sorted(by: byChildren)
    var blocks: [Block] = containment()
    let hasVisits = out.contains { $0.visits != nil } || into.contains { $0.visits != nil }
    var left: [Block] = []
    var right: [Block] = []
    if out.isEmpty {
      left.append(nothingShown(say("No flow of this catchment's children is shown.")))
    } else {
      left.append(
        .table(
          flowTable(say("Centres used by children who live here"), say("Centre"), out, hasVisits) { flow in
            flow.centre == catchment.code && centre != nil
              ? say("\(borough.centreName(flow.centre, say)) (this centre)") : borough.centreName(flow.centre, say)
          }))
    }
    if centre != nil {
      if into.isEmpty {
        right.append(nothingShown(say("No flow to this centre is shown.")))
      } else {
        right.append(
          .table(
            flowTable(say("Where this centre's children live"), say("Catchment"), into, hasVisits) { flow in
              flow.catchment.isEmpty ? say("in no catchment") : facts.catchmentName(flow.catchment)
            }))
      }
    }
    blocks.append(right.isEmpty ? .beside(left, []) : .beside(left, right))
    blocks.append(
      .note(
        say("A child may use several centres and live in overlapping catchments. So these numbers do not add up.")))
    return Section("flows", title, blocks)
  }

  private func nothingShown(_ text: String) -> Block {
    counts.isCoarse
      ? .notice(text + " " + say("It is withheld to protect privacy, or there is none.")) : .paragraph(text)
  }

  private func byChildren(_ a: CycleFacts.Flow, _ b: CycleFacts.Flow) -> Bool {
    a.children.value == b.children.value
      ? (a.catchment, a.centre) < (b.catchment, b.centre) : a.children.value > b.children.value
  }

  private func flowTable(
    _ caption: String, _ first: String, _ flows: [CycleFacts.Flow], _ hasVisits: Bool,
    name: (CycleFacts.Flow) -> String
  ) -> Table {
    var columns: [Table.Column] = [.init(first), .init(say("Children"), isNumeric: true)]
    if hasVisits { columns.append(.init(say("Visits"), isNumeric: true)) }
    return Table(
      caption, columns: columns,
      rows: flows.prefix(12).map { flow in
        let ids = flowIDs(flow)
        var row = [Cell(name(flow)), counts.cell(flow.children, figure: ids.children)]
        if hasVisits {
          row.append(flow.visits.map { Cell(say.number($0), number: Double($0), figure: ids.visits) } ?? "w")
        }
        return row
      })
  }

  private func flowIDs(_ flow: CycleFacts.Flow) -> (children: String, visits: String) {
    guard flow.catchment.isEmpty else {
      return (
        id(UseMeasures.children(at: flow.centre), at: flow.catchment),
        id(UseMeasures.visits(at: flow.centre), at: flow.catchment)
      )
    }
    return (
      ofAuthority(UseMeasures.childrenFromNowhere(at: flow.centre)),
      ofAuthority(UseMeasures.visitsFromNowhere(at: flow.centre))
    )
  }

  private func containment() -> [Block] {
    guard centre != nil else {
      return [.paragraph(say("No centre has this catchment's code. So nothing can be said of an own centre."))]
    }
    if let here = catchment.visitsHere, let all = catchment.people.visits, all > 0 {
      let share = Double(here) / Double(all)
      return [
        .paragraph(
          say(
            "Of 100 visits by children who live here, \(say.decimal(share * 100, places: 0).ofFigure(id(UseMeasures.containment))) were to this centre."
          )
            + " "
            + say(
              "The others, \(say.number(all - here).ofFigure(id(UseMeasures.visitsElsewhere))) visits, went to other centres."
            ))
      ]
    }
    if let here = catchment.reachedHere, catchment.people.reached.value > 0, !counts.isHidden(here) {
      let share = min(1, here.value / catchment.people.reached.value)
      return [
        .paragraph(
          say(
            "Of 100 children reached who live here, about \(say.decimal(share * 100, places: 0).ofFigure(id(UseMeasures.hereOfReached))) used this centre."
          ))
      ]
    }
    return counts.isCoarse
      ? [.notice(say("How many used this centre itself is withheld to protect privacy."))] : []
  }
}
