-- title: Visits by the small area where they took place
-- asks: planner; analyst
-- parameter: :cycle: the cycle's label
-- column: area: code of the small area
-- column: visits_at: rows of service use whose own place lies in the area; empty in a release
SELECT a.code AS area,
  CASE WHEN c.hide = 0 THEN CAST(coalesce(sum(t.value), 0) AS INTEGER) END AS visits_at
FROM areas a
JOIN cycles c ON c.label = a.cycle
LEFT JOIN atoms m ON m.cycle = a.cycle AND m.area = a.code
LEFT JOIN tallies t ON t.cycle = m.cycle AND t.atom = m.atom AND t.measure = 'visits-at' AND t.by = 'all'
WHERE a.cycle = :cycle
GROUP BY a.code
ORDER BY a.code;
