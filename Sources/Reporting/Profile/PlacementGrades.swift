/// How homes were matched, as a run's totals count it: what the profile and the page of the check both say of it.
struct PlacementGrades {
  /// Each grade in words and how many children have it.
  let known: [(words: String, children: Int)]
  private let agreement: Double?
  private let say: Words

  private static let phrases: [(path: String, phrase: Phrase)] = [
    ("grades/coordinates", "by coordinates"), ("grades/postcode-live", "by a live postcode"),
    ("grades/postcode-terminated", "by a postcode no longer in use"), ("grades/uprn", "by property number"),
    ("grades/not-located", "not placed"),
  ]

  init(_ totals: [String: Double], _ say: Words) {
    known = Self.phrases.compactMap { path, phrase in totals[path].map { (say(phrase), Int($0.rounded())) } }
    agreement = totals["agreement_with_published_lsoa"]
    self.say = say
  }

  /// The grades as a table, with further rows below.
  func table(_ title: String, below: [(words: String, children: Int)] = []) -> Block {
    let all = known.reduce(0) { $0 + $1.children }
    return .table(
      Table(
        title,
        columns: [
          .init(say("Placed")), .init(say("Children"), isNumeric: true), .init(say("Share"), isNumeric: true),
        ],
        rows: (known + below).map { words, number in
          [
            Cell(words), Cell(say.number(number), number: Double(number)),
            Cell(all > 0 ? say.percent(Double(number) / Double(all)) : "–"),
          ]
        }))
  }

  /// How far the match agrees with the directory; nothing where nobody was placed by postcode.
  var agreementBlocks: [Block] {
    guard let agreement else { return [] }
    return [
      .paragraph(
        say(
          "For \(say.decimal(agreement * 100, places: 1))% of children placed by postcode, the area is the one that the directory says."
        ))
    ]
  }
}
