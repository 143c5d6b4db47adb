extension Schema {
  /// What a run read and what became of it.
  static let run: [Table] = [
    Table(
      name: "totals", description: "Numbers of the run, by path. Internal only.",
      columns: "path TEXT NOT NULL,\nvalue DOUBLE NOT NULL,\nUNIQUE (cycle, path)"),
    Table(
      name: "file_totals", description: "Numbers of the files that the cycle was made of, by path. Internal only.",
      columns: "path TEXT NOT NULL,\nvalue DOUBLE NOT NULL,\nUNIQUE (cycle, path)"),
    Table(
      name: "provenance",
      description: "The input files. Of a file with children or visits, hash, size and rows stay out of a release.",
      columns: """
        role TEXT NOT NULL,
        file TEXT NOT NULL,
        sha256 TEXT NOT NULL,
        bytes INTEGER NOT NULL,
        rows INTEGER NOT NULL,
        used INTEGER NOT NULL,
        reading TEXT NOT NULL,
        vintage TEXT NOT NULL,
        licence TEXT NOT NULL,
        attribution TEXT NOT NULL,
        is_personal INTEGER NOT NULL
        """, mayBeReleased: true),
    Table(
      name: "rejects", description: "Rows left out, by file and reason. Internal only.",
      columns: """
        file TEXT NOT NULL,
        reason TEXT NOT NULL,
        rows INTEGER NOT NULL,
        first_rows TEXT NOT NULL
        """),
    Table(
      name: "complaints", description: "What was complained of in the input files.",
      columns: """
        severity TEXT NOT NULL,
        what TEXT NOT NULL,
        file TEXT,
        row_number INTEGER,
        column_name TEXT,
        feature TEXT,
        advice TEXT,
        count INTEGER NOT NULL
        """, mayBeReleased: true),
  ]
}
