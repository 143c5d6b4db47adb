import Geodata
import Geometry

/// One row of the enrolment table, as the rules of "Who counts" need it. It lives in memory only.
public struct EnrolmentRow: Sendable {
  /// The row in the file.
  public var row: Int
  /// The child's number in the run's code book.
  public var child: Int32
  /// The family's number; -1 where none is given.
  public var family: Int32
  /// The day of birth; nil where no column is mapped.
  public var born: Day?
  /// Whether a birth column is mapped but the row's cell is blank.
  public var isBirthMissing: Bool
  /// The first day of enrolment; nil: always.
  public var registered: Day?
  /// The day of leaving; nil: still there.
  public var left: Day?
  /// The home in the analysis CRS, where coordinates are given.
  public var point: Point?
  /// Whether that place is of a property's reference number.
  public var isByUPRN: Bool
  /// Letters and digits of the postcode, upper case; empty where blank.
  public var postcode: String
  /// The values of the declared groups, as numbers of group keys.
  public var groups: [Int32]
  /// The other mapped columns as text: the last tie-break.
  public var rest: String
  /// Equal for rows that are equal in all mapped columns.
  public var fingerprint: RowFingerprint

  /// Makes a row.
  public init(
    row: Int, child: Int32, family: Int32, born: Day?, isBirthMissing: Bool, registered: Day?, left: Day?,
    point: Point?, postcode: String, groups: [Int32], rest: String, fingerprint: RowFingerprint,
    isByUPRN: Bool = false
  ) {
    self.row = row
    self.child = child
    self.family = family
    self.born = born
    self.isBirthMissing = isBirthMissing
    self.registered = registered
    self.left = left
    self.point = point
    self.isByUPRN = isByUPRN
    self.postcode = postcode
    self.groups = groups
    self.rest = rest
    self.fingerprint = fingerprint
  }

  /// Whether the row is in force in a cycle: registered by its last day, and not left before its first.
  public func isInForce(from: Day, to: Day) -> Bool {
    (registered.map { $0 <= to } ?? true) && (left.map { $0 >= from } ?? true)
  }

  /// Whether this row decides over `other` of the same child: the latest registered_on; then the lowest postcode,
  /// easting, northing; then the other mapped columns as text (measures.md, "One child, several rows").
  func precedes(_ other: EnrolmentRow) -> Bool {
    if registered != other.registered {
      guard let registered else { return false }
      guard let otherDay = other.registered else { return true }
      return registered > otherDay
    }
    if postcode != other.postcode { return postcode < other.postcode }
    let mine = (point?.x ?? -.infinity, point?.y ?? -.infinity)
    let theirs = (other.point?.x ?? -.infinity, other.point?.y ?? -.infinity)
    if mine != theirs { return mine < theirs }
    return rest < other.rest
  }
}
