-- title: Children reached and in sustained use, by service and catchment
-- asks: head of a centre; planner
-- parameter: :cycle: the cycle's label
-- parameter: :catchment: a catchment's code, or null for all
-- column: catchment: code of the catchment; empty: children of none
-- column: service: the service; empty where the row names none
-- column: reached: children reached (c: hidden, w: withheld)
-- column: reached_low: the least they can be, children
-- column: reached_high: the most they can be, children
-- column: sustained: children in sustained use (c: hidden, w: withheld)
-- column: sustained_low: the least they can be, children
-- column: sustained_high: the most they can be, children
WITH s AS (
  SELECT t.cycle, t.catchment, t.key,
    coalesce(sum(CASE WHEN t.measure = 'reached' THEN t.value END), CASE WHEN c.hide = 0 THEN 0 END) AS reached,
    coalesce(sum(CASE WHEN t.measure = 'reached' THEN t.low END), CASE WHEN c.hide = 0 THEN 0 END) AS reached_low,
    coalesce(sum(CASE WHEN t.measure = 'reached' THEN t.high END), CASE WHEN c.hide = 0 THEN 0 END) AS reached_high,
    coalesce(sum(CASE WHEN t.measure = 'sustained' THEN t.value END), CASE WHEN c.hide = 0 THEN 0 END) AS sustained,
    coalesce(sum(CASE WHEN t.measure = 'sustained' THEN t.low END), CASE WHEN c.hide = 0 THEN 0 END) AS sustained_low,
    coalesce(sum(CASE WHEN t.measure = 'sustained' THEN t.high END), CASE WHEN c.hide = 0 THEN 0 END) AS sustained_high
  FROM splits_by_catchment t JOIN cycles c ON c.label = t.cycle
  WHERE t.cycle = :cycle AND t.by = 'service'
  GROUP BY t.cycle, t.catchment, t.key
)
SELECT s.catchment, s.key AS service,
  CASE WHEN w.by IS NOT NULL THEN 'w' WHEN s.reached_high BETWEEN 1 AND c.hide THEN 'c'
    ELSE CAST(s.reached / c.base + 0.5 AS INTEGER) * c.base END AS reached,
  CASE WHEN w.by IS NULL THEN s.reached_low END AS reached_low,
  CASE WHEN w.by IS NULL THEN s.reached_high END AS reached_high,
  CASE WHEN w.by IS NOT NULL THEN 'w' WHEN s.sustained_high BETWEEN 1 AND c.hide THEN 'c'
    ELSE CAST(s.sustained / c.base + 0.5 AS INTEGER) * c.base END AS sustained,
  CASE WHEN w.by IS NULL THEN s.sustained_low END AS sustained_low,
  CASE WHEN w.by IS NULL THEN s.sustained_high END AS sustained_high
FROM s JOIN cycles c ON c.label = s.cycle
LEFT JOIN withheld_by_catchment w ON w.cycle = s.cycle AND w.catchment = s.catchment
  AND w.by = 'service' AND w.is_whole
WHERE (:catchment IS NULL OR s.catchment = :catchment)
ORDER BY s.catchment, s.key;
