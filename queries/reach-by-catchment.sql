-- title: Reach by catchment, with what is known of each count
-- asks: head of a centre; lead of the authority
-- parameter: :cycle: the cycle's label
-- parameter: :catchment: a catchment's code, or null for all
-- column: catchment: code of the catchment
-- column: enrolled: children enrolled (c: hidden, between 1 and the most that a hidden count can be)
-- column: enrolled_low: the least they can be, children
-- column: enrolled_high: the most they can be, children
-- column: reached: of those, children with a visit to any centre in the cycle
-- column: reached_low: the least they can be, children
-- column: reached_high: the most they can be, children
-- column: sustained: of those, children with visits on enough different days
-- column: sustained_low: the least they can be, children
-- column: sustained_high: the most they can be, children
SELECT p.catchment,
  CASE WHEN p.enrolled_high BETWEEN 1 AND c.hide THEN 'c'
    ELSE CAST(p.enrolled / c.base + 0.5 AS INTEGER) * c.base END AS enrolled,
  p.enrolled_low, p.enrolled_high,
  CASE WHEN p.reached_high BETWEEN 1 AND c.hide THEN 'c'
    ELSE CAST(p.reached / c.base + 0.5 AS INTEGER) * c.base END AS reached,
  p.reached_low, p.reached_high,
  CASE WHEN p.sustained_high BETWEEN 1 AND c.hide THEN 'c'
    ELSE CAST(p.sustained / c.base + 0.5 AS INTEGER) * c.base END AS sustained,
  p.sustained_low, p.sustained_high
FROM people_by_catchment p
JOIN cycles c ON c.label = p.cycle
WHERE p.cycle = :cycle AND (:catchment IS NULL OR p.catchment = :catchment)
ORDER BY p.catchment;
