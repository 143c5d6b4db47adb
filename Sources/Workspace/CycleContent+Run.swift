extension CycleContent {
  /// A number of the run with its path in `totals`.
  public struct Total: Hashable, Sendable {
    /// `children`, `grades/postcode-live`.
    public var path: String
    /// The number.
    public var value: Double
    /// Makes a total.
    public init(_ path: String, _ value: Double) {
      (self.path, self.value) = (path, value)
    }
  }

  /// An input file: what it was taken for and what was read of it.
  public struct InputFile: Hashable, Sendable {
    /// `areas`, `catchments`, `enrolments`, `service-use`, `population`, `indicators`…
    public var role: String
    /// The name as audit.yml gives it.
    public var file: String
    /// SHA-256 in hexadecimal.
    public var sha256: String
    /// Size in bytes.
    public var bytes: Int
    /// Rows or features read.
    public var rows: Int
    /// Rows or features used.
    public var used: Int
    /// What was assumed: encoding, separator, sheet, CRS and transform with its accuracy, dates.
    public var reading: String
    /// The recipe, the vintage.
    public var vintage: String
    /// The licence, where known.
    public var licence: String
    /// The words that the licence asks for.
    public var attribution: String
    /// Whether its rows are children or visits: its hash, size and rows stay out of a release.
    public var isPersonal: Bool
    /// Makes an entry.
    public init(
      role: String, file: String, sha256: String, bytes: Int, rows: Int, used: Int, reading: String,
      vintage: String = "", licence: String = "", attribution: String = "", isPersonal: Bool = false
    ) {
      self.role = role
      self.file = file
      self.sha256 = sha256
      self.bytes = bytes
      self.rows = rows
      self.used = used
      self.reading = reading
      self.vintage = vintage
      self.licence = licence
      self.attribution = attribution
      self.isPersonal = isPersonal
    }
  }

  /// Rows of one file that were left out for one reason.
  public struct Reject: Hashable, Sendable {
    /// The file's name.
    public var file: String
    /// The reason, in words.
    public var reason: String
    /// How many.
    public var rows: Int
    /// The first few row numbers.
    public var firstRows: [Int]
    /// Makes an entry.
    public init(file: String, reason: String, rows: Int, firstRows: [Int]) {
      (self.file, self.reason, self.rows, self.firstRows) = (file, reason, rows, firstRows)
    }
  }
}
