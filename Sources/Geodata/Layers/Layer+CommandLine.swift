extension Layer {
  /// Reads a layer that was named on the command line: what is wrong with its columns or CRS was said there, not in
  /// audit.yml.
  ///
  /// - Parameter options: how to say it better: "say another --code or --crs".
  public static func read(
    _ source: LayerSource, analysisCRS: String, saidBy options: String
  ) throws(GeodataError) -> Layer {
    do {
      return try read(source, analysisCRS: analysisCRS)
    } catch  where error.kind == .configuration {
      var complaint = error.complaint
      complaint.advice = options
      throw GeodataError(.data, complaint)
    }
  }
}
