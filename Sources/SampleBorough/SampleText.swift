/// The words of the borough: names, audit.yml and README.
enum SampleText {
  private static let firsts = ["Sand", "Marl", "Gull", "Kelp", "Cobble", "Tarn", "Skerry", "Whin", "Foam", "Shingle"]
  private static let lasts = ["mere", "wick", "holm", "by", "stead", "toft"]

  /// Each area has a name of its own, such as "Kelpholm 2".
  static func areaName(_ area: Int) -> String {
    let name = firsts[area % firsts.count] + lasts[area / firsts.count % lasts.count]
    let round = area / (firsts.count * lasts.count)
    return round == 0 ? name : "\(name) \(round + 1)"
  }

  static func centreName(_ centre: Int) -> String {
    let names = ["Lighthouse", "Harbour", "Windmill", "Orchard", "Old School"]
    let round = centre / names.count
    return names[centre % names.count] + " centre" + (round == 0 ? "" : " \(round + 1)") + " (made up)"
  }

  static func audit(_ land: Land, _ traits: AreaTraits) -> String {
    let source = "made up by needs sample"
    var text = """
      # Sandmere is made up: no such place, no such children. See README.md.
      name: Sandmere (made up)
      crs: EPSG:27700
      areas:
        file: areas.geojson
        crs: EPSG:27700
        columns: {code: area_code, name: area_name}
        source: \(source)
        licence: CC0-1.0
      catchments:
        file: catchments.geojson
        crs: EPSG:27700
        columns: {code: centre_id}
        source: \(source)
        licence: CC0-1.0
      centres:
        file: centres.csv
        columns: {id: centre_id, name: name, easting: easting, northing: northing}
        source: \(source)
        licence: CC0-1.0
      postcodes: {recipe: nspl, file: postcodes.csv, licence: CC0-1.0, attribution: \(source)}
      population:
        file: under-fives.csv
        columns: {area: area_code, ages: {0: age_0, 1: age_1, 2: age_2, 3: age_3, 4: age_4}}
        date: 2025-06-30
        source: \(source)
        licence: CC0-1.0
      denominators:
        - id: births
          title: Births in a year
          file: denominators.csv
          columns: {area: area_code, value: births}
          date: 2025-06-30
          source: \(source)
          licence: CC0-1.0
        - id: funded-twos
          title: Two-year-olds who may have a funded place
          file: denominators.csv
          columns: {area: area_code, value: funded_twos}
          date: 2025-01-16
          source: \(source)
          licence: CC0-1.0
      measures:
        - id: health-visits-per-birth
          title: Children seen by a health visitor, for 100 births
          question: Does the health visitor see about as many children as are born here in a year?
          numerator: reached[service=health-visitor]
          denominator: births
          unit: ratio
          per: 100
          theme: health
          caveats: [The children seen are under five; the births are of one year.]
        - id: play-sustained
          title: Came again and again, of those at stay and play
          question: Of the children who came to stay and play, what share came again and again?
          numerator: sustained[service=stay-and-play]
          denominator: reached[service=stay-and-play]
          polarity: higher-is-better
          theme: use
        - id: never-seen
          title: Enrolled and never seen
          question: Of the children enrolled here, what share came to no centre in the cycle?
          numerator: enrolled - reached
          denominator: enrolled
          polarity: higher-is-worse
          theme: use
      indicators:
        - id: imd
          title: Multiple deprivation
          theme: deprivation
          file: deprivation.csv
          columns: {area: area_code, score: imd_score, rank: imd_rank, decile: imd_decile, denominator: population}
          of: \(traits.rankedOf)
          vintage: 2025
          source: \(source)
          licence: CC0-1.0
        - id: idaci
          title: Income deprivation affecting children
          theme: deprivation
          file: deprivation.csv
          columns: {area: area_code, value: idaci_rate, rank: idaci_rank, denominator: children_0_15}
          unit: percent
          polarity: higher-is-worse
          of: \(traits.rankedOf)
          vintage: 2025
          source: \(source)
          licence: CC0-1.0

      """
    for plan in IndicatorPlan.all {
      text += """
          - id: \(plan.id)
            title: \(plan.title)
            theme: \(plan.theme)
            file: indicators.csv
            columns: {area: area_code, value: \(plan.column), numerator: \(plan.column)_n, denominator: \(plan.column)_of}
            unit: percent
            polarity: \(plan.polarity)
            nation: \(Int((plan.low + plan.high) / 2))
            vintage: 2025
            source: \(source); of \(plan.of)
            licence: CC0-1.0

        """
    }
    let before =
      land.moved.isEmpty
      ? ""
      : "\n    catchments: {file: catchments-2024-25.geojson, crs: EPSG:27700, columns: {code: centre_id}, "
        + "source: \(source), licence: CC0-1.0}"
    text += """
      enrolments:
        file: enrolments.csv
        columns: {child: child_id, family: family_id, born: date_of_birth, postcode: postcode, easting: easting,
          northing: northing, registered: registered_on, left: left_on}
        groups: {language: language_group, household: household_group, send: send_group}
        dates: yyyy-mm-dd
      service-use:
        file: service-use.csv
        columns: {child: child_id, date: date, centre: centre_id, service: service}
        dates: dd/mm/yyyy
      cycles:
        - label: 2024-25
          from: 2024-09-01
          to: 2025-08-31\(before)
        - label: 2025-26
          from: 2025-09-01
          to: 2026-08-31
      eligible: {ages: [0, 4]}
      sustained: {days: 3}
      thresholds: [0.65, 0.80]
      rule: population
      disclosure:
        profile: small
        sensitive: [send]
        groups: {language: [eal], household: [lone-parent, young-parent], send: [send]}
      voices: {file: voices.csv, columns: {area: area_code, second: theme_second_coder, expires: expires_on},
        coded-by: [language]}
      surveys: {file: surveys.csv}
      offers: {file: offers.csv}
      codebook: {file: codebook.yml}
      index:
        title: Need for outreach
        declared-by: the made-up board of Sandmere
        components:
          - {measure: idaci, weight: 2}
          - {measure: reached.rate}
          - {measure: sustained.rate}
          - {measure: distance}
      access: {services: [stay-and-play], people: children, within: 1600}
      clusters: [imd, low-income, reached.rate]
      triggers: {real-change: 0.4, pockets: 1, moved-children: 50, overdue-claims: 1, reversed-claims: 1}

      """
    return text
  }

