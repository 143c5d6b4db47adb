extension Schema {
  /// How many people there are and what is known of areas.
  static let description: [Table] = [
    Table(
      name: "denominator_sets", description: "Kinds of denominator: whom they count, when, and who says so.",
      columns: """
        denominator_set TEXT NOT NULL,
        title TEXT NOT NULL,
        date TEXT,
        source TEXT NOT NULL,
        is_stale INTEGER NOT NULL,
        UNIQUE (cycle, denominator_set)
        """, mayBeReleased: true),
    Table(
      name: "denominators",
      description: "How many people an area has. state: given, missing, suppressed (low and high known), shared.",
      columns: """
        denominator_set TEXT NOT NULL,
        area TEXT NOT NULL,
        value DOUBLE,
        low DOUBLE,
        high DOUBLE,
        state TEXT NOT NULL,
        UNIQUE (cycle, denominator_set, area)
        """, mayBeReleased: true),
    Table(
      name: "indicators", description: "What each indicator is: the dictionary's entries.",
      columns: """
        indicator TEXT NOT NULL,
        title TEXT NOT NULL,
        theme TEXT NOT NULL,
        unit TEXT NOT NULL,
        polarity TEXT NOT NULL,
        rank_of INTEGER,
        vintage TEXT NOT NULL,
        source TEXT NOT NULL,
        licence TEXT NOT NULL,
        attribution TEXT NOT NULL,
        denominator_set TEXT,
        level TEXT NOT NULL,
        UNIQUE (cycle, indicator)
        """, mayBeReleased: true),
    Table(
      name: "indicator_values", description: "Indicators by area. What was not published is null, never 0.",
      columns: """
        indicator TEXT NOT NULL,
        area TEXT NOT NULL,
        value DOUBLE,
        rank DOUBLE,
        decile INTEGER,
        numerator DOUBLE,
        denominator DOUBLE,
        UNIQUE (cycle, indicator, area)
        """, mayBeReleased: true),
  ]
}
