import Measures
import Workspace

/// The report on a place that somebody named or drew, made of whole small areas: the need profile's sections that can be
/// told of it.
public enum AreaReport {
  /// The page's content; nil where none of the codes is an area's. `how` says how the areas were chosen, in a sentence.
  public static func document(
    of codes: Set<String>, name: String, code: String = "selection", how: String, in borough: Borough,
    language: Language = .english
  ) -> Document? {
    let selected = Borough(selecting: codes, code: code, name: name, in: borough)
    guard let place = selected.facts.catchments.first, !selected.facts.weights.isEmpty else { return nil }
    return ProfileSections(place, in: selected, say: Words(language), chosen: how).document()
  }
}
