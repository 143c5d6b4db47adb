-- title: Children who live in several catchments, or in none
-- asks: planner; lead of the authority
-- parameter: :cycle: the cycle's label
-- column: catchments: codes of the catchments joined by |; empty: in none
-- column: catchment_count: how many they are; 0: a gap, over 1: an overlap
-- column: areas: small areas that lie there, whole or in part
-- column: enrolled: children enrolled who live there
-- column: enrolled_low: the least they can be
-- column: enrolled_high: the most they can be
WITH s AS (
  SELECT a.cycle, a.catchments, count(DISTINCT nullif(a.area, '')) AS areas,
    sum(p.enrolled) AS enrolled, sum(p.enrolled_low) AS enrolled_low, sum(p.enrolled_high) AS enrolled_high,
    (SELECT count(*) FROM atom_catchments m WHERE m.cycle = a.cycle AND m.atom = min(a.atom)) AS catchment_count
  FROM atoms a JOIN people_by_atom p ON p.cycle = a.cycle AND p.atom = a.atom
  WHERE a.cycle = :cycle AND a.kind = 'atom' AND p.enrolled_high > 0
  GROUP BY a.cycle, a.catchments
)
SELECT s.catchments, s.catchment_count, s.areas,
  CASE WHEN s.enrolled_high BETWEEN 1 AND c.hide THEN 'c'
    ELSE CAST(s.enrolled / c.base + 0.5 AS INTEGER) * c.base END AS enrolled,
  s.enrolled_low, s.enrolled_high
FROM s JOIN cycles c ON c.label = s.cycle
WHERE s.catchment_count <> 1
ORDER BY s.catchment_count, s.catchments;
