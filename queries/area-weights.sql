-- title: The share of each area's surface inside each catchment
-- asks: analyst; planner
-- parameter: :cycle: the cycle's label
-- parameter: :catchment: a catchment's code, or null for all
-- column: catchment: code of the catchment
-- column: area: code of the small area
-- column: weight: share of the area's surface, 0 to 1, six places; over a millionth only
SELECT w.catchment, w.area, round(w.weight, 6) AS weight
FROM weights w
WHERE w.cycle = :cycle AND w.rule = 'area' AND w.weight > 0.000001
  AND (:catchment IS NULL OR w.catchment = :catchment)
ORDER BY w.catchment, w.area;
