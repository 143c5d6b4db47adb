import Geodata

/// One entry of `cycles:`, with what it has of its own.
public struct CycleBlock: Sendable, Equatable {
  /// The name of the cycle.
  public var label: String
  /// The first day, included.
  public var from: Day
  /// The last day, included.
  public var to: Day
  /// Its own catchments, population, enrolments or service use, if it carries any.
  public var inputs: InputBlocks

  init(_ block: YAMLBlock) throws(AuditError) {
    try block.allow(["label", "from", "to"] + InputBlocks.keys)
    label = try block.required("label")
    guard let from = try block.day("from") else { throw block.error(nil, "a cycle needs from: yyyy-mm-dd") }
    guard let to = try block.day("to") else { throw block.error(nil, "a cycle needs to: yyyy-mm-dd") }
    guard from <= to else { throw block.error("to", "the cycle \(label) ends before it starts") }
    (self.from, self.to) = (from, to)
    inputs = try InputBlocks(block)
  }
}

/// The inputs that stand at the top of audit.yml or, in their place, in one cycle.
public struct InputBlocks: Sendable, Equatable {
  /// How catchments are given.
  public var catchments: CatchmentsBlock?
  /// How many children live where.
  public var population: PopulationBlock?
  /// The children registered with the centres.
  public var enrolments: EnrolmentsBlock?
  /// The visits.
  public var serviceUse: TableBlock?
  /// The places where services are given.
  public var centres: TableBlock?

  static let keys = ["catchments", "population", "enrolments", "service-use", "centres"]

  init(_ block: YAMLBlock) throws(AuditError) {
    catchments = try block.block("catchments").map { (block) throws(AuditError) in try CatchmentsBlock.read(block) }
    population = try block.block("population").map { (block) throws(AuditError) in try PopulationBlock(block) }
    enrolments = try block.block("enrolments").map { (block) throws(AuditError) in try EnrolmentsBlock(block) }
    serviceUse = try block.block("service-use").map { (block) throws(AuditError) in
      let table = try TableBlock(
        block, role: "service-use", columns: ["child", "date", "centre", "service", "area"] + TableBlock.placeRoles)
      try table.required("date", in: block)
      return table
    }
    centres = try block.block("centres").map { (block) throws(AuditError) in
      let table = try TableBlock(block, role: "centres", columns: ["id", "name"] + TableBlock.placeRoles)
      try table.required("id", in: block)
      if !table.givesPlace {
        throw block.error("columns", "centres need a place: easting and northing, longitude and latitude, or postcode")
      }
      return table
    }
  }

  /// These inputs, with `other`'s where these have none.
  func filled(from other: InputBlocks) -> InputBlocks {
    var filled = self
    filled.catchments = catchments ?? other.catchments
    filled.population = population ?? other.population
    filled.enrolments = enrolments ?? other.enrolments
    filled.serviceUse = serviceUse ?? other.serviceUse
    filled.centres = centres ?? other.centres
    return filled
  }
}
