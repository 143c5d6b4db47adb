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

  /// `single` names the one column of a table that is not of children by age: `value`.
  init(_ block: YAMLBlock, single: String = "children") throws(AuditError) {
    recipe = try block.text("recipe")
    guard let columns = try block.block("columns") else {
      guard recipe != nil else { throw block.error(nil, "\(block.path) needs columns:, or recipe: ons-mid-year") }
      (area, ages, children) = ("", [:], nil)
      date = try block.text("date")
      table = try TableBlock(block, role: "population", columns: nil, more: ["date", "recipe"])
      return
    }
    try columns.allow(single == "children" ? ["area", "ages", "children"] : ["area", single])
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
    children = try columns.text(single)
    if ages.isEmpty && children == nil {
      let needed = single == "children" ? "ages: {0: …, 1: …} or children:" : "{area: …, \(single): …}"
      throw columns.error(nil, "\(block.path) needs columns: \(needed)")
    }
    self.ages = ages
    date = try block.text("date")
    var outer = try TableBlock(block.dropping("columns"), role: "population", columns: nil, more: ["date", "recipe"])
    outer.columns = ["area": area]
    table = outer
  }
}
