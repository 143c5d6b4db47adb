import ArgumentParser
import Foundation
import Reporting

/// What a page is written in: `english` or `welsh`, also as `en` and `cy`.
enum PageLanguage: String, ExpressibleByArgument, CaseIterable {
  case english, welsh

  init?(argument: String) {
    switch argument.lowercased() {
    case "english", "en", "en-gb": self = .english
    case "welsh", "cy": self = .welsh
    default: return nil
    }
  }

  var language: Language { self == .welsh ? .welsh : .english }
}

/// What the pages of a folder are written in: one language, or both, the Welsh ones in a folder `cy` inside.
enum PageLanguages: ExpressibleByArgument, Equatable {
  case one(PageLanguage)
  case both

  init?(argument: String) {
    if argument.lowercased() == "both" {
      self = .both
    } else if let language = PageLanguage(argument: argument) {
      self = .one(language)
    } else {
      return nil
    }
  }

  static var allValueStrings: [String] { PageLanguage.allCases.map(\.rawValue) + ["both"] }

  var defaultValueDescription: String {
    switch self {
    case .one(let language): language.rawValue
    case .both: "both"
    }
  }

  /// Each language with the folder for its pages, the folder itself where there is one language only.
  func folders(in folder: URL) -> [(language: Language, folder: URL)] {
    switch self {
    case .one(let language): [(language.language, folder)]
    case .both: [(.english, folder), (.welsh, folder.appendingPathComponent("cy", isDirectory: true))]
    }
  }
}
