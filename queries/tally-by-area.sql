-- title: Children, visits and families by small area
-- asks: lead of the authority; analyst
-- parameter: :cycle: the cycle's label
-- column: area: code of the small area
-- column: enrolled: children enrolled (c: hidden, between 1 and the most that a hidden count can be)
-- column: reached: of those, children with a visit to any centre in the cycle
-- column: sustained: of those, children with visits on enough different days
-- column: visits: their visits, rows of service use; empty in a release
-- column: families: families of enrolled children; empty in a release or without family ids
-- column: families_reached: families of reached children; likewise
SELECT p.area,
  CASE WHEN p.enrolled_high BETWEEN 1 AND c.hide THEN 'c'
    ELSE CAST(p.enrolled / c.base + 0.5 AS INTEGER) * c.base END AS enrolled,
  CASE WHEN p.reached_high BETWEEN 1 AND c.hide THEN 'c'
    ELSE CAST(p.reached / c.base + 0.5 AS INTEGER) * c.base END AS reached,
  CASE WHEN p.sustained_high BETWEEN 1 AND c.hide THEN 'c'
    ELSE CAST(p.sustained / c.base + 0.5 AS INTEGER) * c.base END AS sustained,
  CASE WHEN c.hide = 0 THEN CAST(p.visits AS INTEGER) END AS visits,
  CASE WHEN c.hide = 0 AND c.families = 1 THEN coalesce(f.families, 0) END AS families,
  CASE WHEN c.hide = 0 AND c.families = 1 THEN coalesce(f.reached, 0) END AS families_reached
FROM people_by_area p
JOIN cycles c ON c.label = p.cycle
LEFT JOIN family_counts f ON f.cycle = p.cycle AND f.kind = 'area' AND f.code = p.area
WHERE p.cycle = :cycle
ORDER BY p.area;
