import Audit
import Evidence

extension ProfileSections {
  /// Communities, not community: how far areas differ, and the hidden pockets.
  func pocketsSection(_ evidence: EvidencePicture) -> Section {
    let title = say("Hidden pockets")
    let areas = ownAreas(evidence)
    let mine = evidence.pockets.filter { areas.contains($0.area) }
    let shares = mine.map { (area: $0.area, share: Double($0.reached) / Double($0.children)) }
      .sorted { ($0.share, $0.area) < ($1.share, $1.area) }
    var lines: [String] = []
    if let least = shares.first, let most = shares.last, shares.count > 1 {
      lines.append(
        say(
          "The areas differ: \(inHundred(least.share).ofFigure(id(EvidenceMeasures.pocket(.share), at: least.area))) children are reached in \(areaName(least.area)), \(inHundred(most.share).ofFigure(id(EvidenceMeasures.pocket(.share), at: most.area))) in \(areaName(most.area))."
        ))
    }
    let pockets = mine.filter(\.isPocket)
    for pocket in pockets {
      func printed(_ text: String, _ what: EvidenceMeasures.Pocket) -> String {
        text.ofFigure(id(EvidenceMeasures.pocket(what), at: pocket.area))
      }
      let reached = printed(say.number(pocket.reached), .reached)
      let children = printed(say.number(pocket.children), .children)
      let expected = printed(say.decimal(Double(pocket.children) * pocket.expectedRate, places: 0), .expected)
      lines.append(
        say(
          "\(areaName(pocket.area)): children reached: \(reached) of \(children). By the rest of the catchment and its need, \(expected) were to be expected."
        ))
    }
    if pockets.isEmpty { lines.append(say("No area is reached far less than its need and its neighbours let expect.")) }
    return Section("pockets", title, [.list(lines)])
  }
}
