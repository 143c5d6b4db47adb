import Foundation
import Workspace

/// What `needs audit` says at its end: how many count, how many are located, where the results are.
enum AuditSummary {
  /// Says it on stderr, so that stdout stays for answers.
  static func say(_ content: CycleContent, workspace: URL, reports: String?) {
    let totals = Dictionary(content.totals.map { ($0.path, $0.value) }, uniquingKeysWith: { first, _ in first })
    func number(_ path: String) -> Int { Int(totals[path] ?? 0) }
    var lines = [
      "\(content.cycle.label): \(content.areas.count) areas, \(content.catchments.count) catchments, \(content.centres.count) centres"
    ]
    if totals["children"] != nil {
      let counted = number("children")
      lines.append(
        "\(counted) children count (left out: \(number("too_old")) too old, \(number("not_born")) not born by the "
          + "reference date, \(number("not_in_force")) not enrolled in the cycle)")
      lines.append(
        "\(number("located")) of them are located: \(number("grades/coordinates")) by coordinates, "
          + (totals["grades/uprn"] == nil ? "" : "\(number("grades/uprn")) by a UPRN, ")
          + "\(number("grades/postcode-live")) by a live postcode, \(number("grades/postcode-terminated")) by a terminated "
          + "one; \(number("grades/not-located")) are not; \(number("outside_areas")) live outside the areas")
      if let agreement = totals["agreement_with_published_lsoa"] {
        let percent = (agreement * 1000).rounded() / 10
        lines.append("the directory's own area is the same for \(percent) % of those located by postcode")
      }
    }
    if totals["visit_rows_in_cycle"] != nil {
      lines.append(
        "\(number("visit_rows_in_cycle")) visits in the cycle: \(number("visits_of_counted_children")) of counted children, "
          + "\(number("visits_of_enrolled_but_not_counted")) of enrolled ones who are not counted, "
          + "\(number("casual_visits")) casual, \(number("visits_of_unknown_children")) of unknown children; "
          + "\(number("visit_rows_outside_cycle")) lie outside it")
    }
    if totals["use_points/located"] != nil {
      lines.append(
        "\(number("use_points/located")) visits have a place of their own (\(number("use_points/not_located")) have none): "
          + "\(number("use_points/outside_areas")) lie outside the areas")
      if let agreement = totals["use_points/agreement_with_published_area"] {
        let percent = (agreement * 1000).rounded() / 10
        lines.append("the publisher's own area is the same for \(percent) % of the visits inside an area")
      }
    }
    lines.append("workspace: \(workspace.relativePath)\(reports.map { "; need profiles: \($0)" } ?? "")")
    for line in lines { Messages.say(line) }
  }
}
