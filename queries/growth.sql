-- title: Enrolled and reached since the cycle before, by catchment
-- asks: lead of the authority; head of a centre
-- parameter: :cycle: the cycle's label
-- parameter: :catchment: a catchment's code, or null for all
-- column: catchment: code of the catchment
-- column: before: the cycle before; empty where there is none
-- column: enrolled_before: children enrolled then
-- column: enrolled: children enrolled now
-- column: enrolled_change_low: the least that the change can be, children
-- column: enrolled_change_high: the most that it can be
-- column: reached_before: children reached then
-- column: reached: children reached now
-- column: reached_change_low: the least that the change can be, children
-- column: reached_change_high: the most that it can be
WITH before AS (
  SELECT label, hide, base FROM cycles
  WHERE starts_on < (SELECT starts_on FROM cycles WHERE label = :cycle)
  ORDER BY starts_on DESC, label DESC LIMIT 1
)
SELECT p.catchment, b.label AS before,
  CASE WHEN o.enrolled_high BETWEEN 1 AND b.hide THEN 'c'
    ELSE CAST(o.enrolled / b.base + 0.5 AS INTEGER) * b.base END AS enrolled_before,
  CASE WHEN p.enrolled_high BETWEEN 1 AND c.hide THEN 'c'
    ELSE CAST(p.enrolled / c.base + 0.5 AS INTEGER) * c.base END AS enrolled,
  p.enrolled_low - o.enrolled_high AS enrolled_change_low,
  p.enrolled_high - o.enrolled_low AS enrolled_change_high,
  CASE WHEN o.reached_high BETWEEN 1 AND b.hide THEN 'c'
    ELSE CAST(o.reached / b.base + 0.5 AS INTEGER) * b.base END AS reached_before,
  CASE WHEN p.reached_high BETWEEN 1 AND c.hide THEN 'c'
    ELSE CAST(p.reached / c.base + 0.5 AS INTEGER) * c.base END AS reached,
  p.reached_low - o.reached_high AS reached_change_low,
  p.reached_high - o.reached_low AS reached_change_high
FROM people_by_catchment p
JOIN cycles c ON c.label = p.cycle
LEFT JOIN before b ON true
LEFT JOIN people_by_catchment o ON o.cycle = b.label AND o.catchment = p.catchment
WHERE p.cycle = :cycle AND (:catchment IS NULL OR p.catchment = :catchment)
ORDER BY p.catchment;
