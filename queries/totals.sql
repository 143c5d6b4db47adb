-- title: Every number of the run, by path
-- asks: analyst; information governance officer
-- parameter: :cycle: the cycle's label
-- column: path: where the number stands: of the files, or below the label of a cycle
-- column: value: the number, of the unit that its path says
SELECT path, value FROM (
  SELECT 0 AS place, '' AS starts_on, id, path, value FROM file_totals WHERE cycle = :cycle
  UNION ALL
  SELECT 1, c.starts_on, t.id, t.cycle || '/' || t.path, t.value
  FROM totals t JOIN cycles c ON c.label = t.cycle
)
ORDER BY place, starts_on, id;
