-- title: The files that the cycle was made of
-- asks: analyst; information governance officer
-- parameter: :cycle: the cycle's label
-- column: role: what the file was taken for
-- column: file: its name in audit.yml
-- column: sha256: hash of its bytes; empty in a release for a file with children or visits
-- column: rows: rows or features read; likewise
-- column: used: rows or features used; likewise
-- column: reading: what was assumed when it was read
-- column: licence: the licence, where known
SELECT p.role, p.file, p.sha256,
  CASE WHEN c.hide > 0 AND p.is_personal = 1 THEN NULL ELSE p.rows END AS rows,
  CASE WHEN c.hide > 0 THEN NULL ELSE p.used END AS used,
  p.reading, p.licence
FROM provenance p JOIN cycles c ON c.label = p.cycle
WHERE p.cycle = :cycle
ORDER BY p.id;
