/// Says evidence in plain words, for a terminal.
public enum EvidenceWords {
  /// The findings of a cycle, a paragraph a kind.
  public static func findings(_ picture: EvidencePicture) -> String {
    var lines = ["INTERNAL – not for release. Cycle \(picture.cycle)", ""]
    let pockets = picture.pockets.filter(\.isPocket)
    lines.append(pockets.isEmpty ? "No hidden pocket was found." : "Hidden pockets:")
    for pocket in pockets {
      let expected = Int((Double(pocket.children) * pocket.expectedRate).rounded())
      lines.append(
        "  \(pocket.area): \(pocket.reached) of \(pocket.children) children reached; "
          + "\(expected) were to be expected from \(pocket.comparedWith.map { "the rest of \($0)" } ?? "the other areas")"
      )
    }
    lines.append("")
    lines += balance(picture.balance)
    lines.append("")
    if picture.changes.isEmpty {
      lines.append("There is no earlier cycle to compare with.")
    } else {
      lines.append("Change since the cycle before (real + data + boundary + method):")
      for change in picture.changes {
        func part(_ value: Int?) -> String { value.map { $0 > 0 ? "+\($0)" : "\($0)" } ?? "not separable" }
        lines.append(
          "  \(change.catchment) \(change.measure): \(change.before) → \(change.after) = "
            + "real \(part(change.real)), data \(part(change.data)), boundary \(part(change.boundary)), "
            + "method \(part(change.method))")
      }
    }
    let asking = picture.asking
    if asking.asked > 0 {
      let hours = asking.hours.map { ", giving \(tenths($0)) hours that are known of" } ?? ""
      lines += ["", "People were asked \(asking.asked) times and answered \(asking.answered) times\(hours)."]
      if !asking.notTold.isEmpty { lines.append("  Not told back yet: \(asking.notTold.joined(separator: ", ")).") }
    }
    if !picture.intelligence.toScore.isEmpty {
      let waiting = picture.intelligence.toScore.map {
        $0.cycle == picture.cycle ? $0.voice.id : "\($0.cycle)/\($0.voice.id)"
      }
      lines += ["", "Intelligence that has expired and was not scored: voices \(waiting.joined(separator: ", "))."]
    }
    if !picture.advice.isEmpty {
      lines += ["", "A new audit is advised before its time:"] + picture.advice.map { "  \($0)" }
    }
    return lines.joined(separator: "\n")
  }

  /// Who spoke.
  public static func balance(_ balance: VoiceBalance) -> [String] {
    guard balance.consented > 0 else { return ["No voice was heard in this cycle."] }
    var lines = [
      "\(balance.consented) voices, as many as \(tenths(balance.effectiveVoices ?? 0)) people who speak equally often would be."
    ]
    for loud in balance.loud {
      lines.append("  Loud: \(loud.contributor) with \(loud.voices) voices, \(percent(loud.share)) of all.")
    }
    for group in balance.unheard {
      lines.append(
        "  Unheard: \(group.group) with \(group.voices) \(group.voices == 1 ? "voice" : "voices") where \(tenths(group.ratio.expected)) were to be expected."
      )
    }
    for column in balance.uncoded {
      lines.append("  Nobody coded voices by \(column): nothing can be said of its groups.")
    }
    for theme in balance.themes where theme.dependsOnTheLoudest {
      lines.append(
        "  \(theme.theme): place \(theme.all.rank) of the themes; \(theme.withoutLoudestContributor.rank) without the "
          + "loudest contributor, \(theme.withoutLoudestSource.rank) without \(balance.loudestSource ?? "the loudest source")."
      )
    }
    if let kappa = balance.agreement?.value, let items = balance.agreement?.items {
      lines.append("  Two coders agree on \(items) voices with a kappa of \(hundredths(kappa)).")
    } else if let items = balance.agreement?.items {
      lines.append("  Two coders used one theme alone for \(items) voices: there is no kappa to that.")
    }
    return lines
  }

  /// A claim in one line.
  public static func claim(_ claim: Claim) -> String {
    var words: [String] = []
    if !claim.measure.isEmpty {
      let against =
        switch claim.comparator {
        case .authority: "the authority's"
        case .restOfCatchment: "what the rest of its catchment lets expect"
        case .complement: "everybody else's there"
        case .lastCycle: "last cycle's"
        case .value, .none: claim.comparator.text
        }
      words.append("\(claim.measure) is \(claim.predicate.rawValue) \(against)")
    }
    if !claim.theme.isEmpty { words.append("\(claim.theme) is a need") }
    if !claim.group.isEmpty {
      words.append(
        claim.measure.isEmpty && claim.theme.isEmpty ? "\(claim.group) has not been heard" : "for \(claim.group)")
    }
    let place = claim.place == .authority ? "in the authority" : "in \(claim.place.kind) \(claim.place.code)"
    return words.joined(separator: ", ") + " " + place
  }

  static func percent(_ share: Double) -> String { "\(Int((share * 100).rounded())) %" }
  static func tenths(_ value: Double) -> String { decimals(value, 10) }
  static func hundredths(_ value: Double) -> String { decimals(value, 100) }

  private static func decimals(_ value: Double, _ scale: Int) -> String {
    let scaled = Int((abs(value) * Double(scale)).rounded())
    let fraction = String(scaled % scale + scale).dropFirst()
    return "\(value < 0 && scaled > 0 ? "-" : "")\(scaled / scale).\(fraction)"
  }
}
