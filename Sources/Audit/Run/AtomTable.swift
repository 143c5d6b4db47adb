import Geometry
import SpatialJoin
import Workspace

/// Numbers the atoms of a cycle: small area × exact set of catchments that hold a point.
struct AtomTable {
  private struct Key: Hashable {
    let area: Int32
    let catchments: [Int32]
  }

  private var numbers: [Key: Int32] = [:]
  private var keys: [Key] = []
  private var surfaces: [Double] = []

  /// Starts with the atoms that the geometry has: every area cut by the catchments' borders.
  init(_ partition: [AtomSurface]) {
    for part in partition {
      let number = number(area: Int32(part.area), catchments: part.catchments.map(Int32.init))
      surfaces[Int(number)] += part.surface
    }
  }

  /// How many atoms there are.
  var count: Int { keys.count }

  /// The area's index of an atom; -1 outside every area.
  func area(of atom: Int32) -> Int32 { keys[Int(atom)].area }

  /// The catchments' indices of an atom.
  func catchments(of atom: Int32) -> [Int32] { keys[Int(atom)].catchments }

  /// The atom of a point that lies in an area (-1: in none) and a set of catchments, ascending.
  mutating func number(area: Int32, catchments: [Int32]) -> Int32 {
    let key = Key(area: area, catchments: catchments)
    if let number = numbers[key] { return number }
    let number = Int32(keys.count)
    numbers[key] = number
    keys.append(key)
    surfaces.append(0)
    return number
  }

  /// The atoms sorted by area and catchments, and for each number its place in that order.
  func sorted(areas: [String], catchments: [String]) -> (atoms: [CycleContent.Atom], order: [Int]) {
    let atoms = keys.enumerated().map { index, key in
      CycleContent.Atom(
        area: key.area < 0 ? "" : areas[Int(key.area)], catchments: key.catchments.map { catchments[Int($0)] },
        surface: surfaces[index])
    }
    let order = atoms.indices.sorted {
      (atoms[$0].area, atoms[$0].catchments.joined(separator: "|"))
        < (atoms[$1].area, atoms[$1].catchments.joined(separator: "|"))
    }
    var places = [Int](repeating: 0, count: atoms.count)
    for (place, index) in order.enumerated() { places[index] = place }
    return (order.map { atoms[$0] }, places)
  }
}
