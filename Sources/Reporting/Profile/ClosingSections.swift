import Measures
import Workspace

extension ProfileSections {
  /// What the page cannot say, and why.
  func limitsSection() -> Section {
    var lines: [String] = []
    if counts.isCoarse {
      let hide = say.number(counts.hide)
      let base = say.number(counts.base)
      lines.append(
        say("Counts from 1 to \(hide) print as c. Others are rounded to the nearest \(base). A w is withheld."))
      if !cycle.sensitiveGroups.isEmpty {
        let columns = cycle.sensitiveGroups.sorted().joined(separator: ", ")
        lines.append(say("Of groups by \(columns), none at all prints as c too."))
      }
      lines.append(say("Families, visits by area and how children were placed are not in a release."))
      lines.append(say("Voices, surveys, answers in tests of claims and the parts of a change are not in a release."))
    }
    if chosen != nil {
      lines.append(say("Services, groups and flows: they are known for declared catchments only."))
    }
    if !hasPeople { lines.append(say("Who is enrolled: no list was given.")) }
    if !hasUse { lines.append(say("Who was reached: no record of visits was given.")) }
    if rates.children == nil { lines.append(say("Shares of all children: their number was not given.")) }
    if hasPeople, !cycle.countsFamilies, !counts.isCoarse {
      lines.append(say("Families: no family ids were given, so the page speaks of children."))
    }
    if facts.denominatorSets.contains(where: { $0.id == "children" && $0.isStale }) {
      lines.append(say("Recent change: the estimate of children is more than two years old."))
    }
    if !hasDeprivation { lines.append(say("Deprivation: no index was given.")) }
    lines.append(say("Why children came or did not: counts show where, not why."))
    lines.append(say("Whether a service did good: nothing here shows cause."))
    lines.append(say("Visits elsewhere: only the centres of this audit are counted."))
    lines.append(say("Each child's needs: deprivation is of areas, not of children."))
    return Section("limits", say("What this page cannot say"), [.list(lines)])
  }

  /// The sources with vintage, licence and attribution.
  func sourcesSection() -> Section { SourcesList(facts: facts, counts: counts, say: say).section() }

  /// How the figures were made.
  func methodSection() -> Section {
    let first = say.day(cycle.from)
    let last = say.day(cycle.to)
    var lines = [
      say("Enrolled: \(ages) on \(say.day(cycle.referenceDate)), with a row in force between \(first) and \(last)."),
      say("Reached: of those, with at least one visit to any centre in the cycle."),
      say("Sustained: of those, \(sustainedMeaning)."),
      cycle.locate == "directory"
        ? say("A child's area is the one that the postcode directory says.")
        : say("A child's area is the one whose shape holds the home."),
      say("Intervals: 95%, by Wilson's method. Levels: met where the chance is at least 95%."),
      say("Each figure has an id in the page; needs explain shows its formula and sources."),
    ]
    if chosen == nil {
      lines += [
        say("Reached here: of those who live in the catchment, with a visit to its own centre."),
        say("Children of a catchment: each area's number times its share, by \(ruleWords(rule))."),
      ]
    }
    if counts.isCoarse {
      lines.append(say("Counts were rounded first. Every rate, interval and map is worked out from rounded counts."))
    }
    return Section("method", say("How the figures were made"), [.list(lines)])
  }
}
