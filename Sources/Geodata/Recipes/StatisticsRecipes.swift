/// Published files other than the Indices' own tables by small area.
enum StatisticsRecipes {
  private static let ogl = Licence.openGovernment
  private static let ons =
    "Source: Office for National Statistics licensed under the Open Government Licence v3.0."

  static let all: [PublishedRecipe] = [
    PublishedRecipe(
      id: "iod2019-file10",
      title: "English Indices of Deprivation 2019, File 10: local authority district summaries "
        + "(Ministry of Housing, Communities and Local Government)",
      vintage: "IoD 2019", areaVintage: "district 2019", of: nil, licence: ogl,
      attribution: "Ministry of Housing, Communities and Local Government, English Indices of Deprivation 2019. "
        + "Contains public sector information licensed under the Open Government Licence v3.0.",
      kind: .districtSummaries),
    PublishedRecipe(
      id: "ons-mid-year", title: "mid-year population estimates by single year of age (Office for National Statistics)",
      vintage: "mid-year", areaVintage: "LSOA 2011 or 2021", of: nil, licence: ogl, attribution: ons, kind: .midYear),
    PublishedRecipe(
      id: "census2021", title: "Census 2021 topic summary (Office for National Statistics)", vintage: "Census 2021",
      areaVintage: "LSOA 2021", of: nil, licence: ogl, attribution: ons, kind: .census),
    PublishedRecipe(
      id: "dfe-statistics", title: "explore education statistics (Department for Education)", vintage: "DfE",
      areaVintage: "district", of: nil, licence: ogl,
      attribution: "Department for Education. Contains public sector information licensed under the Open Government "
        + "Licence v3.0.", kind: .educationStatistics),
  ]
}

extension PublishedRecipe {
  /// A result with nothing in it yet.
  func emptyResult(reading: String) -> RecipeResult {
    RecipeResult(
      recipe: id, areaVintage: areaVintage, vintage: vintage, licence: licence, attribution: attribution,
      reading: "\(id), \(reading)")
  }

  /// The refusal of a file that is another.
  func isNot(_ lacking: String, file: String) -> GeodataError {
    GeodataError(
      .data, "is not \(id) (\(title)): \(lacking)", file: file,
      advice: "check the recipe, the sheet and the header row in audit.yml")
  }

  /// An indicator of a percentage, with this recipe's source and licence.
  func indicator(
    _ id: String, title: String, theme: String, unit: String, level: String, file: String, polarity: String = "neither"
  ) -> Indicator {
    Indicator(
      id: id, title: title, theme: theme, unit: unit, polarity: polarity, of: nil, vintage: vintage,
      source: "\(file), \(self.title)", licence: licence, attribution: attribution, denominator: nil, level: level)
  }
}

/// A text as an id: small letters, digits and hyphens.
func slug(_ text: String) -> String {
  text.lowercased().split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }.joined(separator: "-")
}
