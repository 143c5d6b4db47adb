import Evidence
import Foundation
import Geodata
import Workspace

extension AuditFile {
  /// The largest audit.yml that is read, in bytes.
  static let sizeLimit = 256 << 10

  /// Reads audit.yml.
  ///
  /// - Parameters:
  ///   - url: the file.
  ///   - data: the root of its relative paths; nil: the file's own folder.
  public static func read(_ url: URL, data: URL?) throws(AuditError) -> AuditFile {
    let name = url.lastPathComponent
    guard let bytes = InputFile.bytes(of: url, limit: sizeLimit) else {
      throw AuditError("\(url.path): there is no such file, or it cannot be read", exitCode: 66)
    }
    guard bytes.count <= sizeLimit else {
      throw AuditError.file(name, line: nil, "over \(sizeLimit >> 10) kB; an audit file is a page or two of text")
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw AuditError.file(name, line: nil, "is not UTF-8 text; save it as UTF-8")
    }
    let root = (data ?? url.deletingLastPathComponent()).standardizedFileURL.resolvingSymlinksInPath()
    return try parse(text, source: Source(url: url, name: name, root: root))
  }

  /// Reads the text of an audit.yml.
  static func parse(_ text: String, source: Source) throws(AuditError) -> AuditFile {
    try AuditFile(YAMLBlock(text: text, file: source.name), source: source)
  }

  private init(_ block: YAMLBlock, source: Source) throws(AuditError) {
    try block.allow(Self.keys)
    self.source = source
    name = try block.text("name") ?? source.url.deletingPathExtension().lastPathComponent
    crs = try block.text("crs") ?? "EPSG:27700"
    guard let areaBlock = try block.block("areas") else {
      throw block.error(nil, "needs areas: with the file of small areas")
    }
    areas = try TableBlock(areaBlock, role: "areas", columns: ["code", "name"])
    try areas.required("code", in: areaBlock)
    inputs = try InputBlocks(block)
    cycles = []
    for entry in try block.blocks("cycles") { cycles.append(try CycleBlock(entry)) }
    if cycles.isEmpty { throw block.error("cycles", "needs cycles: with at least one {label, from, to}") }
    var labels: Set<String> = []
    for cycle in cycles where !labels.insert(cycle.label).inserted {
      throw block.error("cycles", "two cycles are called \(cycle.label)")
    }
    postcodes = try block.block("postcodes").map { (block) throws(AuditError) in
      let recipe = try block.required("recipe")
      let known = ["nspl", "onspd", "code-point-open", "uprn-open"]
      guard known.contains(recipe) else {
        throw block.error(
          "recipe", "the recipe \(recipe) is not known; \(NearestWord.hint(for: recipe, among: known))")
      }
      return PostcodesBlock(
        recipe: recipe, table: try TableBlock(block, role: "postcodes", columns: nil, more: ["recipe"]))
    }
    mappings = [:]
    if let saved = try block.block("mapping") {
      for name in saved.keys { mappings[name] = try saved.names(name, known: nil) }
    }
    uprns = try block.block("uprns").map { (block) throws(AuditError) in
      try TableBlock(block, role: "uprns", columns: nil)
    }
    if let block = postcodes, block.recipe == "uprn-open" {
      uprns = uprns ?? block.table
      postcodes = nil
    }
    indicators = []
    for entry in try block.blocks("indicators") { indicators.append(try IndicatorBlock(entry)) }
    let eligible = try block.block("eligible")
    try eligible?.allow(["ages", "reference-date"])
    let ages = try eligible?.texts("ages") ?? []
    switch (ages.count, ages.first.flatMap { Int($0) }, ages.last.flatMap { Int($0) }) {
    case (0, _, _): self.ages = 0...4
    case (2, let first?, let last?) where 0 <= first && first <= last && last <= 120: self.ages = first...last
    default: throw block.error("eligible", "eligible: ages: is two whole numbers, the youngest and the oldest: [0, 4]")
    }
    referenceDate = try eligible?.day("reference-date")
    let sustained = try block.block("sustained")
    try sustained?.allow(["days", "within"])
    sustainedDays = try sustained?.integer("days") ?? 3
    sustainedWithin = try sustained?.integer("within")
    guard sustainedDays >= 1, sustainedWithin.map({ $0 >= 1 }) ?? true else {
      throw block.error("sustained", "sustained: days: and within: are whole numbers from 1")
    }
    thresholds = []
    for text in try block.texts("thresholds") {
      guard let share = Double(text), share > 0, share < 1 else {
        throw block.error("thresholds", "a threshold is a share between 0 and 1, such as 0.65")
      }
      thresholds.append(share)
    }
    if block.node("thresholds") == nil { thresholds = [0.65, 0.80] }
    rule = try Self.word("rule", in: block, default: .population)
    locate = try block.text("locate") ?? "polygon"
    guard ["polygon", "directory"].contains(locate) else {
      throw block.error("locate", "locate is polygon or directory, not \"\(locate)\"")
    }
    disclosure = try Self.disclosure(block.block("disclosure"))
    lookups = []
    for entry in try block.blocks("lookups") {
      let table = try TableBlock(
        entry, role: "lookups", columns: ["from", "to", "change", "weight"], more: ["areas"])
      try table.required("from", in: entry)
      try table.required("to", in: entry)
      let old = try entry.block("areas").map { (block) throws(AuditError) in
        try TableBlock(block, role: "lookups", columns: ["code", "name"])
      }
      lookups.append(LookupBlock(table: table, areas: old))
    }
    let voiceBlock = try block.block("voices")
    voices = try voiceBlock.map { (block) throws(AuditError) in
      try TableBlock(block, role: "voices", columns: nil, more: ["coded-by"])
    }
    codedBy = try voiceBlock?.texts("coded-by") ?? []
    surveys = try Self.table("surveys", in: block)
    offers = try Self.table("offers", in: block)
    codebook = try block.block("codebook").map { (block) throws(AuditError) in try CodebookBlock(block) } ?? .init()
    triggers = [:]
    if let declared = try block.block("triggers") {
      try declared.allow(ReauditTriggers.names)
      for name in declared.keys { triggers[name] = try declared.number(name) }
    }
    populationPoints = try block.block("population-points").map { (block) throws(AuditError) in
      try TableBlock(block, role: "population-points", columns: ["area", "weight"] + TableBlock.placeRoles)
    }
    groupDenominators = []
    for entry in try block.blocks("group-denominators") {
      let group = try entry.required("group")
      guard group.split(separator: "=").count == 2 else {
        throw entry.error("group", "a group is column=value, such as language=eal, not \"\(group)\"")
      }
      groupDenominators.append(
        GroupDenominatorBlock(group: group, population: try PopulationBlock(entry.dropping("group"))))
    }
    denominators = []
    for entry in try block.blocks("denominators") {
      let read = try DenominatorBlock(entry)
      if denominators.contains(where: { $0.id == read.id }) {
        throw entry.error("id", "two denominators are called \(read.id)")
      }
      denominators.append(read)
    }
    measures = []
    analyses = try AnalysisBlocks.read(block)
    retention = try RetentionBlock(block.block("retention"))
    proj = try block.texts("proj")
    measures = try MeasureBlock.read(block.blocks("measures"), in: self)
    for cycle in cycles where inputs(of: cycle).catchments == nil && inputs(of: cycle).centres == nil {
      throw block.error(nil, "needs catchments: or centres:")
    }
  }

