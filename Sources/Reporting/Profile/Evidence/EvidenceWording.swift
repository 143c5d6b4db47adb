import Evidence
import Measures

extension ProfileSections {
  func number(_ value: Int, _ figure: String?) -> Cell {
    Cell(say.number(value), number: Double(value), figure: figure)
  }

  func areaName(_ code: String) -> String {
    let name = facts.areas.first { $0.code == code }?.name ?? code
    return name == code ? code : "\(name) (\(code))"
  }

  func measureWords(_ measure: String) -> String {
    switch measure {
    case "enrolled": say("Enrolled")
    case "children": say("Children")
    case "reached": say("Reached")
    case "reached-here": say("Reached here")
    case "sustained": say("Sustained")
    default: measure
    }
  }

  func claimWords(_ claim: Claim) -> String {
    let place: String =
      switch claim.place {
      case .authority: say("In the authority")
      case .area(let code): say("In \(areaName(code))")
      case .catchment(let code):
        chosen == nil ? say("In this catchment") : say("In the catchment \(code), which shares areas with this place,")
      }
    if claim.comparator == .restOfCatchment { return say("\(place) far fewer children are reached than next door.") }
    let who = claim.group.isEmpty ? "" : say(" of the group \(claim.group.replacingDashes)")
    let need = claim.theme.isEmpty ? [] : [say("\(place) \(claim.theme.replacingDashes) is a need\(who).")]
    if claim.measure.isEmpty {
      return need.first ?? say("\(place) the group \(claim.group.replacingDashes) has not been heard.")
    }
    let (what, against) = (claimMeasureWords(claim.measure), comparatorWords(claim))
    let stands =
      claim.predicate == .below
      ? say("\(place) \(what)\(who) is lower than \(against).")
      : say("\(place) \(what)\(who) is higher than \(against).")
    return (need + [stands]).joined(separator: " ")
  }

  /// The figure of a numeric claim.
  private func claimMeasureWords(_ measure: String) -> String {
    switch measure {
    case "enrolled.rate": say("the share of children enrolled")
    case "reached.rate": say("the share of children reached")
    case "sustained.rate": say("the share of children who keep coming")
    case "reached.of-enrolled": say("the share of enrolled children reached")
    case "sustained.of-enrolled": say("the share of enrolled children who keep coming")
    default: borough.book.dictionary[measure]?.title ?? measure
    }
  }

  private func comparatorWords(_ claim: Claim) -> String {
    switch claim.comparator {
    case .authority: say("in the authority")
    case .restOfCatchment: say("next door")
    case .complement: say("of everybody else")
    case .lastCycle: say("last time")
    case .value(let number):
      ["", "share"].contains(borough.book.dictionary[claim.measure]?.unit ?? "")
        ? inHundred(number) : say.decimal(number, places: number == number.rounded() ? 0 : 1)
    case .none: "–"
    }
  }

  func gradeWords(_ grade: ClaimGrade) -> String {
    switch grade.grade {
    case .strong: say("quite sure: three kinds of evidence agree")
    case .fair: say("fairly: two kinds agree")
    case .thin: say("not very: one kind only")
    case .contested: say("contested: some are against")
    case .none: grade.against.isEmpty ? say("a guess so far") : say("not at all: what there is speaks against it")
    }
  }

  func gradeName(_ grade: ClaimGrade.Grade) -> String {
    switch grade {
    case .strong: say("quite sure")
    case .fair: say("fairly sure")
    case .thin: say("not very sure")
    case .contested: say("contested")
    case .none: say("a guess")
    }
  }

  func kindWords(_ kind: ClaimGrade.Kind) -> String {
    switch kind {
    case .numbers: say("numbers")
    case .use: say("use of services")
    case .voices: say("voices")
    case .intelligence: say("what is known to be coming")
    }
  }

  /// Bradshaw's kinds, each with what it means.
  func needWords(_ need: ClaimGrade.Need) -> String {
    switch need {
    case .normative: say("normative: short of a standard")
    case .felt: say("felt: people say so")
    case .expressed: say("expressed: they come, or do not")
    case .comparative: say("comparative: others have more")
    }
  }

  func verdictWords(_ verdict: ClaimEvaluation.Verdict) -> String {
    switch verdict {
    case .holds: say("they say so too")
    case .doesNotHold: say("they say the opposite")
    case .cannotTell: say("they cannot tell")
    case .notNumeric: say("no figure can tell")
    }
  }

  func stateWords(_ state: Claim.State) -> String {
    switch state {
    case .draft: say("drafted; nobody has taken it up")
    case .open: say("taken up, to be tested")
    case .supported: say("tested: it held")
    case .revised: say("tested: it was put anew")
    case .refuted: say("tested: it did not hold")
    }
  }

  /// Who is to be asked, where, by when, and who answers for it.
  func planWords(_ claim: Claim) -> String {
    var words = [claim.plan.whom, claim.plan.whereToAsk].filter { !$0.isEmpty }.map { say.name($0) }
    if let due = claim.plan.due { words.append(say("by \(say.day(due))")) }
    if !claim.owner.isEmpty { words.append(say("answered for by: \(say.name(claim.owner))")) }
    return words.joined(separator: "; ")
  }

  func placeName(_ place: Voice.Place) -> String {
    switch place {
    case .authority: say("the authority")
    case .area(let code): areaName(code)
    case .catchment(let code): facts.catchmentName(code)
    }
  }

  func statusWords(_ status: Response.Status) -> String {
    switch status {
    case .planned: say("planned")
    case .running: say("under way")
    case .met: say("reached its target")
    case .missed: say("missed its target")
    case .declined: say("decided against")
    }
  }

  func outcomeWords(_ outcome: ClaimTest.Outcome) -> String {
    switch outcome {
    case .supported: say("it held")
    case .revised: say("it was put anew")
    case .refuted: say("it did not hold")
    case .open: say("nothing was settled")
    }
  }
}
