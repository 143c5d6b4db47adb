/// How a column writes its dates: which of day and month comes first where a cell does not say.
///
/// Dates that can be read in one way only (`2025-09-01`, `1 Sep 2025`, timestamps) are read in every format but the
/// serial ones. A timestamp with a zone is read as the day in Europe/London.
public enum DateFormat: String, Sendable, Hashable, CaseIterable {
  /// `2025-09-01`.
  case isoDay = "yyyy-mm-dd"
  /// `01/09/2025`, `1.9.25`, `01-09-2025`.
  case dayFirst = "dd/mm/yyyy"
  /// `09/01/2025`.
  case monthFirst = "mm/dd/yyyy"
  /// Days since 1899-12-30, as Excel counts: `45901`.
  case serial1900 = "excel"
  /// Days since 1904-01-01, as Excel for Macintosh counted.
  case serial1904 = "excel-1904"
  /// `2025-09`, a month without a day, read as its first day. Only where audit.yml states it.
  case isoMonth = "yyyy-mm"

  /// Reads what audit.yml states: one of the raw values, or a usual spelling (`dd-mm-yyyy`, `d/m/y`, `iso`).
  public init?(stated: String) {
    let letters = stated.lowercased().filter(\.isLetter)
    switch letters {
    case "yyyymmdd", "iso", "ymd", "isoymd": self = .isoDay
    case "yyyymm", "ym", "month": self = .isoMonth
    case "ddmmyyyy", "dmy", "dmyyyy", "ddmmyy", "dmyy": self = .dayFirst
    case "mmddyyyy", "mdy", "mdyyyy", "mmddyy", "mdyy": self = .monthFirst
    case "excel" where stated.contains("1904"): self = .serial1904
    case "excel", "serial": self = .serial1900
    default: return nil
    }
  }

  /// The day that the cell's bytes name, or nil: not a date, or not one in this format. No memory is taken.
  public func parse(_ bytes: UnsafeBufferPointer<UInt8>) -> Day? {
    if self == .isoMonth { return Self.month(Spaces.trimmed(bytes)) }
    if self == .isoDay || self == .dayFirst, let day = Self.fast(bytes, isISO: self == .isoDay) { return day }
    return day(of: DateShape(Spaces.trimmed(bytes)))
  }

  /// The day that the text names, or nil.
  public func parse(_ text: String) -> Day? {
    var text = text
    return text.withUTF8 { parse($0) }
  }

  func day(of shape: DateShape) -> Day? {
    switch shape {
    case .certain(let day): self == .serial1900 || self == .serial1904 ? nil : day
    case .twoNumbers(let first, let second, let year):
      switch self {
      case .dayFirst: Day(year: year, month: second, day: first)
      case .monthFirst: Day(year: year, month: first, day: second)
      default: nil
      }
    case .serial(let number):
      switch self {
      case .serial1900: SerialDate.day(number, is1904: false)
      case .serial1904: SerialDate.day(number, is1904: true)
      default: nil
      }
    case .none: nil
    }
  }

  private static func month(_ b: UnsafeBufferPointer<UInt8>) -> Day? {
    guard b.count == 7, b[4] == 45, [0, 1, 2, 3, 5, 6].allSatisfy({ (48...57).contains(b[$0]) }) else { return nil }
    func digit(_ i: Int) -> Int { Int(b[i]) - 48 }
    return Day(
      year: digit(0) * 1000 + digit(1) * 100 + digit(2) * 10 + digit(3), month: digit(5) * 10 + digit(6), day: 1)
  }

  /// The two commonest spellings, ten bytes long.
  private static func fast(_ b: UnsafeBufferPointer<UInt8>, isISO: Bool) -> Day? {
    guard b.count == 10 else { return nil }
    func digit(_ i: Int) -> Int { Int(b[i]) - 48 }
    func isDigit(_ i: Int) -> Bool { b[i] >= 48 && b[i] <= 57 }
    if isISO {
      guard b[4] == 45, b[7] == 45, isDigit(0), isDigit(1), isDigit(2), isDigit(3), isDigit(5), isDigit(6),
        isDigit(8), isDigit(9)
      else { return nil }
      return Day(
        year: digit(0) * 1000 + digit(1) * 100 + digit(2) * 10 + digit(3), month: digit(5) * 10 + digit(6),
        day: digit(8) * 10 + digit(9))
    }
    guard b[2] == 47, b[5] == 47, isDigit(0), isDigit(1), isDigit(3), isDigit(4), isDigit(6), isDigit(7),
      isDigit(8), isDigit(9)
    else { return nil }
    return Day(
      year: digit(6) * 1000 + digit(7) * 100 + digit(8) * 10 + digit(9), month: digit(3) * 10 + digit(4),
      day: digit(0) * 10 + digit(1))
  }
}

/// Days as spreadsheets count them.
public enum SerialDate {
  /// The day of a serial number, its fraction (the time) dropped; nil before 1900-03-01, where Excel's calendar has a day
  /// that never was, and after 9999.
  public static func day(_ number: Double, is1904: Bool) -> Day? {
    guard number.isFinite, number < 2_958_466 else { return nil }
    let whole = Int(number.rounded(.down))
    if is1904 { return whole >= 0 ? Day(daysSince1970: Int32(whole - 24_107)) : nil }
    return whole >= 61 ? Day(daysSince1970: Int32(whole - 25_569)) : nil
  }
}
