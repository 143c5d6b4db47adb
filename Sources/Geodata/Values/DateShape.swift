/// What a cell that might hold a date says by itself, before anybody knows which of day and month comes first.
enum DateShape: Equatable {
  /// Year, month and day stand in an order that can only be one: `2025-09-01`, `1 Sep 2025`, a timestamp.
  case certain(Day)
  /// Two numbers and a year: `02/03/2025`. Either may be the day, if the calendar allows.
  case twoNumbers(first: Int, second: Int, year: Int)
  /// A plain number, which could be a spreadsheet's count of days.
  case serial(Double)
  /// No date.
  case none

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let first = bytes.first else {
      self = .none
      return
    }
    guard (48...57).contains(first) else {
      // `Sep 1, 2025` and the like are left to be stated otherwise.
      self = .none
      return
    }
    var reader = DigitReader(bytes)
    let a = reader.number()
    let separator = reader.byte()
    guard let separator else {
      // Digits alone: yyyymmdd, or a serial number.
      if a.digits == 8, let day = Day(year: a.value / 10_000, month: a.value / 100 % 100, day: a.value % 100),
        (1900...2100).contains(a.value / 10_000)
      {
        self = .certain(day)
      } else {
        self = a.digits <= 6 ? .serial(Double(a.value)) : .none
      }
      return
    }
    switch separator {
    case 45, 46, 47, 32:  // - . / and space
      self = Self.parts(first: a, separator: separator, &reader)
    default:
      self = .none
    }
  }

  private static func parts(
    first a: (value: Int, digits: Int), separator: UInt8, _ reader: inout DigitReader
  ) -> DateShape {
    if let month = reader.monthName() {
      guard a.digits <= 2, reader.skipSeparator() else { return .none }
      let year = reader.number()
      guard let fullYear = fullYear(year), reader.isAtTime,
        let day = Day(year: fullYear, month: month, day: a.value)
      else { return .none }
      return .certain(day)
    }
    let b = reader.number()
    guard (1...2).contains(b.digits) else {
      // 45123.25: a serial number with a time.
      if separator == 46, a.digits >= 4, b.digits > 0, reader.byte() == nil { return .serial(Double(a.value)) }
      return .none
    }
    let secondSeparator = reader.byte()
    if secondSeparator == nil, separator == 46, a.digits >= 4 { return .serial(Double(a.value)) }
    guard secondSeparator == separator else { return .none }
    let c = reader.number()
    if a.digits == 4 {
      guard (1...2).contains(c.digits), let day = Day(year: a.value, month: b.value, day: c.value) else {
        return .none
      }
      return reader.day(of: day).map { .certain($0) } ?? .none
    }
    guard (1...2).contains(a.digits), let year = fullYear(c), reader.isAtTime else { return .none }
    return .twoNumbers(first: a.value, second: b.value, year: year)
  }

  /// Four digits as they stand; two: 2000–2068, 1969–1999, as POSIX has it.
  private static func fullYear(_ year: (value: Int, digits: Int)) -> Int? {
    switch year.digits {
    case 4: year.value
    case 2: year.value < 69 ? 2000 + year.value : 1900 + year.value
    default: nil
    }
  }
}

/// Walks over a date's digits and signs.
struct DigitReader {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var position = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// The number that stands here and how many digits it has; (0, 0) if none.
  mutating func number() -> (value: Int, digits: Int) {
    var value = 0
    var digits = 0
    while position < bytes.count, (48...57).contains(bytes[position]), digits < 10 {
      value = value * 10 + Int(bytes[position] - 48)
      digits += 1
      position += 1
    }
    return (value, digits)
  }

  /// The next byte, or nil at the end.
  mutating func byte() -> UInt8? {
    guard position < bytes.count else { return nil }
    defer { position += 1 }
    return bytes[position]
  }

  /// Passes over `-`, `/`, `.` or a space (and a point or comma before it).
  mutating func skipSeparator() -> Bool {
    let start = position
    while position < bytes.count, [32, 44, 45, 46, 47].contains(bytes[position]) { position += 1 }
    return position > start
  }

  /// An English month's name, whole or its first three letters (Sept too).
  mutating func monthName() -> Int? {
    let start = position
    var letters: [UInt8] = []
    while position < bytes.count, bytes[position] | 32 >= 97, bytes[position] | 32 <= 122, letters.count < 9 {
      letters.append(bytes[position] | 32)
      position += 1
    }
    let word = String(decoding: letters, as: UTF8.self)
    let names = [
      "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
      "december",
    ]
    if letters.count >= 3,
      let month = names.firstIndex(where: {
        $0 == word || $0.prefix(3) == word || (word == "sept" && $0 == "september")
      })
    {
      return month + 1
    }
    position = start
    return nil
  }

  /// Whether nothing follows but a time of day, which belongs to the day as it stands.
  var isAtTime: Bool {
    guard position < bytes.count else { return true }
    guard bytes[position] == 32 || bytes[position] | 32 == 116 else { return false }
    var copy = self
    copy.position += 1
    return copy.time() != nil
  }

  /// The day in Europe/London of the date that was read and the time and zone that follow: without a zone as it stands.
  func day(of date: Day) -> Day? {
    guard position < bytes.count else { return date }
    guard bytes[position] == 32 || bytes[position] | 32 == 116 else { return nil }
    var copy = self
    copy.position += 1
    guard let time = copy.time() else { return nil }
    guard let offset = time.offset else { return date }
    return London.day(ofSecondsSince1970: Int(date.daysSince1970) * 86_400 + time.seconds - offset)
  }

  /// `hh:mm`, `hh:mm:ss`, `hh:mm:ss.fff`, am or pm, and a zone: `Z`, `+01:00`, `+0100`, or none. Seconds since midnight,
  /// seconds east of Greenwich.
  private mutating func time() -> (seconds: Int, offset: Int?)? {
    var hour = number()
    guard (1...2).contains(hour.digits), byte() == 58 else { return nil }
    let minute = number()
    guard minute.digits == 2, minute.value < 60 else { return nil }
    var seconds = 0
    if position < bytes.count, bytes[position] == 58 {
      position += 1
      let second = number()
      guard second.digits == 2, second.value <= 60 else { return nil }
      seconds = second.value
      if position < bytes.count, bytes[position] == 46 || bytes[position] == 44 {
        position += 1
        _ = number()
      }
    }
    if position < bytes.count, bytes[position] == 32 { position += 1 }
    if position + 1 < bytes.count, bytes[position + 1] | 32 == 109, [97, 112].contains(bytes[position] | 32) {
      guard (1...12).contains(hour.value) else { return nil }
      hour.value = hour.value % 12 + (bytes[position] | 32 == 112 ? 12 : 0)
      position += 2
    }
    guard hour.value <= 24 else { return nil }
    let total = hour.value * 3600 + minute.value * 60 + seconds
    guard position < bytes.count else { return (total, nil) }
    let sign = bytes[position]
    position += 1
    if sign | 32 == 122 { return position == bytes.count ? (total, 0) : nil }
    guard sign == 43 || sign == 45 else { return nil }
    let zone = number()
    var offset = zone.digits == 4 ? zone.value / 100 * 3600 + zone.value % 100 * 60 : zone.value * 3600
    if zone.digits == 2, position < bytes.count, bytes[position] == 58 {
      position += 1
      offset += number().value * 60
    }
    guard position == bytes.count, zone.digits == 2 || zone.digits == 4 else { return nil }
    return (total, sign == 45 ? -offset : offset)
  }
}
