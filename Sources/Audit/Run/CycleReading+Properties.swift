import Geodata

extension CycleReading {
  /// Reads the places of the properties that the audit's tables name, and of no others: the directory has forty million.
  mutating func readProperties() throws {
    guard let block = file.uprns else { return }
    var wanted: Set<UInt64> = []
    for table in [inputs.enrolments?.table, inputs.serviceUse, inputs.centres].compactMap({ $0 }) {
      guard let column = table.columns["uprn"] else { continue }
      for found in try paths.files(table) {
        let opened = try Table.open(table, found)
        let uprn = try opened.index(of: column)
        try opened.forEachRow { row in
          if let number = UPRNDirectory.number(row.bytes(uprn)) { wanted.insert(number) }
        }
      }
    }
    let found = try paths.files(block)
    guard !found.isEmpty else { return }
    let directory = try UPRNDirectory.load(files: found.map(\.url), names: found.map(\.name), wanted: wanted)
    for one in found {
      // How many of its rows are used would say how many homes the register has.
      try note(
        one, role: "uprns", rows: directory.rowsRead, used: directory.rowsRead, reading: directory.reading,
        vintage: "os-open-uprn", licence: Licence.openGovernment, attribution: UPRNDirectory.attribution,
        rights: block.rights)
    }
    uprns = try fromBritishGrid().map { directory.moved(by: $0) } ?? directory
  }
}
