import Geodata
import Measures
import Workspace

extension ProfileSections {
  /// How good the data are: how children were placed, who could not be, rows left out, complaints.
  func qualitySection() -> Section {
    let title = say("How good the data are")
    var blocks: [Block] = []
    if counts.isCoarse {
      blocks.append(
        .notice(
          say("A release does not say how children were placed, which rows were left out, or what was doubted in them.")
        ))
    } else {
      blocks += grades() + leftOut() + rejects()
    }
    let complaints = facts.complaints.filter { $0.severity != .note }
    if !complaints.isEmpty {
      blocks.append(.heading(say("What was doubted in the files")))
      blocks.append(
        .list(
          complaints.prefix(RunMeasures.complaintsShown).enumerated().map { index, complaint in
            say.line(complaint, of: ofAuthority(RunMeasures.complaint(index)))
          }))
      let more = complaints.count - RunMeasures.complaintsShown
      if more > 0 {
        let number = say.number(more).ofFigure(ofAuthority(RunMeasures.complaintsNotShown))
        blocks.append(.note(say("And \(number) more: see the audit's own list.")))
      }
    }
    if blocks.isEmpty { blocks.append(.paragraph(say("Nothing was noted."))) }
    return Section("quality", title, blocks)
  }

  private func total(_ path: String) -> Int? { facts.totals[path].map { Int($0.rounded()) } }

  /// A number of the run above 0, as it is printed.
  private func printed(_ path: String) -> String? {
    total(path).flatMap { $0 > 0 ? say.number($0).ofFigure(ofAuthority(RunMeasures.total(path))) : nil }
  }

  private func grades() -> [Block] {
    let grades = PlacementGrades(facts.totals, say, id: ofAuthority)
    guard !grades.known.isEmpty else { return [] }
    var blocks = [grades.table(say("How enrolled children of the whole borough were placed"))]
    if let lost = total("grades/not-located"), lost > 0 {
      let most = Int((catchment.people.enrolled.value + 0.5).rounded(.down)) + lost
      blocks.append(
        .paragraph(
          say(
            "\(say.number(lost).ofFigure(ofAuthority(RunMeasures.total("grades/not-located")))) enrolled children of the borough could not be placed."
          )
            + " "
            + say(
              "If none live here, \(counts.text(catchment.people.enrolled).ofFigure(id("enrolled.count"))) are enrolled here; if all do, \(say.number(most).ofFigure(id(RunMeasures.withNotLocated)))."
            )))
    }
    if let outside = printed("outside_areas") {
      blocks.append(.paragraph(say("\(outside) enrolled children live outside of all areas.")))
    }
    return blocks + grades.agreementBlocks
  }

  private func leftOut() -> [Block] {
    var lines: [String] = []
    if let n = printed("too_old") { lines.append(say("\(n) were too old on the day that counts.")) }
    if let n = printed("not_born") { lines.append(say("\(n) were born after the day that counts.")) }
    if let n = printed("visits_of_enrolled_but_not_counted") {
      lines.append(say("\(n) visits were by enrolled children who do not count."))
    }
    if let n = printed("visits_of_unknown_children") {
      lines.append(say("\(n) visits were by children who are not on the list."))
    }
    if let n = printed("children_with_two_homes") {
      lines.append(say("\(n) children had two homes on the list; the latest was taken."))
    }
    guard !lines.isEmpty else { return [] }
    return [.heading(say("In the whole borough")), .list(lines)]
  }

  private func rejects() -> [Block] {
    let rejects = facts.rejects.filter { $0.rows > 0 }
    guard !rejects.isEmpty else { return [] }
    return [
      .table(
        Table(
          say("Rows left out"),
          columns: [.init(say("File")), .init(say("Why")), .init(say("Rows"), isNumeric: true)],
          rows: rejects.prefix(20).map { reject in
            [
              Cell(reject.file), Cell(say.sentence(reject.reason)),
              Cell(
                say.number(reject.rows), number: Double(reject.rows),
                figure: ofAuthority(RunMeasures.rowsLeftOut(reject))),
            ]
          }))
    ]
  }
}
