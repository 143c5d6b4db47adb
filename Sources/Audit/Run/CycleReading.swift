import Cryptography
import Disclosure
import Foundation
import Geodata
import Geometry
import SpatialJoin
import Tally
import Workspace

/// The state of one cycle's run, filled step by step; each step stands in a file of its own.
struct CycleReading {
  let file: AuditFile
  let block: CycleBlock
  var inputs: InputBlocks
  let paths: InputPaths
  /// Folders where PROJ's grids are sought first.
  let gridFolders: [String]

  var content: CycleContent
  var rejects = RejectLedger()

  /// Areas and catchments that are taken in place of those that audit.yml names.
  var borders: StandIns.Borders?
  var areas: [CycleContent.Place] = []
  /// The look for overlaps and gaps of the areas, once they are read.
  var tiling: TilingLook?
  var catchments: [CycleContent.Place] = []
  var areaVintage = AreaVintage.unknown
  var areaLookup: AreaLookup?
  var lookupSizes: LookupSizes?
  var directory: PostcodeDirectory?
  var uprns: UPRNDirectory?
  var enrolments: EnrolmentReading?
  var enrolmentsName = ""
  var serviceUse: ServiceUseReading?
  var offers: OfferReading?
  var roll: Roll?
  /// By the child's number: where the child lives, if the child counts.
  var located: [Located?] = []
  var atoms = AtomTable([])
  var counted: [CountedChild] = []
  /// The points that stand for the population, once they were asked for.
  var ground: PopulationGround?
  /// By the atom's number: visits that took place there, where visits have places of their own.
  var usePoints: [Int] = []

  init(_ file: AuditFile, _ block: CycleBlock, _ paths: InputPaths) {
    self.file = file
    self.block = block
    self.paths = paths
    inputs = file.inputs(of: block)
    gridFolders = GridFolders.of(file)
    let profile = file.disclosure
    let named = (try? Coarsening.named(profile.profile)) ?? .small
    let (hide, base) = (profile.hide ?? named.hide, profile.base ?? named.base)
    content = CycleContent(
      cycle: CycleRecord(
        label: block.label, from: block.from, to: block.to, referenceDate: file.referenceDate ?? block.from,
        ages: file.ages, sustainedDays: file.sustainedDays, sustainedWithin: file.sustainedWithin,
        thresholds: file.thresholds, rule: file.rule, locate: file.locate,
        groups: inputs.enrolments?.groups.map(\.name) ?? [], sensitiveGroups: file.disclosure.sensitive,
        profile: profile.profile, profileHide: hide, profileBase: base))
    content.declaredMeasures = file.measures
  }

  /// How many threads cut shapes; the result is the same for any number.
  static let threads = ProcessInfo.processInfo.activeProcessorCount

  /// Notes an input file with its hash; what audit.yml states of its rights goes before what a recipe knows.
  mutating func note(
    _ found: InputPaths.Found, role: String, rows: Int, used: Int, reading: String, vintage: String = "",
    licence: String = "", attribution: String = "", rights: RightsBlock? = nil, isPersonal: Bool = false
  ) throws {
    let size = try? FileManager.default.attributesOfItem(atPath: found.url.path)[.size] as? Int
    content.provenance.append(
      .init(
        role: role, file: found.name, sha256: try SHA256Digest(ofFile: found.url.path).hexadecimal, bytes: size ?? 0,
        rows: rows, used: used, reading: reading, vintage: rights?.vintage ?? vintage,
        licence: rights?.licence ?? licence, attribution: rights?.words ?? attribution, isPersonal: isPersonal))
  }

  /// A reading whose places are known: areas, directory and centres, not yet catchments or children. For what asks
  /// something else of an audit's files than an audit does.
  static func upToCentres(_ file: AuditFile, cycle label: String?) throws -> CycleReading {
    let paths = InputPaths(auditFile: file.source.name, root: file.source.root)
    var reading = CycleReading(file, try AuditRun.cycle(label, of: file), paths)
    try reading.resolveMappings()
    try reading.readAreas()
    try reading.readDirectory()
    try reading.readProperties()
    try reading.readCentres()
    return reading
  }

  /// All that was read and counted, for the workspace.
  func finished() -> CycleContent {
    var content = content
    content.rejects = rejects.rejects
    content.complaints += (tiling?.complaints ?? []) + rejects.complaints
    return content
  }
}

/// Where PROJ's grids are sought: the folders that audit.yml names, as seen from the data and from audit.yml itself.
///
/// A grid is part of PROJ, not an input, so its folder may lie outside the root.
enum GridFolders {
  static func of(_ file: AuditFile) -> [String] {
    let bases = [file.source.root, file.source.url.deletingLastPathComponent()]
    var folders: [String] = []
    for folder in file.proj {
      for base in bases {
        let path = URL(fileURLWithPath: folder, relativeTo: base).standardizedFileURL.path
        var isDirectory: ObjCBool = false
        if FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory), isDirectory.boolValue,
          !folders.contains(path)
        {
          folders.append(path)
        }
      }
    }
    return folders
  }
}
