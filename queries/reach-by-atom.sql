-- title: Reach by small area and set of catchments, with what is known of each count
-- asks: analyst
-- parameter: :cycle: the cycle's label
-- column: area: code of the small area; empty outside all of them
-- column: catchments: codes of the catchments joined by |
-- column: enrolled: children enrolled (c: hidden, between 1 and the most that a hidden count can be)
-- column: enrolled_low: the least they can be, children
-- column: enrolled_high: the most they can be, children
-- column: reached: of those, children with a visit to any centre in the cycle
-- column: reached_low: the least they can be, children
-- column: reached_high: the most they can be, children
-- column: sustained: of those, children with visits on enough different days
-- column: sustained_low: the least they can be, children
-- column: sustained_high: the most they can be, children
SELECT a.area, a.catchments,
  CASE WHEN p.enrolled_high BETWEEN 1 AND c.hide THEN 'c'
    ELSE CAST(p.enrolled / c.base + 0.5 AS INTEGER) * c.base END AS enrolled,
  p.enrolled_low, p.enrolled_high,
  CASE WHEN p.reached_high BETWEEN 1 AND c.hide THEN 'c'
    ELSE CAST(p.reached / c.base + 0.5 AS INTEGER) * c.base END AS reached,
  p.reached_low, p.reached_high,
  CASE WHEN p.sustained_high BETWEEN 1 AND c.hide THEN 'c'
    ELSE CAST(p.sustained / c.base + 0.5 AS INTEGER) * c.base END AS sustained,
  p.sustained_low, p.sustained_high
FROM people_by_atom p
JOIN atoms a ON a.cycle = p.cycle AND a.atom = p.atom AND a.kind = 'atom'
JOIN cycles c ON c.label = p.cycle
WHERE p.cycle = :cycle AND p.enrolled_high > 0
ORDER BY a.area, a.catchments;
