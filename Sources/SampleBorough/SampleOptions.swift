import Geodata

/// What a made-up borough is to be like. Equal options give equal bytes, on every machine.
public struct SampleOptions: Hashable, Sendable {
  /// The seed of everything drawn.
  public var seed: UInt64
  /// How many small areas.
  public var areas: Int
  /// How many catchments, each with its centre.
  public var catchments: Int
  /// About how many children enrol; in the form of points exactly.
  public var children: Int
  /// About how many visits they make over both cycles; in the form of points exactly.
  public var visits: Int

  /// Makes options; the defaults are those of the folder geodata/.
  /// - Throws: `SampleError.impossible` where a number is out of range.
  public init(
    seed: UInt64 = 1, areas: Int = 60, catchments: Int = 5, children: Int = 2500, visits: Int = 12_000
  ) throws(SampleError) {
    guard (12...200_000).contains(areas) else { throw .impossible("--areas is from 12 to 200,000") }
    guard catchments >= 1, catchments <= areas / 2 else {
      throw .impossible("--catchments is from 1 to half the number of areas")
    }
    guard (100...100_000_000).contains(children) else { throw .impossible("--children is from 100 to 100,000,000") }
    guard (0...1_000_000_000).contains(visits) else { throw .impossible("--visits is from 0 to 1,000,000,000") }
    self.seed = seed
    self.areas = areas
    self.catchments = catchments
    self.children = children
    self.visits = visits
  }
}

/// Why a sample could not be made.
public enum SampleError: Refusal, Hashable {
  /// The options ask for what cannot be.
  case impossible(String)
  /// A file could not be written.
  case cannotWrite(file: String, reason: String)

  /// One line for the person at the keyboard.
  public var description: String {
    switch self {
    case .impossible(let what): what
    case .cannotWrite(let file, let reason): "\(file): cannot be written: \(reason)"
    }
  }

  /// 64 usage, 73 cannot write.
  public var exitCode: Int32 {
    switch self {
    case .impossible: 64
    case .cannotWrite: 73
    }
  }
}
