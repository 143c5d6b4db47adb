import Measures

/// How homes were matched, as a run's totals count it: what the profile and the page of the check both say of it.
struct PlacementGrades {
  /// Each grade in words and how many children have it.
  let known: [(words: String, children: Int)]
  private let paths: [String]
  private let agreement: Double?
  private let say: Words
  /// The id of a measure of the whole authority; nil where there is none to be explained.
  private let id: (String) -> String?

  private static let phrases: [String: Phrase] = [
    "grades/coordinates": "by coordinates", "grades/postcode-live": "by a live postcode",
    "grades/postcode-terminated": "by a postcode no longer in use", "grades/uprn": "by property number",
    "grades/not-located": "not placed",
  ]

  init(_ totals: [String: Double], _ say: Words, id: @escaping (String) -> String? = { _ in nil }) {
    self.id = id
    paths = RunMeasures.grades.filter { totals[$0] != nil }
    known = paths.map { path in
      (words: Self.phrases[path].map { say($0) } ?? path, children: Int((totals[path] ?? 0).rounded()))
    }
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
        rows: (known + below).enumerated().map { index, row in
          let path = paths.indices.contains(index) ? paths[index] : nil
          return [
            Cell(row.words),
            Cell(
              say.number(row.children), number: Double(row.children),
              figure: path.flatMap { id(RunMeasures.total($0)) }),
            Cell(
              all > 0 ? say.percent(Double(row.children) / Double(all)) : "–",
              figure: path.flatMap { all > 0 ? id(RunMeasures.share($0)) : nil }),
          ]
        }))
  }

  /// How far the match agrees with the directory; nothing where nobody was placed by postcode.
  var agreementBlocks: [Block] {
    guard let agreement else { return [] }
    return [
      .paragraph(
        say(
          "For \(say.decimal(agreement * 100, places: 1).ofFigure(id(RunMeasures.total("agreement_with_published_lsoa"))))% of children placed by postcode, the area is the one that the directory says."
        ))
    ]
  }
}
