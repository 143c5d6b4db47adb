import ArgumentParser
import Measures
import Statistics
import Workspace

/// `needs figures`: every figure with its doubt.
struct FiguresCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "figures",
    abstract: "Prints figures with numerator, denominator, 95 % interval and the spread over the rules.",
    discussion: """
      Examples:
        needs figures --measure reached.rate --workspace W.gpkg
        needs figures --measure 'imd.*' --place CC01 --workspace W.gpkg --format csv
        needs figures --measure imd.rebuilt.income=40+crime=60 --workspace W.gpkg
        needs figures --measure reached.rate --level 99.8 --workspace W.gpkg
        needs figures --dictionary --workspace W.gpkg --format json
      """)

  @OptionGroup var options: WorkspaceOptions

  @Option(help: "A measure's or an indicator's id; with a * at its end all that begin so.")
  var measure: String?

  @Option(help: "The code of an area, a catchment or a centre, or authority.")
  var place: String?

  @Option(help: "95 or 99.8: how sure the intervals are, in per cent. Differences, draws and bounds have 95 only.")
  var level = IntervalLevel.percent95

  @Option(help: "table, csv or json.")
  var format = OutputFormat.table

  @Flag(help: "What each measure means, instead of the figures.")
  var dictionary = false

  func run() throws {
    if dictionary {
      let entries = MeasureDictionary(of: try options.open().facts(cycle: options.cycle))
      Output.answer(format == .json ? try entries.json() + "\n" : format.text(entries.table))
    } else {
      let source = try options.open()
      let book = try source.book(cycle: options.cycle, asked: measure ?? (place == nil ? nil : "*"))
        .at(level.confidence)
      // CSV keeps to its documented columns; elsewhere a last one says why a figure is missing or doubtful.
      Output.answer(format.text(try book.answer(measure: measure, place: place, flags: format != .csv)))
      Messages.sayInternal(if: source.isExact)
    }
  }
}

/// How sure an interval is.
enum IntervalLevel: String, ExpressibleByArgument, CaseIterable {
  case percent95 = "95"
  case percent99point8 = "99.8"

  var confidence: ConfidenceLevel { self == .percent95 ? .percent95 : .percent99point8 }
}
