import Geodata

/// Drafts of a data-protection impact assessment and of a privacy notice, from what audit.yml says is processed.
///
/// They are drafts: an officer edits them. Nothing of a child is read for them; only audit.yml is.
public struct ProtectionDraft: Sendable {
  private let file: AuditFile
  private let cycles: [CycleBlock]

  /// Drafts for an audit.
  public init(_ file: AuditFile) {
    self.file = file
    cycles = file.cycles
  }

  /// The assessment, in Markdown.
  public var assessment: String {
    let small = Self.profileWords(file.disclosure)
    return """
      # Data-protection impact assessment (draft): needs audit of \(Self.plain(file.name))

      Made from \(Self.plain(file.source.name)). Passages in [brackets] are for the officer to fill in.

      ## What is processed, and why
      Purpose: to know how many children under the age limit live in each area and catchment, how many of them are reached
      by centres, and where need is not met. Lawful basis: [public task: Childcare Act 2006, sections 1 to 5; the officer
      decides]. Controller: [name]. Processors: none; the program runs on the controller's own machine and sends nothing.

      \(Self.table(["File", "What of it is read", "Whose data"], rows))

      Who counts: children of \(file.ages.lowerBound) to \(file.ages.upperBound) completed years on \
      \(file.referenceDate.map(\.description) ?? "each cycle's first day"). Cycles: \
      \(cycles.map { "\(Self.plain($0.label)) (\($0.from) to \($0.to))" }.joined(separator: ", ")).

      ## What is kept
      - In memory only, while a run lasts: ids, birth dates, postcodes, coordinates and visits. Spill files are encrypted
        with a key that is made for the run and written nowhere.
      - In the workspace: counts by area and catchment, exact, with counts of one; file mode 0600; never exported or served.
        It holds no child, no visit, no id, no postcode and no point of a home.
      - In a release: the same counts coarsened (\(small)).

      ## For how long
      \(Self.table(["What", "Last day"], retention))

      ## Who sees what
      \(Self.table(["Audience", "Sees"], [
        ["staff who run the audit", "the files, the workspace, pages marked INTERNAL"],
        ["heads of centres and partners, the public", "releases and what is made of them"],
      ]))

      ## Risks and what is done about them
      \(Self.table(["Risk", "What is done", "What is left"], risks))

      ## Rights
      Access, correction and objection: in the registers, which are the source. Erasure: delete the rows in the register,
      then `needs erase --child ID`; it runs the open cycles again and names the releases that already left. A release that
      left is not called back; one made after an erasure may tell, beside the first, that a count changed.

      Consulted: [data-protection officer, date]. Decision: [ ].

      """
  }

  /// The notice for parents, in Markdown.
  public var notice: String {
    """
    # How we use information about your child and your visits (draft)

    [Name of the authority] counts how many young children live in each part of \(Self.plain(file.name)) and how many come
    to our centres, so that services go where they are needed.

    We use: \(personalWords.joined(separator: "; ")). We do this as [a public task].

    We turn it into numbers for areas. What we publish is rounded, and small numbers are hidden, so that nobody can tell
    that a family is in them. Names, addresses and dates of birth are not in it.

    We keep the registers \(Self.until(file.retention.registers)), the exact numbers \(Self.until(file.retention.workspace))
    and the published ones \(Self.until(file.retention.releases)).

    You can ask to see what we hold, to have it corrected, or to have it erased: [contact]. You can complain to the
    Information Commissioner's Office: ico.org.uk.

    """
  }

