import Geometry

/// Joins features of one code: a detached part is often a feature of its own.
enum OneCodeOneFeature {
  /// One feature a code, in the order of the codes. Parts are united, so that what two of them hold counts once.
  static func join(
    _ raw: [RawFeature], _ shapes: [Int: MultiPolygon], file: String, _ complaints: inout [Complaint]
  ) throws(GeodataError) -> [Layer.Feature] {
    var byCode: [String: [RawFeature]] = [:]
    var nameless: [Int] = []
    for feature in raw {
      if feature.code.isEmpty {
        nameless.append(feature.number)
      } else {
        byCode[feature.code, default: []].append(feature)
      }
    }
    guard !byCode.isEmpty else {
      throw GeodataError(
        .data, "no feature has a code", file: file, advice: "map another column as code under columns: in audit.yml")
    }
    if !nameless.isEmpty {
      let which = nameless.prefix(10).map(String.init).joined(separator: ", ") + (nameless.count > 10 ? "…" : "")
      complaints.append(
        Complaint(
          .warning, "\(nameless.count == 1 ? "feature" : "features") \(which) without a code, left out", file: file,
          advice: "give each feature a code", count: nameless.count))
    }
    var result: [Layer.Feature] = []
    result.reserveCapacity(byCode.count)
    for code in byCode.keys.sorted(by: { $0.unicodeScalars.lexicographicallyPrecedes($1.unicodeScalars) }) {
      let members = byCode[code] ?? []
      guard let first = members.first else { continue }
      var feature = Layer.Feature(
        code: code, name: first.name, shape: nil, number: first.number, attributes: first.attributes)
      let parts = members.compactMap { member in shapes[member.number].flatMap { $0.isEmpty ? nil : $0 } }
      if members.count == 1 {
        feature.shape = parts.first
      } else {
        feature.shape = try union(parts, members, file: file, code: code, &complaints)
      }
      result.append(feature)
    }
    return result
  }

  private static func union(
    _ parts: [MultiPolygon], _ members: [RawFeature], file: String, code: String, _ complaints: inout [Complaint]
  ) throws(GeodataError) -> MultiPolygon? {
    let numbers = members.map { String($0.number) }.joined(separator: ", ")
    var what = "\(code) in \(members.count) features (\(numbers)), taken as one"
    defer { complaints.append(Complaint(.warning, what, file: file, count: members.count)) }
    guard !parts.isEmpty else { return nil }
    do {
      let whole = try MultiPolygon.union(parts)
      let overlap = parts.reduce(0) { $0 + $1.area } - whole.area
      // Rounding of borders leaves square centimetres; what is more was drawn twice.
      if overlap > 0.5 { what += "; they overlap by \(LayerRepair.squareMetres(overlap)) m², which counts once" }
      return whole
    } catch {
      throw GeodataError(
        .data, "its \(parts.count) parts cannot be united: \(error.description)", file: file, feature: code)
    }
  }
}
