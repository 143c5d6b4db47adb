import Workspace

extension CycleFacts {
  /// The id of this cycle's figure of a measure at a place, of the whole authority where none is given.
  public func figureID(_ measure: String, at place: String = Figure.authorityPlace) -> String {
    Figure.id(measure: measure, place: place, cycle: cycle.label)
  }
}
