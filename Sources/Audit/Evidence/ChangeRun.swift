import Evidence
import Geodata
import Workspace

/// Takes the change since the cycle before apart: method, boundary, data, real (measures.md, "Change between cycles").
///
/// M0 is what the workspace holds of the cycle before. The others are runs of that cycle by this engine and the rules
/// that audit.yml has now: M1 of the files that M0 was made of, in M0's own borders, which the workspace keeps; M2 of the
/// same files in this cycle's borders; M3 of the files as audit.yml names them now, corrected since perhaps. M4 is this
/// cycle. Files are known by their hashes (`EarlierFiles`); without them M1 and M2 cannot be had and only the real part is
/// separable. Where the workspace does not hold the cycle before there is no earlier figure to differ in method or data:
/// M0 is M1, M2 is M3.
struct ChangeRun {
  /// The label of the cycle before.
  let since: String
  /// A row for each catchment that one of the cycles has, and each count; a catchment counts nobody in a cycle without it.
  let changes: [CatchmentChange]
  /// The children who were counted in both cycles, by what they did in each, in this cycle's borders.
  let pairs: [CycleContent.PairedCount]
  /// What is to be said of how it was taken apart.
  private(set) var complaints: [Complaint] = []
  /// The cycle before, run again in this cycle's borders from the files as they are now.
  let corrected: CycleContent

  static let measures = ["enrolled", "reached", "reached-here", "sustained"]

  /// - Parameters:
  ///   - content: this cycle.
  ///   - previous: the cycle before, as audit.yml has it.
  ///   - kept: the cycle before, as the workspace holds it; nil: it does not.
  ///   - isDrawn: whether the kept borders are in the CRS that audit.yml has now.
  ///   - roster: who was counted in this cycle.
  init(
    _ file: AuditFile, _ content: CycleContent, since previous: CycleBlock, kept: CycleContent?, isDrawn: Bool,
    roster: Roster
  ) throws {
    since = previous.label
    let alone = file.forCountsAlone
    func again(_ standIns: StandIns) throws -> CycleContent {
      try AuditRun(alone, cycle: previous.label, standIns: standIns).content
    }
    let now = StandIns.Borders(content)
    let run = try AuditRun(alone, cycle: previous.label, standIns: .init(borders: now))
    pairs = roster.pairs(since: since, then: run.roster)
    corrected = run.content
    let m3 = CountsByCatchment(corrected)
    let (m0, m1, m2): (CountsByCatchment, CountsByCatchment?, CountsByCatchment?)
    if let kept {
      m0 = CountsByCatchment(kept)
      let then = StandIns.Borders(kept)
      let isSameBorder = then.isSame(as: now)
      switch EarlierFiles(kept, root: file.source.root)
        .outcome(corrected, file, inputs: file.inputs(of: previous))
      {
      case .same:
        m2 = m3
        m1 = isSameBorder ? m3 : isDrawn ? CountsByCatchment(try again(.init(borders: then))) : nil
      case .found(let files):
        do {
          let newBorder = CountsByCatchment(try again(.init(files: files, borders: now)))
          m1 =
            isSameBorder
            ? newBorder : isDrawn ? CountsByCatchment(try again(.init(files: files, borders: then))) : nil
          m2 = newBorder
          complaints.append(ChangeRun.corrected(since, files.values.flatMap { $0.map(\.name) }.sorted()))
        } catch let refusal as any Refusal {
          (m1, m2) = (nil, nil)
          complaints.append(ChangeRun.unreadable(since, refusal))
        }
      case .gone(let name):
        (m1, m2) = (nil, nil)
        complaints.append(ChangeRun.gone(since, name, content))
      }
      if let doubt = ChangeRun.doubt(since, kept, corrected) { complaints.append(doubt) }
    } else {
      m0 = CountsByCatchment(try again(.init()))
      (m1, m2) = (m0, m3)
    }
    let m4 = CountsByCatchment(content)
    changes = Set(m4.catchments + m0.catchments).sorted().flatMap { catchment in
      ChangeRun.measures.map { measure in
        CatchmentChange(
          catchment: catchment, measure: measure, m0: m0[catchment, measure], m1: m1?[catchment, measure],
          m2: m2?[catchment, measure], m3: m3[catchment, measure], m4: m4[catchment, measure])
      }
    }
  }

  /// The rows of table `changes`.
  var rows: TopicRows {
    TopicRows(
      table: "changes", columns: ChangeRun.columns,
      rows: changes.map {
        [
          .text(since), .text($0.catchment), .text($0.measure), .integer($0.before), .integer($0.after),
          .optional($0.method), .optional($0.boundary), .optional($0.data), .optional($0.real),
        ]
      })
  }

  static let columns = [
    "since", "catchment", "measure", "before", "after", "method", "boundary", "data", "real",
  ]

  static func change(_ row: [SQLValue]) -> CatchmentChange? {
    guard row.count == columns.count, let before = row[3].integer, let after = row[4].integer else { return nil }
    return CatchmentChange(
      catchment: row[1].text, measure: row[2].text, before: before, after: after, method: row[5].integer,
      boundary: row[6].integer, data: row[7].integer, real: row[8].integer)
  }
}

extension ChangeRun {
  private static func corrected(_ label: String, _ names: [String]) -> Complaint {
    Complaint(
      .note,
      "what was corrected since \(label) was audited is the data part of the change: the earlier files were found",
      file: names.first, count: names.count)
  }

  private static func gone(_ label: String, _ name: String, _ content: CycleContent) -> Complaint {
    Complaint(
      .note,
      "the file that \(label) was audited with has changed since and its old copy is not there, so of the change only "
        + "the real part can be told", file: name,
      advice: "put the copy anywhere under the data's root; it is known by its hash")
  }

  private static func unreadable(_ label: String, _ refusal: any Refusal) -> Complaint {
    Complaint(
      .note,
      "the files that \(label) was audited with cannot be read by audit.yml as it is now (\(refusal.description)), so of "
        + "the change only the real part can be told", file: nil)
  }

  /// Files of one cycle only, put where those of two belong, would make a correction of what is none.
  private static func doubt(_ label: String, _ kept: CycleContent, _ corrected: CycleContent) -> Complaint? {
    func enrolled(_ content: CycleContent) -> Double {
      content.tallies.filter { $0.measure == "enrolled" && $0.by == "all" }.reduce(0) { $0 + $1.count.value }
    }
    let (then, now) = (enrolled(kept), enrolled(corrected))
    guard now < then / 2, let file = corrected.provenance.first(where: { $0.role == "enrolments" }) else { return nil }
    return Complaint(
      .warning,
      "the file has \(Int(now)) children of \(label), where that cycle's audit counted \(Int(then)): it seems not to be "
        + "meant for \(label)", file: file.file,
      advice: "name the older file under cycles: \(label): enrolments:, or the change is of files, not of lives")
  }
}

extension AuditFile {
  /// The same audit without what counts of people do not need.
  var forCountsAlone: AuditFile {
    var file = self
    file.indicators = []
    file.inputs.population = nil
    file.voices = nil
    file.surveys = nil
    file.offers = nil
    file.populationPoints = nil
    file.groupDenominators = []
    file.denominators = []
    file.measures = []
    file.analyses = DeclaredAnalyses()
    for index in file.cycles.indices { file.cycles[index].inputs.population = nil }
    return file
  }
}
