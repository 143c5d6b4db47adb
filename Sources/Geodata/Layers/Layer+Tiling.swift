import Geometry

extension Layer {
  /// Names where areas that should tile the ground do not: overlaps and gaps with their size, the largest first.
  ///
  /// Slivers (thinner than a metre) are counted, not listed: they come from borders drawn twice. O(vertices) for a
  /// clean layer.
  /// - Parameters:
  ///   - leastArea: what is smaller, in square metres, is not worth a word.
  ///   - most: how many are listed one by one; the others are counted.
  /// - Throws: a refusal where GEOS cannot compare the areas.
  public func tilingComplaints(leastArea: Double = 1, most: Int = 20) throws(GeodataError) -> [Complaint] {
    let areas = features.compactMap { feature in
      feature.shape.map { CodedShape(code: feature.code, shape: $0) }
    }
    let findings: [Tiling.Finding]
    do {
      findings = try Tiling.findings(in: areas, leastArea: leastArea)
    } catch {
      throw GeodataError(.data, "the areas cannot be compared: \(error.description)", file: name)
    }
    var complaints: [Complaint] = []
    for kind in [Tiling.Finding.Kind.overlap, .gap] {
      let all = findings.filter { $0.kind == kind }
      let large = all.filter { !$0.isSliver }
      for finding in large.prefix(most) { complaints.append(complaint(finding)) }
      let rest = large.dropFirst(most)
      if !rest.isEmpty {
        complaints.append(summary(kind, Array(rest), "more \(kind == .overlap ? "overlaps" : "gaps")", .warning))
      }
      let slivers = all.filter(\.isSliver)
      if !slivers.isEmpty {
        let what = kind == .overlap ? "overlaps thinner than a metre" : "gaps thinner than a metre"
        complaints.append(summary(kind, slivers, what, .note))
      }
    }
    return complaints
  }

  private func complaint(_ finding: Tiling.Finding) -> Complaint {
    let size = "\(LayerRepair.squareMetres(finding.area)) m²"
    let place = "at (\(LayerRepair.metres(finding.location.x)), \(LayerRepair.metres(finding.location.y)))"
    let codes = finding.codes.prefix(4).joined(separator: ", ") + (finding.codes.count > 4 ? "…" : "")
    return switch finding.kind {
    case .overlap:
      Complaint(
        .warning, "\(finding.codes.joined(separator: " and ")) overlap by \(size) \(place)", file: name,
        advice: "a point there goes to the lowest code")
    case .gap:
      Complaint(
        .warning, "a gap of \(size) \(place) between \(codes)", file: name, advice: "a point there is in no area")
    }
  }

  private func summary(
    _ kind: Tiling.Finding.Kind, _ findings: [Tiling.Finding], _ what: String, _ severity: Complaint.Severity
  ) -> Complaint {
    let total = findings.reduce(0) { $0 + $1.area }
    return Complaint(
      severity, "\(findings.count) \(what), \(LayerRepair.squareMetres(total)) m² together", file: name,
      count: findings.count)
  }
}