  static let keys =
    ["name", "crs", "areas", "postcodes", "indicators", "cycles", "eligible", "sustained", "thresholds", "rule"]
    + ["disclosure", "locate", "lookups", "voices", "surveys", "offers", "codebook", "population-points", "proj"]
    + ["uprns", "mapping", "triggers", "group-denominators", "retention", "denominators", "measures"]
    + ["index", "access", "clusters"]
    + InputBlocks.keys

  private static func table(_ key: String, in block: YAMLBlock) throws(AuditError) -> TableBlock? {
    try block.block(key).map { (block) throws(AuditError) in try TableBlock(block, role: key, columns: nil) }
  }

  private static func word(
    _ key: String, in block: YAMLBlock, default standard: ApportionmentRule
  ) throws(AuditError) -> ApportionmentRule {
    guard let text = try block.text(key) else { return standard }
    guard let rule = ApportionmentRule(rawValue: text) else {
      let known = ApportionmentRule.allCases.map(\.rawValue).joined(separator: ", ")
      throw block.error(key, "\(key) is one of \(known), not \"\(text)\"")
    }
    return rule
  }

  private static func disclosure(_ block: YAMLBlock?) throws(AuditError) -> DisclosureBlock {
    var disclosure = DisclosureBlock()
    guard let block else { return disclosure }
    try block.allow(["profile", "hide", "base", "sensitive", "services", "groups"])
    disclosure.hide = try block.integer("hide")
    disclosure.base = try block.integer("base")
    disclosure.sensitive = try block.texts("sensitive")
    disclosure.services = try block.texts("services")
    if let groups = try block.block("groups") {
      for column in groups.keys {
        disclosure.groups += try groups.texts(column).map { "\(column)=\($0)" }
      }
    }
    if (disclosure.hide == nil) != (disclosure.base == nil) {
      throw block.error(nil, "a disclosure profile of your own needs both hide: and base:")
    }
    if let hide = disclosure.hide, let base = disclosure.base {
      guard hide >= 3, base >= 3, base <= 2 * hide else {
        throw block.error("hide", "hide must be at least 3, base at least 3 and at most twice hide")
      }
      disclosure.profile = "custom"
    } else if let profile = try block.text("profile") {
      guard ["small", "six", "eight", "ten"].contains(profile) else {
        throw block.error("profile", "the disclosure profile is small, six, eight or ten, not \"\(profile)\"")
      }
      disclosure.profile = profile
    }
    return disclosure
  }
}
