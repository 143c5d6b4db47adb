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
  /// The figure with all its places; a count as it is printed.
  public var value: String
  /// A share as pages print it, in 100; what a release rounds once more; empty where the value is printed as it stands.
  public var shown: String
  /// The figure as a number; nil where there is none, or it is hidden or withheld.
  public var number: Double?
  /// What stands above the line, as a number.
  public var numerator: Double?
  /// What stands below it.
  public var denominator: Double?
  /// The interval's lower limit.
  public var low: Double?
  /// The interval's upper limit.
  public var high: Double?
  /// The least over the rules that can be computed.
  public var spreadLow: Double?
  /// The most over the rules that can be computed.
  public var spreadHigh: Double?
  /// The formula with the numbers in it.
  public var formula: String
  /// The interval with its formula; empty where there is none.
  public var interval: String
  /// How a share of people stands against each declared level, with the chance that it is met; empty for others.
  public var levels: [Level]
  /// The test of the figure among all of its kind; empty where none was made.
  public var test: String
  /// How the formula is meant, and its source.
  public var method: String
  /// The rule by which area figures reached the place, and what the other rules give.
  public var rule: String
  /// What each area gave, where the place was put together from areas.
  public var terms: [Term]
  /// What each component gave, where the figure is a score or a rank of a composite index.
  public var parts: [IndexPart]
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

  /// A level to reach, and what can be said of it.
  public struct Level: Codable, Hashable, Sendable {
    /// The level, a share of 1.
    public var threshold: Double
    /// P(rate ≥ level): the least that it can be.
    public var probability: Double
    /// `met`, `not met`, `cannot tell`, `too small`.
    public var verdict: String
    /// How many more would settle it; nil where nothing is to settle.
    public var more: Int?
  }

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
