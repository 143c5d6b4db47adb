import Geometry
import Measures
import Tally
import Workspace

extension Comparison {
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
    if let map = flowMap(flows) { blocks.append(.picture(map)) }
    if centres.count <= 14 {
      blocks.append(
        .table(
          Table(
            say("Children reached, by catchment they live in (rows) and centre used (columns)"),
            columns: [.init(say("Lives in"))] + centres.map { .init($0, isNumeric: true) },
            rows: (homes + (table[""] == nil ? [] : [""])).map { home in
              [Cell(home.isEmpty ? say("no catchment") : name(home), detail: home.isEmpty ? nil : home)]
                + centres.map { flowCell(table[home]?[$0], from: home, to: $0) }
            })))
      blocks.append(
        .note(
          say("A child may use several centres and live in overlapping catchments. So these numbers do not add up.")))
    }
    blocks += naturalCatchments()
    return Section("flows", title, blocks)
  }

  /// Children of a catchment, or of none, who used a centre. Nobody, where no row says so; withheld where some may be.
  private func flowCell(_ children: Count?, from home: String, to centre: String) -> Cell {
    let isPart = facts.catchments.first { $0.code == home }?.partlyWithheld.contains("centre") == true
    guard children != nil || !isPart else { return counts.cell(nil) }
    if home.isEmpty {
      let id = ofAll(UseMeasures.childrenFromNowhere(at: centre))
      return counts.cell(children ?? .zero, figure: id)
    }
    return counts.cell(
      children ?? .zero,
      figure: facts.figureID(UseMeasures.children(at: centre), at: home))
  }

  /// Lines from where children live to the centres that they used: from small areas, in a release from catchments.
  private func flowMap(_ released: [CycleFacts.Flow]) -> Picture? {
    guard let frame else { return nil }
    let points = Dictionary(
      facts.centres.compactMap { centre in centre.point.map { (centre.code, $0) } }
    ) { first, _ in first }
    struct Flow {
      var from: Point
      var to: Point
      var children: Double
      var isOwn: Bool
    }
    var flows: [Flow] = []
    if counts.isCoarse {
      for flow in released where !counts.isHidden(flow.children) && flow.children.value > 0 {
        guard let from = borough.catchmentShapes[flow.catchment]?.labelPoint, let to = points[flow.centre] else {
          continue
        }
        flows.append(
          .init(from: from, to: to, children: flow.children.value, isOwn: flow.catchment == flow.centre))
      }
    } else {
      var sums: [String: [String: (own: Double, other: Double)]] = [:]
      for flow in facts.homeFlows where !flow.area.isEmpty {
        let isOwn = flow.catchments.contains(flow.centre)
        sums[flow.area, default: [:]][flow.centre, default: (0, 0)].own += isOwn ? flow.children.value : 0
        sums[flow.area, default: [:]][flow.centre, default: (0, 0)].other += isOwn ? 0 : flow.children.value
      }
      for area in facts.areas {
        guard let from = borough.areaShapes[area.code]?.labelPoint else { continue }
        for centre in facts.centres {
          guard let to = centre.point, let sum = sums[area.code]?[centre.code] else { continue }
          if sum.own > 0 { flows.append(.init(from: from, to: to, children: sum.own, isOwn: true)) }
          if sum.other > 0 { flows.append(.init(from: from, to: to, children: sum.other, isOwn: false)) }
        }
      }
    }
    guard !flows.isEmpty else { return nil }
    // No more lines than can be told apart: the strongest.
    let mostLines = 160
    let least = flows.map(\.children).sorted(by: >).dropFirst(mostLines).first.map { $0 + 1 } ?? 0
    let shown = flows.filter { $0.children >= least }
    let most = shown.filter { !$0.isOwn }.map(\.children).max() ?? shown.map(\.children).max() ?? 1
    let lines = shown.map { flow in
      FlowLine(
        from: flow.from, to: flow.to, children: flow.children, isOwn: flow.isOwn,
        width: FlowLine.width(of: flow.children, most: most))
    }.sorted { ($0.isOwn ? 0 : 1, $0.children) < ($1.isOwn ? 0 : 1, $1.children) }
    let steps = (0..<FlowLine.widths.count).map { most * Double($0) / Double(FlowLine.widths.count) }
    let crossing = FlowLine.colour(isOwn: false)
    let keys =
      [
        FlowLine.Key(
          colour: FlowLine.colour(isOwn: true), width: FlowLine.widths[1],
          text: say("to the centre of a catchment they live in"))
      ]
      + (shown.contains { !$0.isOwn } ? Array(FlowLine.widths.indices) : []).map { index in
        FlowLine.Key(
          colour: crossing, width: FlowLine.widths[index],
          text: index == FlowLine.widths.count - 1
            ? say("to another centre: \(say.decimal(steps[index], places: 0)) children or more")
            : say(
              "to another centre: under \(say.decimal(steps[index + 1], places: 0)) children"))
      }
    var map = map(
      fills: facts.areas.map { _ in .context }, keys: [], classes: ShadeClasses(breaks: []),
      legend: counts.isCoarse
        ? say("From the middle of each catchment to the centres used")
        : say("From the middle of each small area to the centres used"),
      notes: least > 1
        ? [say("Flows of fewer than \(say.decimal(least, places: 0)) children are not drawn.")]
        : counts.isCoarse ? [say("Flows that are hidden or withheld are not drawn.")] : [])
    (map.flows, map.flowKeys) = (lines, keys)
    let crossed = shown.filter { !$0.isOwn }.count
    return map.draw(
      frame: frame, title: say("Flow map: who crosses to which centre"),
      description: say(
        "Map with \(say.number(shown.count)) lines from homes to centres used; \(say.number(crossed)) of them lead to a centre of another catchment. The table has the numbers."
      ))
  }
}
