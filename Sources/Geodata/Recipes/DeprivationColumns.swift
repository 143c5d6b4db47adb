import Foundation

/// What a column of an Indices of Deprivation file is, by its header in any spelling its publishers used.
enum DeprivationColumn: Hashable {
  enum Kind: String {
    case rank
    case decile
    case score
  }
  case area(vintage: String?)
  case district(year: String?)
  case indicator(String, Kind)
  case denominator(String, date: String?)

  /// Reads a header cell; nil for names of places and everything else.
  init?(_ header: String) {
    let words = Self.words(header)
    let text = " " + words.joined(separator: " ") + " "
    func has(_ phrase: String) -> Bool { text.contains(" \(phrase) ") }
    if let code = Self.code(words) {
      self = code
      return
    }
    if has("population") || (has("dependent children") && has("aged")) {
      guard let set = Self.denominator(has) else { return nil }
      let year = words.last { $0.count == 4 && $0.hasPrefix("20") && $0.allSatisfy(\.isNumber) }
      self = .denominator(set, date: year.map { "\($0)-06-30" })
      return
    }
    guard let id = Self.indicator(has) else { return nil }
    if has("exponentially transformed") || has("transformed") {
      self = .indicator(id + "-transformed", .score)
    } else if has("decile") {
      self = .indicator(id, .decile)
    } else if has("rank") {
      self = .indicator(id, .rank)
    } else if has("score") || has("rate") {
      self = .indicator(id, .score)
    } else {
      return nil
    }
  }

  private static func words(_ header: String) -> [String] {
    header.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
  }

  /// `LSOA code (2011)`, `LSOA11CD`, `lsoa21_code`; `Local Authority District code (2019)`.
  private static func code(_ words: [String]) -> DeprivationColumn? {
    let joined = words.joined()
    if joined.hasPrefix("lsoa"), joined.contains("code") || joined.hasSuffix("cd") {
      let digits = joined.filter(\.isNumber)
      let vintage = digits.isEmpty ? nil : "20" + digits.suffix(2)
      return .area(vintage: vintage)
    }
    if joined.hasPrefix("localauthoritydistrictcode") || (joined.hasPrefix("lad") && joined.hasSuffix("cd"))
      || (joined.hasPrefix("ltla") && joined.hasSuffix("code"))
    {
      let digits = joined.filter(\.isNumber)
      return .district(year: digits.isEmpty ? nil : "20" + digits.suffix(2))
    }
    return nil
  }

  private static func denominator(_ has: (String) -> Bool) -> String? {
    if has("working age population") { return "working-age" }
    if has("total population") { return "population" }
    if has("children") { return "children-0-15" }
    if has("older population") || has("60 and over") { return "aged-60-over" }
    if has("16 59") { return "aged-16-59" }
    return nil
  }

  private static func indicator(_ has: (String) -> Bool) -> String? {
    if has("affecting children") || has("idaci") { return "idaci" }
    if has("affecting older people") || has("idaopi") { return "idaopi" }
    if has("index of multiple deprivation") || has("imd") { return "imd" }
    if has("children and young people") || has("children young people") { return "education-children" }
    if has("adult skills") { return "education-adults" }
    if has("geographical barriers") { return "housing-geographical" }
    if has("wider barriers") { return "housing-wider" }
    if has("indoors") { return "environment-indoors" }
    if has("outdoors") { return "environment-outdoors" }
    if has("education") { return "education" }
    if has("employment") { return "employment" }
    if has("health") { return "health" }
    if has("crime") { return "crime" }
    if has("barriers") || has("housing") { return "housing" }
    if has("environment") { return "environment" }
    if has("income") { return "income" }
    return nil
  }

  /// An indicator's title, by its id.
  static func title(_ id: String) -> String {
    if id.hasSuffix("-transformed") { return title(String(id.dropLast(12))) + ", exponentially transformed" }
    return switch id {
    case "imd": "Index of Multiple Deprivation"
    case "income": "Income deprivation"
    case "employment": "Employment deprivation"
    case "education": "Education, skills and training deprivation"
    case "education-children": "Education deprivation: children and young people"
    case "education-adults": "Education deprivation: adult skills"
    case "health": "Health deprivation and disability"
    case "crime": "Crime"
    case "housing": "Barriers to housing and services"
    case "housing-geographical": "Geographical barriers"
    case "housing-wider": "Wider barriers"
    case "environment": "Living environment deprivation"
    case "environment-indoors": "Living environment: indoors"
    case "environment-outdoors": "Living environment: outdoors"
    case "idaci": "Income deprivation affecting children (IDACI)"
    case "idaopi": "Income deprivation affecting older people (IDAOPI)"
    default: id
    }
  }

  /// The denominator that an indicator's average weighs with.
  static func denominator(of id: String) -> String {
    switch id {
    case "idaci": "children-0-15"
    case "idaopi": "aged-60-over"
    case "employment": "working-age"
    default: "population"
    }
  }

  /// `rate` where the publisher's score is a share of people, else `score`.
  static func unit(of id: String) -> String {
    ["income", "employment", "idaci", "idaopi"].contains(id) ? "rate" : "score"
  }
}
