/// One entry of `denominators:`: how many of somebody there are by area, such as births or two-year-olds who may have a
/// funded place.
///
/// ```yaml
/// denominators:
///   - {id: births, title: Births in a year, file: births.csv, columns: {area: lsoa, value: births}, date: 2025-06-30}
/// ```
public struct DenominatorBlock: Sendable, Equatable {
  /// The id under which measures and indicators name it.
  public var id: String
  /// In words; default the id.
  public var title: String
  /// The table, its columns and its date.
  public var population: PopulationBlock

  init(_ block: YAMLBlock) throws(AuditError) {
    id = try block.required("id")
    guard id.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "-" }), id != "children", Int(id) == nil else {
      throw block.error(
        "id", "a denominator's id is a word of letters, digits and hyphens other than children, not \"\(id)\"")
    }
    title = try block.text("title") ?? id
    population = try PopulationBlock(block.dropping("id").dropping("title"), single: "value")
  }
}
