import Workspace

/// The page for one centre: who lives in its catchment, how deprived they are, who is enrolled and reached, and how
/// sure that is.
///
/// ```swift
/// let borough = Borough(facts: facts, areaShapes: areas, catchmentShapes: catchments)
/// let document = NeedProfile.document(of: "CC01", in: borough)
/// ```
/// It is pure: the same facts give the same document, whether they are exact or released.
public enum NeedProfile {
  /// The page's content; nil where no catchment has the code.
  public static func document(of code: String, in borough: Borough, language: Language = .english) -> Document? {
    guard let catchment = borough.facts.catchments.first(where: { $0.code == code }) else { return nil }
    return ProfileSections(catchment, in: borough, say: Words(language)).document()
  }
}
