import Geodata

/// The languages that pages are written in.
public enum Language: String, Sendable, CaseIterable, Codable {
  /// British English.
  case english = "en-GB"
  /// Welsh.
  case welsh = "cy"
}

/// Writes sentences, numbers and days as the readers of one language do.
///
/// ```swift
/// let say = Words(.english)
/// say("\(say.number(1234)) children live here.")     // 1,234 children live here.
/// ```
public struct Words: Sendable {
  /// The language.
  public let language: Language
  /// English patterns to those of the language; empty for English.
  let catalogue: [String: String]

  /// Makes a writer for a language.
  public init(_ language: Language = .english) {
    self.language = language
    switch language {
    case .english: catalogue = [:]
    case .welsh: catalogue = Self.welsh
    }
  }

  private static let findings = SentencePatterns(welshFindings)

  /// All Welsh phrases: the profile's, those of comparisons, of evidence and of checks.
  static let welsh = [welshComparisons, welshEvidence, welshAsking, welshChecks, welshAnalyses, welshInShort].reduce(
    welshCatalogue
  ) {
    all, more in
    all.merging(more) { first, _ in first }
  }

  /// The sentence in the language; in English where the catalogue lacks it.
  public func callAsFunction(_ phrase: Phrase) -> String {
    phrase.filled(into: catalogue[phrase.key] ?? phrase.key)
  }

  /// A sentence that another room made in English: said in the language where the catalogue has its pattern, else as it
  /// stands, marked as English for those to whom the page is read out.
  func sentence(_ english: String, of figure: String? = nil) -> String {
    guard language != .english else { return english.ofFigure(figure) }
    return Self.findings.said(english).map { $0.ofFigure(figure) } ?? english.inEnglish(of: figure)
  }

  /// A title or name that a file or another room gives: in the language where the catalogue knows it.
  func name(_ given: String) -> String { language == .english ? given : Self.findings.said(given) ?? given }

  /// What was found in a file, in one line.
  func line(_ complaint: Complaint, of figure: String? = nil) -> String {
    guard language != .english else { return complaint.line.ofFigure(figure) }
    let place = [
      complaint.file, complaint.feature, complaint.row.map { self("row \(String($0))") },
      complaint.column.map { self("column \($0)") },
    ].compactMap { $0 }.joined(separator: ", ")
    let advice = complaint.advice.map { Self.findings.said($0) }
    guard let what = Self.findings.said(complaint.what), advice != .some(nil) else {
      return complaint.line.inEnglish(of: figure)
    }
    return ((place.isEmpty ? "" : place + ": ") + what + (advice.flatMap(\.self).map { "; " + $0 } ?? ""))
      .ofFigure(figure)
  }

  /// One of two sentences, by number: "1 child", "2 children".
  public func plural(_ number: Int, one: Phrase, many: Phrase) -> String {
    self(number == 1 ? one : many)
  }

  /// A whole number with commas at the thousands: 1,234. A true minus before what is below zero.
  public func number(_ value: Int) -> String {
    let digits = String(value.magnitude)
    var grouped = ""
    for (offset, digit) in digits.enumerated() {
      if offset > 0, (digits.count - offset).isMultiple(of: 3) { grouped.append(",") }
      grouped.append(digit)
    }
    return (value < 0 ? "\u{2212}" : "") + grouped
  }

  /// A number rounded half up to so many places: 1,234.5. "–" for what is no number or too large for one.
  public func decimal(_ value: Double, places: Int = 1) -> String {
    var power = 1
    for _ in 0..<places { power *= 10 }
    let scaled = (value.magnitude * Double(power)).rounded(.toNearestOrAwayFromZero)
    guard scaled < 1e15 else { return "–" }  // NaN fails as well
    let whole = Int(scaled) / power
    let fraction = Int(scaled) % power
    let sign = value < 0 && scaled > 0 ? "\u{2212}" : ""
    guard places > 0 else { return sign + number(whole) }
    let digits = String(fraction)
    return sign + number(whole) + "." + String(repeating: "0", count: places - digits.count) + digits
  }

  /// A share as a whole percentage: 0.642 → 64%. What is not nothing and not everything never reads 0% or 100%.
  public func percent(_ share: Double) -> String {
    guard share.isFinite else { return "–" }
    if share > 0, share < 0.005 { return self("under 1%") }
    if share < 1, share >= 0.995 { return self("over 99%") }
    return decimal(share * 100, places: 0) + "%"
  }

  /// A day: 1 September 2025.
  public func day(_ day: Day) -> String {
    let (year, month, date) = day.components
    return "\(date) \(monthName(month)) \(year)"
  }

  /// A day that is written yyyy-mm-dd, or the text itself where it is not one.
  public func day(iso text: String) -> String {
    Day(iso: text).map { day($0) } ?? text
  }

  /// The key of a month, 2025-09, as "September 2025"; the key itself where it is not one.
  public func month(key: String) -> String {
    guard let first = Day(iso: key + "-01") else { return key }
    return "\(monthName(first.components.month)) \(first.components.year)"
  }

  /// "a, b and c".
  public func list(_ items: [String]) -> String {
    switch items.count {
    case 0: ""
    case 1: items[0]
    default: self("\(items.dropLast().joined(separator: ", ")) and \(items[items.count - 1])")
    }
  }

  /// January… in the language.
  func monthName(_ month: Int) -> String {
    let names: [Phrase] = [
      "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
      "December",
    ]
    return names.indices.contains(month - 1) ? self(names[month - 1]) : String(month)
  }
}
