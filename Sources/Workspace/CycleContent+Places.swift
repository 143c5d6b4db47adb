import Geometry
import Tally

extension CycleContent {
  /// A small area or a catchment.
  public struct Place: Sendable {
    /// The code, unique in its table.
    public var code: String
    /// The name, or the code where there is none.
    public var name: String
    /// m² in the analysis CRS.
    public var surface: Double
    /// The shape in the analysis CRS; nil where the file gave none.
    public var shape: MultiPolygon?
    /// Makes a place.
    public init(code: String, name: String, surface: Double, shape: MultiPolygon?) {
      (self.code, self.name, self.surface, self.shape) = (code, name, surface, shape)
    }
  }

  /// A place where services are given.
  public struct Centre: Sendable {
    /// The id; a catchment's own centre has its code.
    public var code: String
    /// The name.
    public var name: String
    /// Where it stands, in the analysis CRS.
    public var point: Point?
    /// Makes a centre.
    public init(code: String, name: String, point: Point?) {
      (self.code, self.name, self.point) = (code, name, point)
    }
  }

  /// Small area × exact set of catchments.
  public struct Atom: Hashable, Sendable {
    /// The area's code; empty: outside every area.
    public var area: String
    /// The catchments' codes, sorted.
    public var catchments: [String]
    /// m², by overlay; 0 where the shape is empty (points on borders only, or outside).
    public var surface: Double
    /// Whether it is a catchment set without its area, on which a release puts counts by group, service and centre.
    public var isSet = false
    /// Makes an atom.
    public init(area: String, catchments: [String], surface: Double) {
      (self.area, self.catchments, self.surface) = (area, catchments, surface)
    }
    /// Makes a catchment set.
    public init(set catchments: [String]) {
      self.init(area: "", catchments: catchments, surface: 0)
      isSet = true
    }
  }

  /// The share of an area that counts for a catchment by a rule. Only weights over 0.
  public struct Weight: Hashable, Sendable {
    /// The catchment's code.
    public var catchment: String
    /// The area's code.
    public var area: String
    /// The rule.
    public var rule: ApportionmentRule
    /// 0…1.
    public var weight: Double
    /// Makes a weight.
    public init(catchment: String, area: String, rule: ApportionmentRule, weight: Double) {
      (self.catchment, self.area, self.rule, self.weight) = (catchment, area, rule, weight)
    }
  }
}
