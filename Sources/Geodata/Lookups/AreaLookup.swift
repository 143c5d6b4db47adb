/// From the small areas of one vintage to those of another, link by link, with what became of each.
///
/// ```swift
/// let lookup = try AreaLookup.load(source, from: "lsoa11_code", to: "lsoa21_code", change: "change_code")
/// lookup.pass(["E01900003": 12_000], to: ["E01900011", "E01900013"])
/// // values: E01900011 has 12000 (S); missing: E01900013 (M), for which no single value may be invented
/// ```
public struct AreaLookup: Sendable {
  /// What became of an area.
  public enum Change: String, Sendable, Hashable {
    /// It is the same.
    case unchanged = "U"
    /// It was split into several.
    case split = "S"
    /// Several became one.
    case merged = "M"
    /// Parts of several became several.
    case irregular = "X"
  }

  /// One old area and one new one that share ground.
  public struct Link: Hashable, Sendable {
    /// The old code.
    public var from: String
    /// The new code.
    public var to: String
    /// What became of it.
    public var change: Change
    /// The share of the old area's people that belongs to the new one, if the lookup gives it. 0…1.
    public var weight: Double?
    /// The row in the file.
    public var row: Int
  }

  /// All links in the file's order.
  public let links: [Link]
  /// How it was read.
  public let reading: String
  /// What is wrong or worth knowing.
  public let complaints: [Complaint]
  private let byNew: [String: [Int]]
  private let byOld: [String: [Int]]

  /// The links to a new area: one for U and S, several for M and X.
  public func parents(of new: String) -> [Link] { (byNew[new] ?? []).map { links[$0] } }

  /// The links from an old area: one for U and M, several for S and X.
  public func successors(of old: String) -> [Link] { (byOld[old] ?? []).map { links[$0] } }

  /// Makes a lookup of links. What a link says of the change is held against the others: an unchanged or split area with
  /// several parents is irregular.
  init(_ stated: [Link], file: String, reading: String, complaints: [Complaint]) {
    var byNew: [String: [Int]] = [:]
    var byOld: [String: [Int]] = [:]
    for (i, link) in stated.enumerated() {
      byNew[link.to, default: []].append(i)
      byOld[link.from, default: []].append(i)
    }
    var links = stated
    var contradicted = CellTrouble()
    for i in links.indices {
      let (parents, successors) = (byNew[links[i].to]?.count ?? 1, byOld[links[i].from]?.count ?? 1)
      let byShape: Change =
        switch (parents > 1, successors > 1) {
        case (false, false): .unchanged
        case (false, true): .split
        case (true, false): .merged
        case (true, true): .irregular
        }
      // A publisher's X stays X; anything that the links contradict takes their shape.
      if links[i].change != .irregular, links[i].change != byShape {
        contradicted.add(links[i].row)
        links[i].change = byShape
      }
    }
    var complaints = complaints
    if let row = contradicted.first {
      complaints.append(
        Complaint(
          .warning, "\(contradicted.count) links are not what their change code says; their shape is taken", file: file,
          row: row,
          count: contradicted.count))
    }
    self.links = links
    self.reading = reading
    self.complaints = complaints
    self.byNew = byNew
    self.byOld = byOld
  }

  /// Reads a lookup.
  ///
  /// - Parameters:
  ///   - change: the column of change codes (U, S, M, X); nil: taken from the links' shape.
  ///   - weight: the column of shares, if there is one.
  /// - Throws: a refusal: a column is missing, an unknown change code, a link that stands there twice with other words.
  public static func load(
    _ source: TableSource, from: String, to: String, change: String? = nil, weight: String? = nil
  ) throws(GeodataError) -> AreaLookup {
    var source = source
    source.columns = [from, to] + [change, weight].compactMap(\.self)
    let table = try Table.open(source)
    let fromColumn = try table.index(of: from)
    let toColumn = try table.index(of: to)
    let changeColumn = try change.map { (name) throws(GeodataError) in try table.index(of: name) }
    let weightColumn = try weight.map { (name) throws(GeodataError) in try table.index(of: name) }
    var links: [Link] = []
    var seen: [String: Int] = [:]
    var blank = CellTrouble()
    try table.forEachRow(refusing: { (row) throws(GeodataError) in
      let (old, new) = (row.text(fromColumn), row.text(toColumn))
      guard !old.isEmpty, !new.isEmpty else {
        blank.add(row.number)
        return
      }
      var link = Link(from: old, to: new, change: .irregular, weight: nil, row: row.number)
      if let changeColumn {
        guard let code = row.text(changeColumn).uppercased().first, let change = Change(rawValue: String(code)) else {
          throw GeodataError(
            .data, "the change code is none of U, S, M, X", file: source.name, row: row.number, column: change,
            advice: "correct it, or leave `change:` out of audit.yml: it follows from the links")
        }
        link.change = change
      } else {
        link.change = .unchanged
      }
      if let weightColumn {
        guard case .value(let share) = Numeral.parse(row.bytes(weightColumn), decimal: table.decimal), share >= 0 else {
          throw GeodataError(
            .data, "the weight is no share", file: source.name, row: row.number, column: weight,
            advice: "give a number from 0 to 1 in each row")
        }
        link.weight = share
      }
      if let first = seen.updateValue(links.count, forKey: old + "\u{1F}" + new) {
        guard links[first].change == link.change, links[first].weight == link.weight else {
          throw GeodataError(
            .data, "the link from \(old) to \(new) stands there twice with other words (row \(links[first].row))",
            file: source.name, row: row.number, advice: "remove the one that is wrong")
        }
        seen[old + "\u{1F}" + new] = first
        return
      }
      links.append(link)
    })
    guard !links.isEmpty else {
      throw GeodataError(.data, "holds no link from area to area", file: source.name, advice: "check the columns")
    }
    var complaints: [Complaint] = []
    if let complaint = blank.complaint(
      .note, file: source.name, one: "a row without both codes is passed over",
      many: "rows without both codes are passed over")
    {
      complaints.append(complaint)
    }
    var lookup = AreaLookup(links, file: source.name, reading: table.reading, complaints: complaints)
    if changeColumn == nil {
      // Without codes there is nothing that the shape could contradict.
      lookup = AreaLookup(lookup.links, file: source.name, reading: table.reading, complaints: complaints)
    }
    return lookup
  }
}
