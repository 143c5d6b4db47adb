/// The civil day in Europe/London of a moment.
///
/// British Summer Time runs from 01:00 UTC on the last Sunday of March to 01:00 UTC on the last Sunday of October (the
/// rule since 1996; before, October's Sunday was another, which moves an hour of at most four weeks).
public enum London {
  /// The day there. O(1).
  public static func day(ofSecondsSince1970 seconds: Int) -> Day {
    let utc = floorDays(seconds)
    let year = utc.components.year
    let starts = lastSunday(of: 3, in: year) * 86_400 + 3600
    let ends = lastSunday(of: 10, in: year) * 86_400 + 3600
    return seconds >= starts && seconds < ends ? floorDays(seconds + 3600) : utc
  }

  private static func floorDays(_ seconds: Int) -> Day {
    Day(daysSince1970: Int32(seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400))
  }

  /// Days since 1970-01-01 of the month's last Sunday (both months have 31 days).
  private static func lastSunday(of month: Int, in year: Int) -> Int {
    guard let last = Day(year: year, month: month, day: 31) else { return 0 }
    let days = Int(last.daysSince1970)
    // 1970-01-01 was a Thursday: 0 = Sunday.
    let weekday = ((days + 4) % 7 + 7) % 7
    return days - weekday
  }
}
