/// The word by which evidence is coded to a group.
enum GroupWord {
  /// Whether it is a value of a declared group, or other; any word is where no group was declared.
  static func isKnown(_ word: String, among groups: Set<String>) -> Bool {
    groups.isEmpty || word == "other" || groups.contains(word)
  }
}
