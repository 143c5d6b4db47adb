import Geodata
import Statistics

/// What a survey found on one theme in one group: with asked and answered, so that it has denominators.
public struct SurveyAnswer: Hashable, Sendable {
  /// The survey's name.
  public var survey: String
  /// The day it closed.
  public var date: Day
  /// A value of a declared group, or `other`.
  public var group: String
  /// A theme of the codebook.
  public var theme: String
  /// How many were asked.
  public var asked: Int
  /// How many answered.
  public var answered: Int
  /// How many of them agreed that it is a need.
  public var agree: Int

  /// Makes an answer; nil where more answered than were asked, or more agreed than answered.
  public init?(survey: String, date: Day, group: String, theme: String, asked: Int, answered: Int, agree: Int) {
    guard agree >= 0, agree <= answered, answered <= asked else { return nil }
    self.survey = survey
    self.date = date
    self.group = group
    self.theme = theme
    self.asked = asked
    self.answered = answered
    self.agree = agree
  }

  /// The share of those who answered that agree, by Wilson; nil where nobody answered.
  public var agreement: Interval? { Wilson.interval(events: Double(agree), of: Double(answered)) }

  /// The share of those asked that answered; nil where nobody was asked.
  public var responseRate: Double? { asked > 0 ? Double(answered) / Double(asked) : nil }
}
