import Foundation
import Testing

@testable import Geodata

@Suite("Published recipes")
struct RecipeTests {
  private func read(_ recipe: String, _ path: String) throws -> RecipeResult {
    let url = try SharedData.url(path)
    return try PublishedRecipe.read(recipe, from: TableSource(url: url, name: url.lastPathComponent))
  }

  @Test(
    "Sunderland's four files of IoD 2019 as published", .enabled(if: SharedData.isPresent, "../shared/data is absent"))
  func sunderland() throws {
    let imd = try read("iod2019-file1", "sunderland/iod2019-file1.csv")
    #expect(imd.rowsRead == 185 && imd.values.count == 185 && imd.complaints.isEmpty)
    #expect(imd.values[0] == RecipeValue(area: "E01008693", indicator: "imd", rank: 4769, decile: 2))
    #expect(imd.indicators.map(\.id) == ["imd"] && imd.indicators[0].of == 32_844)
    #expect(imd.licence == "Open Government Licence v3.0" && imd.areaVintage == "LSOA 2011")
    let domains = try read("iod2019-file2", "sunderland/iod2019-file2.csv")
    #expect(
      domains.indicators.map(\.id) == [
        "imd", "income", "employment", "education", "health", "crime", "housing", "environment",
      ])
    let children = try read("iod2019-file3", "sunderland/iod2019-file3.xlsx")
    #expect(children.indicators.map(\.id) == ["imd", "idaci", "idaopi"])
    #expect(children.values[1] == RecipeValue(area: "E01008693", indicator: "idaci", rank: 3123, decile: 1))
    #expect(children.indicators.map(\.denominator) == ["population", "children-0-15", "aged-60-over"])
    let people = try read("iod2019-file6", "sunderland/iod2019-file6.csv")
    #expect(people.indicators.isEmpty)
    #expect(
      people.denominators.map(\.id) == ["population", "children-0-15", "aged-16-59", "aged-60-over", "working-age"])
    #expect(people.denominators.map(\.date) == Array(repeating: "2015-06-30", count: 5))
    #expect(people.denominatorValues.prefix(5).map(\.value) == [1299, 221, 766, 312, 787])
  }

  @Test(
    "England's files: a rank for each area (26 are tied), deciles that agree, transformed scores, IoD 2025's mirror",
    .enabled(if: SharedData.isPresent, "../shared/data is absent"))
  func england() throws {
    let imd = try read("iod2019-file1", "england/File_1_-_IMD2019_Index_of_Multiple_Deprivation.csv.gz")
    let ranks = imd.values.compactMap(\.rank)
    let (lowest, highest, distinct) = (ranks.min(), ranks.max(), Set(ranks).count)
    #expect(ranks.count == 32_844 && lowest == 1 && highest == 32_844 && distinct == 32_818)
    let transformed = try read("iod2019-file9", "england/File_9_-_IoD2019_Transformed_Scores.xlsx")
    #expect(transformed.indicators.count == 7 && transformed.rowsRead == 32_844)
    #expect(transformed.values[5] == RecipeValue(area: "E01000001", indicator: "housing-transformed", value: 33.518))
    let scores = try read("iod2019-file5", "england/imd2019-scores.csv")
    #expect(scores.values[0] == RecipeValue(area: "E01021988", indicator: "imd", value: 92.735))
    let new = try read("iod2025-file7", "england/iod2025-lsoa21.csv")
    #expect(new.rowsRead == 33_755 && new.areaVintage == "LSOA 2021")
    #expect(new.values[0] == RecipeValue(area: "E01000001", indicator: "imd", value: 8.742, rank: 26_525, decile: 8))
    #expect(new.values[6].indicator == "housing" && new.values[6].rank == 29_220)
  }

  @Test("A file that is another, an unknown recipe, the same area twice and a rank beyond N are refused")
  func refused() throws {
    let head = "LSOA code (2011),Index of Multiple Deprivation (IMD) Rank,Index of Multiple Deprivation (IMD) Decile\n"
    func line(_ recipe: String, _ text: String) throws -> String? {
      let file = try TemporaryFile(text, "iod.csv")
      return refusal { _ = try PublishedRecipe.read(recipe, from: file.source) }
    }
    #expect(try line("iod2019-file2", head + "E01000001,1,1\n")?.contains("is not iod2019-file2") == true)
    #expect(try line("iod2019-fil1", head)?.contains("did you mean iod2019-file1?") == true)
    #expect(
      try line("iod2019-file1", head + "E01000001,1,1\nE01000001,2,1\n")?
        .contains("iod.csv, row 3, column LSOA code (2011): the area E01000001 stands there twice") == true)
    #expect(
      try line("iod2019-file1", head + "E01000001,40000,10\n")?.contains("the rank is not within 1 to 32844") == true)
    #expect(
      try line("iod2025-file1", head + "E01000001,1,1\n")?.contains(
        "is by LSOA 2011, and iod2025-file1 is by LSOA 2021") == true)
    #expect(
      try line("iod2019-file1", head + "E01000001,100,10\nE01000002,32000,1\n")?
        .contains("contradicts Index of Multiple Deprivation (IMD) Rank in 2 of 2 rows; its direction") == true)
  }

  @Test("Case 13: deciles that run the other way are refused with their number; deciles follow from ranks")
  func deciles() throws {
    var check = DecileCheck(of: 32_844)
    for (i, (rank, decile)) in [(100, 10), (3000, 10), (20_000, 4), (32_000, 1)].enumerated() {
      check.add(rank: Double(rank), decile: decile, row: i + 2)
    }
    let line = refusal {
      try check.verdict(file: "indicators.csv", rankColumn: "imd_rank", decileColumn: "imd_decile")
    }
    #expect(line?.hasPrefix("indicators.csv, row 2, column imd_decile: contradicts imd_rank in 4 of 4 rows") == true)
    #expect(line?.contains("10 = most deprived?") == true)
    #expect(
      [100, 3000, 20_000, 32_000, 3284, 3285].map { DecileCheck.decile(rank: $0, of: 32_844) } == [1, 1, 7, 10, 1, 2])
  }
}
