import Statistics
import Tally
import Workspace

/// A printed figure traced back: formula with the numbers in it, query, files, rule, and what a release does to it.
///
/// From a release it holds released numbers only, as the facts that it is made of do.
public struct Explanation: Codable, Hashable, Sendable {
  /// The figure's id.
  public var figure: String
  /// Title and question of the dictionary.
  public var title: String
  /// The question that it answers.
  public var question: String
  /// The figure as it is printed.
  public var value: String
  /// The formula with the numbers in it.
  public var formula: String
  /// The interval with its formula; empty where there is none.
  public var interval: String
  /// How the formula is meant, and its source.
  public var method: String
  /// The rule by which area figures reached the place, and what the other rules give.
  public var rule: String
  /// What each area gave, where the place was put together from areas.
  public var terms: [Term]
  /// The named queries that give these numbers.
  public var queries: [String]
  /// The files that they come from.
  public var files: [File]
  /// Rows left out, by file and reason; empty on a release.
  public var rejected: [Rejected]
  /// What must be known beside it.
  public var notes: [String]
  /// What a release does to it, or did.
  public var releaseRule: String

  /// What one area gave.
  public struct Term: Codable, Hashable, Sendable {
    /// The area's code.
    public var area: String
    /// The share of it that counts.
    public var weight: Double
    /// Its people of the figure's denominator set; nil: not known.
    public var people: Double?
    /// Its rank or value; nil where the figure uses none.
    public var value: Double?
  }

  /// A file.
  public struct File: Codable, Hashable, Sendable {
    /// What it was taken for.
    public var role: String
    /// Its name.
    public var file: String
    /// SHA-256; empty where the release does not hold it.
    public var sha256: String
    /// The release or vintage.
    public var vintage: String
    /// Rows read; nil where the release does not hold it.
    public var rows: Int?
    /// Rows used.
    public var used: Int?
    /// How it was read.
    public var reading: String
    /// The licence.
    public var licence: String
  }

  /// Rows left out.
  public struct Rejected: Codable, Hashable, Sendable {
    /// The file.
    public var file: String
    /// Why.
    public var reason: String
    /// How many.
    public var rows: Int
  }
}
