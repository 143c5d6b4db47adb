/// How many children live where: `population:` in audit.yml.
public struct PopulationBlock: Sendable, Equatable {
  /// The table.
  public var table: TableBlock
  /// The column of the area's code.
  public var area: String
  /// Column by single year of age.
  public var ages: [Int: String]
  /// One column that holds the children of the eligible ages together.
  public var children: String?
  /// The day that the numbers describe, as text.
  public var date: String?

  init(_ block: YAMLBlock) throws(AuditError) {
    guard let columns = try block.block("columns") else { throw block.error(nil, "population needs columns:") }
    try columns.allow(["area", "ages", "children"])
    var ages: [Int: String] = [:]
    if let ageBlock = try columns.block("ages") {
      for key in ageBlock.keys {
        guard let age = Int(key), (0...120).contains(age) else {
          throw ageBlock.error(key, "an age is a whole number of years, not \"\(key)\"")
        }
        ages[age] = try ageBlock.required(key)
      }
    }
    area = try columns.required("area")
    children = try columns.text("children")
    if ages.isEmpty && children == nil {
      throw columns.error(nil, "population needs columns: ages: {0: …, 1: …} or children:")
    }
    self.ages = ages
    date = try block.text("date")
    var outer = try TableBlock(block.dropping("columns"), role: "population", columns: nil, more: ["date", "recipe"])
    outer.columns = ["area": area]
    table = outer
  }
}
