import Geodata
import Workspace

extension AuditRun {
  /// Takes the change since the cycle before apart and adds it to the content; nothing in a first cycle.
  ///
  /// Where the cycle before cannot be run again (its files are gone) nothing is guessed: the content says so.
  public mutating func compare(_ file: AuditFile, in workspace: Workspace<Exact>) throws {
    guard let place = file.cycles.firstIndex(where: { $0.label == content.cycle.label }), place > 0 else { return }
    let label = file.cycles[place - 1].label
    let (kept, isDrawn) = try AuditRun.kept(label, file.crs, in: workspace)
    var recounted: CycleContent?
    do {
      let change = try ChangeRun(
        file, content, since: file.cycles[place - 1], kept: kept, isDrawn: isDrawn, roster: roster)
      recounted = change.corrected
      content.topics.append(change.rows)
      content.pairs = change.pairs
      content.complaints += change.complaints
    } catch let refusal as any Refusal where !(refusal is WorkspaceError) {
      content.complaints.append(
        Complaint(
          .note, "the change since the cycle before is not taken apart: that cycle cannot be run again",
          file: file.source.name, advice: "keep its files where audit.yml names them"))
    }
    if let kept {
      content.topics += AreaChanges(content, kept: kept, recounted: recounted, moving: moving).topics
    }
  }

  /// The cycle as the workspace holds it, and whether its borders are in a CRS; nil: it does not hold it.
  private static func kept(
    _ label: String, _ crs: String, in workspace: Workspace<Exact>
  ) throws -> (content: CycleContent?, isDrawn: Bool) {
    do {
      return (try workspace.content(cycle: label), try workspace.hasBorders(of: label, in: crs))
    } catch WorkspaceError.noSuchCycle { return (nil, false) }
  }
}
