import Foundation
import Tally
import Workspace

@testable import Audit
@testable import Disclosure

/// Files of children and visits to which rows are added as long as each cell that a row counts in stays in its interval.
///
/// Children are added where a small area is one atom, by a postcode of that area, so that it is known where they count.
struct FuzzedFiles {
  private let folder: URL
  private let coarsening: Coarsening
  private let days: Int
  private let begins: String
  private var draw: SplitMix64
  /// The exact count of each cell, by its names.
  private var counts: [[String]: Int] = [:]
  private var enrolments = ""
  private var visits = ""
  /// Postcodes of each area that is one atom.
  private let postcodes: [(area: String, set: String, postcode: String)]
  /// Centre, service and month that have visits.
  private let uses: [(centre: String, service: String, month: String)]
  private(set) var addedChildren = 0
  private(set) var addedVisits = 0

  /// A folder's files, to be changed.
  static func copy(of source: URL, to target: URL) throws -> URL {
    try FileManager.default.createDirectory(at: target, withIntermediateDirectories: true)
    for name in try FileManager.default.contentsOfDirectory(atPath: source.path) where name != "expected" {
      let data = try Data(contentsOf: source.appendingPathComponent(name))
      try data.write(to: target.appendingPathComponent(name))
    }
    return target
  }

  init(_ content: CycleContent, folder: URL, seed: UInt64) throws {
    self.folder = folder
    draw = SplitMix64(state: seed)
    coarsening = try Coarsening(hide: content.cycle.profileHide, base: content.cycle.profileBase)
    days = content.cycle.sustainedDays
    begins = content.cycle.from.description
    var sets: [String: [String]] = [:]
    for atom in content.atoms { sets[atom.area, default: []].append(atom.catchments.joined(separator: "|")) }
    for tally in content.tallies {
      let atom = content.atoms[tally.atom]
      let set = atom.catchments.joined(separator: "|")
      let key =
        tally.by == "all" ? ["atom", atom.area, set, tally.measure] : [tally.by, set, tally.key, tally.measure]
      counts[key, default: 0] += tally.count.low
    }
    for visit in content.centreVisits { counts[["visits", visit.centre, visit.by, visit.key]] = visit.count.low }
    // The directory of postcodes: the one file with a column of areas and one of postcodes.
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    var found: [(String, String, String)] = []
    for name in names.sorted() where name.hasPrefix("postcodes") || name.hasPrefix("NSPL") {
      let lines = try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8).split(
        whereSeparator: \.isNewline)
      let header = Self.cells(lines[0])
      guard let pcds = header.firstIndex(of: "pcds"), let lsoa = header.firstIndex(of: "lsoa11"),
        let ended = header.firstIndex(of: "doterm")
      else { continue }
      for line in lines.dropFirst() {
        let row = Self.cells(line)
        guard row[ended].isEmpty, let own = sets[row[lsoa]], own.count == 1 else { continue }
        found.append((row[lsoa], own[0], row[pcds]))
      }
    }
    postcodes = found
    var uses: [(String, String, String)] = []
    for visit in content.centreVisits where visit.by == "service" && !visit.centre.isEmpty && !visit.key.isEmpty {
      for month in content.centreVisits where month.by == "month" && month.centre == visit.centre {
        uses.append((visit.centre, visit.key, month.key))
      }
    }
    self.uses = uses
  }

  private static func cells(_ line: Substring) -> [String] {
    line.split(separator: ",", omittingEmptySubsequences: false).map { cell in String(cell).replacing("\"", with: "") }
  }

  /// Adds children, some of them with a visit, and visits of nobody in particular; and rows that must not leave at all.
  /// Of what people said, each third line goes.
  mutating func change(children: Int, visits: Int) throws {
    for _ in 0..<children * 20 where addedChildren < children { addChild() }
    for _ in 0..<visits * 20 where addedVisits < visits { addVisit() }
    // Nowhere to be found, too old, not in force: matched otherwise, counted in no cell.
    enrolments += "FZ-NOWHERE,FZF-1,2023-06-01,ZZ99 3VZ,,,2024-09-01,,,,\nFZ-OLD,FZF-2,2009-06-01,,,,2024-09-01,,,,\n"
    enrolments += "FZ-LEFT,FZF-3,2023-06-01,,,,2019-09-01,2019-10-01,,,\n"
    try append(enrolments, to: "enrolments.csv")
    try append(self.visits, to: "service-use.csv")
    for name in ["voices.csv", "surveys.csv"] {
      let file = folder.appendingPathComponent(name)
      let lines = try String(contentsOf: file, encoding: .utf8).split(whereSeparator: \.isNewline)
      let kept = lines.enumerated().filter { $0.offset % 3 != 1 }.map(\.element)
      try Data((kept.joined(separator: "\n") + "\n").utf8).write(to: file)
    }
  }

  private mutating func pick<T>(_ values: [T]) -> T { values[Int(draw.next() % UInt64(values.count))] }

  /// Counts one more in each cell, if each stays in its interval.
  private mutating func count(_ keys: [[String]]) -> Bool {
    for key in keys {
      let count = counts[key] ?? 0
      guard coarsening.coarsen(count + 1) == coarsening.coarsen(count) else { return false }
    }
    for key in keys { counts[key, default: 0] += 1 }
    return true
  }

  private mutating func addChild() {
    let home = pick(postcodes)
    var cells = [["atom", home.area, home.set, "enrolled"]]
    let id = "FZ-\(addedChildren)"
    guard draw.next() % 3 == 0 else {
      if count(cells) { enrol(id, home.postcode) }
      return
    }
    let use = pick(uses)
    cells += [["atom", home.area, home.set, "reached"], ["service", home.set, use.service, "reached"]]
    cells += [["centre", home.set, use.centre, "reached"]] + visit(use)
    guard days > 1, count(cells) else { return }
    enrol(id, home.postcode)
    note(id, use)
  }

  private mutating func addVisit() {
    let use = pick(uses)
    guard count(visit(use)) else { return }
    note("", use)
    addedVisits += 1
  }

  private func visit(_ use: (centre: String, service: String, month: String)) -> [[String]] {
    [
      ["visits", use.centre, "all", ""], ["visits", use.centre, "service", use.service],
      ["visits", use.centre, "month", use.month],
    ]
  }

  private mutating func enrol(_ id: String, _ postcode: String) {
    enrolments += "\(id),FZF-\(id),2023-06-01,\(postcode),,,\(begins),,,,\n"
    addedChildren += 1
  }

  private mutating func note(_ child: String, _ use: (centre: String, service: String, month: String)) {
    let month = use.month.split(separator: "-")
    visits += "\(child),15/\(month[1])/\(month[0]),\(use.centre),\(use.service)\n"
  }

  private func append(_ text: String, to name: String) throws {
    let handle = try FileHandle(forWritingTo: folder.appendingPathComponent(name))
    try handle.seekToEnd()
    try handle.write(contentsOf: Data(text.utf8))
    try handle.close()
  }
}
