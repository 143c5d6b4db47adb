extension Schema {
  /// What `Measures` made of the counts: a row a figure, so that an analyst finds in SQL what the pages print.
  static let figures: [Table] = [
    Table(
      name: "declared_measures",
      description: "Measures of the audit's own, as audit.yml declares them. declaration is JSON; it holds no count.",
      columns: "measure TEXT NOT NULL,\ndeclaration TEXT NOT NULL,\nUNIQUE (cycle, measure)", mayBeReleased: true),
    Table(
      name: "declared_analyses",
      description:
        "A composite index, access and clusters, as audit.yml declares them. declaration is JSON; it holds no count.",
      columns: "declaration TEXT NOT NULL,\nUNIQUE (cycle)", mayBeReleased: true),
    Table(
      name: "centre_distances",
      description: "From the middle of each area's people to each centre, in a straight line, metres.",
      columns: "area TEXT NOT NULL,\ncentre TEXT NOT NULL,\nmetres DOUBLE NOT NULL,\nUNIQUE (cycle, area, centre)",
      mayBeReleased: true),
    Table(
      name: "area_neighbours", description: "Areas within a metre of each other; each pair once.",
      columns: "area TEXT NOT NULL,\nother TEXT NOT NULL,\nUNIQUE (cycle, area, other)", mayBeReleased: true),
    Table(
      name: "centre_supply", description: "Offered hours a week of the services that access: names. Internal only.",
      columns: "centre TEXT NOT NULL,\nhours DOUBLE NOT NULL,\nUNIQUE (cycle, centre)"),
    Table(
      name: "figures",
      description: """
        Every figure with its interval (95 %), its spread over the rules and what must be known beside it. A release's are \
        computed anew from its released cells.
        """,
      columns: """
        figure TEXT NOT NULL,
        measure TEXT NOT NULL,
        kind TEXT NOT NULL,
        place TEXT NOT NULL,
        numerator DOUBLE,
        numerator_low DOUBLE,
        numerator_high DOUBLE,
        denominator DOUBLE,
        denominator_low DOUBLE,
        denominator_high DOUBLE,
        value DOUBLE,
        low DOUBLE,
        high DOUBLE,
        spread_low DOUBLE,
        spread_high DOUBLE,
        rule TEXT,
        flags TEXT NOT NULL,
        p DOUBLE,
        q DOUBLE,
        UNIQUE (cycle, figure)
        """, mayBeReleased: true),
    Table(
      name: "measures", description: "The dictionary: what each measure means. entry is JSON.",
      columns: """
        measure TEXT NOT NULL,
        title TEXT NOT NULL,
        question TEXT NOT NULL,
        unit TEXT NOT NULL,
        polarity TEXT NOT NULL,
        theme TEXT NOT NULL,
        version TEXT NOT NULL,
        entry TEXT NOT NULL,
        UNIQUE (cycle, measure)
        """, mayBeReleased: true),
  ]
}
