import Evidence
import Measures
import Statistics

/// The figures that an internal page prints of what people said and what was made of it, with their entries.
struct EvidenceFigures {
  let picture: EvidencePicture

  /// All of them, for a figure book.
  func figures() -> (figures: [Figure], entries: [MeasureEntry]) {
    var known: Set<String> = []
    let all = (voices() + themes() + pockets() + changes() + tests() + asked() + graded() + changed())
      .filter { known.insert($0.0.id).inserted }
    return (all.map(\.0), all.map(\.1))
  }

  typealias Both = (Figure, MeasureEntry)

  func figure(
    _ measure: String, _ value: Double, _ kind: Figure.Kind = .authority, _ place: String = Figure.authorityPlace,
    over denominator: Double? = nil, from numerator: Double? = nil, interval: Interval? = nil, isShare: Bool = false,
    title: String, question: String, what: String,
    unit: String, method: String = "Counted."
  ) -> Both {
    let isCount = denominator == nil && !isShare && value == value.rounded()
    return (
      Figure(
        measure: measure, kind: kind, place: place, cycle: picture.cycle,
        numerator: (isCount ? value : numerator).map { .given($0) }, denominator: denominator.map { .given($0) },
        value: value, interval: interval, isCount: isCount),
      MeasureEntry(
        id: measure, title: title, question: question, numerator: what,
        denominator: denominator == nil ? "" : "all of them", polarity: "neither", unit: unit, period: picture.cycle,
        source: "the authority's own evidence", method: method, caveats: ["Internal: none of it is in a release."],
        theme: "evidence", kinds: [kind])
    )
  }

  /// What a page says in words that hold numbers.
  func words(_ measure: String, _ text: String, title: String, question: String) -> Both {
    (
      Figure(measure: measure, kind: .authority, place: Figure.authorityPlace, cycle: picture.cycle),
      MeasureEntry(
        id: measure, title: title, question: question, numerator: text, denominator: "", polarity: "neither",
        unit: "words", period: picture.cycle, source: "the authority's own evidence", method: "Said in words.",
        caveats: ["Internal: none of it is in a release."], theme: "evidence", kinds: [.authority])
    )
  }

  private func voices() -> [Both] {
    let balance = picture.balance
    guard balance.consented > 0 else { return [] }
    let all = Double(balance.consented)
    var figures = [
      figure(
        EvidenceMeasures.voices, all, title: "Voices", question: "How many voices were noted?",
        what: "consented voices of the cycle", unit: "voices")
    ]
    if let effective = balance.effectiveVoices {
      figures.append(
        figure(
          EvidenceMeasures.effectiveVoices, effective, title: "Effective voices",
          question: "As how many people, each speaking as often, do the voices weigh?", what: "voices",
          unit: "people", method: "1/Σs², s a contributor's share of the voices."))
    }
    figures += balance.loud.map { loud in
      figure(
        EvidenceMeasures.loudShare(loud.contributor), loud.share, over: all, from: Double(loud.voices),
        title: "A loud voice: \(loud.contributor)", question: "What share of the voices is theirs?",
        what: "voices of \(loud.contributor)", unit: "share", method: "Loud from 15 % of the voices on.")
    }
    for group in balance.groups {
      let key = group.column.isEmpty ? group.group : "\(group.column)=\(group.group)"
      figures += [
        figure(
          EvidenceMeasures.voices(ofGroup: key), Double(group.voices), title: "Voices of \(key)",
          question: "How many voices are of this group?", what: "consented voices of the group", unit: "voices"),
        figure(
          EvidenceMeasures.expectedVoices(ofGroup: key), group.ratio.expected, title: "Voices to expect of \(key)",
          question: "How many would be its fair share?", what: "voices × the group's share of the people",
          unit: "voices", method: "Voices × share of the people who belong to the group."),
      ]
    }
    return figures
  }

  private func themes() -> [Both] {
    picture.balance.themes.flatMap { theme in
      EvidenceMeasures.Theme.allCases.map { what in
        let number =
          switch what {
          case .raised: theme.all.raises
          case .disputed: theme.all.disputes
          case .raisedWithoutLoudestPerson: theme.withoutLoudestContributor.raises
          case .raisedWithoutLoudestSource: theme.withoutLoudestSource.raises
          }
        let words = what.rawValue.split(separator: "-").joined(separator: " ")
        return figure(
          EvidenceMeasures.theme(what, theme.theme), Double(number), title: "Theme \(theme.theme): \(words)",
          question: "How often was it \(words)?", what: "consented voices on \(theme.theme), \(words)", unit: "voices")
      }
    }
  }

  private func pockets() -> [Both] {
    picture.pockets.flatMap { pocket -> [Both] in
      let (reached, children) = (Double(pocket.reached), Double(pocket.children))
      func one(
        _ what: EvidenceMeasures.Pocket, _ value: Double, over: Double? = nil, from: Double? = nil, _ words: String,
        _ unit: String, _ method: String
      ) -> Both {
        figure(
          EvidenceMeasures.pocket(what), value, .area, pocket.area, over: over, from: from,
          title: "Looking for pockets: \(words)", question: "What is looked at where pockets are looked for?",
          what: words, unit: unit, method: method)
      }
      return [
        one(.reached, reached, "children reached", "children", "Counted."),
        one(.children, children, "children who live there", "children", "The estimate, to a whole child."),
        one(.share, reached / children, over: children, from: reached, "share reached", "share", "reached / children."),
        one(
          .expected, children * pocket.expectedRate, "children to expect reached", "children",
          "Children × the rate of the rest of the catchment, adjusted for the national decile."),
      ]
    }
  }

  private func changes() -> [Both] {
    picture.changes.flatMap { change in
      EvidenceMeasures.Part.allCases.compactMap { part -> Both? in
        let (value, words): (Int?, String) =
          switch part {
          case .before: (change.before, "the count of the cycle before")
          case .after: (change.after, "the count of this cycle")
          case .real: (change.real, "what people's lives changed")
          case .data: (change.data, "what corrected data changed")
          case .boundary: (change.boundary, "what the boundary changed")
          case .method: (change.method, "what the method changed")
          }
        guard let value else { return nil }
        return figure(
          EvidenceMeasures.change(change.measure, part), Double(value), .catchment, change.catchment,
          title: "Change of \(change.measure): \(part.rawValue)", question: "Why did the number change?", what: words,
          unit: "children", method: "M0 old; M1 new method; M2 and new boundary; M3 and corrected data; M4 new cycle.")
      }
    }
  }

  private func tests() -> [Both] {
    numberedTests.map { test, index in
      figure(
        EvidenceMeasures.asked(test.claim, test: index), Double(test.asked), title: "Test of \(test.claim)",
        question: "How many were asked?", what: "people asked on \(test.date)", unit: "people")
    }
  }

  /// Each test with its place among those of its claim, from 0.
  var numberedTests: [(test: ClaimTest, index: Int)] {
    var seen: [String: Int] = [:]
    return picture.tests.map { test in
      defer { seen[test.claim, default: 0] += 1 }
      return (test, seen[test.claim, default: 0])
    }
  }
}

extension EvidencePicture {
  /// The figures that pages print of it, with their entries, for a figure book.
  public var figures: (figures: [Figure], entries: [MeasureEntry]) { EvidenceFigures(picture: self).figures() }
}
