import Audit
import Evidence

extension ProfileSections {
  /// What we think, how sure, who says so and who is against, what would change our mind, what we did since last time.
  func claimsSection(_ evidence: EvidencePicture) -> Section {
    let title = say("What we think, and how sure")
    let claims = claims(evidence)
    guard !claims.isEmpty else {
      let proposals = self.claims(evidence, among: evidence.proposals)
      let none = Block.paragraph(say("Nobody has made a claim of need yet. needs claim draft starts."))
      guard !proposals.isEmpty else { return Section("claims", title, [none]) }
      return Section(
        "claims", title,
        [none, .table(standing(proposals, evidence, areMade: false)), .table(speaking(proposals, areMade: false))])
    }
    var blocks: [Block] = [.table(standing(claims, evidence)), .table(speaking(claims))]
    let calibrated = calibration(evidence.calibration)
    if !calibrated.isEmpty {
      blocks += [.heading(say("How often such grades have held")), .list(calibrated)]
    }
    return Section("claims", title, blocks)
  }

  /// Each claim: how sure, what its figures say, what would change our mind, what was done.
  private func standing(
    _ claims: [EvidencePicture.GradedClaim], _ evidence: EvidencePicture, areMade: Bool = true
  ) -> Table {
    Table(
      areMade ? say("Claims of need, each to be tested") : say("What the figures and voices would let claim"),
      columns: [
        .init(say("Claim")), .init(say("How sure")), .init(say("What the figures say")),
        .init(say("What would change our mind")), .init(say("What we did since")),
      ],
      rows: claims.map { graded in
        let claim = graded.claim
        let origin =
          claim.openedIn == evidence.cycle ? claim.id : say("\(claim.id), carried over from \(claim.openedIn)")
        let plan = planWords(claim)
        return [
          Cell(claimWords(claim), detail: areMade ? origin : nil),
          Cell(gradeWords(graded.grade), detail: areMade ? stateWords(claim.state) : say("not taken up")),
          Cell(verdictWords(graded.verdict), detail: before(graded)),
          Cell(claim.refutedIf.isEmpty ? "–" : say.name(claim.refutedIf), detail: plan.isEmpty ? nil : plan),
          Cell(done(claim, evidence)),
        ]
      })
  }

  /// Who says so and who is against: a line a kind of evidence, never averaged.
  private func speaking(_ claims: [EvidencePicture.GradedClaim], areMade: Bool = true) -> Table {
    var rows: [[Cell]] = []
    for graded in claims {
      let words = claimWords(graded.claim)
      let name = areMade ? Cell(graded.claim.id, detail: words) : Cell(words)
      if graded.grade.evidence.isEmpty {
        rows.append([name, Cell("–"), Cell("–"), Cell(say("nobody yet")), Cell("–")])
      }
      for (index, evidence) in graded.grade.evidence.enumerated() {
        let stance =
          switch evidence.agrees {
          case true: say("says so")
          case false: say("is against")
          case nil: say("cannot tell")
          }
        rows.append([
          index == 0 ? name : Cell(areMade ? graded.claim.id : words), Cell(kindWords(evidence.kind)),
          Cell(needWords(evidence.need)),
          Cell(stance),
          Cell(say.sentence(evidence.reason), figure: ofAuthority(EvidenceMeasures.evidence(graded.claim.id, index))),
        ])
      }
    }
    return Table(
      say("Who says so, and who is against"),
      columns: [
        .init(say("Claim")), .init(say("Evidence")), .init(say("Kind of need")), .init(say("It")),
        .init(say("In numbers")),
      ], rows: rows)
  }

  private func before(_ graded: EvidencePicture.GradedClaim) -> String? {
    let earlier = graded.history.dropLast().filter { $0.verdict != .notNumeric }
    guard !earlier.isEmpty else { return nil }
    return earlier.map { say("\($0.cycle): \(verdictWords($0.verdict))") }.joined(separator: "; ")
  }

  private func done(_ claim: Claim, _ evidence: EvidencePicture) -> String {
    let tests = evidence.tests.filter { $0.claim == claim.id }.enumerated().map { index, test in
      let asked = say.number(test.asked).ofFigure(ofAuthority(EvidenceMeasures.asked(claim.id, test: index)))
      var words = say("\(say.day(test.date)): \(outcomeWords(test.outcome)), \(asked) asked")
      if let agreed = test.agreed {
        words += say(
          ", \(say.number(agreed).ofFigure(ofAuthority(EvidenceMeasures.agreed(claim.id, test: index)))) agreed")
      }
      words += test.toldBack.isEmpty ? say("; not told back yet") : say("; told back: \(test.toldBack)")
      return words
    }
    let responses = evidence.responses.filter { $0.claim == claim.id }.map { response in
      let target = response.target.isEmpty ? "" : say(" (target: \(response.target))")
      return "\(response.what): \(statusWords(response.status))\(target)"
    }
    let all = tests + responses
    return all.isEmpty ? say("not tested yet") : all.joined(separator: "; ")
  }

  private func calibration(_ calibration: Calibration) -> [String] {
    calibration.rows.filter { $0.tested > 0 }.map { row in
      let id = ofAuthority(EvidenceMeasures.held(row.grade))
      let (held, tested) = (say.number(row.held).ofFigure(id), say.number(row.tested).ofFigure(id))
      let words = say("Graded \(gradeName(row.grade)): \(held) of \(tested) tested claims held")
      guard let interval = row.interval else { return words + "." }
      return say("\(words); likely \(between(interval.lower, interval.upper).ofFigure(id)).")
    }
  }
}
