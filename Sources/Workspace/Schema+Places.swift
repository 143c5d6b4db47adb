extension Schema {
  /// Where things are: areas, catchments, centres, atoms and the weights between areas and catchments.
  static let places: [Table] = [
    Table(
      name: "areas", description: "Small areas. surface in square metres.",
      columns: """
        code TEXT NOT NULL,
        name TEXT NOT NULL,
        surface DOUBLE NOT NULL,
        UNIQUE (cycle, code)
        """, geometry: "MULTIPOLYGON", mayBeReleased: true),
    Table(
      name: "catchments", description: "Catchments. surface in square metres.",
      columns: """
        code TEXT NOT NULL,
        name TEXT NOT NULL,
        surface DOUBLE NOT NULL,
        UNIQUE (cycle, code)
        """, geometry: "MULTIPOLYGON", mayBeReleased: true),
    Table(
      name: "centres", description: "Places where services are given. A catchment's own centre has its code.",
      columns: """
        code TEXT NOT NULL,
        name TEXT NOT NULL,
        UNIQUE (cycle, code)
        """, geometry: "POINT", mayBeReleased: true),
    Table(
      name: "atoms",
      description: """
        Small area x set of catchments (codes joined by |); an empty area is outside every area. Rows of kind 'set' \
        have no area: a release's counts by catchment set stand on them.
        """,
      columns: """
        atom INTEGER NOT NULL,
        kind TEXT NOT NULL,
        area TEXT,
        catchments TEXT NOT NULL,
        surface DOUBLE,
        UNIQUE (cycle, atom)
        """, mayBeReleased: true),
    Table(
      name: "atom_catchments", description: "The catchments of each atom, a row each.",
      columns: """
        atom INTEGER NOT NULL,
        catchment TEXT NOT NULL,
        UNIQUE (cycle, catchment, atom)
        """, mayBeReleased: true),
    Table(
      name: "weights",
      description:
        "The share (0 to 1) of an area that counts for a catchment, by rule: area, population, best-fit, half.",
      columns: """
        catchment TEXT NOT NULL,
        area TEXT NOT NULL,
        rule TEXT NOT NULL,
        weight DOUBLE NOT NULL,
        UNIQUE (cycle, rule, catchment, area)
        """, mayBeReleased: true),
  ]
}
