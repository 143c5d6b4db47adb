extension CycleFacts {
  /// The name of a catchment: its own, that of its centre where it has none, or its code.
  public func name(of catchment: CatchmentFacts) -> String {
    if catchment.name != catchment.code, !catchment.name.isEmpty { return catchment.name }
    return centreName(catchment.code)
  }

  /// The name of the catchment with a code, or the code where there is none.
  public func catchmentName(_ code: String) -> String {
    catchments.first { $0.code == code }.map { name(of: $0) } ?? code
  }

  /// The name of the centre with a code, or the code where there is none.
  public func centreName(_ code: String) -> String { centres.first { $0.code == code }?.name ?? code }
}
