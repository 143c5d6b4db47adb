import Dispatch

extension Table {
  /// Reads all rows in parts, several at a time, each with a state of its own; the states come back in the file's order.
  ///
  /// ```swift
  /// let parts = try table.scanInParts(state: { Counter() }) { counter, row in counter.add(row.bytes(0)) }
  /// let total = parts.map(\.state).reduce(Counter()) { $0.merged(with: $1) }
  /// ```
  /// Rows are the same as `forEachRow`'s, the refusals too. Within `body` a row's number is counted from the part's first
  /// row; add `rowsBefore` for the row in the file. How many parts there are depends on the file and on `parts`, never on
  /// the machine's load: whoever merges states in the order given gets the same result with any number.
  /// - Parameters:
  ///   - parts: at most so many; a file under 4 MB, and a workbook, is one part.
  ///   - state: makes a part's state.
  /// - Throws: the refusal of the earliest part that has one, its row corrected to the file's.
  public func scanInParts<State: Sendable>(
    _ parts: Int = 8, state: @Sendable () -> State,
    _ body: @Sendable (inout State, TableRow) throws(GeodataError) -> Void
  ) throws(GeodataError) -> [(state: State, rowsBefore: Int)] {
    try scanInParts(parts, keeps: Int.max, state: state, body)
  }

  /// The same where only the first `keeps` cells of a row are wanted; those after them are blank.
  func scanInParts<State: Sendable>(
    _ parts: Int, keeps: Int, state: @Sendable () -> State,
    _ body: @Sendable (inout State, TableRow) throws(GeodataError) -> Void
  ) throws(GeodataError) -> [(state: State, rowsBefore: Int)] {
    if case .delimited(let bytes, let rowsStart, let delimiter) = content {
      let cuts = Self.cuts(in: bytes, from: rowsStart, parts: parts)
      if cuts.count > 2 {
        return try concurrently(bytes, cuts: cuts, delimiter: delimiter, keeps: keeps, state: state, body)
      }
    }
    var only = state()
    try forEachRow(refusing: { (row) throws(GeodataError) in try body(&only, row) })
    return [(only, 0)]
  }

  /// What came of one part.
  private struct Outcome<State: Sendable>: Sendable {
    var state: State
    var rows = 0
    /// Where the part's last record ended.
    var end = 0
    var error: GeodataError?
  }

  private func concurrently<State: Sendable>(
    _ bytes: FileBytes, cuts: [Int], delimiter: UInt8, keeps: Int, state: @Sendable () -> State,
    _ body: @Sendable (inout State, TableRow) throws(GeodataError) -> Void
  ) throws(GeodataError) -> [(state: State, rowsBefore: Int)] {
    @Sendable func scan(from start: Int, to end: Int) -> Outcome<State> {
      let scanner = DelimitedScanner(bytes, from: start, delimiter: delimiter, name: source.name)
      scanner.keeps = keeps
      var outcome = Outcome(state: state())
      do throws(GeodataError) {
        while scanner.position < end, try scanner.next() {
          try check(scanner)
          try scanner.withRow { (row) throws(GeodataError) in
            guard !row.isEmpty else { return }
            try body(&outcome.state, row)
          }
        }
      } catch {
        outcome.error = error
      }
      outcome.rows = scanner.number
      outcome.end = scanner.position
      return outcome
    }
    let count = cuts.count - 1
    var outcomes: [Outcome<State>?] = Array(repeating: nil, count: count)
    outcomes.withUnsafeMutableBufferPointer { buffer in
      // Each iteration writes its own element and nothing else.
      nonisolated(unsafe) let outcomes = buffer
      DispatchQueue.concurrentPerform(iterations: count) { part in
        outcomes[part] = scan(from: cuts[part], to: cuts[part + 1])
      }
    }
    var results: [(state: State, rowsBefore: Int)] = []
    var rowsBefore = headerRow
    var position = cuts[0]
    for part in 0..<count where position < cuts[part + 1] {
      // A cut within a quoted cell was none: the part before ran past it, and this one is read again from there.
      let isRight = position == cuts[part]
      let outcome =
        isRight ? outcomes[part] ?? scan(from: position, to: cuts[part + 1]) : scan(from: position, to: cuts[part + 1])
      if var error = outcome.error {
        if let row = error.complaint.row { error.complaint.row = row + rowsBefore }
        throw error
      }
      results.append((outcome.state, rowsBefore))
      rowsBefore += outcome.rows
      guard rowsBefore <= Limits.rows else {
        throw .beyond("\(Limits.words(Limits.rows)) rows", file: source.name)
      }
      position = outcome.end
    }
    return results
  }

  /// Where parts begin and the last ends: after line breaks, taken to be outside quotes until the scan shows otherwise.
  private static func cuts(in bytes: FileBytes, from start: Int, parts: Int) -> [Int] {
    let length = bytes.count - start
    let parts = min(parts, length / (2 << 20))
    var cuts = [start]
    for part in stride(from: 1, to: parts, by: 1) {
      var p = start + length * part / parts
      while p < bytes.count, bytes.start[p] != 10 { p += 1 }
      p += 1
      if p > cuts[cuts.count - 1], p < bytes.count { cuts.append(p) }
    }
    cuts.append(bytes.count)
    return cuts
  }
}
