-- title: Who lives in each catchment: people of each kind, apportioned
-- asks: head of a centre; planner
-- parameter: :cycle: the cycle's label
-- parameter: :catchment: a catchment's code, or null for all
-- column: catchment: code of the catchment
-- column: denominator_set: whom it counts: children (of the eligible ages), age-0 to age-4, population, …
-- column: date: the day that it describes
-- column: people: people, by the cycle's rule, one place
-- column: least: the least over the rules that could be computed, people
-- column: most: the most over them, people
-- column: areas: small areas that count for the catchment by that rule
-- column: areas_without: of those, areas without a number
WITH apportioned AS (
  SELECT w.cycle, w.catchment, w.rule, d.denominator_set, sum(w.weight * d.value) AS people,
    count(*) AS areas, sum(d.value IS NULL) AS areas_without
  FROM weights w JOIN denominators d ON d.cycle = w.cycle AND d.area = w.area
  WHERE w.cycle = :cycle
  GROUP BY w.cycle, w.catchment, w.rule, d.denominator_set
), chosen AS (
  SELECT a.*, row_number() OVER (
      PARTITION BY a.catchment, a.denominator_set ORDER BY a.rule = c.rule DESC, a.rule = 'area' DESC, a.rule
    ) AS place,
    min(a.people) OVER (PARTITION BY a.catchment, a.denominator_set) AS least,
    max(a.people) OVER (PARTITION BY a.catchment, a.denominator_set) AS most
  FROM apportioned a JOIN cycles c ON c.label = a.cycle
)
SELECT a.catchment, a.denominator_set, s.date, round(a.people, 1) AS people, round(a.least, 1) AS least,
  round(a.most, 1) AS most, a.areas, a.areas_without
FROM chosen a
LEFT JOIN denominator_sets s ON s.cycle = a.cycle AND s.denominator_set = a.denominator_set
WHERE a.place = 1 AND (:catchment IS NULL OR a.catchment = :catchment)
ORDER BY a.catchment, a.denominator_set;
