import Geodata

/// What was planted and what a right audit must count, from the generator's own knowledge and not from geometry.
struct Truths: Sendable {
  /// By cycle, in the order of time.
  let cycles: [CycleTruth]
  let enrolmentRows: Int
  let identicalRows: Int
  let childrenWithTwoHomes: Int
  let distinctChildren: Int

  struct CycleTruth: Sendable {
    var label: String
    /// Eligible children with a row in force.
    var children = 0
    var located = 0
    var grades: [String: Int] = [:]
    /// Of located children, by area; the last for those outside every area.
    var areas: [AreaTruth]
  }

  struct AreaTruth: Sendable {
    var enrolled = 0
    var reached = 0
    var sustained = 0
    var visits = 0
  }

  init(_ land: Land, _ households: Households, _ visits: VisitPlan, identicalRows: Int) {
    var days: [String: [Day]] = [:]
    for row in visits.rows where !row.child.isEmpty { days[row.child, default: []].append(row.day) }
    cycles = SampleCycle.all.map { cycle in
      var truth = CycleTruth(label: cycle.label, areas: .init(repeating: AreaTruth(), count: land.codes.count + 1))
      for child in households.children
      where (0...4).contains(cycle.from.completedYears(since: child.born)) && child.born <= cycle.from {
        guard let place = child.placeInForce(from: cycle.from, to: cycle.to) else { continue }
        truth.children += 1
        truth.grades[place.grade, default: 0] += 1
        guard place.grade != "not-located" else { continue }
        truth.located += 1
        let came = (days[child.id] ?? []).filter { $0 >= cycle.from && $0 <= cycle.to }
        let area = place.area ?? land.codes.count
        truth.areas[area].enrolled += 1
        truth.areas[area].visits += came.count
        if !came.isEmpty { truth.areas[area].reached += 1 }
        if Set(came).count >= 3 { truth.areas[area].sustained += 1 }
      }
      return truth
    }
    self.identicalRows = identicalRows
    enrolmentRows = households.children.reduce(identicalRows) { $0 + $1.places.count }
    childrenWithTwoHomes = households.children.filter { $0.places.count > 1 }.count
    distinctChildren = households.children.count
  }

  /// `cycle,area,enrolled,reached,sustained,visits`, the empty area for those outside.
  func sheet(_ land: Land) -> Sheet {
    var sheet = Sheet(["cycle", "area", "enrolled", "reached", "sustained", "visits"])
    for cycle in cycles {
      for area in [land.codes.count] + Array(land.codes.indices) {
        let truth = cycle.areas[area]
        sheet.append(
          [cycle.label, area < land.codes.count ? land.codes[area] : ""]
            + [truth.enrolled, truth.reached, truth.sustained, truth.visits].map { String($0) })
      }
    }
    return sheet
  }

  /// truths.json.
  func json(_ land: Land, _ traits: AreaTraits, _ visits: VisitPlan, fallen: Int, seed: UInt64) -> [UInt8] {
    let moved = land.moved.map {
      "[\"\(land.codes[$0.area])\", \"\(land.centres[$0.from])\", \"\(land.centres[$0.to])\"]"
    }
    let thin = traits.thin.map { "\"\(land.codes[$0])\"" }
    var text = """
      {
       "seed": \(seed),
       "planted": {
        "hidden_pocket": "\(land.codes[traits.pocket])",
        "thinly_enrolled": [\(thin.joined(separator: ", "))],
        "silent_group": "\(VoicePlan.silent)",
        "loudest_voice": "\(VoicePlan.loudest)",
        "real_change": "\(land.centres[fallen])",
        "moved": [\(moved.joined(separator: ", "))]
       },
       "enrolment_rows": \(enrolmentRows),
       "identical_rows": \(identicalRows),
       "children_with_two_homes": \(childrenWithTwoHomes),
       "distinct_children": \(distinctChildren),
       "visit_rows": \(visits.rows.count),
       "casual_visit_rows": \(casual(visits)),
       "identical_visit_rows": \(identical(visits))
      """
    for cycle in cycles {
      let grades = cycle.grades.sorted { $0.key < $1.key }.map { "\"\($0.key)\": \($0.value)" }
      text += """
        ,
         "\(cycle.label)": {
          "children": \(cycle.children),
          "located": \(cycle.located),
          "outside_areas": \(cycle.areas.last?.enrolled ?? 0),
          "grades": {\(grades.joined(separator: ", "))}
         }
        """
    }
    return Array((text + "\n}\n").utf8)
  }

  /// Rows without a child, counted in the table itself.
  private func casual(_ visits: VisitPlan) -> Int { visits.rows.filter(\.child.isEmpty).count }

  /// Rows equal to an earlier one, counted in the table itself.
  private func identical(_ visits: VisitPlan) -> Int {
    visits.rows.count - Set(visits.rows.map { "\($0.child),\($0.day),\($0.centre),\($0.service)" }).count
  }
}
