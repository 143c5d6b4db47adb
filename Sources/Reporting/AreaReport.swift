import Measures
import Workspace

/// The report on a place that somebody named or drew, made of whole small areas, of whole atoms or of shares: the need
/// profile's sections that can be told of it.
public enum AreaReport {
  /// The content of the page of one of the places; nil where no area counts for it.
  public static func document(
    of chosen: ChosenPlaces, place index: Int = 0, in borough: Borough, language: Language = .english
  ) -> Document? {
    guard chosen.facts.catchments.indices.contains(index), !chosen.shares[index].isEmpty else { return nil }
    let selected = Borough(choosing: chosen, place: index, in: borough)
    guard let place = selected.facts.catchments.first else { return nil }
    let say = Words(language)
    return ProfileSections(
      place, in: selected, say: say, chosen: ProfileSections.Chosen(chosen, place: index, say: say)
    ).document()
  }
}

extension ProfileSections {
  /// What a page says of how its place was chosen.
  struct Chosen {
    /// The code that it was given.
    var code: String
    /// How, in a sentence.
    var how: String
    /// What it is made of, in a sentence.
    var madeOf: String
    /// Whether some areas count in part.
    var isCut: Bool

    init(_ chosen: ChosenPlaces, place: Int, say: Words) {
      code = chosen.facts.catchments[place].code
      switch chosen.origin {
      case .codes: how = say("Small areas named by their codes.")
      case .area(let code): how = say("Small area \(code).")
      case .ring(let metres): how = say("Within \(say.number(metres)) metres of a point.")
      case .file(let name, false): how = say("Within the polygons of \(name) together.")
      case .file(let name, true): how = say("A polygon of \(name).")
      }
      let (whole, cut) = chosen.areas(of: place)
      isCut = cut > 0
      let parts = say("Small areas that count whole: \(say.number(whole)); in part: \(say.number(cut)).")
      switch chosen.making {
      case nil: madeOf = say("The place is made of whole small areas. No point was counted in a drawn line.")
      case .atoms:
        madeOf =
          say(
            "The place is made of whole atoms: parts of small areas that lie in the same catchments, each with at least half of its surface there. No point was counted in a drawn line."
          ) + " " + parts
      case .surface:
        madeOf =
          say(
            "The place is made of shares of small areas by surface. That is an estimate: nobody looked where in an area children live."
          ) + " " + parts
      }
    }
  }
}
