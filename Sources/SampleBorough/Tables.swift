import Geodata
import Geometry

/// The borough's files, each from what was drawn.
enum Tables {
  static func areas(_ land: Land) -> [UInt8] {
    var bytes = GeoJSONText.opening(name: "areas")
    for (area, code) in land.codes.enumerated() {
      if area > 0 { bytes += ",\n".utf8 }
      GeoJSONText.append(
        land.mesh.shape(of: land.cellsOfArea[area]),
        properties: [("area_code", code), ("area_name", SampleText.areaName(area))], to: &bytes)
    }
    return bytes + GeoJSONText.closing
  }

  static func catchments(_ land: Land, _ cells: [[Int]], name: String) -> [UInt8] {
    var bytes = GeoJSONText.opening(name: name)
    for (catchment, code) in land.centres.enumerated() {
      if catchment > 0 { bytes += ",\n".utf8 }
      GeoJSONText.append(land.mesh.shape(of: cells[catchment]), properties: [("centre_id", code)], to: &bytes)
    }
    return bytes + GeoJSONText.closing
  }

  static func centres(_ land: Land) -> Sheet {
    var sheet = Sheet(["centre_id", "name", "easting", "northing"])
    for (centre, code) in land.centres.enumerated() {
      let point = land.centrePoint(centre)
      sheet.append([
        code, SampleText.centreName(centre), Digits.fixed(point.x, 1), Digits.fixed(point.y, 1),
      ])
    }
    return sheet
  }

  static func postcodes(_ plan: PostcodePlan) -> Sheet {
    var sheet = Sheet(PostcodePlan.header)
    for entry in plan.entries { sheet.append(PostcodePlan.row(entry)) }
    return sheet
  }

  static func underFives(_ land: Land, _ traits: AreaTraits) -> Sheet {
    var sheet = Sheet(["area_code", "age_0", "age_1", "age_2", "age_3", "age_4"])
    for (area, code) in land.codes.enumerated() { sheet.append([code] + traits.byAge[area].map { String($0) }) }
    return sheet
  }

  static func deprivation(_ land: Land, _ traits: AreaTraits) -> Sheet {
    var sheet = Sheet([
      "area_code", "imd_score", "imd_rank", "imd_decile", "population", "idaci_rate", "idaci_rank", "children_0_15",
    ])
    for (area, code) in land.codes.enumerated() {
      sheet.append([
        code, Digits.fixed(traits.imdScore[area], 3), thousands(traits.imdRank[area]),
        String(traits.imdDecile[area]), thousands(traits.population[area]), Digits.fixed(traits.idaciRate[area], 1),
        thousands(traits.idaciRank[area]), String(traits.children0to15[area]),
      ])
    }
    return sheet
  }

  /// Births in a year, near the children who are not yet one; and the two-year-olds who may have a funded place, more of
  /// them where need is high.
  static func denominators(_ land: Land, _ traits: AreaTraits, seed: UInt64) -> Sheet {
    var sheet = Sheet(["area_code", "births", "funded_twos"])
    for (area, code) in land.codes.enumerated() {
      var random = SampleRandom(seed, .need, 9_000_000 + area)
      let births = max(0, traits.byAge[area][0] + random.below(5) - 2)
      let twos = Double(traits.byAge[area][2]) * (0.15 + 0.5 * traits.need[area])
      sheet.append([code, String(births), String(Int(twos.rounded()))])
    }
    return sheet
  }

  static func indicators(_ land: Land, _ traits: AreaTraits, seed: UInt64) -> Sheet {
    var sheet = Sheet(["area_code"] + IndicatorPlan.all.flatMap { [$0.column, $0.column + "_n", $0.column + "_of"] })
    for (area, code) in land.codes.enumerated() {
      var row = [code]
      for (number, plan) in IndicatorPlan.all.enumerated() {
        let value = plan.value(area: area, traits: traits, number: number, seed: seed)
        let percent = 100 * Double(value.numerator) / Double(value.denominator)
        row += [Digits.fixed(percent, 1), String(value.numerator), String(value.denominator)]
      }
      sheet.append(row)
    }
    return sheet
  }

  /// Rows in no order; a dozen of them twice.
  static func enrolments(_ households: Households, seed: UInt64) -> (sheet: Sheet, identical: Int) {
    var rows: [[String]] = []
    for child in households.children {
      for place in child.places {
        rows.append([
          child.id, child.family, child.born.description, place.postcode, place.easting, place.northing,
          place.registered.description, place.left?.description ?? "", child.language, child.household, child.send,
        ])
      }
    }
    var random = SampleRandom(seed, .enrolment)
    let identical = max(6, rows.count / 200)
    for row in random.shuffled(Array(rows.indices)).prefix(identical) { rows.append(rows[row]) }
    var sheet = Sheet([
      "child_id", "family_id", "date_of_birth", "postcode", "easting", "northing", "registered_on", "left_on",
      "language_group", "household_group", "send_group",
    ])
    for row in random.shuffled(rows) { sheet.append(row) }
    return (sheet, identical)
  }

  /// Days as dd/mm/yyyy and a byte-order mark, as spreadsheets leave them.
  static func serviceUse(_ visits: VisitPlan) -> Sheet {
    var sheet = Sheet(["child_id", "date", "centre_id", "service"], mark: true)
    for row in visits.rows {
      let day = row.day.components
      sheet.append([
        row.child, "\(Digits.padded(day.day, 2))/\(Digits.padded(day.month, 2))/\(day.year)", row.centre, row.service,
      ])
    }
    return sheet
  }

  /// `29,199`, as published ranks are written.
  private static func thousands(_ number: Int) -> String {
    number < 1000 ? String(number) : "\(number / 1000),\(Digits.padded(number % 1000, 3))"
  }
}
