import Dispatch
import Synchronization

/// Denominators and indicators by area, then by set or indicator.
struct AreaNumbers: Sendable {
  var denominators: [String: [String: CycleContent.Denominator]] = [:]
  var indicators: [String: [String: CycleContent.IndicatorValue]] = [:]

  init() {}

  init(denominators: [CycleContent.Denominator], values: [CycleContent.IndicatorValue]) {
    self.denominators = Self.table(denominators, \.area, \.set)
    indicators = Self.table(values, \.area, \.indicator)
  }

  private static func table<Element>(
    _ rows: [Element], _ area: (Element) -> String, _ name: (Element) -> String
  ) -> [String: [String: Element]] {
    Dictionary(grouping: rows, by: area).mapValues { rows in
      Dictionary(rows.map { (name($0), $0) }) { first, _ in first }
    }
  }
}

/// The areas' numbers of a content that is being written, put in order on another core meanwhile.
final class PendingAreaNumbers: Sendable {
  private let group = DispatchGroup()
  private let numbers = Mutex(AreaNumbers())

  /// Starts; nil: there is nothing to put in order.
  init(_ content: CycleContent?) {
    guard let content else { return }
    DispatchQueue.global().async(group: group) { [self] in
      let made = AreaNumbers(denominators: content.denominators, values: content.indicatorValues)
      numbers.withLock { $0 = made }
    }
  }

  /// What was found; waits for it.
  var value: AreaNumbers {
    group.wait()
    return numbers.withLock { $0 }
  }
}
