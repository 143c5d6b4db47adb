import Audit
import Geodata
import Workspace

extension CheckPage {
  /// How homes were matched, and how far the match agrees with the directory.
  func matchSection() -> Section {
    let blocks = eachCycle { cycle in
      let grades = PlacementGrades(cycle.totals, say)
      guard !grades.known.isEmpty else { return [] }
      let reasons = cycle.totals.keys.filter { $0.hasPrefix("not_located/") }.sorted().map { path in
        (
          words: "· " + say.sentence(String(path.dropFirst("not_located/".count))),
          children: Int(cycle.totals[path] ?? 0)
        )
      }
      var blocks = [grades.table(say("How the homes of the children who count were placed"), below: reasons)]
      if let outside = cycle.totals["outside_areas"], outside > 0 {
        blocks.append(.paragraph(say("\(say.number(Int(outside))) of the homes lie outside of all areas.")))
      }
      return blocks + grades.agreementBlocks
    }
    return Section(
      "matches", say("How homes were matched"), blocks.isEmpty ? [.paragraph(say("No home was looked for."))] : blocks)
  }

  /// What cannot be, or lies far outside the rest.
  func outlierSection() -> Section {
    var seen = Set<Outlier>()
    let outliers = cycles.flatMap(\.outliers).filter { seen.insert($0).inserted }
    guard !outliers.isEmpty else {
      return Section(
        "outliers", say("Far outside the rest"), [.paragraph(say("Nothing lies far outside the rest."))])
    }
    let table = Table(
      say("Values that cannot be, or lie far outside the rest"),
      columns: [
        .init(say("What")), .init(say("How many"), isNumeric: true), .init(say("Of"), isNumeric: true),
        .init(say("Rule")), .init(say("Where to look")), .init(say("File")),
      ],
      rows: outliers.map { outlier in
        [
          Cell(say.sentence(outlier.what)), Cell(say.number(outlier.count), number: Double(outlier.count)),
          Cell(say.number(outlier.of), number: Double(outlier.of)), Cell(say.sentence(outlier.rule)),
          Cell(say.sentence(outlier.whereToLook)),
          Cell(outlier.file),
        ]
      })
    return Section(
      "outliers", say("Far outside the rest"),
      [
        .table(table),
        .note(
          say(
            "Tukey's outer fences lie three interquartile ranges beyond the quartiles; of counts, they are taken of square roots. What lies beyond them is not wrong for that: look at it. It is counted as it stands."
          )),
      ])
  }

  /// What stands under the rates.
  func denominatorSection() -> Section {
    let blocks = eachCycle { cycle in
      guard !cycle.denominators.isEmpty else { return [] }
      return [
        .table(
          Table(
            say("Areas that have a denominator"),
            columns: [
              .init(say("Who")), .init(say("Source")), .init(say("Day")), .init(say("Given"), isNumeric: true),
              .init(say("Missing"), isNumeric: true), .init(say("Suppressed"), isNumeric: true),
              .init(say("In a shared row"), isNumeric: true), .init(say("Sum"), isNumeric: true),
            ],
            rows: cycle.denominators.map { row in
              let counts = [row.given, row.missing, row.suppressed, row.shared].map {
                Cell(say.number($0), number: Double($0))
              }
              let day = row.set.date.map { say.day(iso: $0) } ?? say("not said")
              return [
                Cell(say.name(row.set.title)), Cell(row.set.source),
                Cell(row.set.isStale ? say("\(day) – over two years before the cycle") : day),
              ] + counts + [Cell(say.decimal(row.sum, places: 0), number: row.sum)]
            }))
      ]
    }
    return Section(
      "denominators", say("Denominators"),
      blocks.isEmpty ? [.notice(say("No denominator is given: no rate can be made."))] : blocks)
  }
}
