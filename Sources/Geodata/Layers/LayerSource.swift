import Foundation

/// Where a layer is and what audit.yml says about it.
public struct LayerSource: Hashable, Sendable {
  /// The file, or the folder of a file geodatabase.
  public var url: URL
  /// The file's name as audit.yml gives it; messages use it.
  public var name: String
  /// The layer's name where the file holds several; nil where it holds one.
  public var layer: String?
  /// The CRS as audit.yml states it; nil where the file has to say it.
  public var crs: String?
  /// The column of the code; nil numbers the features.
  public var codeColumn: String?
  /// The column of the name; nil leaves names empty.
  public var nameColumn: String?
  /// Further columns to keep, by the file's spelling; nil keeps none.
  public var attributeColumns: [String]?

  /// Says where a layer is.
  public init(
    url: URL, name: String? = nil, layer: String? = nil, crs: String? = nil, codeColumn: String? = nil,
    nameColumn: String? = nil, attributeColumns: [String]? = nil
  ) {
    self.url = url
    self.name = name ?? url.lastPathComponent
    self.layer = layer
    self.crs = crs
    self.codeColumn = codeColumn
    self.nameColumn = nameColumn
    self.attributeColumns = attributeColumns
  }
}
