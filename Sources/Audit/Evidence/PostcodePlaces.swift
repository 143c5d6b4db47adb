import Geodata
import Geometry
import SpatialJoin
import Workspace

/// Says in which area and catchments a postcode lies, and forgets it: what is kept of a voice is the places' codes.
struct PostcodePlaces {
  /// Where a postcode lies.
  enum Answer {
    /// In an area (nil: in none of this audit) and these catchments, sorted.
    case place(area: String?, catchments: [String])
    /// It is not known where.
    case nowhere
  }

  private let directory: PostcodeDirectory?
  private let areas: (codes: [String], index: AreaIndex)
  private let catchments: (codes: [String], index: AreaIndex)

  /// Places of a cycle.
  init(_ directory: PostcodeDirectory?, areas: [CycleContent.Place], catchments: [CycleContent.Place]) {
    self.directory = directory
    self.areas = (areas.map(\.code), AreaIndex(areas.map(\.shape)))
    self.catchments = (catchments.map(\.code), AreaIndex(catchments.map(\.shape)))
  }

  /// Places of a cycle that a workspace keeps, by the postcode directory that an audit file names.
  init(_ file: AuditFile, _ workspace: Workspace<Exact>, cycle: String) throws {
    let paths = InputPaths(auditFile: file.source.name, root: file.source.root)
    var reading = CycleReading(file, try AuditRun.cycle(cycle, of: file), paths)
    try reading.readDirectory()
    let content = try workspace.content(cycle: cycle)
    self.init(reading.directory, areas: content.areas, catchments: content.catchments)
  }

  /// Looks a postcode up, in any spelling.
  func answer(_ text: String) -> Answer {
    guard let postcode = Postcode(text), !postcode.isNoFixedAbode,
      case .place(let place)? = directory?.answer(postcode)
    else { return .nowhere }
    var holders: [Int32] = []
    catchments.index.all(covering: place.point, into: &holders)
    return .place(
      area: areas.index.first(covering: place.point).map { areas.codes[$0] },
      catchments: holders.map { catchments.codes[Int($0)] }.sorted())
  }
}
