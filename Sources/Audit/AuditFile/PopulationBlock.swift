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
  /// The recipe of a published file, which knows its own columns: `ons-mid-year`, `census2021`.
  public var recipe: String?

  init(_ block: YAMLBlock) throws(AuditError) {
    recipe = try block.text("recipe")
    guard let columns = try block.block("columns") else {
      guard recipe != nil else { throw block.error(nil, "population needs columns:, or recipe: ons-mid-year") }
      (area, ages, children) = ("", [:], nil)
      date = try block.text("date")
      table = try TableBlock(block, role: "population", columns: nil, more: ["date", "recipe"])
      return
    }
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
