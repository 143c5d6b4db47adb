-- title: What each area gives to a catchment's deprivation figures: its share, people, rank and score
-- asks: analyst
-- parameter: :cycle: the cycle's label
-- parameter: :catchment: a catchment's code, or null for all
-- column: catchment: code of the catchment
-- column: indicator: imd, income, idaci, …
-- column: area: code of the small area
-- column: rule: the rule by which the share was worked out
-- column: weight: share of the area that counts, 0 to 1, six places
-- column: people: people of the indicator's own denominator who live in the area
-- column: rank: national rank, 1 = most deprived
-- column: value: score, percentage or rate, as published
SELECT w.catchment, i.indicator, w.area, w.rule, round(w.weight, 6) AS weight, d.value AS people, v.rank, v.value
FROM weights w
JOIN indicators i ON i.cycle = w.cycle
JOIN indicator_values v ON v.cycle = w.cycle AND v.indicator = i.indicator AND v.area = w.area
LEFT JOIN denominators d ON d.cycle = w.cycle AND d.area = w.area
  AND d.denominator_set = coalesce(i.denominator_set, 'population')
WHERE w.cycle = :cycle AND w.weight > 0.000001 AND (:catchment IS NULL OR w.catchment = :catchment)
ORDER BY w.catchment, i.indicator, w.area, w.rule;
