import Foundation
import Geometry

/// Where postcodes are, by a published directory: NSPL, ONSPD or Code-Point Open.
///
/// ```swift
/// let directory = try PostcodeDirectory.load(recipe: "nspl", files: [url], names: ["NSPL_NOV_2021_UK_SR.csv"])
/// if let postcode = Postcode(cell), let place = directory[postcode] { … }
/// ```
/// A postcode takes about 35 bytes; a look-up is O(1).
public struct PostcodeDirectory: Sendable {
  /// The recipe: `nspl`, `onspd`, `code-point-open`.
  public let recipe: String
  /// How the files were read, for the provenance.
  public let reading: String
  /// Rows read in all files.
  public let rowsRead: Int
  /// What is wrong or worth knowing.
  public let complaints: [Complaint]
  /// Whether the directory says which postcodes are of small users; without it there are no population points.
  public let hasUserTypes: Bool

  var entries: PostcodeEntries
  private let table: PostcodeTable

  init(
    recipe: String, reading: String, rowsRead: Int, complaints: [Complaint], hasUserTypes: Bool,
    entries: PostcodeEntries, table: PostcodeTable
  ) {
    self.recipe = recipe
    self.reading = reading
    self.rowsRead = rowsRead
    self.complaints = complaints
    self.hasUserTypes = hasUserTypes
    self.entries = entries
    self.table = table
  }

  /// The same with its places in another CRS, to a metre, as they are given; a directory's own are in the British grid.
  /// What cannot be moved has no place.
  public func moved(by transform: CoordinateTransform) -> PostcodeDirectory {
    var moved = self
    let known = entries.eastings.indices.filter { entries.eastings[$0] != Int32.min }
    let points = transform.each(
      known.map { Point(x: Double(entries.eastings[$0]), y: Double(entries.northings[$0])) })
    for (index, point) in zip(known, points) {
      let east = point.flatMap { Int32(exactly: $0.x.rounded()) }
      let north = point.flatMap { Int32(exactly: $0.y.rounded()) }
      moved.entries.eastings[index] = north == nil ? Int32.min : east ?? Int32.min
      moved.entries.northings[index] = north ?? Int32.min
      if moved.entries.eastings[index] == Int32.min { moved.entries.flags[index] &= ~PostcodeEntries.livingResidential }
    }
    return moved
  }

  /// How many postcodes it has.
  public var count: Int { entries.keys.count }

  /// What the directory knows of a postcode. O(1).
  public func answer(_ postcode: Postcode) -> PostcodeAnswer {
    guard let i = table.index(of: postcode.packed, in: entries.keys) else { return .unknown }
    if postcode.isNorthernIrish { return .irishGrid }
    return entries.place(i).map { .place($0) } ?? .withoutGridReference
  }

  /// The postcode's place, or nil: not in the directory, or there without a British grid reference. O(1).
  public subscript(postcode: Postcode) -> PostcodePlace? {
    if case .place(let place) = answer(postcode) { place } else { nil }
  }

  /// The places of all live postcodes of small users, in the order of the files: population points.
  public func forEachLivingResidential(_ body: (PostcodePlace) throws -> Void) rethrows {
    for i in entries.keys.indices where entries.flags[i] & PostcodeEntries.livingResidential != 0 {
      if let place = entries.place(i) { try body(place) }
    }
  }

  /// The same as an array of points.
  public var livingResidentialPoints: [Point] {
    var points: [Point] = []
    forEachLivingResidential { points.append($0.point) }
    return points
  }
}

/// What a directory holds, a column each, in the order of the files.
struct PostcodeEntries: Sendable {
  static let terminated: UInt8 = 1
  static let residential: UInt8 = 2
  /// Set where the postcode is a population point: live, of small users, with a British grid reference.
  static let livingResidential: UInt8 = 4

  var keys: [UInt64] = []
  /// Metres; `Int32.min` where there is no British grid reference.
  var eastings: [Int32] = []
  var northings: [Int32] = []
  var areas2011: [UInt32] = []
  var areas2021: [UInt32] = []
  var flags: [UInt8] = []
  var codes = AreaCodes()

  /// The place of entry `i`, or nil without a British grid reference.
  func place(_ i: Int) -> PostcodePlace? {
    guard eastings[i] != Int32.min else { return nil }
    return PostcodePlace(
      point: Point(x: Double(eastings[i]), y: Double(northings[i])), areaCode2011: codes.text(areas2011[i]),
      areaCode2021: codes.text(areas2021[i]), isTerminated: flags[i] & Self.terminated != 0,
      isResidential: flags[i] & Self.residential != 0)
  }

  /// Appends an entry.
  mutating func append(
    key: UInt64, easting: Int32?, northing: Int32?, area2011: UInt32, area2021: UInt32, isTerminated: Bool,
    isResidential: Bool
  ) {
    keys.append(key)
    var flag: UInt8 = (isTerminated ? Self.terminated : 0) | (isResidential ? Self.residential : 0)
    if let easting, let northing {
      eastings.append(easting)
      northings.append(northing)
      if isResidential, !isTerminated { flag |= Self.livingResidential }
    } else {
      eastings.append(Int32.min)
      northings.append(Int32.min)
    }
    areas2011.append(area2011)
    areas2021.append(area2021)
    flags.append(flag)
  }
}

extension PostcodeEntries {
  /// Appends the entries of the next part, its codes renumbered.
  mutating func append(_ other: PostcodeEntries) {
    if keys.isEmpty {
      self = other
      return
    }
    let numbers = other.codes.texts.enumerated().map { $0.offset == 0 ? 0 : codes.number(of: $0.element) }
    keys += other.keys
    eastings += other.eastings
    northings += other.northings
    areas2011 += other.areas2011.lazy.map { numbers[Int($0)] }
    areas2021 += other.areas2021.lazy.map { numbers[Int($0)] }
    flags += other.flags
  }
}

/// An open-addressing table from a packed postcode to its entry's number. At most half full.
struct PostcodeTable: Sendable {
  private var slots: [UInt32]
  private let mask: Int
  /// Entries whose postcode an earlier entry has.
  private(set) var duplicates: [Int] = []

  /// Numbers the keys; of equal ones the first wins.
  init(_ keys: [UInt64]) {
    var size = 16
    while size < keys.count * 2 { size *= 2 }
    mask = size - 1
    slots = [UInt32](repeating: UInt32.max, count: size)
    for (i, key) in keys.enumerated() {
      var slot = Self.hash(key) & mask
      while slots[slot] != UInt32.max {
        if keys[Int(slots[slot])] == key { break }
        slot = (slot + 1) & mask
      }
      if slots[slot] == UInt32.max { slots[slot] = UInt32(i) } else { duplicates.append(i) }
    }
  }

  /// The entry of the key, or nil.
  func index(of key: UInt64, in keys: [UInt64]) -> Int? {
    var slot = Self.hash(key) & mask
    while slots[slot] != UInt32.max {
      let i = Int(slots[slot])
      if keys[i] == key { return i }
      slot = (slot + 1) & mask
    }
    return nil
  }

  /// Fibonacci hashing with the high half folded in.
  private static func hash(_ key: UInt64) -> Int {
    let product = key &* 0x9E37_79B9_7F4A_7C15
    return Int(truncatingIfNeeded: product >> 32)
  }
}
