-- title: Children, visits and families by catchment
-- asks: lead of the authority; head of a centre
-- parameter: :cycle: the cycle's label
-- parameter: :catchment: a catchment's code, or null for all
-- column: catchment: code of the catchment
-- column: enrolled: children enrolled (c: hidden, between 1 and the most that a hidden count can be)
-- column: reached: of those, children with a visit to any centre in the cycle
-- column: sustained: of those, children with visits on enough different days
-- column: visits: their visits, rows of service use; empty in a release
-- column: families: families of enrolled children; empty in a release or without family ids
-- column: families_reached: families of reached children; likewise
-- column: reached_here: children who live there with a visit to the catchment's own centre (w: withheld)
-- column: visits_here: their visits to it, rows; empty in a release
SELECT p.catchment,
  CASE WHEN p.enrolled_high BETWEEN 1 AND c.hide THEN 'c'
    ELSE CAST(p.enrolled / c.base + 0.5 AS INTEGER) * c.base END AS enrolled,
  CASE WHEN p.reached_high BETWEEN 1 AND c.hide THEN 'c'
    ELSE CAST(p.reached / c.base + 0.5 AS INTEGER) * c.base END AS reached,
  CASE WHEN p.sustained_high BETWEEN 1 AND c.hide THEN 'c'
    ELSE CAST(p.sustained / c.base + 0.5 AS INTEGER) * c.base END AS sustained,
  CASE WHEN c.hide = 0 THEN CAST(p.visits AS INTEGER) END AS visits,
  CASE WHEN c.hide = 0 AND c.families = 1 THEN coalesce(f.families, 0) END AS families,
  CASE WHEN c.hide = 0 AND c.families = 1 THEN coalesce(f.reached, 0) END AS families_reached,
  CASE WHEN w.is_whole THEN 'w'
    WHEN coalesce(r.high, w.reached) BETWEEN 1 AND c.hide THEN 'c'
    ELSE CAST(coalesce(r.value, 0) / c.base + 0.5 AS INTEGER) * c.base END AS reached_here,
  CASE WHEN c.hide = 0 THEN CAST(coalesce(v.value, 0) AS INTEGER) END AS visits_here
FROM people_by_catchment p
JOIN cycles c ON c.label = p.cycle
LEFT JOIN family_counts f ON f.cycle = p.cycle AND f.kind = 'catchment' AND f.code = p.catchment
LEFT JOIN splits_by_catchment r ON r.cycle = p.cycle AND r.catchment = p.catchment
  AND r.by = 'centre' AND r.key = p.catchment AND r.measure = 'reached'
LEFT JOIN splits_by_catchment v ON v.cycle = p.cycle AND v.catchment = p.catchment
  AND v.by = 'centre' AND v.key = p.catchment AND v.measure = 'visits'
LEFT JOIN withheld_by_catchment w ON w.cycle = p.cycle AND w.catchment = p.catchment AND w.by = 'centre'
WHERE p.cycle = :cycle AND (:catchment IS NULL OR p.catchment = :catchment)
ORDER BY p.catchment;
