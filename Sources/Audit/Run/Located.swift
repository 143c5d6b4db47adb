import Geodata
import Geometry
import Tally

/// How a child's home was located; the match grade.
enum Grade: String, CaseIterable {
  /// By coordinates in the row.
  case coordinates
  /// By a postcode that is in use.
  case postcodeLive = "postcode-live"
  /// By the last place of a terminated postcode.
  case postcodeTerminated = "postcode-terminated"
  /// By a property's reference number.
  case uprn
  /// Not at all; the reason is said.
  case notLocated = "not-located"
}

/// Why a home is not located.
enum NotLocatedReason: String, CaseIterable {
  /// No postcode and no coordinates.
  case blank = "have no place"
  /// The text is not a postcode.
  case notAPostcode = "have a postcode that is none"
  /// ZZ99: no fixed abode, or abroad.
  case noFixedAbode = "have a no-fixed-abode postcode (ZZ99)"
  /// A postcode that the directory does not have.
  case notInDirectory = "have a postcode that the directory does not have"
  /// The directory has it without a British grid reference.
  case withoutGridReference = "have a postcode without a grid reference"
  /// The directory has it with an Irish grid reference.
  case irishGrid = "have a postcode in Northern Ireland, whose grid is not the British one"
  /// There is no directory to look the postcode up in.
  case noDirectory = "have only a postcode, and no postcode directory is given"
}

extension NotLocatedReason {
  /// The reason of one row: "has no place".
  var ofOneRow: String { rawValue.replacing("have ", with: "has ", maxReplacements: 1) }
}

/// Where a child lives, and how that is known.
struct Located {
  /// The home in the analysis CRS.
  var point: Point?
  /// The match grade.
  var grade: Grade
  /// The area's code by the directory, for the agreement.
  var directoryArea: String?
  /// Why there is no point.
  var reason: NotLocatedReason?
  /// Whether a letter O or I stands where a digit belongs: a hint, never a mend.
  var hasLetterForDigit = false

  /// Locates a row: given coordinates; else the postcode, live or terminated; else not, with the reason.
  init(_ row: EnrolmentRow, directory: PostcodeDirectory?, areaVintage: AreaVintage) {
    if let point = row.point {
      self.init(point: point, grade: row.isByUPRN ? .uprn : .coordinates)
      return
    }
    guard !row.postcode.isEmpty else {
      self.init(grade: .notLocated, reason: .blank)
      return
    }
    var letters = row.postcode
    let postcode = letters.withUTF8 { Postcode($0) }
    guard let postcode else {
      self.init(grade: .notLocated, reason: .notAPostcode)
      hasLetterForDigit = letters.withUTF8 { Postcode.hint($0) } != nil
      return
    }
    if postcode.isNoFixedAbode {
      self.init(grade: .notLocated, reason: .noFixedAbode)
      return
    }
    guard let directory else {
      self.init(grade: .notLocated, reason: .noDirectory)
      return
    }
    switch directory.answer(postcode) {
    case .place(let place):
      self.init(point: place.point, grade: place.isTerminated ? .postcodeTerminated : .postcodeLive)
      directoryArea =
        switch areaVintage {
        case .y2011: place.areaCode2011
        case .y2021: place.areaCode2021
        default: place.areaCode2021 ?? place.areaCode2011
        }
    case .withoutGridReference:
      self.init(grade: .notLocated, reason: .withoutGridReference)
    case .irishGrid:
      self.init(grade: .notLocated, reason: .irishGrid)
    case .unknown:
      self.init(grade: .notLocated, reason: .notInDirectory)
      hasLetterForDigit = letters.withUTF8 { Postcode.hint($0) } != nil
    }
  }

  private init(
    point: Point? = nil, grade: Grade, directoryArea: String? = nil, reason: NotLocatedReason? = nil
  ) {
    self.point = point
    self.grade = grade
    self.directoryArea = directoryArea
    self.reason = reason
  }
}
