extension Schema {
  /// What people said and what was made of it. None of it is released as it is, but for the text of claims that an officer
  /// lets go.
  ///
  /// Rows that files give go with their cycle when it is run again. What people add by hand is kept: those tables are not
  /// per cycle, and `in_cycle` says where a row belongs.
  static let evidence: [Table] = [
    Table(
      name: "voices", description: "Coded things that people said, from a file. No names, no narrative. Internal only.",
      columns: voiceColumns),
    Table(
      name: "voice_catchments",
      description:
        "The catchments in which a voice was said, where a postcode told. No postcode is kept. Internal only.",
      columns: "voice TEXT NOT NULL,\ncatchment TEXT NOT NULL"),
    Table(
      name: "codebook", description: "The words by which evidence is coded, and the group columns that voices carry.",
      columns: "kind TEXT NOT NULL,\ncode TEXT NOT NULL,\nmeaning TEXT NOT NULL,\nUNIQUE (cycle, kind, code)"),
    Table(
      name: "askings", description: "What asking cost those who were asked, from files. Internal only.",
      columns: askingColumns),
    Table(
      name: "surveys", description: "Surveys with asked, answered and agreed. Internal only.",
      columns: """
        survey TEXT NOT NULL,
        date TEXT NOT NULL,
        "group" TEXT NOT NULL,
        theme TEXT NOT NULL,
        asked INTEGER NOT NULL,
        answered INTEGER NOT NULL,
        agree INTEGER NOT NULL
        """),
    Table(
      name: "offers", description: "What is given: service, provider, hours, funder, cost and end of funding.",
      columns: """
        offer TEXT NOT NULL,
        centre TEXT NOT NULL,
        service TEXT NOT NULL,
        theme TEXT NOT NULL,
        provider TEXT NOT NULL,
        hours_per_week DOUBLE,
        languages TEXT NOT NULL,
        age_from INTEGER,
        age_to INTEGER,
        funder TEXT NOT NULL,
        cost_per_year DOUBLE,
        fund_ends_on TEXT,
        volunteer_hours_per_week DOUBLE,
        flow TEXT NOT NULL
        """),
    Table(
      name: "changes",
      description: """
        Change of a count since the cycle before, in parts that add up: method, boundary, data, real. A part that is not \
        separable is null. Internal only.
        """,
      columns: """
        since TEXT NOT NULL,
        catchment TEXT NOT NULL,
        measure TEXT NOT NULL,
        before INTEGER NOT NULL,
        after INTEGER NOT NULL,
        method INTEGER,
        boundary INTEGER,
        data INTEGER,
        real INTEGER,
        UNIQUE (cycle, catchment, measure)
        """),
    Table(
      name: "area_changes",
      description:
        "Counts by small area then and now, in this cycle's areas, and how those of then came there. Internal only.",
      columns: """
        since TEXT NOT NULL,
        area TEXT NOT NULL,
        measure TEXT NOT NULL,
        before DOUBLE,
        after DOUBLE,
        how TEXT NOT NULL,
        UNIQUE (cycle, area, measure)
        """),
    Table(
      name: "area_links", description: "Which area of the cycle before became which of this one, by the lookup.",
      columns: "from_area TEXT NOT NULL,\nto_area TEXT NOT NULL,\nchange TEXT NOT NULL"),
    Table(
      name: "triggers", description: "When a new audit is advised before its time, as audit.yml declares it.",
      columns: "name TEXT NOT NULL,\nvalue DOUBLE NOT NULL,\nUNIQUE (cycle, name)"),
    Table(
      name: "voices_added", description: "Coded voices that were added by hand. Internal only.",
      columns: "in_cycle TEXT NOT NULL,\n" + voiceColumns, isPerCycle: false),
    Table(
      name: "voice_catchments_added",
      description: "The same as voice_catchments, of voices added by hand. Internal only.",
      columns: "in_cycle TEXT NOT NULL,\nvoice TEXT NOT NULL,\ncatchment TEXT NOT NULL", isPerCycle: false),
    Table(
      name: "askings_added", description: "What asking cost those who were asked, added by hand. Internal only.",
      columns: "in_cycle TEXT NOT NULL,\n" + askingColumns, isPerCycle: false),
    Table(
      name: "askings_told", description: "After which occasions how many were told what came of it. Internal only.",
      columns: "in_cycle TEXT NOT NULL,\nkind TEXT NOT NULL,\noccasion TEXT NOT NULL,\ntold INTEGER NOT NULL",
      isPerCycle: false),
    Table(
      name: "intelligence_scores", description: "Whether intelligence came true: hit or miss. Internal only.",
      columns: """
        in_cycle TEXT NOT NULL,
        voice TEXT NOT NULL,
        outcome TEXT NOT NULL,
        scored_on TEXT NOT NULL
        """, isPerCycle: false),
    Table(
      name: "claims", description: "Statements of need that can be tested. They live on from cycle to cycle.",
      columns: """
        claim TEXT NOT NULL UNIQUE,
        in_cycle TEXT NOT NULL,
        \(claimColumns),
        origin TEXT NOT NULL
        """, isPerCycle: false),
    Table(
      name: "released_claims",
      description: """
        Claims that an officer let go: what people say is needed, where they say that it stands, and the day of its last \
        test. What the figures say is worked out from this file's own cells.
        """,
      columns: """
        claim TEXT NOT NULL,
        opened_in TEXT NOT NULL,
        \(claimColumns),
        tested_on TEXT,
        UNIQUE (cycle, claim)
        """, mayBeReleased: true),
    Table(
      name: "claim_tests", description: "Tests of claims in the locality. Internal only.",
      columns: """
        in_cycle TEXT NOT NULL,
        claim TEXT NOT NULL,
        date TEXT NOT NULL,
        outcome TEXT NOT NULL,
        asked INTEGER NOT NULL,
        agreed INTEGER,
        told_back TEXT NOT NULL,
        grade TEXT NOT NULL
        """, isPerCycle: false),
    Table(
      name: "responses", description: "What is done about a claim, by whom, and how it stands.",
      columns: """
        in_cycle TEXT NOT NULL,
        response TEXT NOT NULL UNIQUE,
        claim TEXT NOT NULL,
        offer TEXT NOT NULL,
        what TEXT NOT NULL,
        partner_role TEXT NOT NULL,
        owner_role TEXT NOT NULL,
        target TEXT NOT NULL,
        status TEXT NOT NULL,
        due TEXT
        """, isPerCycle: false),
    Table(
      name: "amendments",
      description: "What a later cycle changed in claims and responses; their own rows stay as their cycle left them.",
      columns: """
        in_cycle TEXT NOT NULL,
        kept_in TEXT NOT NULL,
        subject TEXT NOT NULL,
        field TEXT NOT NULL,
        value TEXT
        """, isPerCycle: false),
  ]

