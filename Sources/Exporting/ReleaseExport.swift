import Geometry
import Measures
import Workspace

/// What leaves the house for planners: the tables of a release, for all areas or those that somebody named or drew.
///
/// It is made from a `Workspace<Released>` and from nothing else: exact counts have another type and do not fit.
///
/// ```swift
/// let export = try ReleaseExport(of: release)
/// try export.write(.geoPackage, to: URL(fileURLWithPath: "sunderland.gpkg"))
/// ```
public struct ReleaseExport: Sendable {
  /// The tables, in the order in which they are written.
  public let layers: [ExportLayer]
  /// The borough.
  public let name: String
  /// The cycle's label.
  public let cycle: String
  /// The analysis CRS of the shapes.
  public let crs: CRS
  /// What a reader must know, a sentence each.
  public let notes: [String]
  /// The first day of the cycle: a date that is the same each time, for formats that want one.
  let firstDay: String

  /// Reads the release; `chosen` narrows it to places that somebody named or drew, nil takes all.
  public init(of workspace: Workspace<Released>, cycle: String? = nil, chosen: ChosenPlaces? = nil) throws {
    let facts = try workspace.facts(cycle: cycle)
    let shapes = try workspace.shapes(cycle: cycle)
    let book = FigureBook(facts: chosen?.facts ?? facts)
    (name, self.cycle) = (facts.name, facts.cycle.label)
    crs = try CRS(try workspace.about().crs)
    firstDay = facts.cycle.from.description
    var notes = ReleaseNotes(facts).sentences
    if let chosen {
      notes.insert(
        "This is an extract: \(chosen.facts.catchments.count == 1 ? "one place" : "\(chosen.facts.catchments.count) places"). \(chosen.how)",
        at: 0)
    }
    self.notes = notes
    let tables = PlaceTables(book: book, shapes: shapes, chosen: chosen)
    let places = [tables.areas(), tables.catchments(), tables.centres()].map { layer in
      var layer = layer
      let file = facts.sources.first { $0.role == layer.name }
      (layer.licence, layer.attribution) = (file?.licence ?? "", file?.attribution ?? "")
      return layer
    }
    layers = places + [Self.columns(of: places), Self.dictionary(book), Self.sources(facts), Self.notes(notes)]
  }

  private static func notes(_ notes: [String]) -> ExportLayer {
    ExportLayer(
      name: "notes", title: "Notes", description: "What a reader must know.",
      columns: [ExportColumn("note", "note, a number", .integer), ExportColumn("text", "what it says")],
      rows: notes.enumerated().map { [.integer($0.offset + 1), .text($0.element)] }, places: .none)
  }

  private static func columns(of layers: [ExportLayer]) -> ExportLayer {
    ExportLayer(
      name: "columns", title: "Columns", description: "What each column of the tables holds, and its unit.",
      columns: [
        ExportColumn("layer", "the table's name"), ExportColumn("name", "the column's name"),
        ExportColumn("title", "what it holds"), ExportColumn("unit", "its unit"),
      ],
      rows: layers.flatMap { layer in
        layer.columns.map { column in
          [
            .text(layer.name), .text(column.name), .text(column.title),
            column.unit.isEmpty ? .missing : .text(column.unit),
          ]
        }
      }, places: .none)
  }

  private static func sources(_ facts: CycleFacts) -> ExportLayer {
    var seen: Set<[String]> = []
    let files = facts.sources.filter { seen.insert([$0.file, $0.role, $0.vintage, $0.licence]).inserted }
    return ExportLayer(
      name: "sources", title: "Sources", description: "The files that the figures come from, with their licences.",
      columns: [
        ExportColumn("file", "the file's name"), ExportColumn("used_for", "what it was used for"),
        ExportColumn("vintage", "the data's year or release"), ExportColumn("licence", "the licence"),
        ExportColumn("attribution", "the words that the licence asks for"),
      ],
      rows: files.map { file in
        // Whoever hands it on must know that nobody said under which licence a file stands.
        let licence = file.licence.isEmpty ? "not stated" : file.licence
        return [file.file, file.role, file.vintage, licence, file.attribution].map { $0.isEmpty ? .missing : .text($0) }
      }, places: .none)
  }

  private static func dictionary(_ book: FigureBook) -> ExportLayer {
    let used = Set(PlaceTables.rates + book.facts.indicators.map(\.id))
    return ExportLayer(
      name: "measures", title: "Measures", description: "What each measure means.",
      columns: [
        ExportColumn("measure", "its id"), ExportColumn("title", "in a few words"),
        ExportColumn("numerator", "what stands above the line"),
        ExportColumn("denominator", "what stands below it"), ExportColumn("unit", "its unit"),
        ExportColumn("method", "how it is worked out"), ExportColumn("source", "file and publisher"),
        ExportColumn("licence", "the licence"),
      ],
      rows: book.dictionary.entries.filter { used.contains($0.id) }.map { entry in
        [
          entry.id, entry.title, entry.numerator, entry.denominator, entry.unit, entry.method, entry.source,
          entry.licence,
        ].map { $0.isEmpty ? .missing : .text($0) }
      }, places: .none)
  }
}

/// The sentences that travel with every export.
struct ReleaseNotes {
  let sentences: [String]

  init(_ facts: CycleFacts) {
    let cycle = facts.cycle
    var sentences = [
      "\(facts.name), cycle \(cycle.label): \(cycle.from) to \(cycle.to). Made by Needs from a release.",
      "Counts from 1 to \(facts.hide) are shown as c, others are rounded to the nearest \(facts.base); low and high say between what and what the count lies. w: withheld.",
      "Each rate, interval and verdict was computed from rounded counts. Columns ending in _low and _high of a rate are its 95 % interval.",
      "Children counted: aged \(cycle.ages.lowerBound) to \(cycle.ages.upperBound) on \(cycle.referenceDate). Reached: with a visit to any centre in the cycle. Sustained: on \(cycle.sustainedDays) or more different days.",
      "Distinct children add up over areas; they do not add up over catchments that overlap, services, months or groups.",
      "The interval treats this cycle as one of many alike; error in the population estimate is not in it.",
    ]
    if !cycle.sensitiveGroups.isEmpty {
      let columns = cycle.sensitiveGroups.sorted().joined(separator: ", ")
      sentences.append("Of groups by \(columns), 0 is shown as c too: a c there is any count from 0 to \(facts.hide).")
    }
    for set in facts.denominatorSets where set.id == "children" {
      sentences.append(
        "Numbers of children: \(set.source), \(set.date ?? "no date given")\(set.isStale ? "; more than two years older than the cycle" : "")."
      )
    }
    self.sentences = sentences
  }
}
