import Workspace

/// Reads `index:`, `access:` and `clusters:`.
///
/// ```yaml
/// index:
///   title: Need for outreach
///   declared-by: early-years board, May 2025
///   cut-off: 2                                   # components in which an area must be deprived to count in the overlap
///   components:                                  # default: idaci, reached.rate, sustained.rate, distance; equal weights
///     - {measure: idaci, weight: 2}
///     - {measure: reached.rate, weight: 1, more-need: low}   # low | high; default by the measure's polarity
///     - {measure: distance, weight: 1}           # metres to the nearest centre
/// access: {services: [stay-and-play], people: children, within: 1600}   # or zones: [{within: 800, weight: 1}, …]
/// clusters: [imd, reached.rate]
/// ```
enum AnalysisBlocks {
  /// Measures of people that have a value for each area.
  static let measures = ["enrolled.rate", "reached.rate", "sustained.rate", "reached.of-enrolled", "distance"]

  static func read(_ block: YAMLBlock) throws(AuditError) -> DeclaredAnalyses {
    var analyses = DeclaredAnalyses()
    analyses.index = try block.block("index").map { (block) throws(AuditError) in try index(block) }
    analyses.access = try block.block("access").map { (block) throws(AuditError) in try access(block) }
    analyses.clusters = try block.texts("clusters")
    return analyses
  }

  private static func index(_ block: YAMLBlock) throws(AuditError) -> NeedIndexDeclaration {
    try block.allow(["title", "declared-by", "cut-off", "components"])
    var components: [NeedIndexDeclaration.Component] = []
    for entry in try block.blocks("components") {
      try entry.allow(["measure", "weight", "more-need"])
      let measure = try entry.required("measure")
      let weight = try entry.number("weight") ?? 1
      guard weight > 0, weight.isFinite else { throw entry.error("weight", "a weight is a number over 0") }
      let side = try entry.text("more-need")
      guard side == nil || side == "low" || side == "high" else {
        throw entry.error("more-need", "more-need is low or high, not \"\(side ?? "")\"")
      }
      guard !components.contains(where: { $0.measure == measure }) else {
        throw entry.error("measure", "\(measure) is a component twice")
      }
      components.append(.init(measure: measure, weight: weight, higherIsMoreNeed: side.map { $0 == "high" }))
    }
    if components.isEmpty {
      components = ["idaci", "reached.rate", "sustained.rate", "distance"].map {
        .init(measure: $0, weight: 1, higherIsMoreNeed: nil)
      }
    }
    let cutOff = try block.number("cut-off") ?? 2
    guard cutOff == cutOff.rounded(), cutOff >= 1, cutOff <= Double(components.count) else {
      throw block.error("cut-off", "cut-off is a whole number from 1 to the number of components, \(components.count)")
    }
    return NeedIndexDeclaration(
      title: try block.text("title") ?? "Composite index of need", declaredBy: try block.text("declared-by") ?? "",
      cutOff: Int(cutOff), components: components)
  }

  private static func access(_ block: YAMLBlock) throws(AuditError) -> AccessDeclaration {
    try block.allow(["services", "people", "within", "zones"])
    var zones: [AccessDeclaration.Zone] = []
    for entry in try block.blocks("zones") {
      try entry.allow(["within", "weight"])
      guard let within = try entry.number("within"), within > 0 else {
        throw entry.error("within", "within is a distance in metres over 0")
      }
      let weight = try entry.number("weight") ?? 1
      guard weight >= 0, weight <= 1 else { throw entry.error("weight", "a zone's weight is from 0 to 1") }
      zones.append(.init(within: within, weight: weight))
    }
    let within = try block.number("within")
    if within != nil, !zones.isEmpty { throw block.error("within", "say within: or zones:, not both") }
    if zones.isEmpty {
      guard (within ?? 1_600) > 0 else { throw block.error("within", "within is a distance in metres over 0") }
      zones = [.init(within: within ?? 1_600, weight: 1)]
    }
    return AccessDeclaration(
      services: try block.texts("services"), people: try block.text("people") ?? "children",
      zones: zones.sorted { $0.within < $1.within })
  }
}
