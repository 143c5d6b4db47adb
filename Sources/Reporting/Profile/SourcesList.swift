import Measures
import Workspace

extension Words {
  /// Where the borders on a map come from: what the areas' source asks to be said, or its file.
  func boundaries(of sources: [CycleContent.InputFile]) -> [String] {
    sources.filter { $0.role == "areas" }.prefix(1).map {
      self("Boundaries: \($0.attribution.isEmpty ? $0.file : $0.attribution)")
    }
  }
}

/// The files that a page's figures come from, with vintage, licence and attribution.
struct SourcesList {
  let facts: CycleFacts
  let counts: CountWords
  let say: Words

  func section() -> Section {
    let title = say("Sources")
    guard !facts.sources.isEmpty else { return Section("sources", title, [.paragraph(say("No source was noted."))]) }
    let table = Table(
      say("Files that the figures come from"),
      columns: [
        .init(say("File")), .init(say("Used for")), .init(say("Vintage")), .init(say("Rows used"), isNumeric: true),
        .init(say("Licence")),
      ],
      rows: distinct.map { source in
        [
          Cell(source.file), Cell(roleWords(source.role)), Cell(source.vintage.isEmpty ? "–" : source.vintage),
          counts.isCoarse && source.isPersonal
            ? "w"
            : Cell(
              say.number(source.used), number: Double(source.used),
              figure: facts.figureID(RunMeasures.rowsUsed(source))),
          Cell(source.licence.isEmpty ? "–" : source.licence),
        ]
      })
    var attributions: [String] = []
    for text in facts.sources.map(\.attribution) + facts.indicators.map(\.attribution)
    where !text.isEmpty && !attributions.contains(text) {
      attributions.append(text)
    }
    return Section(
      "sources", title, [.table(table)] + (attributions.isEmpty ? [] : [.list(attributions.map { say.sentence($0) })]))
  }

  /// Each file once for each use, in the order in which they were read.
  private var distinct: [CycleContent.InputFile] {
    var seen: Set<[String]> = []
    return facts.sources.filter { seen.insert([$0.file, $0.role, $0.vintage, $0.licence, String($0.used)]).inserted }
  }

  private func roleWords(_ role: String) -> String {
    switch role {
    case "areas": say("small areas")
    case "catchments": say("catchments")
    case "centres": say("centres")
    case "enrolments": say("enrolled children")
    case "service-use": say("visits")
    case "population": say("numbers of children")
    case "indicators": say("deprivation and other indicators")
    case "postcodes": say("where postcodes lie")
    default: say.name(role.replacingDashes)
    }
  }
}
