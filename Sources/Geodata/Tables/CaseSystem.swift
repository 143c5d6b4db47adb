/// The exports of a centre's case system: which heading plays which role.
///
/// ```swift
/// let columns = CaseSystem.named("estart")?.columns(in: table.header)       // ["child": "Member ID", "born": "DOB", …]
/// ```
/// None of the makers publishes a fixed list of headings: eStart's lists, Capita One's, Synergy's and EYES's reports are
/// exported with the fields that the user picks. What is known are the words that their manuals use for those fields; the
/// mapping looks for these, takes a role only where exactly one column fits, and says what it did not find.
public struct CaseSystem: Sendable, Hashable {
  /// `estart`, `capita-one`, `synergy`, `eyes`.
  public let id: String
  /// The maker's name for it.
  public let title: String
  /// Role → headings in the order of preference, in lower case without spaces and signs.
  private let headings: [String: [String]]

  /// The systems that are known.
  public static let all: [CaseSystem] = [
    CaseSystem(
      "estart", "eStart (Capita)", child: ["memberid", "childid", "personid"], extra: ["centre": ["setting"]]),
    CaseSystem(
      "capita-one", "One (Capita)", child: ["personid", "studentid", "stud_id", "childid"], extra: ["centre": ["base"]]),
    CaseSystem(
      "synergy", "Synergy (Servelec)", child: ["synergyid", "personid", "childid"], extra: ["centre": ["establishment"]]
    ),
    CaseSystem(
      "eyes", "EYES (Liquidlogic)", child: ["personid", "eyesid", "childid"],
      extra: ["centre": ["establishment", "provider"]]),
  ]

  /// The system so called, in any case and with or without hyphens.
  public static func named(_ name: String) -> CaseSystem? {
    let wanted = key(name)
    return all.first { key($0.id) == wanted }
  }

  private init(_ id: String, _ title: String, child: [String], extra: [String: [String]]) {
    self.id = id
    self.title = title
    var headings: [String: [String]] = [
      "child": child,
      "family": ["familyid", "familyref", "familynumber", "householdid"],
      "born": ["dateofbirth", "dob", "birthdate", "childdob"],
      "postcode": ["postcode", "homepostcode", "addresspostcode", "postalcode"],
      "uprn": ["uprn"],
      "easting": ["easting", "xcoordinate"],
      "northing": ["northing", "ycoordinate"],
      "registered": ["registrationdate", "dateregistered", "registeredon", "dateofregistration", "startdate"],
      "left": ["leavingdate", "dateleft", "closedate", "enddate", "datedeactivated"],
      "date": ["date", "eventdate", "sessiondate", "attendancedate", "contactdate", "dateattended"],
      "centre": ["centre", "childrenscentre", "familyhub", "hub", "venue"],
      "service": ["service", "eventcategory", "activity", "activitytype", "eventtype", "event", "sessiontype"],
    ]
    for (role, more) in extra { headings[role, default: []] += more }
    self.headings = headings.mapValues { $0.map(Self.key) }
  }

  /// The roles that can be filled from a header, and the column of each.
  ///
  /// - Parameter roles: the roles that are wanted; nil: all.
  public func columns(in header: [String], roles: [String]? = nil) -> [String: String] {
    let keys = header.map(Self.key)
    var found: [String: String] = [:]
    for (role, headings) in headings where roles?.contains(role) ?? true {
      for heading in headings {
        let fitting = keys.indices.filter { keys[$0] == heading }
        if fitting.count == 1 {
          found[role] = header[fitting[0]]
          break
        }
        if fitting.count > 1 { break }
      }
    }
    return found
  }

  private static func key(_ text: String) -> String {
    String(text.lowercased().filter { $0.isLetter || $0.isNumber })
  }
}
