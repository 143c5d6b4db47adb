import Geodata

extension CycleContent {
  /// What an indicator is (the dictionary's entry).
  public typealias Indicator = Geodata.Indicator

  /// An indicator's value for one area.
  public typealias IndicatorValue = Geodata.IndicatorValue
}
