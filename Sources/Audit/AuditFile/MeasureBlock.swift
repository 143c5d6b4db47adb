import Geodata
import Measures
import Workspace

/// Entries of `measures:`: measures of the audit's own, read and held against what the audit counts.
///
/// ```yaml
/// measures:
///   - id: sustained-play
///     title: Sustained in stay and play
///     question: Of the children who came to stay and play, what share came again and again?
///     numerator: sustained[service=stay-and-play]
///     denominator: reached[service=stay-and-play]
///     unit: share                        # share | rate | ratio | count; per: 1000 for a rate per 1,000
///     polarity: higher-is-better
///     theme: use
/// ```
enum MeasureBlock {
  static let keys = [
    "id", "title", "question", "numerator", "denominator", "unit", "per", "polarity", "theme", "caveats",
  ]

  /// Reads the entries; a wrong one is refused with its line.
  static func read(_ blocks: [YAMLBlock], in file: AuditFile) throws(AuditError) -> [DeclaredMeasure] {
    var measures: [DeclaredMeasure] = []
    for block in blocks {
      let measure = try read(block, in: file)
      if measures.contains(where: { $0.id == measure.id }) {
        throw block.error("id", "two measures are called \(measure.id)")
      }
      measures.append(measure)
    }
    return measures
  }

  private static func read(_ block: YAMLBlock, in file: AuditFile) throws(AuditError) -> DeclaredMeasure {
    try block.allow(keys)
    let id = try block.required("id")
    guard let first = id.first, first.isLetter, id.allSatisfy({ $0.isLetter || $0.isNumber || "-._".contains($0) })
    else {
      throw block.error("id", "a measure's id is a word of letters, digits and hyphens, not \"\(id)\"")
    }
    let stem = String(id.prefix { $0 != "." })
    guard !MeasureEntry.isTaken(stem), !file.indicators.contains(where: { $0.id == id || $0.id == stem }),
      !file.denominators.contains(where: { $0.id == stem })
    else { throw block.error("id", "\(id) is the id of another measure, indicator or denominator; choose another") }
    let unit = try word("unit", among: ["share", "rate", "ratio", "count"], default: "share", in: block)
    let polarity = try word(
      "polarity", among: ["higher-is-worse", "higher-is-better", "neither"], default: "neither", in: block)
    let above = try term("numerator", block, file)
    let denominator = try block.text("denominator")
    if unit == "count" {
      if denominator != nil {
        throw block.error("denominator", "a count has no denominator; leave it out or change unit:")
      }
      if case .people = above {
        throw block.error("numerator", "\(above) is a denominator, which is printed as \(above).count already")
      }
    } else {
      guard denominator != nil else { throw block.error(nil, "\(id) needs denominator:, or unit: count") }
      let below = try term("denominator", block, file)
      if above == below { throw block.error("denominator", "numerator and denominator are the same: \(below)") }
      if unit == "share", above.counted.contains(where: { $0.measure == "visits" }) {
        throw block.error("unit", "visits are no share of anybody; write unit: ratio, or unit: rate")
      }
    }
    let per = try block.number("per") ?? 1
    guard per > 0, per <= 1_000_000 else { throw block.error("per", "per is a number over 0, such as 1000") }
    if per != 1, unit == "count" { throw block.error("per", "a count is not multiplied; leave per: out") }
    let title = try block.text("title") ?? id
    return DeclaredMeasure(
      id: id, title: title, question: try block.text("question") ?? "How does it stand here: \(title)?",
      numerator: above.description, denominator: denominator ?? "", unit: unit, per: per, polarity: polarity,
      theme: try block.text("theme") ?? "other", caveats: try block.texts("caveats"))
  }

  private static func word(
    _ key: String, among known: [String], default standard: String, in block: YAMLBlock
  ) throws(AuditError) -> String {
    guard let text = try block.text(key) else { return standard }
    guard known.contains(text) else {
      throw block.error(key, "\(key) is one of \(known.joined(separator: ", ")), not \"\(text)\"")
    }
    return text
  }

  private static func term(_ key: String, _ block: YAMLBlock, _ file: AuditFile) throws(AuditError) -> MeasureTerm {
    let text = try block.required(key)
    let term: MeasureTerm
    do { term = try MeasureTerm(text) } catch { throw block.error(key, "\(key): \(error.words)") }
    if case .people(let id) = term {
      let known = sets(file)
      guard known.contains(id) else {
        let all = MeasureTerm.counts + known
        throw block.error(
          key,
          "\(key): \(id) is neither a count nor a denominator of this audit; \(NearestWord.hint(for: id, among: all))")
      }
    }
    let columns = Set(([file.inputs] + file.cycles.map(\.inputs)).flatMap { $0.enrolments?.groups.map(\.name) ?? [] })
    for counted in term.counted where counted.by == "group" && !columns.contains(counted.column) {
      let all = (columns.union(["service", "centre", "month"])).sorted()
      throw block.error(
        key, "\(key): \(counted.column) is no group column of enrolments; known: \(all.joined(separator: ", "))")
    }
    return term
  }

  /// The denominators that the audit can have: those of its own, single years of age, and those of published files.
  private static func sets(_ file: AuditFile) -> [String] {
    let populations = ([file.inputs] + file.cycles.map(\.inputs)).compactMap(\.population)
    let ages = populations.contains { !$0.ages.isEmpty || $0.recipe != nil } ? file.ages.map { "age-\($0)" } : []
    let published =
      file.indicators.contains { $0.recipe != nil }
      ? ["population", "children-0-15", "working-age", "aged-60-over"] : []
    let more = Set(populations.flatMap { $0.ages.keys }).sorted().map { "age-\($0)" }
    var seen: Set<String> = []
    return
      ((populations.isEmpty ? [] : ["children"]) + ages + more + file.denominators.map(\.id)
      + file.groupDenominators.map(\.group) + published).filter { seen.insert($0).inserted }
  }
}
