extension Schema {
  /// Counts of children and visits.
  static let counts: [Table] = [
    Table(
      name: "tallies",
      description: """
        Counts by atom, split one way at a time (by: all, group, service, month, centre). Distinct children add up over \
        atoms and over nothing else. low and high are the least and the most that the count can be.
        """,
      columns: """
        atom INTEGER NOT NULL,
        measure TEXT NOT NULL,
        by TEXT NOT NULL,
        key TEXT NOT NULL,
        value DOUBLE NOT NULL,
        low INTEGER NOT NULL,
        high INTEGER NOT NULL,
        UNIQUE (by, cycle, atom, measure, key)
        """, mayBeReleased: true, extra: peopleViews),
    Table(
      name: "centre_visits",
      description:
        "All visits by centre used, whoever came, split one way at a time (by: all, service, month, visitor).",
      columns: """
        centre TEXT NOT NULL,
        by TEXT NOT NULL,
        key TEXT NOT NULL,
        value DOUBLE NOT NULL,
        low INTEGER NOT NULL,
        high INTEGER NOT NULL,
        UNIQUE (cycle, centre, by, key)
        """, mayBeReleased: true),
    Table(
      name: "withheld",
      description: """
        What a release does not show: of a catchment set (atom) or of a centre, the counts by group, service, centre, \
        month, or all visits. Empty in a workspace of exact counts.
        """,
      columns: """
        atom INTEGER,
        centre TEXT NOT NULL,
        by TEXT NOT NULL
        """, mayBeReleased: true,
      extra: splitViews),
    Table(
      name: "family_counts",
      description: "Distinct families at one place (kind: area, catchment, atom, authority). They never add up.",
      columns: """
        kind TEXT NOT NULL,
        code TEXT NOT NULL,
        families INTEGER NOT NULL,
        reached INTEGER NOT NULL,
        UNIQUE (cycle, kind, code)
        """),
    Table(
      name: "paired_counts",
      description: """
        Children counted in this cycle and in the one before (since) who lived in the place both times, by whether they \
        were reached, reached here or sustained: both times, only then, only now, neither. Internal only.
        """,
      columns: """
        since TEXT NOT NULL,
        kind TEXT NOT NULL,
        place TEXT NOT NULL,
        measure TEXT NOT NULL,
        both INTEGER NOT NULL,
        then_only INTEGER NOT NULL,
        now_only INTEGER NOT NULL,
        neither INTEGER NOT NULL,
        UNIQUE (cycle, kind, place, measure)
        """),
  ]

  private static let peopleOfAtoms = """
    coalesce(sum(p.enrolled), 0) AS enrolled,
      coalesce(sum(p.enrolled_low), 0) AS enrolled_low, coalesce(sum(p.enrolled_high), 0) AS enrolled_high,
      coalesce(sum(p.reached), 0) AS reached,
      coalesce(sum(p.reached_low), 0) AS reached_low, coalesce(sum(p.reached_high), 0) AS reached_high,
      coalesce(sum(p.sustained), 0) AS sustained,
      coalesce(sum(p.sustained_low), 0) AS sustained_low, coalesce(sum(p.sustained_high), 0) AS sustained_high,
      coalesce(sum(p.visits), 0) AS visits
    """