  static func readme(_ options: SampleOptions) -> String {
    """
    # Sandmere, a made-up borough

    Nothing here is real: no place, no child, no visit, no opinion. Sandmere lies in the North Sea, forty kilometres
    east of Sunderland; its area codes start with X01, its postcodes with ZX, which Royal Mail does not use.

    It was made by

        needs sample --out geodata --seed \(options.seed) --areas \(options.areas) --catchments \(options.catchments) \
    --children \(options.children) --visits \(options.visits)

    and is the same, byte for byte, each time. All of it is given to the public domain (CC0-1.0).

    | file | what it is | troubles it has on purpose |
    |---|---|---|
    | areas.geojson | \(options.areas) small areas that share their borders exactly, EPSG:27700 | a `crs` member of before RFC 7946 |
    | catchments.geojson, catchments-2024-25.geojson | \(options.catchments) catchments, now and before the boundary moved | they cut through areas; with five to twelve, two overlap, one has a hole, one has two parts |
    | centres.csv | a centre for each catchment | |
    | postcodes.csv | a directory with the columns of ONS's | northings with a leading zero; terminated postcodes; large users; some area codes that are not the polygon's |
    | under-fives.csv | children by single year of age | two areas where nearly nobody enrols |
    | deprivation.csv | ranks of \(max(32_844, options.areas)), scores, deciles | thousands with commas |
    | denominators.csv | births in a year; two-year-olds who may have a funded place | |
    | indicators.csv | \(IndicatorPlan.all.count) indicators by theme | |
    | enrolments.csv | children in families | identical rows; moves; leavers; too old; not born yet; postcodes in four spellings; blank, unknown, ZZ99 and unlisted ones; coordinates instead |
    | service-use.csv | visits in two cycles | a byte-order mark; dd/mm/yyyy; identical rows; casual visits; unknown children |
    | voices.csv, surveys.csv, offers.csv | what was said, asked and given | a silent group, a loud voice, a second coder, voices placed by postcode |
    | codebook.yml | the words by which they are coded | |
    | truths.json, truths-by-area.csv | what was planted, and what a right audit counts | |
    | audit.yml | the audit | |

    """
  }
}
