import Geodata
import Workspace

extension AuditRun {
  /// Takes the change since the cycle before apart and adds it to the content; nothing in a first cycle.
  ///
  /// Where the cycle before cannot be run again (its files are gone) nothing is guessed: the content says so.
  public mutating func compare(_ file: AuditFile, in workspace: Workspace<Exact>) throws {
    do {
      let change = try ChangeRun(file, content, roster: roster) { label in
        do {
          return (try workspace.content(cycle: label), try workspace.hasBorders(of: label, in: file.crs))
        } catch WorkspaceError.noSuchCycle { return nil }
      }
      if let change {
        content.topics.append(change.rows)
        content.pairs = change.pairs
        content.complaints += change.complaints
      }
    } catch let refusal as any Refusal where !(refusal is WorkspaceError) {
      content.complaints.append(
        Complaint(
          .note, "the change since the cycle before is not taken apart: that cycle cannot be run again",
          file: file.source.name, advice: "keep its files where audit.yml names them"))
    }
  }
}
