import Geodata
import Workspace

extension CycleReading {
  /// Reads deprivation and other indicators. One that speaks of other areas is left out and said; the run goes on.
  mutating func readIndicators() throws {
    for block in file.indicators {
      let found = try paths.file(block.table)
      if let recipe = block.recipe {
        try readPublished(recipe, block, found)
      } else {
        try readOwn(block, found)
      }
    }
  }

  private mutating func readPublished(
    _ recipe: String, _ block: IndicatorBlock, _ found: InputPaths.Found
  ) throws {
    throw AuditError.file(file.source.name, line: block.table.line, "the recipe \(recipe) is not known yet")
  }

  private mutating func readOwn(_ block: IndicatorBlock, _ found: InputPaths.Found) throws {
    let codes = areas.map(\.code)
    let own = try OwnIndicatorReading.read(block, found, areas: codes)
    content.complaints += own.complaints
    let id = block.id ?? ""
    let isUsed = accept(
      file: found.name, what: block.of == nil ? "value" : "rank", codes: own.values.map(\.area) + own.foreignCodes,
      source: AreaVintage(columnName: block.table.columns["area"] ?? ""))
    try note(
      found, role: "indicators", rows: own.rowCount, used: isUsed ? own.values.count : 0, reading: own.reading,
      vintage: block.vintage ?? "", licence: block.licence ?? "", attribution: block.source ?? "")
    guard isUsed else { return }
    content.indicators.append(
      .init(
        id: id, title: block.title ?? id, theme: block.theme ?? "other",
        unit: block.unit ?? (block.of == nil ? "value" : "rank"),
        polarity: block.polarity ?? (block.of == nil ? "neither" : "higher-is-better"), of: block.of,
        vintage: block.vintage ?? "", source: block.source ?? found.name, licence: block.licence ?? "",
        denominator: block.denominator, level: block.level ?? "area"))
    content.indicatorValues += own.values
  }

  /// Says what is missing, and whether the table may be used.
  mutating func accept(file name: String, what: String, codes: [String], source: AreaVintage) -> Bool {
    switch VintageCheck.judge(
      file: name, what: what, codes: codes, source: source, areas: areas.map(\.code), areasFile: file.areas.file,
      target: areaVintage)
    {
    case .complete: return true
    case .gaps(let complaint):
      content.complaints.append(complaint)
      return true
    case .refused(let complaint):
      content.complaints.append(complaint)
      return false
    }
  }
}
