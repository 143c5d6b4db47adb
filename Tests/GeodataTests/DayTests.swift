import Foundation
import Testing

@testable import Geodata

@Suite("Day")
struct DayTests {
  @Test("days agree with Foundation's Gregorian calendar from 1900 to 2100")
  func foundation() throws {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = try #require(TimeZone(identifier: "UTC"))
    for offset in stride(from: -25_567, through: 47_846, by: 97) {
      let day = Day(daysSince1970: Int32(offset))
      let parts = calendar.dateComponents(
        [.year, .month, .day], from: Date(timeIntervalSince1970: Double(offset) * 86_400))
      #expect(day.components.year == parts.year)
      #expect(day.components.month == parts.month)
      #expect(day.components.day == parts.day)
      #expect(Day(iso: day.description) == day)
    }
  }

  @Test(
    "days that no calendar has are refused",
    arguments: ["2025-02-29", "2025-13-01", "2025-00-10", "25-01-01", "2025-1-01", "2025-01-01T00", ""])
  func impossible(text: String) {
    #expect(Day(iso: text) == nil)
  }

  @Test("somebody born on 29 February completes a year on 1 March of a common year")
  func leapling() throws {
    let birth = try #require(Day(iso: "2024-02-29"))
    #expect(Day(iso: "2025-02-28")?.completedYears(since: birth) == 0)
    #expect(Day(iso: "2025-03-01")?.completedYears(since: birth) == 1)
  }
}
