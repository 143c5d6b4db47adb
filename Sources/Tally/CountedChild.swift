/// A child who counts in the cycle: in which atom, of which family and groups. It lives in memory only.
public struct CountedChild: Sendable {
  /// The child's number.
  public var child: Int32
  /// The atom that holds the home; -1 where the home is not located.
  public var atom: Int32
  /// The family's number; -1 where none is given.
  public var family: Int32
  /// The groups' numbers.
  public var groups: [Int32]

  /// Makes a child.
  public init(child: Int32, atom: Int32, family: Int32, groups: [Int32]) {
    (self.child, self.atom, self.family, self.groups) = (child, atom, family, groups)
  }
}
