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
    let facts = borough.facts.selecting(codes, code: code, name: name)
    guard let place = facts.catchments.first, !facts.weights.isEmpty else { return nil }
    // Shades keep the borough's classes, so that this map can be laid beside the others.
    let selected = Borough(facts: facts, areaShapes: borough.areaShapes, theme: borough.theme)
    return ProfileSections(place, in: selected, say: Words(language), chosen: how).document()
  }
}
