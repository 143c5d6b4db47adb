/// Which set of small areas a file speaks of: the year in its codes' column, as ONS names them.
enum AreaVintage: String {
  /// LSOA 2001.
  case y2001 = "2001"
  /// LSOA 2011.
  case y2011 = "2011"
  /// LSOA 2021.
  case y2021 = "2021"
  /// The column's name does not say.
  case unknown

  /// Reads "LSOA 2011".
  init(words: String) {
    self = [.y2001, .y2011, .y2021].first { words.hasSuffix($0.rawValue) } ?? .unknown
  }

  /// Reads LSOA11CD, lsoa21cd, "LSOA code (2011)".
  init(columnName: String) {
    let name = columnName.lowercased()
    guard name.contains("lsoa") || name.contains("oa") else {
      self = .unknown
      return
    }
    if name.contains("2011") || name.contains("oa11") {
      self = .y2011
    } else if name.contains("2021") || name.contains("oa21") {
      self = .y2021
    } else if name.contains("2001") || name.contains("oa01") {
      self = .y2001
    } else {
      self = .unknown
    }
  }
}
