-- title: How the children were located, and what was left out
-- asks: analyst; information governance officer
-- parameter: :cycle: the cycle's label
-- column: path: what was counted; grades/… says how the place was found
-- column: value: children or rows; agreement is a share, 0 to 1; nothing in a release
SELECT path, value FROM totals
WHERE cycle = :cycle AND (
  path IN ('children', 'located', 'outside_areas', 'too_old', 'not_born', 'agreement_with_published_lsoa')
  OR path LIKE 'grades/%' OR path LIKE 'not_located/%')
ORDER BY id;
