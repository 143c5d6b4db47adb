-- title: All visits to each centre by month, whoever came
-- asks: head of a centre
-- parameter: :cycle: the cycle's label
-- column: centre: id of the centre; empty where the row names none
-- column: month: yyyy-mm; null where all are withheld
-- column: visits: rows of service use, casual visits included (c: hidden, w: all of the centre's withheld)
-- column: visits_low: the least they can be, rows
-- column: visits_high: the most they can be, rows
SELECT v.centre, v.key AS month,
  CASE WHEN v.high BETWEEN 1 AND c.hide THEN 'c'
    ELSE CAST(v.value / c.base + 0.5 AS INTEGER) * c.base END AS visits,
  v.low AS visits_low, v.high AS visits_high
FROM centre_visits v JOIN cycles c ON c.label = v.cycle
WHERE v.cycle = :cycle AND v.by = 'month'
UNION ALL
SELECT w.centre, NULL, 'w', NULL, NULL
FROM withheld w
WHERE w.cycle = :cycle AND w.atom IS NULL AND w.by = 'month'
ORDER BY 1, 2;
