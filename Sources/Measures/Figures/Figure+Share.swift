import Statistics
import Tally

extension Figure {
  /// Makes it the share of counted people in others that were counted too, with Wilson's interval; without a value and
  /// with the flag where there is nobody of whom it could be a share.
  mutating func setShare(_ part: Count, of whole: Count, orFlag flag: FigureFlag) {
    numerator = .counted(part)
    denominator = .counted(whole)
    guard whole.value > 0 else {
      flags = [flag]
      return
    }
    let (events, people) = (FigureNumber.counted(part).bounded, FigureNumber.counted(whole).bounded)
    value = events.value / people.value
    interval = Wilson.interval(events: events, of: people)
  }
}
