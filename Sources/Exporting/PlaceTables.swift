import Geometry
import Measures
import Tally
import Workspace

/// Areas, catchments and centres as tables: counts with bounds, rates with intervals, indicators.
struct PlaceTables {
  let book: FigureBook
  let shapes: (areas: [String: MultiPolygon], catchments: [String: MultiPolygon])
  /// Only these places and the areas that count for them; nil: all.
  let chosen: ChosenPlaces?

  /// The rates that each place has.
  static let rates = ["enrolled.rate", "reached.rate", "reached-here.rate", "sustained.rate", "reached.of-enrolled"]

  private var facts: CycleFacts { book.facts }

  private var counts: CountText { CountText(hide: facts.hide, base: facts.base) }

  func areas() -> ExportLayer {
    let codes = chosen?.areas
    let areas = facts.areas.filter { codes?.contains($0.code) ?? true }
    let ranked = facts.indicators.filter { indicator in
      facts.areas.contains { $0.indicators[indicator.id]?.rank != nil || $0.indicators[indicator.id]?.decile != nil }
    }
    let plain = facts.indicators.filter { indicator in !ranked.contains { $0.id == indicator.id } }
    var columns = placeColumns("small area") + peopleColumns()
    columns += rateColumns(["enrolled.rate", "reached.rate", "sustained.rate"], hasSpread: false)
    for indicator in ranked {
      columns.append(
        ExportColumn(slug(indicator.id) + "_rank", "\(indicator.title): national rank", unit: "rank", .real))
      columns.append(
        ExportColumn(slug(indicator.id) + "_decile", "\(indicator.title): national decile", unit: "decile", .integer))
    }
    for indicator in plain {
      columns.append(ExportColumn(slug(indicator.id), indicator.title, unit: indicator.unit, .real))
    }
    if chosen != nil {
      columns.append(
        ExportColumn("share", "share of the area's surface that counts for the selection", unit: "share", .real))
    }
    let rows = areas.map { area -> [ExportValue] in
      var row: [ExportValue] = [.text(area.code), .text(area.name), .text(facts.cycle.label)]
      row += people(area.people, children: area.denominators["children"]?.value)
      row += rates(["enrolled.rate", "reached.rate", "sustained.rate"], at: area.code, hasSpread: false)
      for indicator in ranked {
        row.append(.optional(area.indicators[indicator.id]?.rank))
        row.append(area.indicators[indicator.id]?.decile.map { .integer($0) } ?? .missing)
      }
      for indicator in plain { row.append(.optional(area.indicators[indicator.id]?.value)) }
      if let chosen { row.append(.real(min(1, chosen.shares.reduce(0) { $0 + ($1[area.code] ?? 0) }))) }
      return row
    }
    return ExportLayer(
      name: "areas", title: "Small areas of \(facts.name)",
      description: "Children enrolled, reached and sustained by small area, from rounded counts.", columns: columns,
      rows: rows, places: .shapes(areas.map { shapes.areas[$0.code] }), mapped: "reached_rate")
  }

  func catchments() -> ExportLayer {
    let measures = Self.rates
    var columns = placeColumns(chosen == nil ? "catchment" : "selection") + peopleColumns()
    columns += rateColumns(measures, hasSpread: true)
    columns.append(ExportColumn("rule", "the rule by which area figures reach the place"))
    let rows = facts.catchments.map { catchment -> [ExportValue] in
      let children = book.figure("children.count", at: catchment.code)
      var row: [ExportValue] = [
        .text(catchment.code), .text(facts.name(of: catchment)), .text(facts.cycle.label),
      ]
      row += people(catchment.people, children: children?.value)
      row += rates(measures, at: catchment.code, hasSpread: true)
      let rule = children?.rule.map { ExportValue.text($0.rawValue) } ?? .missing
      row.append(chosen?.isWhole == true ? .text("whole areas") : rule)
      return row
    }
    let places = facts.catchments.enumerated().map { index, catchment in
      chosen.map { $0.shapes[index] } ?? shapes.catchments[catchment.code]
    }
    return ExportLayer(
      name: chosen == nil ? "catchments" : "selection",
      title: chosen == nil ? "Catchments of \(facts.name)" : "The selected places",
      description: chosen?.how ?? "Children who live in each catchment; catchments may overlap.",
      columns: columns, rows: rows, places: .shapes(places), mapped: "reached_rate")
  }

