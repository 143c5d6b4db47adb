extension PublishedRecipe {
  /// The recipe that a file was published as, found by its headers: the one that needs most of them. Where several need
  /// as many, the year in the file's name decides, then that of the districts' column.
  public static func recognised(_ source: TableSource) -> PublishedRecipe? {
    guard let table = try? Table.open(source) else { return nil }
    let columns = table.header.compactMap { DeprivationColumn($0) }
    let years = columns.compactMap { if case .district(let year) = $0 { year } else { nil } }
    let fitting = all.filter { recipe in
      let vintages = columns.compactMap { if case .area(let vintage) = $0 { vintage } else { nil } }
      guard vintages.contains(where: { recipe.areaVintage.hasSuffix($0) }) else { return false }
      return recipe.needed.allSatisfy { needed in
        columns.contains { column in
          switch (needed, column) {
          case (.rank(let id), .indicator(let other, .rank)): id == other
          case (.score(let id), .indicator(let other, .score)): id == other
          case (.denominator(let id), .denominator(let other, _)): id == other
          default: false
          }
        }
      }
    }
    func rank(_ recipe: PublishedRecipe, _ other: PublishedRecipe) -> (Int, Int, Int, String) {
      let year = recipe.vintage.filter(\.isNumber)
      return (recipe.needed.count, source.name.contains(year) ? 1 : 0, years.contains(year) ? 1 : 0, other.id)
    }
    return fitting.max { rank($0, $1) < rank($1, $0) }
  }
}
