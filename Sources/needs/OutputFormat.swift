import ArgumentParser
import Foundation
import Workspace

/// How an answer is printed.
enum OutputFormat: String, ExpressibleByArgument, CaseIterable {
  case table, csv, json

  /// The answer as text.
  func text(_ result: QueryResult) -> String {
    switch self {
    case .table: result.table()
    case .csv: result.csv()
    case .json: result.json()
    }
  }
}

/// Answers go to stdout; messages to stderr, by `Messages`.
enum Output {
  static func answer(_ text: String) { FileHandle.standardOutput.write(Data(text.utf8)) }
}
