import Geodata
import Geometry

/// A child as the generator knows it, before it becomes rows of a table.
struct SampleChild: Sendable {
  var id: String
  var family: String
  var born: Day
  /// The area where it lives; nil outside the borough or where the row cannot be located.
  var area: Int?
  var home: Point?
  var registered: Day
  var left: Day?
  var language: String
  var household: String
  var send: String
  /// Why the row cannot be located, if it cannot.
  var lost: String?
  /// The rows of the enrolment table that are this child's, without its id and family.
  var places: [Place]

  /// Where a row says that the child lives, and since when.
  struct Place: Sendable {
    var postcode: String
    var easting: String
    var northing: String
    var registered: Day
    var left: Day?
    /// As the truth counts it: postcode-live, postcode-terminated, coordinates, not-located.
    var grade: String
    /// The area, where it is inside one.
    var area: Int?
  }

  /// The row in force in a cycle.
  func placeInForce(from: Day, to: Day) -> Place? {
    places.filter { $0.registered <= to && ($0.left.map { $0 >= from } ?? true) }
      .max { $0.registered < $1.registered }
  }
}

/// The two cycles of the sample.
struct SampleCycle: Sendable {
  let label: String
  let from: Day
  let to: Day

  static let all: [SampleCycle] = [("2024-25", 2024), ("2025-26", 2025)].map { label, year in
    let from = Day(year: year, month: 9, day: 1) ?? Day(daysSince1970: 0)
    let to = Day(year: year + 1, month: 8, day: 31) ?? from
    return SampleCycle(label: label, from: from, to: to)
  }
}

/// Families with their children, area by area.
struct Households: Sendable {
  let children: [SampleChild]

  init(_ land: Land, _ traits: AreaTraits, _ postcodes: PostcodePlan, seed: UInt64) {
    var children: [SampleChild] = []
    var families = 0
    for area in land.codes.indices {
      var random = SampleRandom(seed, .family, area)
      var here = 0
      while here < traits.enrolling[area] {
        families += 1
        let size = min(random.pick([0.62, 0.30, 0.08]) + 1, traits.enrolling[area] - here)
        var home = Home(land, postcodes, area: area, &random)
        let language = random.chance(traits.languageShare[area]) ? "eal" : ""
        let household = ["", "lone-parent", "young-parent"][random.pick([0.76, 0.19, 0.05])]
        for _ in 0..<size {
          let child = SampleChild(
            number: children.count + 1, family: families, area: area, home: &home, language: language,
            household: household, land, postcodes, &random)
          if !traits.thin.contains(area) || child.lost == nil { here += 1 }
          children.append(child)
        }
      }
    }
    // Ids tell nothing of order or place.
    var order = SampleRandom(seed, .order, 1)
    let ids = order.shuffled(Array(1...children.count))
    let familyIds = order.shuffled(Array(1...families))
    for i in children.indices {
      children[i].id = "NB-" + Digits.padded(ids[i], 6)
      let family = Int(children[i].family) ?? 1
      children[i].family = "F" + Digits.padded(familyIds[family - 1], 5)
    }
    self.children = children
  }
}

/// Where a family lives and how its rows say so.
struct Home: Sendable {
  var area: Int?
  var point: Point?
  var postcode: String?
  var grade: String

  /// Most families are known by postcode, some by coordinates; a few postcodes have ended.
  init(_ land: Land, _ postcodes: PostcodePlan, area: Int, _ random: inout SampleRandom) {
    let cells = land.cellsOfArea[area]
    self.area = area
    let cell = cells[random.below(cells.count)]
    let way = random.pick([0.72, 0.03, 0.25])
    if way == 0, let choices = postcodes.liveByCell[cell] {
      let entry = postcodes.entries[choices[random.below(choices.count)]]
      (point, postcode, grade) = (entry.point, entry.postcode, "postcode-live")
    } else if way == 1, let choices = postcodes.terminatedByCell[cell] {
      let entry = postcodes.entries[choices[random.below(choices.count)]]
      (point, postcode, grade) = (entry.point, entry.postcode, "postcode-terminated")
    } else {
      (postcode, grade) = (nil, "coordinates")
      point = land.mesh.place(in: cell, random.uniform(0.15, 0.85), random.uniform(0.15, 0.85))
    }
  }
}

