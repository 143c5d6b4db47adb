import Evidence
import Measures
import Statistics

extension EvidenceFigures {
  /// What claims rest on, how often their grades have held, what two coders agree on, what was said where.
  func graded() -> [Both] { reasons() + calibration() + agreed() + coding() + raised() + advice() }

  private func reasons() -> [Both] {
    (picture.claims + picture.proposals).flatMap { graded in
      graded.grade.evidence.enumerated().map { index, evidence in
        words(
          EvidenceMeasures.evidence(graded.claim.id, index), evidence.reason,
          title: "\(graded.claim.id): \(evidence.kind.rawValue)", question: "What does this kind of evidence say?")
      }
    }
  }

  private func calibration() -> [Both] {
    picture.calibration.rows.filter { $0.tested > 0 }.map { row in
      figure(
        EvidenceMeasures.held(row.grade), Double(row.held) / Double(row.tested), over: Double(row.tested),
        from: Double(row.held), interval: row.interval, title: "Claims graded \(row.grade.rawValue) that held",
        question: "How often have claims of this grade held?", what: "claims that held when they were tested",
        unit: "share", method: "The last settled test of each claim in each cycle; Wilson.")
    }
  }

  private func agreed() -> [Both] {
    numberedTests.compactMap { test, index in
      test.agreed.map { agreed in
        figure(
          EvidenceMeasures.agreed(test.claim, test: index), Double(agreed), title: "Test of \(test.claim)",
          question: "How many agreed?", what: "people who agreed on \(test.date)", unit: "people")
      }
    }
  }

  private func coding() -> [Both] {
    guard let agreement = picture.balance.agreement else { return [] }
    let items = Double(agreement.items)
    let kappa = agreement.value.map { kappa in
      figure(
        EvidenceMeasures.kappa, kappa, title: "Cohen's kappa", question: "How far do two coders agree beyond chance?",
        what: "voices coded twice", unit: "kappa", method: "(agreement − chance) / (1 − chance).")
    }
    return [
      figure(
        EvidenceMeasures.codedTwice, items, title: "Voices coded twice", question: "How many were coded twice?",
        what: "consented voices with a second coder's theme", unit: "voices"),
      figure(
        EvidenceMeasures.codersAgree, agreement.agreement, over: items, from: agreement.agreement * items,
        title: "Coders' agreement", question: "On how many do the two coders agree?", what: "voices coded alike",
        unit: "share"),
    ] + [kappa].compactMap { $0 }
  }

  /// Voices that raise something, by catchment.
  private func raised() -> [Both] {
    var counts: [String: [String: Int]] = [:]
    for voice in picture.voices where voice.hasConsent && voice.stance == .raises {
      var catchments = Set(voice.catchments)
      if case .catchment(let code) = voice.place { catchments.insert(code) }
      for catchment in catchments { counts[catchment, default: [:]][voice.theme, default: 0] += 1 }
    }
    return counts.sorted { $0.key < $1.key }.flatMap { catchment, themes in
      func one(_ theme: String?, _ count: Int) -> Both {
        figure(
          EvidenceMeasures.raised(theme), Double(count), .catchment, catchment,
          title: "Voices that raise \(theme ?? "something")", question: "How many voices raise it here?",
          what: "consented voices about the catchment or its areas", unit: "voices")
      }
      return [one(nil, themes.values.reduce(0, +))] + themes.sorted { $0.key < $1.key }.map { one($0.key, $0.value) }
    }
  }

  private func advice() -> [Both] {
    picture.advice.enumerated().map { index, reason in
      words(
        EvidenceMeasures.advice(index), reason, title: "A reason for a new audit",
        question: "Why is a new audit advised?")
    }
  }

  /// The rates of a change, as they are printed, and the counts of areas then and now.
  func changed() -> [Both] { rates() + areas() }

  private func rates() -> [Both] {
    let byCatchment = Dictionary(grouping: picture.changes, by: \.catchment)
    return byCatchment.sorted { $0.key < $1.key }.flatMap { catchment, changes -> [Both] in
      guard let enrolled = changes.first(where: { $0.measure == "enrolled" }) else { return [] }
      return ["reached", "sustained"].flatMap { measure -> [Both] in
        guard let count = changes.first(where: { $0.measure == measure }),
          let printed = RateChange(count, over: enrolled)?.printed(in: 1000)
        else { return [] }
        let parts: [(EvidenceMeasures.Part, Int)] =
          [(.before, printed.before), (.after, printed.after)]
          + zip([EvidenceMeasures.Part.real, .data, .boundary, .method], printed.parts).map { ($0, $1) }
        return parts.map { part, value in
          figure(
            EvidenceMeasures.changeOfRate(measure, part), Double(value) / 1000, .catchment, catchment,
            isShare: true, title: "Change of the share \(measure): \(part.rawValue)",
            question: "Why did the share change?", what: "\(measure) of enrolled children", unit: "share",
            method: "Exact fractions, rounded to tenths of a point so that the parts add up.")
        }
      }
    }
  }

  private func areas() -> [Both] {
    picture.areaChanges.flatMap { change in
      [(change.before, true), (change.after, false)].compactMap { value, then in
        value.map { value in
          figure(
            EvidenceMeasures.area(change.measure, then: then), value, .area, change.area,
            title: "\(change.measure) \(then ? "then" : "now")", question: "How many live here?",
            what: "children: \(change.measure)", unit: "children",
            method: then ? "In this cycle's area: \(change.how.rawValue)." : "Counted.")
        }
      }
    }
  }
}
