import Geometry

/// Names where shapes that should tile the ground do not: overlaps and gaps with their size, the largest first.
///
/// Slivers (thinner than a metre) are counted, not listed: they come from borders drawn twice.
public enum TilingComplaints {
  /// What the shapes are, which decides how grave a finding is.
  public enum Role: Sendable {
    /// Small areas: each place should be in just one.
    case areas
    /// Catchments: they may overlap and leave ground out, and it is worth knowing where.
    case catchments
  }

  /// Compares the shapes. O(vertices) for a clean layer.
  /// - Parameters:
  ///   - leastArea: what is smaller, in square metres, is not worth a word.
  ///   - most: how many of each kind are listed one by one; the others are counted.
  /// - Returns: a note that says so where GEOS cannot compare the shapes: an audit does not fail for it.
  public static func of(
    _ shapes: [CodedShape], role: Role, file: String, leastArea: Double = 1, most: Int = 20
  ) -> [Complaint] {
    let findings: [Tiling.Finding]
    do {
      findings = try Tiling.findings(in: shapes, leastArea: leastArea)
    } catch {
      let what = "overlaps and gaps could not be looked for: \(error.description)"
      return [Complaint(.note, what, file: file)]
    }
    var complaints: [Complaint] = []
    for kind in [Tiling.Finding.Kind.overlap, .gap] {
      let all = findings.filter { $0.kind == kind }
      let large = all.filter { !$0.isSliver }
      for finding in large.prefix(most) { complaints.append(complaint(finding, role, file)) }
      let severity = role == .areas ? Complaint.Severity.warning : .note
      let rest = Array(large.dropFirst(most))
      if !rest.isEmpty { complaints.append(summary(rest, "more \(words(kind, rest.count))", severity, file)) }
      let slivers = all.filter(\.isSliver)
      if !slivers.isEmpty {
        complaints.append(summary(slivers, "\(words(kind, slivers.count)) thinner than a metre", .note, file))
      }
    }
    return complaints
  }

  private static func words(_ kind: Tiling.Finding.Kind, _ count: Int) -> String {
    "\(kind.rawValue)\(count == 1 ? "" : "s")"
  }

  private static func complaint(_ finding: Tiling.Finding, _ role: Role, _ file: String) -> Complaint {
    let size = "\(LayerRepair.squareMetres(finding.area)) m²"
    let place = "at (\(LayerRepair.metres(finding.location.x)), \(LayerRepair.metres(finding.location.y)))"
    let what: String
    let advice: String
    switch finding.kind {
    case .overlap:
      what = "\(finding.codes.joined(separator: " and ")) overlap by \(size) \(place)"
      advice = role == .areas ? "a point there goes to the lowest code" : "a point there is in both"
    case .gap:
      let codes = finding.codes.prefix(4).joined(separator: ", ") + (finding.codes.count > 4 ? "…" : "")
      let around = finding.codes.count == 1 ? "inside \(codes)" : "between \(codes)"
      what = "a gap of \(size) \(place) \(around)"
      advice = role == .areas ? "a point there is in no area" : "a point there is in no catchment"
    }
    return Complaint(role == .areas ? .warning : .note, what, file: file, advice: advice)
  }

  private static func summary(
    _ findings: [Tiling.Finding], _ what: String, _ severity: Complaint.Severity, _ file: String
  ) -> Complaint {
    let total = findings.reduce(0) { $0 + $1.area }
    return Complaint(
      severity, "\(findings.count) \(what), \(LayerRepair.squareMetres(total)) m² together", file: file,
      count: findings.count)
  }
}

extension Layer {
  /// Where the features overlap or leave gaps between them.
  public func tilingComplaints(role: TilingComplaints.Role = .areas) -> [Complaint] {
    TilingComplaints.of(
      features.compactMap { feature in feature.shape.map { CodedShape(code: feature.code, shape: $0) } }, role: role,
      file: name)
  }
}
