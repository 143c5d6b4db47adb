/// One row of service use in the cycle. It lives in memory only.
public struct Visit: Sendable {
  /// The child's number; `casual` or `unknown` where there is no enrolled child.
  public var child: Int32
  /// The day, since 1970-01-01.
  public var day: Int32
  /// The month's number in the layout.
  public var month: Int32
  /// The centre's number in the layout.
  public var centre: Int32
  /// The service's number in the layout.
  public var service: Int32

  /// No child id.
  public static let casual: Int32 = -1
  /// A child id that is not enrolled.
  public static let unknown: Int32 = -2

  /// Makes a visit.
  public init(child: Int32, day: Int32, month: Int32, centre: Int32, service: Int32) {
    (self.child, self.day, self.month, self.centre, self.service) = (child, day, month, centre, service)
  }
}
