-- title: Children not reached, by small area: where outreach would find most
-- asks: outreach worker; head of a centre
-- parameter: :cycle: the cycle's label
-- column: area: code of the small area
-- column: name: its name
-- column: children: children of the eligible ages who live there
-- column: reached: of those, children with a visit to any centre
-- column: unreached: the rest, children
-- column: unreached_low: the least they can be, children
-- column: unreached_high: the most they can be, children
SELECT p.area, a.name, d.value AS children,
  CASE WHEN p.reached_high BETWEEN 1 AND c.hide THEN 'c'
    ELSE CAST(p.reached / c.base + 0.5 AS INTEGER) * c.base END AS reached,
  CAST(max(d.value - p.reached, 0) / c.base + 0.5 AS INTEGER) * c.base AS unreached,
  CAST(max(d.value - p.reached_high, 0) AS INTEGER) AS unreached_low,
  CAST(max(d.value - p.reached_low, 0) AS INTEGER) AS unreached_high
FROM people_by_area p
JOIN areas a ON a.cycle = p.cycle AND a.code = p.area
JOIN cycles c ON c.label = p.cycle
JOIN denominators d ON d.cycle = p.cycle AND d.area = p.area AND d.denominator_set = 'children'
WHERE p.cycle = :cycle AND d.value IS NOT NULL
ORDER BY d.value - p.reached DESC, p.area;