  private var rows: [[String]] {
    var rows: [[String]] = []
    for cycle in cycles {
      let inputs = file.inputs(of: cycle)
      if let enrolments = inputs.enrolments {
        let groups = enrolments.groups.map { "group \($0.name)" }
        rows.append([
          enrolments.table.file, (Self.roles(enrolments.table) + groups).joined(separator: ", "), "children",
        ])
      }
      if let use = inputs.serviceUse { rows.append([use.file, Self.roles(use).joined(separator: ", "), "children"]) }
    }
    for (block, whose) in [
      (file.voices, "people who said something; codes, no narrative"), (file.surveys, "counts only"),
    ] {
      if let block { rows.append([block.file, "coded columns", whose]) }
    }
    return rows.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  private var personalWords: [String] {
    let words = [
      "child": "the child's number", "family": "the family's number", "born": "the date of birth",
      "postcode": "the postcode", "easting": "where the home lies", "registered": "when the child registered",
      "left": "when the child left", "date": "the days of visits", "centre": "the centre visited",
      "service": "the service used",
    ]
    let roles = cycles.flatMap { cycle -> [String] in
      let inputs = file.inputs(of: cycle)
      return Self.roles(inputs.enrolments?.table) + Self.roles(inputs.serviceUse)
    }
    let groups = cycles.flatMap { file.inputs(of: $0).enrolments?.groups.map(\.name) ?? [] }
    var found: [String] = []
    for word in roles.compactMap({ words[$0] }) + groups.map({ "the group \(Self.plain($0))" })
    where !found.contains(word) {
      found.append(word)
    }
    return found.isEmpty ? ["nothing about single children"] : found
  }

  private var retention: [[String]] {
    [
      ["files of children and visits", file.retention.registers?.description ?? "[say: retention: registers:]"],
      ["workspace with exact counts", file.retention.workspace?.description ?? "[say: retention: workspace:]"],
      ["releases", file.retention.releases?.description ?? "[say: retention: releases:]"],
    ]
  }

  private var risks: [[String]] {
    let sensitive = file.disclosure.sensitive
    return [
      [
        "somebody works a small count out of a release",
        "hidden and rounded cell by cell, gated, audited; attacked by a "
          + "solver in the tests", "somebody who knows exact totals from elsewhere; that just one child changed",
      ],
      [
        "belonging to a sensitive group shows",
        sensitive.isEmpty
          ? "[no group is declared sensitive: disclosure: sensitive:]"
          : "zeros are hidden too for \(sensitive.map(Self.plain).joined(separator: ", "))", "as above",
      ],
      [
        "two releases with other borders are compared", "a cycle's first release freezes borders and rules",
        "none known",
      ],
      [
        "the workspace is copied", "mode 0600; a folder that others can open is warned about",
        "whoever may read it may copy it",
      ],
      [
        "free text names somebody", "services and groups that audit.yml does not name print as other",
        "what audit.yml names",
      ],
    ]
  }

  private static func roles(_ block: TableBlock?) -> [String] { (block?.columns.keys.sorted()) ?? [] }

  private static func until(_ day: Day?) -> String { day.map { "until \($0)" } ?? "until [date]" }

  private static func profileWords(_ block: AuditFile.DisclosureBlock) -> String {
    let presets = ["small": (4, 5), "six": (5, 5), "eight": (7, 5), "ten": (9, 10)]
    let (hide, base) = presets[block.profile] ?? (block.hide ?? 4, block.base ?? 5)
    return "profile \(block.profile): 1 to \(hide) hidden, the rest to the nearest \(base)"
  }

  /// A text of audit.yml as one line of Markdown that means nothing else there.
  private static func plain(_ text: String) -> String {
    var result = ""
    for character in text.replacing("\n", with: " ") {
      if "\\`*_{}[]<>()#+!|".contains(character) { result.append("\\") }
      result.append(character)
    }
    return result
  }

  private static func table(_ header: [String], _ rows: [[String]]) -> String {
    // What the officer is to fill in stays as it is.
    func cell(_ text: String) -> String { text.wholeMatch(of: #/\[[a-z: ]+\]/#) == nil ? plain(text) : text }
    let lines = rows.map { "| " + $0.map(cell).joined(separator: " | ") + " |" }
    let rule = "|" + String(repeating: "---|", count: header.count)
    return (["| " + header.joined(separator: " | ") + " |", rule] + lines).joined(separator: "\n")
  }
}
