import ArgumentParser
import Audit
import Foundation
import Geodata
import Measures
import Reporting

/// `--within`, `--cycles`, `--others`, `--indicators`: what `needs compare` holds against what.
struct PlaceOptions: ParsableArguments {
  @Option(help: "A file with polygons to compare: wards, or any that somebody drew.")
  var within: String?

  @Option(help: "The column of the polygons' codes (default: they are numbered).")
  var code: String?

  @Option(help: "The column of the polygons' names.")
  var label: String?

  @Option(help: "The CRS of the polygons, where the file does not say it, as EPSG:27700.")
  var crs: String?

  @Option(help: "What polygons are made of: atoms (whole), or surface (shares by surface; not of a release).")
  var madeOf = DrawnPlaces.Making.atoms

  @Option(help: "The cycles to compare, with commas between, or all (default: the last, beside the one before).")
  var cycles: String?

  @Option(
    help:
      "A table with figures of other authorities and the nation: name, kind (neighbour, nation), measure, numerator, denominator (or value), source."
  )
  var others: String?

  @Option(help: "The indicators by which places are like each other, with commas between (default: all of the audit).")
  var indicators: String?

  /// Whether anything was said that belongs to places of a workspace.
  var isAsked: Bool { [within, cycles, others, indicators].contains { $0 != nil } }

  func validate() throws {
    if within == nil, code != nil || label != nil || crs != nil {
      throw ValidationError("--code, --label and --crs belong to --within.")
    }
  }

  /// The question, without kind and measure.
  func question() throws -> ComparisonQuestion {
    var question = ComparisonQuestion()
    question.places = within.map {
      LayerSource(url: URL(fileURLWithPath: $0), crs: crs, codeColumn: code, nameColumn: label)
    }
    question.making = madeOf
    question.cycles = list(cycles) ?? []
    question.others = try others.map { try OtherAuthority.read(URL(fileURLWithPath: $0)) } ?? []
    question.indicators = list(indicators)
    return question
  }

  private func list(_ text: String?) -> [String]? {
    text.map { $0.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) } }
  }
}

extension DrawnPlaces.Making: ExpressibleByArgument {}
