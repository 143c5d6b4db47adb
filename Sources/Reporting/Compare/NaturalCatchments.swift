import Measures
import Tally
import Workspace

extension Comparison {
  /// The catchments that use itself draws: each area with the centre that most of its reached children used.
  func naturalCatchments() -> [Block] {
    guard !coverage.uses.isEmpty else {
      return counts.isCoarse ? [.notice(say("Which centre each area uses most is not in a release."))] : []
    }
    let homes = homes()
    let own = Set(facts.centres.map(\.code))
    let main = facts.areas.map { coverage.mainCentre(of: $0.code) }
    /// Areas whose children mostly use another centre than that of a catchment they lie in by half.
    let differ = facts.areas.indices.filter { index in
      guard let centre = main[index], let home = homes[facts.areas[index].code] else { return false }
      return !home.contains(centre) && home.contains(where: own.contains)
    }
    var blocks: [Block] = [.heading(say("Where use draws other borders"))]
    let table = Table(
      say("Areas whose children mostly use another centre"),
      columns: [
        .init(say("Area")), .init(say("Its catchment")), .init(say("Most use")),
        .init(say("Children"), isNumeric: true),
      ],
      rows: differ.prefix(40).map { index in
        let area = facts.areas[index]
        let centre = main[index] ?? ""
        let children = coverage.uses.first { $0.area == area.code && $0.centre == centre }?.children
        return [
          Cell(area.name, detail: area.name == area.code ? nil : area.code),
          Cell((homes[area.code] ?? []).sorted().map(name).joined(separator: ", ")),
          Cell(borough.centreName(centre, say)),
          counts.cell(
            children,
            figure: facts.figureID(ComparedMeasures.childrenFromArea(at: centre), at: area.code)),
        ]
      })
    let text: Block =
      differ.isEmpty
      ? .paragraph(say("In every area most children who were reached used the centre of a catchment they live in."))
      : .table(table)
    if let map = naturalMap(main, differ) {
      blocks.append(.beside([.picture(map)], [text]))
    } else {
      blocks.append(text)
    }
    if differ.count > 40 {
      blocks.append(
        .note(
          say(
            "\(say.number(differ.count)) areas in all; needs query centres-used-by-area lists every one with each centre."
          )))
    }
    return blocks
  }

  /// The catchments that hold half of an area or more by the printed rule.
  private func homes() -> [String: [String]] {
    let rule = facts.catchments.lazy.compactMap { PlaceRates($0.code, in: borough.book).rule }.first
    var homes: [String: [String]] = [:]
    for weight in facts.weights where weight.weight >= 0.5 && weight.rule == rule {
      homes[weight.area, default: []].append(weight.catchment)
    }
    return homes
  }

  /// Light colours that black numbers can be read on (ColorBrewer's Set3); with more centres they come again.
  private static let colours = [
    "#8dd3c7", "#ffffb3", "#bebada", "#fb8072", "#80b1d3", "#fdb462", "#b3de69", "#fccde5", "#d9d9d9", "#bc80bd",
    "#ccebc5", "#ffed6f",
  ]

  private func naturalMap(_ main: [String?], _ differ: [Int]) -> Picture? {
    guard let frame else { return nil }
    let used = facts.centres.filter { centre in main.contains(centre.code) }
    guard used.count > 1 else { return nil }
    let numbers = Dictionary(used.enumerated().map { ($0.element.code, $0.offset) }) { first, _ in first }
    func colour(_ number: Int) -> String { Self.colours[number % Self.colours.count] }
    let fills = main.map { centre -> AreaMap.Fill in
      centre.flatMap { numbers[$0] }.map { .colour(colour($0)) } ?? .unknown
    }
    var map = map(
      fills: fills,
      keys: used.enumerated().map {
        .init(
          fill: .colour(colour($0.offset)),
          text: Drawing.shortened("\($0.offset + 1) \($0.element.name)", size: 12, width: 300))
      }, classes: ShadeClasses(breaks: []), legend: say("The centre that most reached children of an area used"),
      notes: [
        say("Black lines: the declared catchments. Areas with a number mostly use another centre than their own.")
      ])
    for index in differ {
      guard let place = map.areas.firstIndex(where: { $0.code == facts.areas[index].code }),
        let number = main[index].flatMap({ numbers[$0] })
      else { continue }
      map.areas[place].label = String(number + 1)
    }
    return map.draw(
      frame: frame, title: say("The natural catchments: which centre each area uses most"),
      description: say(
        "Map of all small areas, coloured by the centre that most of their reached children used. In \(say.number(differ.count)) areas that is not the centre of their catchment."
      ))
  }
}
