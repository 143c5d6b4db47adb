-- title: The most deprived areas, those with the lowest reach first
-- asks: lead of the authority; planner
-- parameter: :cycle: the cycle's label
-- column: area: code of the small area
-- column: name: its name
-- column: rank: national rank of the index of multiple deprivation, 1 = most deprived
-- column: decile: national decile, 1 = most deprived
-- column: children: children of the eligible ages who live there
-- column: reached: of those, children with a visit to any centre
-- column: reached_low: the least they can be, children
-- column: reached_high: the most they can be, children
SELECT p.area, a.name, v.rank, v.decile, d.value AS children,
  CASE WHEN p.reached_high BETWEEN 1 AND c.hide THEN 'c'
    ELSE CAST(p.reached / c.base + 0.5 AS INTEGER) * c.base END AS reached,
  p.reached_low, p.reached_high
FROM people_by_area p
JOIN areas a ON a.cycle = p.cycle AND a.code = p.area
JOIN cycles c ON c.label = p.cycle
JOIN indicator_values v ON v.cycle = p.cycle AND v.area = p.area AND v.indicator = 'imd'
LEFT JOIN denominators d ON d.cycle = p.cycle AND d.area = p.area AND d.denominator_set = 'children'
WHERE p.cycle = :cycle AND v.decile <= 3
ORDER BY v.decile, p.reached / nullif(d.value, 0), p.area;