  /// The only place where people are added up: queries, pages and figures all select from these.
  private static let peopleViews = """
    CREATE VIEW people_by_atom AS
    SELECT cycle, atom,
      sum(CASE measure WHEN 'enrolled' THEN value ELSE 0 END) AS enrolled,
      sum(CASE measure WHEN 'enrolled' THEN low ELSE 0 END) AS enrolled_low,
      sum(CASE measure WHEN 'enrolled' THEN high ELSE 0 END) AS enrolled_high,
      sum(CASE measure WHEN 'reached' THEN value ELSE 0 END) AS reached,
      sum(CASE measure WHEN 'reached' THEN low ELSE 0 END) AS reached_low,
      sum(CASE measure WHEN 'reached' THEN high ELSE 0 END) AS reached_high,
      sum(CASE measure WHEN 'sustained' THEN value ELSE 0 END) AS sustained,
      sum(CASE measure WHEN 'sustained' THEN low ELSE 0 END) AS sustained_low,
      sum(CASE measure WHEN 'sustained' THEN high ELSE 0 END) AS sustained_high,
      sum(CASE measure WHEN 'visits' THEN value ELSE 0 END) AS visits
    FROM tallies WHERE by = 'all' GROUP BY cycle, atom;

    CREATE VIEW people_by_area AS
    SELECT a.cycle, a.code AS area,
      \(peopleOfAtoms)
    FROM areas a
    LEFT JOIN atoms t ON t.cycle = a.cycle AND t.kind = 'atom' AND t.area = a.code
    LEFT JOIN people_by_atom p ON p.cycle = t.cycle AND p.atom = t.atom
    GROUP BY a.cycle, a.code;

    CREATE VIEW people_by_catchment AS
    SELECT c.cycle, c.code AS catchment,
      \(peopleOfAtoms)
    FROM catchments c
    LEFT JOIN atom_catchments t ON t.cycle = c.cycle AND t.catchment = c.code
    LEFT JOIN people_by_atom p ON p.cycle = t.cycle AND p.atom = t.atom
    GROUP BY c.cycle, c.code;
    """

  /// Splits added up over a catchment. What a release withholds of a set widens the bounds: there may be nobody of a group
  /// in it, or all of its children. Only where every set is withheld is the sum.
  private static let splitViews = """
    CREATE VIEW people_by_set AS
    SELECT s.cycle, s.atom, s.catchments, sum(p.enrolled_high) AS enrolled_high,
      sum(p.reached_high) AS reached_high, sum(p.sustained_high) AS sustained_high
    FROM atoms s
    JOIN atoms t ON t.cycle = s.cycle AND t.kind = 'atom' AND t.catchments = s.catchments
    JOIN people_by_atom p ON p.cycle = t.cycle AND p.atom = t.atom
    WHERE s.kind = 'set'
    GROUP BY s.cycle, s.atom;

    CREATE VIEW withheld_by_catchment AS
    SELECT x.cycle, x.catchment, x.by, x.enrolled, x.reached, x.sustained, NOT EXISTS (
        SELECT 1 FROM people_by_set p
        JOIN atom_catchments m ON m.cycle = p.cycle AND m.atom = p.atom
        WHERE p.cycle = x.cycle AND m.catchment = x.catchment AND p.enrolled_high > 0 AND NOT EXISTS (
          SELECT 1 FROM withheld w WHERE w.cycle = p.cycle AND w.atom = p.atom AND w.by = x.by)
      ) AS is_whole
    FROM (
      SELECT w.cycle, coalesce(c.catchment, '') AS catchment, w.by, sum(p.enrolled_high) AS enrolled,
        sum(p.reached_high) AS reached, sum(p.sustained_high) AS sustained
      FROM withheld w
      JOIN people_by_set p ON p.cycle = w.cycle AND p.atom = w.atom
      LEFT JOIN atom_catchments c ON c.cycle = w.cycle AND c.atom = w.atom
      GROUP BY w.cycle, coalesce(c.catchment, ''), w.by
    ) x;

    CREATE VIEW splits_by_catchment AS
    SELECT s.cycle, s.catchment, s.measure, s.by, s.key, s.value, s.low,
      s.high + coalesce(
        CASE s.measure WHEN 'enrolled' THEN w.enrolled WHEN 'reached' THEN w.reached
          WHEN 'sustained' THEN w.sustained END, 0) AS high
    FROM (
      SELECT t.cycle, coalesce(c.catchment, '') AS catchment, t.measure, t.by, t.key,
        sum(t.value) AS value, sum(t.low) AS low, sum(t.high) AS high
      FROM tallies t LEFT JOIN atom_catchments c ON c.cycle = t.cycle AND c.atom = t.atom
      WHERE t.by <> 'all'
      GROUP BY t.cycle, coalesce(c.catchment, ''), t.measure, t.by, t.key
    ) s
    LEFT JOIN withheld_by_catchment w ON w.cycle = s.cycle AND w.catchment = s.catchment AND w.by = s.by;
    """
}
