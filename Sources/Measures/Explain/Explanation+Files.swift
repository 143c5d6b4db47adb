import Workspace

/// The files that a figure is made of, and what of them was left out.
extension Explainer {
  /// Each file once, though several blocks of audit.yml read it.
  func files() -> [Explanation.File] {
    if let base { return base.files() }
    var seen: Set<Explanation.File> = []
    return facts.sources.filter(isUsed).map { file in
      let isKept = !(isRelease && file.isPersonal)
      return Explanation.File(
        role: file.role, file: file.file, sha256: isKept ? file.sha256 : "", vintage: file.vintage,
        rows: isKept ? file.rows : nil, used: isKept ? file.used : nil, reading: isKept ? file.reading : "",
        licence: file.licence)
    }.filter { seen.insert($0).inserted }
  }

  private func isUsed(_ file: CycleContent.InputFile) -> Bool {
    // What people say is in no count of children; offers are what access is measured by.
    if ["voices", "surveys", "codebook"].contains(file.role) { return entry.theme == "evidence" }
    if file.role == "offers" { return ["evidence", "access"].contains(entry.theme) }
    if entry.theme == "denominators" {
      if ["population", "indicators"].contains(file.role) { return isNamedByDenominator(file) }
      return ["areas", "lookups", "catchments", "postcodes"].contains(file.role)
    }
    if file.role == "areas" || file.role == "lookups" { return true }
    if file.role == "catchments" || file.role == "centres" { return figure.kind != .area || entry.theme == "access" }
    if file.role == "postcodes" { return index == nil || figure.rule == .population }
    if index != nil {
      // Indicators of other files are not in it; where the entry does not name its file, all are shown.
      let named = facts.sources.contains { $0.role == "indicators" && isNamed($0) }
      if file.role == "indicators" { return !named || isNamed(file) || isNamedByDenominator(file) }
      return file.role == "population" && entry.denominatorSet == "children"
    }
    if file.role == "population" {
      // Of several tables of people those that the denominator is of, where it says so.
      let named = facts.sources.contains { $0.role == "population" && isNamedByDenominator($0) }
      return !named || isNamedByDenominator(file)
    }
    if file.role == "service-use", ["enrolled.rate", "enrolled.count"].contains(figure.measure) { return false }
    return file.role != "indicators" || ["equity", "need", "clusters", ComparedMeasures.theme].contains(entry.theme)
  }

  private func isNamed(_ file: CycleContent.InputFile) -> Bool { entry.source.contains(file.file) }

  private func isNamedByDenominator(_ file: CycleContent.InputFile) -> Bool {
    facts.denominatorSets.contains { $0.id == entry.denominatorSet && $0.source.contains(file.file) }
  }

  /// Rows left out while files were read, then children and visits that do not count, each with its reason.
  func rejected() -> [Explanation.Rejected] {
    guard !isRelease else { return [] }
    let files = files()
    let names = Set(files.map(\.file))
    var rejected = facts.rejects.filter { names.contains($0.file) }
      .map { Explanation.Rejected(file: $0.file, reason: $0.reason, rows: $0.rows) }
    for (role, reasons) in [("enrolments", reasonsOfChildren), ("service-use", Self.reasonsOfVisits)] {
      guard let file = files.first(where: { $0.role == role }) else { continue }
      rejected += reasons.compactMap { path, reason in
        guard let number = facts.totals[path], number > 0 else { return nil }
        return Explanation.Rejected(file: file.file, reason: reason, rows: Int(number.rounded()))
      }
    }
    return rejected
  }

  /// By the paths of `needs query totals`.
  private var reasonsOfChildren: [(path: String, reason: String)] {
    let prefix = "not_located/"
    let places = facts.totals.keys.filter { $0.hasPrefix(prefix) }.sorted().map {
      (path: $0, reason: "children in no place: they \($0.dropFirst(prefix.count))")
    }
    return [
      ("identical_rows", "identical to another row"), ("too_old", "children too old on the reference date"),
      ("not_born", "children not born by the reference date"), ("not_in_force", "children not enrolled in the cycle"),
      ("age_unknown", "children of unknown age"),
    ] + places + [("outside_areas", "children who live outside of all areas: in catchments only")]
  }

  private static let reasonsOfVisits = [
    (path: "identical_visit_rows", reason: "identical to another row (they count)"),
    (path: "visit_rows_outside_cycle", reason: "visits outside the cycle"),
    (path: "casual_visits", reason: "casual visits: no child, so for centres, services and months only"),
    (path: "visits_of_unknown_children", reason: "visits of children who are not enrolled: likewise"),
    (path: "visits_of_enrolled_but_not_counted", reason: "visits of children who do not count: likewise"),
  ]
}
