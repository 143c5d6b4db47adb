import Geodata
import Geometry
import Measures
import Workspace

/// An audit run twice over inputs that are read once: as it is, and with the proposed centres and catchments.
///
/// ```swift
/// var proposal = Proposal()
/// proposal.close = ["CC03"]
/// let outcome = try WhatIf.run(file, proposal, cycle: nil)
/// outcome.travel.all(.enrolled)?.further
/// ```
/// It is made of exact counts and writes nothing. Each figure is what a full audit with these centres and catchments
/// would give: the same steps, views and measures make it.
public enum WhatIf {
  /// Works a proposal out.
  ///
  /// - Parameter label: the cycle; nil: the last one.
  /// - Throws: a `Refusal` that says what of the proposal or of the inputs cannot be.
  public static func run(_ file: AuditFile, _ proposal: Proposal, cycle label: String?) throws -> WhatIfOutcome {
    guard !proposal.isEmpty else {
      throw AuditError("nothing is proposed: say --catchments, --close or --open", exitCode: 64)
    }
    var reading = try CycleReading.upToCentres(file, cycle: label)
    // What is wrong with a proposal is said before the large files are read.
    var proposed = reading
    try reading.readCatchments()
    let understood = try proposed.propose(proposal, current: reading.catchments)
    try reading.readPopulation()
    try reading.readIndicators()
    try reading.readEnrolments()
    try reading.readServiceUse()
    try reading.locate()
    _ = try reading.populationGround()
    let (centres, catchments) = (proposed.content.centres, proposed.catchments)
    let doubts = proposed.content.complaints.filter { !reading.content.complaints.contains($0) }
    proposed = reading
    proposed.content.complaints += doubts
    (proposed.content.centres, proposed.content.catchments, proposed.catchments) = (centres, catchments, catchments)

    let counted = try Parallel.map([reading, proposed]) { side in
      var side = side
      try side.join()
      try side.tally()
      try side.weigh()
      try side.analyse()
      let content = side.finished()
      return (side, content, FigureBook(facts: try content.facts(name: file.name, crs: file.crs)))
    }
    let travel = Travel(before: counted[0].0, after: counted[1].0, closed: understood.closed)
    return WhatIfOutcome(
      name: file.name, rules: understood.rules, before: counted[0].1, after: counted[1].1,
      books: (counted[0].2, counted[1].2), travel: travel.change(facts: counted[0].2.facts),
      closed: understood.closed, opened: understood.opened)
  }
}
