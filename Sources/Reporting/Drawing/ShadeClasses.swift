/// Classes of a map, from low to high, each with a shade that stays in order in grey and for colour-blind readers.
struct ShadeClasses: Sendable {
  /// Upper limits of all classes but the last, ascending.
  let breaks: [Double]

  /// ColorBrewer's YlGnBu: the lightness falls from class to class.
  static let shades = ["#ffffcc", "#a1dab4", "#41b6c4", "#2c7fb8", "#253494"]

  /// Whether a label on the shade must be white.
  static func needsLightText(_ index: Int) -> Bool { index >= 3 }

  /// Five classes of about as many values each, with limits rounded to a multiple of `step`; fewer where values
  /// are few or alike. The same values give the same classes, whatever their order.
  init(quantilesOf values: [Double], step: Double) {
    let sorted = values.filter(\.isFinite).sorted()
    var breaks: [Double] = []
    if let least = sorted.first, let most = sorted.last {
      for fifth in 1..<5 {
        let value = sorted[min(sorted.count - 1, sorted.count * fifth / 5)]
        let rounded = (value / step).rounded() * step
        if rounded > least, rounded <= most, breaks.last.map({ rounded > $0 + step / 2 }) ?? true {
          breaks.append(rounded)
        }
      }
    }
    self.breaks = breaks
  }

  /// Classes with given limits.
  init(breaks: [Double]) { self.breaks = breaks }

  /// How many classes there are.
  var count: Int { breaks.count + 1 }

  /// What each class holds, in words; `print` writes a limit.
  func ranges(_ say: Words, _ print: (Double) -> String) -> [String] {
    guard let least = breaks.first, let most = breaks.last else { return [say("all areas")] }
    let between = zip(breaks, breaks.dropFirst()).map { say("\(print($0)) to under \(print($1))") }
    return [say("under \(print(least))")] + between + [say("\(print(most)) or more")]
  }

  /// Which class a value falls in; a value on a limit belongs to the class above.
  func index(of value: Double) -> Int { breaks.filter { value >= $0 - 1e-12 }.count }

  /// The shade of a class, spread over the five.
  func shade(_ index: Int) -> String { ShadeClasses.shades[shadeIndex(index)] }

  /// Which of the five shades a class has.
  func shadeIndex(_ index: Int) -> Int {
    count <= 1 ? 2 : min(4, (index * 4 + (count - 1) / 2) / (count - 1))
  }
}
