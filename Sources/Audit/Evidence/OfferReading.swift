import Geodata
import Workspace

/// What a file says of offers, read once for the evidence and for access.
struct OfferReading {
  let file: String
  /// What was assumed of the file.
  let reading: String
  /// Rows in the file.
  private(set) var rowCount = 0
  /// Offers as rows of table `offers`, in the order of the file.
  private(set) var rows: [[SQLValue]] = []
  /// Rows that name no offer.
  private(set) var unnamed: [Int] = []
  /// Rows with something that is not taken, by what that is.
  private(set) var doubts: [String: [Int]] = [:]
  /// Hours a week that each row gives, named or not.
  private var given: [(centre: String, service: String, hours: Double)] = []

  init(_ block: TableBlock, _ found: InputPaths.Found) throws {
    let table = try Table.open(TableSource(block, found))
    let columns = try RoleColumns(table, block, roles: OfferRows.roles)
    (file, reading) = (found.name, table.reading)
    try table.forEachRow { row in
      rowCount += 1
      let hours = max(0, columns.real("hours_per_week", row) ?? 0)
      given.append((columns.text("centre_id", row), columns.text("service", row), hours))
      if let doubt = OfferRows.doubt(columns, row) { doubts[doubt, default: []].append(row.number) }
      guard !columns.text("offer_id", row).isEmpty || columns["offer_id"] == nil else {
        unnamed.append(row.number)
        return
      }
      rows.append(OfferRows.row(columns, row))
    }
  }

  /// Hours a week by centre, of some services; of all where none is named.
  func hours(of services: [String]) -> [String: Double] {
    given.reduce(into: [:]) { hours, row in
      guard services.isEmpty || services.contains(row.service) else { return }
      hours[row.centre, default: 0] += row.hours
    }
  }
}

extension CycleReading {
  /// The offers; nil where audit.yml names no file of them.
  mutating func readOffers() throws -> OfferReading? {
    if let offers { return offers }
    offers = try file.offers.map { try OfferReading($0, try paths.file($0)) }
    return offers
  }
}
