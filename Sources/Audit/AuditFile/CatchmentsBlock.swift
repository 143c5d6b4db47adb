/// How the catchments are given: `catchments:` in audit.yml.
public enum CatchmentsBlock: Sendable, Equatable {
  /// Polygons in a file.
  case file(TableBlock)
  /// A list of area codes for each catchment.
  case areas(TableBlock)
  /// Metres around each centre.
  case ring(Double)
  /// Each place goes to its nearest centre, inside the areas' outline.
  case nearest

  static func read(_ block: YAMLBlock) throws(AuditError) -> CatchmentsBlock {
    let ways = ["file", "areas", "ring", "nearest"].filter { block.node($0) != nil }
    guard ways.count == 1 else {
      try block.allow(TableBlock.keys + ["areas", "ring", "nearest"])
      throw block.error(nil, "catchments needs exactly one of file:, areas:, ring: or nearest:")
    }
    switch ways[0] {
    case "file":
      let table = try TableBlock(block, role: "catchments", columns: ["code", "name"])
      try table.required("code", in: block)
      return .file(table)
    case "areas":
      try block.allow(["areas"])
      guard let inner = try block.block("areas") else { throw block.error("areas", "areas needs file: and columns:") }
      let table = try TableBlock(inner, role: "catchments", columns: ["catchment", "area", "name"])
      try table.required("catchment", in: inner)
      try table.required("area", in: inner)
      return .areas(table)
    case "ring":
      try block.allow(["ring"])
      guard let metres = try block.number("ring"), metres > 0, metres <= 200_000 else {
        throw block.error("ring", "ring is the radius in metres, more than 0 and at most 200000")
      }
      return .ring(metres)
    default:
      try block.allow(["nearest"])
      guard try block.text("nearest") == "true" else { throw block.error("nearest", "write nearest: true") }
      return .nearest
    }
  }
}
