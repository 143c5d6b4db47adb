import Geodata
import Measures
import Workspace

extension CycleReading {
  /// Reads deprivation and other indicators. One that speaks of other areas is left out and said; the run goes on.
  mutating func readIndicators() throws {
    for block in file.indicators { try readIndicator(block) }
  }

  /// Reads one entry of `indicators:`.
  mutating func readIndicator(_ block: IndicatorBlock) throws {
    let found = try paths.file(block.table)
    if let recipe = block.recipe {
      try readPublished(recipe, block, found)
    } else {
      try readOwn(block, found)
    }
  }

  private mutating func readPublished(
    _ recipe: String, _ block: IndicatorBlock, _ found: InputPaths.Found
  ) throws {
    var result = try PublishedRecipe.read(recipe, from: TableSource(block.table, found))
    let codes = areas.map(\.code)
    var source = AreaVintage(words: result.areaVintage)
    if let lookup = try lookup(),
      (source != areaVintage && areaVintage != .unknown)
        || PopulationMoving.applies(lookup.lookup, to: codes, codes: result.areas.map(\.code))
    {
      result = result.moved(
        by: lookup.lookup, to: codes,
        vintage: areaVintage == .unknown ? "the audit's areas" : "LSOA \(areaVintage.rawValue)", file: found.name,
        size: lookup.sizes.size)
      source = areaVintage
    }
    content.complaints += result.complaints
    let what = result.indicators.isEmpty ? "denominator" : "rank"
    let isUsed = accept(file: found.name, what: what, codes: result.areas.map(\.code), source: source)
    let known = Set(codes)
    try note(
      found, role: "indicators", rows: result.rowsRead,
      used: isUsed ? result.areas.count { known.contains($0.code) } : 0, reading: result.reading,
      vintage: "\(result.vintage), \(result.areaVintage)", licence: result.licence,
      attribution: result.attribution, rights: block.table.rights)
    guard isUsed else { return }
    let values = Dictionary(grouping: result.values.filter { known.contains($0.area) }, by: \.indicator)
    for indicator in result.indicators {
      add(indicator, values[indicator.id] ?? [], file: found.name)
    }
    let sets = Set(content.denominatorSets.map(\.id))
    content.denominatorSets += result.denominators.filter { !sets.contains($0.id) }.map {
      .init(id: $0.id, title: $0.title, date: $0.date, source: $0.source, isStale: false)
    }
    content.denominators += result.denominatorValues.filter { !sets.contains($0.set) && known.contains($0.area) }.map {
      .init(area: $0.area, set: $0.set, value: $0.value, state: $0.value == nil ? .missing : .given)
    }
  }

  private mutating func readOwn(_ block: IndicatorBlock, _ found: InputPaths.Found) throws {
    let codes = areas.map(\.code)
    var own = try OwnIndicatorReading.read(block, found, areas: codes)
    if let level = block.level, level != "area", own.values.isEmpty {
      try readOfOtherPlaces(block, found, own)
      return
    }
    var given = own.values.map(\.area) + own.foreignCodes
    var source = AreaVintage(columnName: block.table.columns["area"] ?? "")
    if let lookup = try lookup(), PopulationMoving.applies(lookup.lookup, to: codes, codes: given) {
      let old = Set(codes.flatMap { lookup.lookup.parents(of: $0).map(\.from) }).sorted()
      own = try OwnIndicatorReading.read(block, found, areas: old)
      own.move(by: lookup.lookup, to: codes, isCount: block.unit == "count", size: lookup.sizes.size, file: found.name)
      given = own.values.map(\.area)
      source = areaVintage
    }
    content.complaints += own.complaints
    let isUsed = accept(
      file: found.name, what: block.of == nil ? "value" : "rank", codes: given, source: source)
    try note(block, found, own, isUsed: isUsed)
    if isUsed { add(block, own.values, file: found.name) }
  }

  /// What is published for wards or districts only: kept by their codes, never spread over areas.
  private mutating func readOfOtherPlaces(
    _ block: IndicatorBlock, _ found: InputPaths.Found, _ first: OwnIndicatorReading
  ) throws {
    let own = try OwnIndicatorReading.read(block, found, areas: Set(first.foreignCodes).sorted())
    content.complaints += own.complaints
    try note(block, found, own, isUsed: true)
    add(block, own.values, file: found.name)
  }

  private mutating func note(
    _ block: IndicatorBlock, _ found: InputPaths.Found, _ own: OwnIndicatorReading, isUsed: Bool
  ) throws {
    try note(
      found, role: "indicators", rows: own.rowCount, used: isUsed ? own.values.count : 0, reading: own.reading,
      rights: block.table.rights)
  }

  private mutating func add(_ block: IndicatorBlock, _ values: [CycleContent.IndicatorValue], file: String) {
    let (id, rights) = (block.id ?? "", block.table.rights)
    let nation = block.nation.map {
      CycleContent.IndicatorValue(indicator: id, area: IndicatorMeasures.nation, value: $0)
    }
    add(
      .init(
        id: id, title: block.title ?? id, theme: block.theme ?? "other",
        unit: block.unit ?? (block.of == nil ? "value" : "rank"),
        polarity: block.polarity ?? (block.of == nil ? "neither" : "higher-is-better"), of: block.of,
        vintage: rights.vintage ?? "", source: rights.source ?? file, licence: rights.licence ?? "",
        attribution: rights.attribution ?? "", denominator: block.denominator, level: block.level ?? "area"),
      values + (nation.map { [$0] } ?? []),
      file: file)
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