extension SampleChild {
  /// Draws a child of a family: when born, registered and gone, and the troubles that real rows have.
  init(
    number: Int, family: Int, area: Int, home: inout Home, language: String, household: String, _ land: Land,
    _ postcodes: PostcodePlan, _ random: inout SampleRandom
  ) {
    let start = SampleCycle.all[0].from
    // Mostly eligible in one cycle or both; a few too old for either, a few born within the second.
    switch random.pick([0.955, 0.02, 0.025]) {
    case 0: born = start.adding(days: -random.whole(1...1700) + 365)
    case 1: born = start.adding(days: -random.whole(1830...2400))
    default: born = start.adding(days: 365 + random.whole(1...300))
    }
    let wait = random.whole(10...500)
    let earliest = start.adding(days: -700 + random.below(500))
    registered = max(born.adding(days: min(wait, 90)), earliest.adding(days: random.below(300)))
    registered = min(registered, SampleCycle.all[1].to.adding(days: -20))
    left = random.chance(0.05) ? registered.adding(days: 100 + random.below(500)) : nil
    if let day = left, day > SampleCycle.all[1].to { left = nil }
    id = String(number)
    self.family = String(family)
    self.language = language
    self.household = household
    send = random.chance(0.06) ? "send" : ""
    self.area = area
    self.home = home.point
    lost = nil
    var first = Place(
      postcode: Self.spelled(home.postcode, &random), easting: "", northing: "", registered: registered, left: left,
      grade: home.grade, area: area)
    if home.postcode == nil, let point = home.point {
      (first.easting, first.northing) = (Digits.fixed(point.x, 1), Digits.fixed(point.y, 1))
    }
    if random.chance(0.012) {
      let way = random.below(4)
      lost = ["blank", "not a postcode", "no fixed abode", "not in the directory"][way]
      first = Place(
        postcode: ["", "unknown", "ZZ99 3VZ", "ZX9 9ZZ"][way], easting: "", northing: "", registered: registered,
        left: left, grade: "not-located")
      self.area = nil
      self.home = nil
    } else if random.chance(0.008) {
      // Just over the water: registered here, living outside.
      let point = Point(x: 470_000 + random.uniform(0, 5_000), y: 557_000 + random.uniform(0, 5_000))
      first = Place(
        postcode: "", easting: Digits.fixed(point.x, 1), northing: Digits.fixed(point.y, 1), registered: registered,
        left: left, grade: "coordinates")
      self.area = nil
      self.home = point
    }
    places = [first]
    // A few moved within the area's neighbourhood and were registered again.
    if random.chance(0.008), lost == nil, left == nil {
      let other = random.below(land.codes.count)
      let new = Home(land, postcodes, area: other, &random)
      var second = first
      second.registered = registered.adding(days: 60 + random.below(200))
      if second.registered <= SampleCycle.all[1].to {
        second.postcode = Self.spelled(new.postcode, &random)
        (second.easting, second.northing) = ("", "")
        if new.postcode == nil, let point = new.point {
          (second.easting, second.northing) = (Digits.fixed(point.x, 1), Digits.fixed(point.y, 1))
        }
        second.grade = new.grade
        second.area = other
        places.append(second)
        self.area = other
        self.home = new.point
      }
    }
  }

  /// A postcode as people type it: four spellings, one with no-break spaces.
  private static func spelled(_ postcode: String?, _ random: inout SampleRandom) -> String {
    guard let postcode else { return "" }
    let tight = String(postcode.filter { $0 != " " })
    switch random.pick([0.80, 0.10, 0.07, 0.03]) {
    case 0: return postcode
    case 1: return tight.lowercased()
    case 2: return tight
    default: return "\u{a0}" + postcode.split(separator: " ").joined(separator: "\u{a0}") + " "
    }
  }
}
