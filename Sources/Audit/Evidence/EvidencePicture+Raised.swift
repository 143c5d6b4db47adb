import Evidence
import Measures

extension EvidencePicture {
  /// Consented voices that raise something, and of which a condition holds.
  public func raising(where condition: (Voice) -> Bool) -> [Voice] {
    voices.filter { $0.hasConsent && $0.stance == .raises && condition($0) }
  }

  /// Consented voices that raise something about one of some areas.
  public func raising(about areas: Set<String>) -> [Voice] {
    raising { voice in areas.contains { voice.isAbout(.area($0)) } }
  }

  /// The figures that the page of a chosen place prints of voices about its areas, with their entries.
  public func raised(
    about areas: Set<String>, place: String
  ) -> (figures: [Figure], entries: [MeasureEntry]) {
    let voices = raising(about: areas)
    let themes = Dictionary(voices.map { ($0.theme, 1) }, uniquingKeysWith: +).sorted { $0.key < $1.key }
    let maker = EvidenceFigures(picture: self)
    let all = ([(nil, voices.count)] + themes.map { (Optional($0.key), $0.value) }).map { theme, count in
      maker.figure(
        EvidenceMeasures.raised(theme), Double(count), .catchment, place,
        title: "Voices that raise \(theme ?? "something")", question: "How many voices raise it here?",
        what: "consented voices about the place's areas", unit: "voices")
    }
    return (all.map(\.0), all.map(\.1))
  }
}
