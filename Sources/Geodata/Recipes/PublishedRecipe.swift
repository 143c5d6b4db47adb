import Foundation

/// A published file that Needs knows by name: its columns in every spelling, its areas, its licence.
///
/// ```swift
/// let result = try PublishedRecipe.read("iod2019-file1", from: TableSource(url: url, name: "iod2019-file1.csv"))
/// result.values.first       // E01000001, imd, rank 29199, decile 9
/// ```
public struct PublishedRecipe: Sendable, Hashable {
  /// `iod2019-file1`.
  public var id: String
  /// What the file is called by its publisher.
  public var title: String
  /// The release: `IoD 2019`.
  public var vintage: String
  /// `LSOA 2011`, `LSOA 2021`.
  public var areaVintage: String
  /// N of its ranks.
  public var of: Int?
  /// The licence.
  public var licence: String
  /// The words that the licence asks for.
  public var attribution: String
  /// The columns without which the file is another.
  var needed: [Needed] = []
  /// How it is read.
  var kind = Kind.deprivation

  enum Kind: Sendable {
    case deprivation
    case districtSummaries
    case midYear
    case census
    case educationStatistics
  }

  enum Needed: Hashable, Sendable {
    case rank(String)
    case score(String)
    case denominator(String)
  }

  /// All recipes, in the order of their ids.
  public static let all: [PublishedRecipe] = (DeprivationRecipes.all + StatisticsRecipes.all).sorted { $0.id < $1.id }

  /// Reads a file by a recipe.
  ///
  /// - Throws: a refusal: an unknown recipe (with the nearest), a file that is not what the recipe says (with the column
  ///   it lacks), the same area twice, a rank beyond N, a decile that contradicts its rank.
  public static func read(_ id: String, from source: TableSource) throws(GeodataError) -> RecipeResult {
    guard let recipe = all.first(where: { $0.id == id }) else {
      let nearest = ColumnNames.nearest(to: id, among: all.map(\.id))
      throw GeodataError(
        .configuration, "the recipe \(id) is not known", file: source.name,
        advice: nearest.map { "did you mean \($0)?" } ?? "known: \(all.map(\.id).joined(separator: ", "))")
    }
    switch recipe.kind {
    case .deprivation: return try DeprivationReading(recipe: recipe, source: source).result()
    case .districtSummaries: return try DistrictSummariesReading(recipe: recipe, source: source).result()
    case .midYear: return try MidYearReading(recipe: recipe, source: source).result()
    case .census: return try CensusReading(recipe: recipe, source: source).result()
    case .educationStatistics: return try EducationStatisticsReading(recipe: recipe, source: source).result()
    }
  }
}

/// The English Indices of Deprivation's files.
enum DeprivationRecipes {
  private static let domains = ["income", "employment", "education", "health", "crime", "housing", "environment"]

  static let all: [PublishedRecipe] = [
    release(2015, areas: "LSOA 2011", of: 32844, publisher: "Department for Communities and Local Government"),
    release(
      2019, areas: "LSOA 2011", of: 32844, publisher: "Ministry of Housing, Communities and Local Government"),
    release(
      2025, areas: "LSOA 2021", of: 33755, publisher: "Ministry of Housing, Communities and Local Government"),
  ].flatMap(\.self)

  private static func release(_ year: Int, areas: String, of: Int, publisher: String) -> [PublishedRecipe] {
    func file(_ number: Int, _ title: String, _ needed: [PublishedRecipe.Needed]) -> PublishedRecipe {
      PublishedRecipe(
        id: "iod\(year)-file\(number)",
        title: "English Indices of Deprivation \(year), File \(number): \(title) (\(publisher))",
        vintage: "IoD \(year)", areaVintage: areas, of: of, licence: Licence.openGovernment,
        attribution: "\(publisher), English Indices of Deprivation \(year). Contains public sector information "
          + "licensed under the Open Government Licence v3.0.",
        needed: needed)
    }
    return [
      file(1, "Index of Multiple Deprivation", [.rank("imd")]),
      file(2, "domains of deprivation", domains.map { .rank($0) }),
      file(3, "supplementary indices, IDACI and IDAOPI", [.rank("idaci"), .rank("idaopi")]),
      file(4, "sub-domains of deprivation", [.rank("education-children"), .rank("education-adults")]),
      file(5, "scores", [.score("imd")]),
      file(6, "population denominators", [.denominator("population")]),
      file(7, "all ranks, deciles and scores", [.rank("imd"), .score("imd")]),
      file(9, "transformed scores", domains.map { .score($0 + "-transformed") }),
    ]
  }
}
