/// What councils call the columns that an audit needs: role by role, in letters only, lower case.
enum RoleWords {
  static let child = [
    "childid", "child", "childref", "childreference", "pupilid", "personid", "clientid", "memberid", "id",
  ]
  static let family = ["familyid", "family", "familyref", "householdid", "household"]
  static let born = ["dateofbirth", "dob", "birthdate", "born", "birth"]
  static let registered = [
    "registeredon", "registrationdate", "registered", "dateregistered", "startdate", "enrolledon",
  ]
  static let left = ["lefton", "dateleft", "left", "leavingdate", "enddate", "closedon"]
  static let postcode = ["postcode", "pcd", "pcds", "postalcode", "homepostcode"]
  static let easting = ["easting", "eastings", "oseast", "osgbeasting", "x", "gridx"]
  static let northing = ["northing", "northings", "osnrth", "osgbnorthing", "y", "gridy"]
  static let longitude = ["longitude", "long", "lng", "lon"]
  static let latitude = ["latitude", "lat"]
  static let date = ["date", "visitdate", "dateofvisit", "attendedon", "attendancedate", "contactdate", "sessiondate"]
  static let centre = ["centreid", "centre", "centrecode", "siteid", "site", "hubid", "hub", "venue", "provider"]
  static let candidate = ["code", "id", "candidate", "candidateid", "candidatecode"] + centre
  static let service = ["service", "activity", "session", "servicetype", "activitytype", "contacttype"]
  static let name = ["name", "centrename", "title", "venue", "areaname"]
  static let catchment = ["centreid", "catchment", "catchmentid", "catchmentcode", "centre", "hubid", "reach"]

  /// The letters of a header, lower case: `child_id` → `childid`.
  static func letters(_ header: String) -> String { header.lowercased().filter(\.isLetter) }

  /// The column of a role, the most certain spelling first; each column is taken once.
  static func find(_ words: [String], in header: [String], not taken: Set<String> = []) -> String? {
    for word in words {
      if let column = header.first(where: { letters($0) == word && !taken.contains($0) }) { return column }
    }
    return nil
  }

  /// Whether a column holds the codes of small areas, by its name: `lsoa11cd`, `LSOA code (2011)`, `area_code`.
  static func isAreaCode(_ header: String) -> Bool {
    let letters = letters(header)
    return
      (letters.hasPrefix("lsoa") && !letters.hasSuffix("name") && !letters.hasSuffix("nm") && !letters.hasSuffix("nmw"))
      || letters == "areacode" || letters == "area" || letters == "smallarea"
  }

  /// The group that a column names, if it is one: `language_group` → `language`.
  static func group(_ header: String) -> String? {
    let lower = header.lowercased()
    for ending in ["_group", " group", "-group"] where lower.hasSuffix(ending) {
      return String(lower.dropLast(ending.count)).replacing(" ", with: "-")
    }
    return ["ethnicity", "send", "disability", "language"].contains(lower) ? lower : nil
  }
}
