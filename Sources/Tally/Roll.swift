import Geodata

/// Who counts in a cycle: for each child of the enrolment table, the row in force and whether the child is eligible.
///
/// The rules are measures.md's "Who counts"; the numbers of those left out are kept, by reason.
public struct Roll: Sendable {
  /// Why a child does or does not count in the cycle.
  public enum Standing: Hashable, Sendable {
    /// Counted, by the row at this index.
    case counted(Int)
    /// No row is in force in the cycle.
    case notInForce
    /// Older than the oldest eligible age on the reference date.
    case tooOld
    /// Younger than the youngest eligible age on the reference date, or born after it.
    case notBorn
    /// The row in force has no date of birth.
    case ageUnknown
  }

  /// By the child's number.
  public private(set) var standings: [Standing]
  /// Rows that equal an earlier row in all mapped columns.
  public private(set) var identicalRows = 0
  /// Children with rows that differ: moves, or conflicts.
  public private(set) var childrenWithSeveralRows = 0

  /// Calls the roll.
  ///
  /// - Parameters:
  ///   - rows: the enrolment table.
  ///   - children: how many children the code book holds.
  ///   - reference: the day on which ages are taken.
  ///   - ages: the eligible ages in completed years.
  /// - Complexity: O(rows).
  public init(_ rows: [EnrolmentRow], children: Int, from: Day, to: Day, reference: Day, ages: ClosedRange<Int>) {
    var chosen = [Int32](repeating: -1, count: children)
    var firstRow = [Int32](repeating: -1, count: children)
    var hasSeveral = [Bool](repeating: false, count: children)
    var seen = Set<RowFingerprint>(minimumCapacity: rows.count)
    for (index, row) in rows.enumerated() {
      let child = Int(row.child)
      if !seen.insert(row.fingerprint).inserted {
        identicalRows += 1
        continue
      }
      if firstRow[child] < 0 { firstRow[child] = Int32(index) } else { hasSeveral[child] = true }
      guard row.isInForce(from: from, to: to) else { continue }
      if chosen[child] < 0 || row.precedes(rows[Int(chosen[child])]) { chosen[child] = Int32(index) }
    }
    childrenWithSeveralRows = hasSeveral.count { $0 }
    standings = chosen.map { index in
      guard index >= 0 else { return .notInForce }
      let row = rows[Int(index)]
      guard let born = row.born else { return row.isBirthMissing ? .ageUnknown : .counted(Int(index)) }
      if born > reference { return .notBorn }
      let age = reference.completedYears(since: born)
      if age < ages.lowerBound { return .notBorn }
      return age > ages.upperBound ? .tooOld : .counted(Int(index))
    }
  }

  /// How many children have a standing of this kind.
  public func count(where matches: (Standing) -> Bool) -> Int { standings.count(where: matches) }
}
