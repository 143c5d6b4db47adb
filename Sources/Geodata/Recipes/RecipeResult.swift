/// What a published file gave: indicators and denominators by area, with licence and attribution.
public struct RecipeResult: Sendable {
  /// The recipe's id: `iod2019-file1`.
  public var recipe: String
  /// What the file's indicators are, in the order of the columns.
  public var indicators: [Indicator] = []
  /// Their values, in the order of the file's rows.
  public var values: [IndicatorValue] = []
  /// The kinds of denominator that the file gives.
  public var denominators: [RecipeDenominatorSet] = []
  /// Their numbers, in the order of the file's rows.
  public var denominatorValues: [RecipeDenominator] = []
  /// What the areas are: `LSOA 2011`, `LSOA 2021`, `district 2019`.
  public var areaVintage: String
  /// The release: `IoD 2019`.
  public var vintage: String
  /// The licence.
  public var licence: String
  /// The words that the licence asks for.
  public var attribution: String
  /// How the file was read.
  public var reading: String
  /// What is wrong or worth knowing.
  public var complaints: [Complaint] = []
  /// Rows with an area code.
  public var rowsRead = 0
  /// Area codes in the order of the rows, each once, with the row it stands in.
  public var areas: [RecipeArea] = []
}

/// A published file's row: the area's code and where it stands.
public struct RecipeArea: Hashable, Sendable {
  /// The code.
  public var code: String
  /// The row in the file.
  public var row: Int
}

/// A kind of denominator that a file gives.
public struct RecipeDenominatorSet: Hashable, Sendable {
  /// `population`, `children-0-15`, `aged-16-59`, `aged-60-over`, `working-age`.
  public var id: String
  /// In words, as the publisher has it.
  public var title: String
  /// The day it describes: mid-2015 is 2015-06-30.
  public var date: String?
  /// File and publisher.
  public var source: String
}

/// How many people an area has.
public struct RecipeDenominator: Hashable, Sendable {
  /// The area's code.
  public var area: String
  /// The set's id.
  public var set: String
  /// How many; nil where it was not published.
  public var value: Double?
}
