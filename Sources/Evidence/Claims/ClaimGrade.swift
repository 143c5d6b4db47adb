/// How many independent kinds of evidence agree on a claim, which contradict it, and which of Bradshaw's kinds of need
/// each speaks of. Contradictions stay in sight; nothing is averaged.
///
/// Bradshaw J (1972), The concept of social need, New Society 30:640.
public struct ClaimGrade: Hashable, Sendable {
  /// What was found, in the order of `Kind`. A kind may stand there twice, as voices and a survey do: it counts once.
  public var evidence: [Evidence]

  /// A kind of evidence. Kinds are independent of each other; two voices are one kind.
  public enum Kind: String, Sendable, CaseIterable, Codable {
    /// A figure of this audit, or an indicator.
    case numbers
    /// What people use, and where they go.
    case use
    /// What was said, balanced.
    case voices
    /// What the authority or a partner knows is coming.
    case intelligence
  }

  /// Bradshaw's kinds of need.
  public enum Need: String, Sendable, CaseIterable, Codable {
    /// Short of a declared standard.
    case normative
    /// People say so.
    case felt
    /// People ask for it, or come.
    case expressed
    /// Others in the same position have more.
    case comparative
  }

  /// What one kind of evidence says.
  public struct Evidence: Hashable, Sendable {
    /// The kind.
    public var kind: Kind
    /// Of which need.
    public var need: Need
    /// Whether it agrees with the claim; nil: it cannot tell.
    public var agrees: Bool?
    /// In a few words with numbers: "12 of 14 voices raise it".
    public var reason: String

    /// Makes a piece of evidence.
    public init(kind: Kind, need: Need, agrees: Bool?, reason: String) {
      (self.kind, self.need, self.agrees, self.reason) = (kind, need, agrees, reason)
    }
  }

  /// Three kinds that agree and none against: strong; two: fair; one: thin; none: none. Any against: contested.
  public enum Grade: String, Sendable, CaseIterable, Codable {
    /// Three kinds or more agree, none is against.
    case strong
    /// Two kinds agree, none is against.
    case fair
    /// One kind agrees, none is against.
    case thin
    /// Some agree and some are against.
    case contested
    /// None agrees.
    case none
  }

  /// Makes a grade from what was found.
  public init(_ evidence: [Evidence]) {
    self.evidence = Kind.allCases.flatMap { kind in evidence.filter { $0.kind == kind } }
  }

  /// Kinds that agree.
  public var agreeing: [Kind] {
    Kind.allCases.filter { kind in evidence.contains { $0.kind == kind && $0.agrees == true } }
  }

  /// Kinds that contradict.
  public var against: [Kind] {
    Kind.allCases.filter { kind in evidence.contains { $0.kind == kind && $0.agrees == false } }
  }

  /// The grade.
  public var grade: Grade {
    if agreeing.isEmpty { return .none }
    if !against.isEmpty { return .contested }
    return switch agreeing.count {
    case 1: .thin
    case 2: .fair
    default: .strong
    }
  }
}
