import Foundation
import Measures
import Tally
import Workspace

/// Drawn places in a borough: what they are made of, and what lies in none.
struct DrawnBorough: Sendable {
  /// The file's name.
  let file: String
  let places: DrawnPlaces
  /// By place: the atoms that count, how many of them only in part, and the areas that they touch.
  let made: [(code: String, atoms: Int, cut: Int, areas: Int)]
  /// Children enrolled in atoms of no place.
  let outside: Count

  /// Puts drawn places in the catchments' stead; returns the borough with them.
  static func make(
    _ list: [DrawnPlace], file: String, in borough: Borough, content: CycleContent, making: DrawnPlaces.Making
  ) -> (borough: Borough, drawn: DrawnBorough) {
    let places = DrawnPlaces(
      list, of: content, making: making, threads: ProcessInfo.processInfo.activeProcessorCount)
    let parts = Dictionary(grouping: places.parts, by: \.place)
    let made = list.indices.map { index in
      let own = parts[index] ?? []
      return (
        code: list[index].code, atoms: own.count, cut: own.count { $0.share < 1 },
        areas: Set(own.map { content.atoms[$0.atom].area }).count
      )
    }
    let outsiders = Set(places.outside)
    let outside = content.tallies.filter { $0.by == "all" && $0.measure == "enrolled" && outsiders.contains($0.atom) }
      .reduce(Count.zero) { $0 + $1.count }
    return (
      Borough(placing: places, content: content, in: borough),
      DrawnBorough(file: file, places: places, made: made, outside: outside)
    )
  }
}

extension Comparison {
  /// What is to be said of the children whom no drawn place holds.
  var outsideNote: String? {
    drawn.map {
      "enrolled children in atoms of which no polygon holds half, so in no place: \(counts.long($0.outside))"
    }
  }

  /// What drawn places are made of.
  func madeOfSection() -> Section {
    guard let drawn else { return Section("made", say("What the places are made of"), []) }
    let isWhole = drawn.places.making == .atoms
    var blocks: [Block] = [
      .paragraph(
        isWhole
          ? say(
            "Each place is made of whole atoms: parts of small areas that lie in the same catchments. One belongs to a place if at least half of its surface lies in it."
          )
          : say(
            "Each place takes the share of every atom's numbers that its surface has in it. That is an estimate: where in an atom children live is not looked at."
          )),
      .table(
        Table(
          say("What each place is made of"),
          columns: [
            .init(noun), .init(say("Areas touched"), isNumeric: true), .init(say("Atoms"), isNumeric: true),
            .init(say("Of those cut"), isNumeric: true),
          ],
          rows: zip(drawn.places.places, drawn.made).map { place, made in
            [
              Cell(place.name, detail: place.name == place.code ? nil : place.code),
              Cell(say.number(made.areas), number: Double(made.areas)),
              Cell(say.number(made.atoms), number: Double(made.atoms)),
              Cell(say.number(made.cut), number: Double(made.cut)),
            ]
          })),
      .list([say("Enrolled children in atoms of no place: \(counts.long(drawn.outside)).")]),
      .note(say("No child was counted in a drawn line: that would tell who lives between two lines.")),
    ]
    if isWhole, drawn.made.contains(where: { $0.atoms == 0 }) {
      blocks.append(.notice(say("A place without an atom is smaller than half of any. It has no figure.")))
    }
    return Section("made", say("What the places are made of"), blocks)
  }
}
