import CGDAL
import Foundation

/// An open vector file of any format, and what was unpacked or copied for it, which goes away with it.
final class VectorFile {
  let dataset: GDALDatasetH
  /// GDAL's name of the format, "GeoJSON".
  let format: String
  private let container: Container

  private init(dataset: GDALDatasetH, container: Container) {
    self.dataset = dataset
    self.container = container
    format =
      GDALGetDatasetDriver(dataset).flatMap { GDALGetDriverShortName($0) }.map { String(cString: $0) } ?? "unknown"
  }

  deinit {
    GDALClose(dataset)
    container.remove()
  }

  /// Opens a file so that nothing in its folder changes.
  /// - Throws: `.noInput` where it is not there or cannot be read, `.data` where no driver makes sense of it.
  static func open(_ source: LayerSource, layer: String? = nil) throws(GeodataError) -> VectorFile {
    try InputFile.checkLayer(source.url, name: source.name)
    guard FileManager.default.isReadableFile(atPath: source.url.path) else {
      throw GeodataError(.noInput, "the file may not be read", file: source.name, advice: "ask for permission")
    }
    let container = try Container(source)
    var messages = GDALSetup.Messages()
    let drivers: [String]
    switch container.fileExtension {
    case "geojson":
      GDALSetup.registerUsual()
      drivers = ["GeoJSON"]
    case "gpkg":
      GDALSetup.registerUsual()
      drivers = ["GPKG"]
    default: drivers = GDALSetup.fileDrivers()
    }
    var dataset = open(container, drivers, messages)
    if dataset == nil, drivers.count == 1 {
      // A file may carry the wrong extension; if nothing else makes sense of it, the first driver's words count.
      let others = GDALSetup.Messages()
      dataset = open(container, GDALSetup.fileDrivers(), others)
      if dataset != nil { messages = others }
    }
    guard let dataset else {
      container.remove()
      throw GeodataError(
        .data, "the file is broken or of no format that can be read" + reason(messages.errors.first),
        file: source.name, advice: "export it again from the program it was drawn in")
    }
    return VectorFile(dataset: dataset, container: container)
  }

  /// Where GDAL stumbled ("At line 104, character 1551"); its other words may quote the file or the machine's paths.
  private static func reason(_ words: String?) -> String {
    guard let words, words.hasPrefix("At line"), let place = words.split(separator: ":").first else { return "" }
    return " (\(place.prefix(1).lowercased() + place.dropFirst()))"
  }

  private static func open(
    _ container: Container, _ drivers: [String], _ messages: GDALSetup.Messages
  ) -> GDALDatasetH? {
    var options: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
    for (key, value) in container.openOptions { options = CSLSetNameValue(options, key, value) }
    var allowed: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
    for driver in drivers { allowed = CSLAddString(allowed, driver) }
    defer {
      CSLDestroy(options)
      CSLDestroy(allowed)
    }
    return GDALSetup.listening(to: messages) {
      let constants = allowed.map { UnsafeRawPointer($0).assumingMemoryBound(to: UnsafePointer<CChar>?.self) }
      let settings = options.map { UnsafeRawPointer($0).assumingMemoryBound(to: UnsafePointer<CChar>?.self) }
      return GDALOpenEx(container.path, UInt32(GDAL_OF_VECTOR | GDAL_OF_READONLY), constants, settings, nil)
    }
  }
}
