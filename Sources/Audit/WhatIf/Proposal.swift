import Foundation
import Geodata
import Geometry

/// What somebody would change of an audit's centres and catchments: other borders, centres that close, centres that open.
///
/// ```swift
/// var proposal = Proposal()
/// proposal.close = ["CC03"]
/// proposal.open = [try Proposal.Opening("HUB=430100,551200")]
/// ```
public struct Proposal: Sendable {
  /// Files with the proposed catchments, in place of the audit's; empty: the audit's own.
  public var catchments: [URL] = []
  /// The column of the catchments' codes; nil: the one that audit.yml names.
  public var codeColumn: String?
  /// The CRS of the proposed catchments, where the file does not say it.
  public var crs: String?
  /// The ids of centres that close.
  public var close: [String] = []
  /// Centres that open.
  public var open: [Opening] = []

  /// Proposes nothing yet.
  public init() {}

  /// Whether nothing is proposed.
  public var isEmpty: Bool { catchments.isEmpty && close.isEmpty && open.isEmpty }

  /// A centre that opens.
  public struct Opening: Hashable, Sendable {
    /// Its id; nil: it is given one.
    public var code: String?
    /// The two numbers as they were given: easting and northing, or longitude and latitude in degrees.
    public var given: Point

    /// Reads `430100,551200`, `-1.5,54.9` or `HUB=430100,551200`.
    /// - Throws: a refusal (64) where that is no place.
    public init(_ text: String) throws(AuditError) {
      let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
      let numbers = (parts.last ?? "").split(separator: ",", omittingEmptySubsequences: false)
        .compactMap { Double($0.trimmingCharacters(in: .whitespaces)) }
      guard numbers.count == 2, numbers.allSatisfy(\.isFinite), parts.count == 1 || !parts[0].isEmpty else {
        throw AuditError(
          "\"\(text)\" is no place: write easting,northing or longitude,latitude, with an id before it if you like "
            + "(HUB=430100,551200)", exitCode: 64)
      }
      code = parts.count == 2 ? parts[0] : nil
      given = Point(x: numbers[0], y: numbers[1])
    }

    /// Whether the numbers can only be degrees: nowhere in Britain is within 180 m of a grid's origin.
    var isDegrees: Bool { abs(given.x) <= 180 && abs(given.y) <= 90 }

    /// The place in the analysis CRS.
    func point(crs: String, gridFolders: [String]) throws -> Point {
      guard isDegrees else { return given }
      if given.x > 49, given.x < 61.1, given.y > -9.1, given.y < 2.2 {
        throw AuditError(
          "--open \(words): latitude and longitude look swapped; write longitude first", exitCode: 64)
      }
      do {
        return try CoordinateTransform(from: .wgs84, to: CRS(crs), gridFolders: gridFolders)(given)
      } catch {
        throw AuditError(
          "--open \(words): these are degrees (longitude, latitude) of no place in \(crs); write easting,northing, or "
            + "degrees inside it", exitCode: 64)
      }
    }

    /// As it was given.
    var words: String {
      func text(_ number: Double) -> String {
        number == number.rounded() && abs(number) < 1e15 ? String(Int(number)) : String(number)
      }
      return "\(text(given.x)),\(text(given.y))"
    }
  }
}