  private static let askingColumns = """
    kind TEXT NOT NULL,
    occasion TEXT NOT NULL,
    asked INTEGER NOT NULL,
    answered INTEGER NOT NULL,
    minutes DOUBLE,
    asked_before INTEGER,
    languages TEXT NOT NULL,
    told INTEGER
    """

  /// What a claim says, in its own table and in that of a release.
  private static let claimColumns = """
    place_kind TEXT NOT NULL,
    place TEXT NOT NULL,
    "group" TEXT NOT NULL,
    theme TEXT NOT NULL,
    measure TEXT NOT NULL,
    comparator TEXT NOT NULL,
    predicate TEXT NOT NULL,
    refuted_if TEXT NOT NULL,
    ask_whom TEXT NOT NULL,
    ask_where TEXT NOT NULL,
    due TEXT,
    owner_role TEXT NOT NULL,
    state TEXT NOT NULL
    """

  private static let voiceColumns = """
    voice TEXT NOT NULL,
    date TEXT NOT NULL,
    source TEXT NOT NULL,
    channel TEXT NOT NULL,
    "group" TEXT NOT NULL,
    theme TEXT NOT NULL,
    second TEXT,
    stance TEXT NOT NULL,
    place_kind TEXT NOT NULL,
    place TEXT NOT NULL,
    contributor TEXT NOT NULL,
    consent INTEGER NOT NULL,
    expires_on TEXT
    """
}
