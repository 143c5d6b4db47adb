import Geodata

/// Why a workspace could not be read or written, in one line, with the process's exit code (sysexits).
public enum WorkspaceError: Refusal, Hashable {
  /// There is no such file.
  case missing(path: String)
  /// The file is there already and would be replaced.
  case exists(path: String)
  /// The file is something else.
  case notAWorkspace(path: String, reason: String)
  /// The file holds the other kind of counts.
  case wrongKind(path: String, holds: String)
  /// A later version of needs made it.
  case newer(path: String, schema: Int)
  /// An earlier version of needs made it, and what it lacks cannot be added.
  case older(path: String, lacks: [String])
  /// Another program is writing to it.
  case locked(path: String)
  /// The file or its folder takes no writing, or the disk is full.
  case cannotWrite(path: String, reason: String)
  /// Reading or writing broke off.
  case inputOutput(path: String, reason: String)
  /// The cycle is sealed.
  case sealed(cycle: String, on: String)
  /// The workspace has no such cycle.
  case noSuchCycle(String, known: [String])
  /// The cycle was released with other parameters.
  case frozen(cycle: String, differs: [String])
  /// A cycle that was released, or is to be, has some of the same days.
  case overlapping(cycle: String, other: String)
  /// The workspace's other cycles are in another CRS.
  case otherCRS(kept: String, audit: String)
  /// No query of that name.
  case noSuchQuery(String, nearest: String?)
  /// The statement is not one that may be run, or is wrong.
  case statement(reason: String)
  /// The statement ran longer than it may.
  case timedOut(seconds: Double)
  /// The content contradicts itself or breaks a rule of the workspace.
  case content(reason: String)
  /// Our own fault.
  case fault(reason: String)

  /// The exit code of the process (sysexits).
  public var exitCode: Int32 {
    switch self {
    case .missing: 66
    case .exists, .cannotWrite: 73
    case .notAWorkspace, .wrongKind, .newer, .older, .sealed, .frozen, .overlapping, .otherCRS, .content: 65
    case .locked: 75
    case .inputOutput: 74
    case .noSuchCycle, .noSuchQuery, .statement, .timedOut: 64
    case .fault: 70
    }
  }

  /// One line: what is wrong and what to do about it.
  public var description: String {
    switch self {
    case .missing(let path): "\(path): no such workspace; make one with needs audit"
    case .exists(let path): "\(path) is there already; name another file or remove it"
    case .notAWorkspace(let path, let reason): "\(path) is not a Needs workspace (\(reason)); name another file"
    case .wrongKind(let path, "exact"):
      "\(path) holds exact counts, and this takes a release only; make one with needs release"
    case .wrongKind(let path, _):
      "\(path) is a release, and this takes the workspace with exact counts; name that file"
    case .newer(let path, let schema): "\(path) was made by a later version of needs (schema \(schema)); update needs"
    case .older(let path, let lacks):
      "\(path) was made by an earlier version of needs and lacks \(lacks.prefix(3).joined(separator: ", "))"
        + (lacks.count > 3 ? " and \(lacks.count - 3) more" : "")
        + "; copy it to where it may be written to, or run the audit or the release again into a new file"
    case .locked(let path): "\(path) is in use by another program; close it and run again"
    case .cannotWrite(let path, let reason): "\(path) cannot be written (\(reason))"
    case .inputOutput(let path, let reason): "\(path): reading or writing broke off (\(reason))"
    case .sealed(let cycle, let day):
      "cycle \(cycle) was sealed on \(day) and stays as it is; needs cycle undo lifts the seal"
    case .noSuchCycle(let label, let known):
      known.isEmpty
        ? "there is no cycle in the workspace yet; run needs audit"
        : "there is no cycle \(label) in the workspace; it has \(known.joined(separator: ", "))"
    case .frozen(let cycle, let differs):
      "cycle \(cycle) was released with another \(differs.joined(separator: ", ")); "
        + "two releases of one cycle that differ in these would give counts away: go back to what was released"
    case .overlapping(let cycle, let other):
      "cycles \(cycle) and \(other) have days in common; releases of both would count the same children twice in other "
        + "ways, and give counts away: release one of them, and give the other days of its own"
    case .otherCRS(let kept, let audit):
      "the workspace keeps its other cycles in \(kept), and this audit is in \(audit): "
        + "say crs: \(kept) in audit.yml and what each file is in beside it, or write to a workspace of its own"
    case .noSuchQuery(let name, let nearest?): "there is no query \(name); did you mean \(nearest)?"
    case .noSuchQuery(let name, nil): "there is no query \(name); needs query prints the list"
    case .statement(let reason): "the statement cannot be run: \(reason)"
    case .timedOut(let seconds): "the statement was stopped after \(seconds) s; ask for less or raise --seconds"
    case .content(let reason): reason
    case .fault(let reason): "an error in needs itself: \(reason)"
    }
  }
}
