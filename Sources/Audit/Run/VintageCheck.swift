import Geodata

/// Whether a table of area figures speaks of the audit's areas, or of another vintage of them.
enum VintageCheck {
  /// The verdict on a table.
  enum Verdict {
    /// Each area has its row.
    case complete
    /// Some areas have none; said, and missing.
    case gaps(Complaint)
    /// The codes are of other areas; the table is left out.
    case refused(Complaint)
  }

  /// The share of areas that must have a row where neither side says its vintage.
  private static let leastShare = 0.9

  /// Judges a table by the codes that match.
  ///
  /// - Parameters:
  ///   - source: the vintage that the table's recipe or column states.
  ///   - target: that of the audit's areas.
  static func judge(
    file: String, what: String, codes: some Sequence<String>, source: AreaVintage, areas: [String], areasFile: String,
    target: AreaVintage
  ) -> Verdict {
    let given = Set(codes)
    let without = areas.filter { !given.contains($0) }
    guard !without.isEmpty else { return .complete }
    let known = Set(areas)
    let foreign = given.filter { !known.contains($0) }.sorted()
    let covered = areas.count - without.count
    let isOtherVintage = source != .unknown && target != .unknown && source != target
    func list(_ codes: [String]) -> String {
      codes.prefix(5).joined(separator: ", ") + (codes.count > 5 ? ", …" : "")
    }
    if isOtherVintage || Double(covered) < leastShare * Double(areas.count) {
      let vintages =
        isOtherVintage
        ? " is by LSOA \(source.rawValue), \(areasFile) by LSOA \(target.rawValue)" : " is not of these areas"
      return .refused(
        Complaint(
          .warning,
          "left out: it\(vintages): \(covered) of \(areas.count) areas have a \(what), \(list(without)) have none; "
            + "\(foreign.count) of \(given.count) rows (\(list(foreign))) match no area", file: file,
          advice: isOtherVintage
            ? "give a lookup \(source.rawValue) to \(target.rawValue) under lookups: in audit.yml"
            : "check the column and the year of the area codes", count: without.count))
    }
    return .gaps(
      Complaint(
        .warning, "\(without.count) of \(areas.count) areas have no \(what) (\(list(without))); it is missing there",
        file: file, count: without.count))
  }
}
