/// Visits, distinct children and sustained children of places, in the order of their codes.
public struct PlaceCounts: Hashable, Sendable {
  /// Rows whose point the place holds.
  public internal(set) var visits: [Int]
  /// Distinct children among them.
  public internal(set) var children: [Int]
  /// Those of the children who came on enough different days.
  public internal(set) var sustained: [Int]

  /// Nothing counted for so many places.
  public init(places: Int) {
    visits = Array(repeating: 0, count: places)
    children = visits
    sustained = visits
  }

  mutating func add(_ other: PlaceCounts) {
    for place in visits.indices {
      visits[place] += other.visits[place]
      children[place] += other.children[place]
      sustained[place] += other.sustained[place]
    }
  }
}

/// What was counted of a table of points, or of those of its children whose hash fell to a shard.
///
/// A tally of some children plus a tally of the others is the tally of all.
public struct PointCounts: Hashable, Sendable {
  /// By area, in the order of the codes. A point belongs to the lowest area that covers it.
  public internal(set) var areas: PlaceCounts
  /// By catchment, in the order of the codes. A point belongs to each that covers or touches it.
  public internal(set) var catchments: PlaceCounts
  /// Rows that hold anything and belong to the shard.
  public internal(set) var rows = 0
  /// Rows whose point lies in no area.
  public internal(set) var outsideAreas = 0
  /// Rows without a child's id: they count as visits only.
  public internal(set) var withoutChild = 0
  /// Rows left out: no place is given.
  public internal(set) var withoutPlace = 0
  /// Rows left out: a coordinate that is no number.
  public internal(set) var unreadableCoordinates = 0
  /// Rows left out: a date that cannot be read.
  public internal(set) var unreadableDates = 0
  /// Rows left out: not a postcode, or not in the directory, or without a place there.
  public internal(set) var unknownPostcodes = 0

  /// Nothing counted.
  public init(areas: Int, catchments: Int) {
    self.areas = PlaceCounts(places: areas)
    self.catchments = PlaceCounts(places: catchments)
  }

  /// Adds the counts of other children for the same places.
  public mutating func add(_ other: PointCounts) {
    precondition(
      areas.visits.count == other.areas.visits.count && catchments.visits.count == other.catchments.visits.count)
    areas.add(other.areas)
    catchments.add(other.catchments)
    addNumbers(of: other)
  }

  mutating func addNumbers(of other: PointCounts) {
    rows += other.rows
    outsideAreas += other.outsideAreas
    withoutChild += other.withoutChild
    withoutPlace += other.withoutPlace
    unreadableCoordinates += other.unreadableCoordinates
    unreadableDates += other.unreadableDates
    unknownPostcodes += other.unknownPostcodes
  }

  /// The numbers that are not of a place, with their names.
  var numbers: [(name: String, path: WritableKeyPath<PointCounts, Int> & Sendable)] {
    [
      ("rows", \.rows), ("outside-areas", \.outsideAreas), ("without-child", \.withoutChild),
      ("without-place", \.withoutPlace), ("unreadable-coordinates", \.unreadableCoordinates),
      ("unreadable-dates", \.unreadableDates), ("unknown-postcodes", \.unknownPostcodes),
    ]
  }
}