  func centres() -> ExportLayer {
    let rows = facts.centres.map { centre -> [ExportValue] in
      // No cell and not withheld: nobody came.
      let all = centre.visits.first { $0.by == "all" }?.count ?? (centre.withheld.contains("all") ? nil : .zero)
      return [.text(centre.code), .text(centre.name), .text(facts.cycle.label)] + count(all)
    }
    return ExportLayer(
      name: "centres", title: "Centres of \(facts.name)", description: "Where services are given, with all visits.",
      columns: placeColumns("centre") + countColumns("visits", "visits, whoever came", unit: "visits"), rows: rows,
      places: .points(facts.centres.map(\.point)))
  }

  private func placeColumns(_ kind: String) -> [ExportColumn] {
    [
      ExportColumn("code", "code of the \(kind)"), ExportColumn("name", "name of the \(kind)"),
      ExportColumn("cycle", "the cycle's label"),
    ]
  }

  private func countColumns(_ name: String, _ title: String, unit: String = "children") -> [ExportColumn] {
    [
      ExportColumn(name, title, unit: unit, .integer),
      ExportColumn(name + "_low", "\(title): the least it can be", unit: unit, .integer),
      ExportColumn(name + "_high", "\(title): the most it can be", unit: unit, .integer),
    ]
  }

  private func peopleColumns() -> [ExportColumn] {
    [ExportColumn("children", "children of the eligible ages, by the estimate", unit: "children", .real)]
      + countColumns("enrolled", "children enrolled") + countColumns("reached", "children reached")
      + countColumns("sustained", "children with sustained use")
  }

  private func people(_ people: CycleFacts.PeopleCounts, children: Double?) -> [ExportValue] {
    [.optional(children)] + count(people.enrolled) + count(people.reached) + count(people.sustained)
  }

  private func count(_ count: Count?) -> [ExportValue] {
    guard let count else { return [.withheld, .withheld, .withheld] }
    return [counts.number(count).map { .integer($0) } ?? .hidden, .integer(count.low), .integer(count.high)]
  }

  private func rateColumns(_ measures: [String], hasSpread: Bool) -> [ExportColumn] {
    measures.flatMap { measure -> [ExportColumn] in
      let title = book.dictionary[measure]?.title ?? measure
      let name = slug(measure)
      var columns = [
        ExportColumn(name, title, unit: "share", .real),
        ExportColumn(name + "_low", "\(title): lower 95 % limit", unit: "share", .real),
        ExportColumn(name + "_high", "\(title): upper 95 % limit", unit: "share", .real),
      ]
      if hasSpread {
        columns.append(ExportColumn(name + "_spread_low", "\(title): least over the rules", unit: "share", .real))
        columns.append(ExportColumn(name + "_spread_high", "\(title): most over the rules", unit: "share", .real))
      }
      return columns
    }
  }

  private func rates(_ measures: [String], at place: String, hasSpread: Bool) -> [ExportValue] {
    measures.flatMap { measure -> [ExportValue] in
      let figure = book.figure(measure, at: place)
      let isWithheld = figure.map { $0.flags.contains(.withheld) } ?? false
      var isHidden = false
      if case .counted(let count)? = figure?.numerator { isHidden = counts.number(count) == nil }
      let value: ExportValue = isWithheld ? .withheld : isHidden ? .hidden : .optional(figure?.value)
      var values = [value, .optional(figure?.interval?.lower), .optional(figure?.interval?.upper)]
      if hasSpread {
        values.append(isHidden ? .hidden : .optional(figure?.spread?.lower))
        values.append(isHidden ? .hidden : .optional(figure?.spread?.upper))
      }
      return values
    }
  }

  /// reached-here.rate → reached_here_rate: a name that every format takes.
  private func slug(_ id: String) -> String {
    String(id.lowercased().map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "_" })
  }
}
