import Audit
import Geodata
import Workspace

extension CheckPage {
  /// What is refused, doubted or worth knowing.
  func findingsSection() -> Section {
    let titles: [(Complaint.Severity, String)] = [
      (.refusal, say("Refused: the audit cannot run until these are mended")),
      (.warning, say("Left out, mended or doubted")), (.note, say("Worth knowing")),
    ]
    var blocks: [Block] = []
    for (severity, title) in titles {
      let found = findings(severity)
      guard !found.isEmpty else { continue }
      blocks.append(
        .table(
          Table(
            title,
            columns: [.init(say("What")), .init(say("What to do"))],
            rows: found.map { finding in
              let place = [
                finding.file, finding.feature, finding.row.map { say("row \(String($0))") },
                finding.column.map { say("column \($0)") },
              ].compactMap { $0 }
              return [
                Cell(say.sentence(finding.what), detail: place.isEmpty ? nil : place.joined(separator: ", ")),
                Cell(finding.advice.map { say.sentence($0) } ?? "–"),
              ]
            })))
    }
    if blocks.isEmpty { blocks.append(.paragraph(say("Nothing was noted."))) }
    return Section("findings", say("What was found"), blocks)
  }

  /// How full each mapped column of children and visits is.
  func completenessSection() -> Section {
    var seen = Set<ColumnCompleteness>()
    let columns = cycles.flatMap(\.completeness).filter { seen.insert($0).inserted }
    guard !columns.isEmpty else {
      return Section(
        "completeness", say("Completeness"), [.paragraph(say("No file of children or visits could be read."))])
    }
    let table = Table(
      say("Cells that are filled, by column of the files with children and visits"),
      columns: [
        .init(say("Column")), .init(say("Taken for")), .init(say("File")), .init(say("Rows"), isNumeric: true),
        .init(say("Blank"), isNumeric: true), .init(say("Filled"), isNumeric: true),
      ],
      rows: columns.map { column in
        let share = column.rows > 0 ? 1 - Double(column.blank) / Double(column.rows) : nil
        return [
          Cell(column.column), Cell(column.role), Cell(column.file),
          Cell(say.number(column.rows), number: Double(column.rows)),
          Cell(say.number(column.blank), number: Double(column.blank)),
          Cell(share.map { say.percent($0) } ?? "–", number: share),
        ]
      })
    return Section("completeness", say("Completeness"), [.table(table)])
  }

  /// How many rows of each file could be used, and why others could not.
  func validitySection() -> Section {
    let blocks = eachCycle { cycle in
      var blocks: [Block] = [
        .table(
          Table(
            say("Rows read and used, by file"),
            columns: [
              .init(say("File")), .init(say("Taken for")), .init(say("Read"), isNumeric: true),
              .init(say("Used"), isNumeric: true),
            ],
            rows: cycle.files.map { file in
              [
                Cell(file.file, detail: say.sentence(file.reading)), Cell(file.role),
                Cell(say.number(file.rows), number: Double(file.rows)),
                Cell(say.number(file.used), number: Double(file.used)),
              ]
            }))
      ]
      guard !cycle.rejects.isEmpty else { return blocks }
      blocks.append(
        .table(
          Table(
            say("Rows left out"),
            columns: [
              .init(say("File")), .init(say("Why")), .init(say("Rows"), isNumeric: true),
              .init(say("The first of them")),
            ],
            rows: cycle.rejects.map { reject in
              [
                Cell(reject.file), Cell(say.sentence(reject.reason)),
                Cell(say.number(reject.rows), number: Double(reject.rows)),
                Cell(reject.firstRows.map(String.init).joined(separator: ", ")),
              ]
            })))
      return blocks
    }
    return Section("validity", say("Validity"), blocks)
  }
}
