import ArgumentParser
import Audit
import Foundation

/// `--catchments`, `--close` and `--open`: what `needs compare AUDIT.yml` tries out.
struct WhatIfOptions: ParsableArguments {
  @Option(help: "A file with the catchments that are proposed. Several files: say it for each.")
  var catchments: [String] = []

  @Option(help: "The column of the proposed catchments' codes (default: the one that the audit file names).")
  var catchmentCode: String?

  @Option(help: "The CRS of the proposed catchments, where the file does not say it, as EPSG:27700.")
  var catchmentCrs: String?

  @Option(help: "The id of a centre that closes. Several: say it for each.")
  var close: [String] = []

  @Option(
    parsing: .unconditionalSingleValue,
    help: "Where a centre opens: easting,northing or longitude,latitude, with an id before it as HUB=430100,551200.")
  var open: [String] = []

  @Option(help: "A GeoJSON file for the catchments that the proposal comes to, to audit or to draw.")
  var catchmentsOut: String?

  @Option(help: "The root of the audit file's relative paths (default: the audit file's folder).")
  var data: String?

  /// What is proposed.
  func proposal() throws -> Proposal {
    var proposal = Proposal()
    proposal.catchments = catchments.map { URL(fileURLWithPath: $0) }
    proposal.codeColumn = catchmentCode
    proposal.crs = catchmentCrs
    proposal.close = close
    proposal.open = try open.map(Proposal.Opening.init)
    return proposal
  }

  /// Whether anything is proposed.
  var isAsked: Bool { !(catchments.isEmpty && close.isEmpty && open.isEmpty) }
}
