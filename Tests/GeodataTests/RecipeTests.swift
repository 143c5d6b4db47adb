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
    #expect(imd.values[0] == IndicatorValue(indicator: "imd", area: "E01008693", rank: 4769, decile: 2))
    #expect(imd.indicators.map(\.id) == ["imd"] && imd.indicators[0].of == 32_844)
    #expect(imd.licence == "Open Government Licence v3.0" && imd.areaVintage == "LSOA 2011")
    let domains = try read("iod2019-file2", "sunderland/iod2019-file2.csv")
    #expect(
      domains.indicators.map(\.id) == [
        "imd", "income", "employment", "education", "health", "crime", "housing", "environment",
      ])
    let children = try read("iod2019-file3", "sunderland/iod2019-file3.xlsx")
    #expect(children.indicators.map(\.id) == ["imd", "idaci", "idaopi"])
    #expect(children.values[1] == IndicatorValue(indicator: "idaci", area: "E01008693", rank: 3123, decile: 1))
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
    #expect(transformed.values[5] == IndicatorValue(indicator: "housing-transformed", area: "E01000001", value: 33.518))
    let scores = try read("iod2019-file5", "england/imd2019-scores.csv")
    #expect(scores.values[0] == IndicatorValue(indicator: "imd", area: "E01021988", value: 92.735))
    let new = try read("iod2025-file7", "england/iod2025-lsoa21.csv")
    #expect(new.rowsRead == 33_755 && new.areaVintage == "LSOA 2021")
    #expect(new.values[0] == IndicatorValue(indicator: "imd", area: "E01000001", value: 8.742, rank: 26_525, decile: 8))
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

  private func read(_ recipe: String, text: String, _ name: String = "file.csv") throws -> RecipeResult {
    let file = try TemporaryFile(text, name)
    return try PublishedRecipe.read(recipe, from: file.source)
  }

  @Test("Mid-year estimates: one column an age, or one for each sex, below a title; the year by the file's name")
  func midYear() throws {
    let persons = try read(
      "ons-mid-year",
      text:
        "Table 1,,,,,,,\n\nLSOA Code,LSOA Name,All Ages,0,1,2,3,4,90+\nE01000001,One,\"1,749\",12,8,21,21,16,30\nE01000002,Two,..,9,c,1,2,3,4\n",
      "sape23dt2mid2020lsoa.csv")
    #expect(persons.denominators.map(\.id) == ["population", "age-0", "age-1", "age-2", "age-3", "age-4", "age-90"])
    #expect(persons.denominators.first?.date == "2020-06-30" && persons.areaVintage == "LSOA 2011")
    #expect(persons.denominatorValues.prefix(4).map(\.value) == [1749, 12, 8, 21])
    #expect(persons.denominatorValues[9].value == nil)
    let sexes = try read(
      "ons-mid-year",
      text:
        "LAD 2023 Code,LSOA 2021 Code,LSOA 2021 Name,Total,F0,F1,F2,F3,F4,M0,M1,M2,M3,M4\nE1,E01000001,One,99,1,2,3,4,5,10,20,30,40,50\n"
    )
    #expect(sexes.areaVintage == "LSOA 2021")
    #expect(sexes.denominatorValues.map(\.value) == [99, 11, 22, 33, 44, 55])
  }

  @Test("Of a workbook of several years the latest is read, unless a sheet is stated")
  func midYearWorkbook() throws {
    func rows(_ first: Int) -> String {
      let head = ["LSOA 2021 Code", "Total", "F0", "F1", "F2", "F3", "F4"].enumerated().map {
        "<c r=\"\(Array("ABCDEFG")[$0])4\" t=\"inlineStr\"><is><t>\($1)</t></is></c>"
      }
      let cells = ["B", "C", "D", "E", "F", "G"].map { "<c r=\"\($0)5\"><v>\(first)</v></c>" }
      return
        "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>Title</t></is></c></row><row r=\"4\">\(head.joined())</row>"
        + "<row r=\"5\"><c r=\"A5\" t=\"inlineStr\"><is><t>E01000001</t></is></c>\(cells.joined())</row>"
    }
    let sheets = [
      ("Notes", ""), ("Mid-2022 LSOA 2021", rows(22)), ("Mid-2024 LSOA 2021", rows(24)),
      ("Mid-2023 LSOA 2021", rows(23)),
    ]
    let file = try TemporaryFile(workbook(sheets), "sapelsoasyoa20222024.xlsx")
    let latest = try PublishedRecipe.read("ons-mid-year", from: file.source)
    #expect(latest.denominatorValues.first?.value == 24 && latest.denominators.first?.date == "2024-06-30")
    var source = file.source
    source.sheet = "Mid-2022 LSOA 2021"
    #expect(try PublishedRecipe.read("ons-mid-year", from: source).denominatorValues.first?.value == 22)
  }

  @Test("Census 2021: the bulk files' columns and the custom extracts' rows become percentages of their totals")
  func census() throws {
    let wide = try read(
      "census2021",
      text:
        "date,geography,geography code,Age: Total; measures: Value,Age: Aged under 1 year; measures: Value,Age: Aged 3 years; measures: Value\n"
        + "2021,City of London 001A,E01000001,200,5,10\n")
    #expect(wide.indicators.map(\.id) == ["age-aged-under-1-year", "age-aged-3-years"])
    #expect(
      wide.values[1]
        == IndicatorValue(indicator: "age-aged-3-years", area: "E01000001", value: 5, numerator: 10, denominator: 200))
    #expect(wide.denominators.map(\.id) == ["population", "age-0", "age-3"])
    #expect(wide.areaVintage == "LSOA 2021")
    let long = try read(
      "census2021",
      text:
        "Lower layer Super Output Areas Code,Lower layer Super Output Areas,Household deprivation (6 categories) Code,Household deprivation (6 categories),Observation\n"
        + "E01000001,One,-8,Does not apply,7\nE01000001,One,1,Not deprived,30\nE01000001,One,2,Deprived in one,10\n")
    #expect(
      long.indicators.map(\.title) == ["Household deprivation: Not deprived", "Household deprivation: Deprived in one"])
    #expect(long.values.map(\.value) == [75, 25])
  }

  @Test("Education statistics: local authorities of the latest period with every filter at its total")
  func education() throws {
    let text = """
      time_period,time_identifier,geographic_level,country_code,country_name,region_code,region_name,new_la_code,la_name,old_la_code,gender,number_of_children,gld_percentage
      202223,Academic year,Local authority,E92000001,England,E12000001,North East,E08000024,Sunderland,394,Total,2900,66.1
      202324,Academic year,National,E92000001,England,,,,,,Total,600000,67.7
      202324,Academic year,Local authority,E92000001,England,E12000001,North East,E08000024,Sunderland,394,Total,3000,67.2
      202324,Academic year,Local authority,E92000001,England,E12000001,North East,E08000024,Sunderland,394,Girls,1500,73.0
      202324,Academic year,Local authority,E92000001,England,E12000001,North East,E08000021,Newcastle,391,Total,c,z

      """
    let result = try read("dfe-statistics", text: text)
    #expect(result.indicators.map(\.id) == ["number-of-children", "gld-percentage"])
    #expect(result.values.map(\.value) == [3000, 67.2, nil, nil])
    #expect(
      result.vintage == "DfE 202324" && result.indicators[1].unit == "percent"
        && result.indicators[0].level == "district")
  }

  @Test(
    "File 10 as published: 317 districts, the figures of every sheet",
    .enabled(if: SharedData.isPresent, "../shared/data is absent"))
  func districts() throws {
    let result = try read(
      "iod2019-file10", "england/File_10_-_IoD2019_Local_Authority_District_Summaries__lower-tier__.xlsx")
    #expect(result.rowsRead == 317)
    #expect(
      result.indicators.map(\.id).prefix(5) == [
        "imd-average-rank", "imd-average-score", "imd-proportion", "imd-extent", "imd-local-concentration",
      ])
    #expect(
      result.indicators.contains { $0.id == "idaopi-average-score" }
        && result.indicators.contains { $0.id == "income-scale" })
    let first = result.values.filter { $0.area == "E06000001" && $0.indicator.hasPrefix("imd-") }.map(\.value)
    #expect(first == [22_581.98, 35.037, 0.3621, 0.4973, 32_560.44])
    let mirror = try read("iod2019-file10", "england/iod2019-lad-summaries.csv")
    #expect(mirror.indicators.map(\.id) == ["imd-average-score", "imd-proportion", "imd-extent"])
    #expect(mirror.rowsRead == 317)
  }
}
