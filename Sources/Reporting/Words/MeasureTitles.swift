import Measures

extension Words {
  /// A measure's title in the language; an indicator of the audit's own has the title that its file gives.
  func title(of entry: MeasureEntry) -> String {
    let phrase = Phrase(stringLiteral: entry.title)
    return catalogue[phrase.key] == nil ? name(entry.title) : self(phrase)
  }
}
