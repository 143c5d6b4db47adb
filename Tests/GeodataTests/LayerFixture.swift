import CGDAL
import Foundation

@testable import Geodata

/// Writes layers in other formats with GDAL, for tests of reading them.
enum LayerFixture {
  struct CannotWrite: Error {
    var words: [String]
  }

  /// Two areas in the British grid: A, a square kilometre with a hole of a hectare, named with an accent, and B, two
  /// squares apart. The code's column has more than ten letters.
  static let geoJSON = """
    {"type": "FeatureCollection", "name": "areas",
     "crs": {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::27700"}},
     "features": [
      {"type": "Feature", "properties": {"LSOA21_CODE": "B", "label": "Mill Lane"}, "geometry":
       {"type": "MultiPolygon", "coordinates": [
        [[[432000, 550000], [433000, 550000], [433000, 551000], [432000, 551000], [432000, 550000]]],
        [[[434000, 550000], [434500, 550000], [434500, 550500], [434000, 550500], [434000, 550000]]]]}},
      {"type": "Feature", "properties": {"LSOA21_CODE": "A", "label": "Café Row"}, "geometry":
       {"type": "Polygon", "coordinates": [
        [[430000, 550000], [431000, 550000], [431000, 551000], [430000, 551000], [430000, 550000]],
        [[430400, 550400], [430400, 550500], [430500, 550500], [430500, 550400], [430400, 550400]]]}}
     ]}
    """

  /// A folder with one file in it, converted from GeoJSON by ogr2ogr's own code.
  static func write(_ text: String = geoJSON, as name: String, _ arguments: [String]) throws -> TemporaryFile {
    GDALSetup.registerAll()
    let source = try TemporaryFile(text, "areas.geojson")
    let target = try TemporaryFile([], "placeholder")
    let url = target.url.deletingLastPathComponent().appendingPathComponent(name)
    let messages = GDALSetup.Messages()
    try GDALSetup.listening(to: messages) {
      guard let dataset = GDALOpenEx(source.url.path, UInt32(GDAL_OF_VECTOR), nil, nil, nil) else {
        throw CannotWrite(words: messages.errors)
      }
      defer { GDALClose(dataset) }
      var list: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
      for argument in arguments { list = CSLAddString(list, argument) }
      defer { CSLDestroy(list) }
      let options = GDALVectorTranslateOptionsNew(list, nil)
      defer { GDALVectorTranslateOptionsFree(options) }
      var inputs: [GDALDatasetH?] = [dataset]
      var failed: Int32 = 0
      let written = GDALVectorTranslate(url.path, nil, 1, &inputs, options, &failed)
      guard let written else { throw CannotWrite(words: messages.errors) }
      GDALClose(written)
    }
    _ = source
    return target
  }
}

extension LayerFixture {
  /// Adds a layer to a file that is there.
  static func append(_ text: String, to url: URL, _ arguments: [String]) throws {
    let added = try write(text, as: "added.gpkg", arguments.filter { $0 != "-update" })
    let messages = GDALSetup.Messages()
    try GDALSetup.listening(to: messages) {
      guard let source = GDALOpenEx(added.sibling("added.gpkg").path, UInt32(GDAL_OF_VECTOR), nil, nil, nil) else {
        throw CannotWrite(words: messages.errors)
      }
      defer { GDALClose(source) }
      guard let target = GDALOpenEx(url.path, UInt32(GDAL_OF_VECTOR | GDAL_OF_UPDATE), nil, nil, nil) else {
        throw CannotWrite(words: messages.errors)
      }
      defer { GDALClose(target) }
      let layer = GDALDatasetGetLayer(source, 0)
      guard GDALDatasetCopyLayer(target, layer, OGR_L_GetName(layer), nil) != nil else {
        throw CannotWrite(words: messages.errors)
      }
    }
  }

  /// Packs files into a zip by GDAL's virtual file system.
  static func zip(_ entries: [(path: String, data: Data)], to url: URL) throws {
    let root = "/vsizip/" + url.path
    // One handle on the archive keeps it open while its members are written.
    guard let archive = VSIFOpenL(root, "wb") else { throw CannotWrite(words: ["cannot open \(url.path)"]) }
    defer { VSIFCloseL(archive) }
    for entry in entries {
      guard let member = VSIFOpenL(root + "/" + entry.path, "wb") else {
        throw CannotWrite(words: ["cannot write \(entry.path)"])
      }
      let bytes = [UInt8](entry.data)
      let written = VSIFWriteL(bytes, 1, bytes.count, member)
      VSIFCloseL(member)
      guard written == bytes.count else { throw CannotWrite(words: ["cannot write \(entry.path)"]) }
    }
  }
}

extension TemporaryFile {
  /// A file beside this one.
  func sibling(_ name: String) -> URL { url.deletingLastPathComponent().appendingPathComponent(name) }

  /// The names and bytes of everything in the folder, to see whether anything changed.
  func contents() throws -> [String: Data] {
    let folder = url.deletingLastPathComponent()
    var contents: [String: Data] = [:]
    for case let name as String in FileManager.default.enumerator(atPath: folder.path) ?? .init() {
      var isFolder: ObjCBool = false
      let path = folder.appendingPathComponent(name)
      guard FileManager.default.fileExists(atPath: path.path, isDirectory: &isFolder), !isFolder.boolValue else {
        contents[name] = Data()
        continue
      }
      contents[name] = try Data(contentsOf: path)
    }
    return contents
  }
}
