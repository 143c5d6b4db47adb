-- title: Which centres the children of each catchment use: containment and leakage
-- asks: head of a centre; lead of the authority
-- parameter: :cycle: the cycle's label
-- parameter: :catchment: a catchment's code, or null for all
-- column: catchment: code of the catchment where the children live; empty: of none
-- column: centre: id of the centre used; empty where the row names none
-- column: own: 1 where it is the catchment's own centre, else 0
-- column: children: children who live there and visited it (c: hidden, w: withheld)
-- column: children_low: the least they can be
-- column: children_high: the most they can be
-- column: visits: their visits to it, rows; empty in a release
-- column: visits_all: visits of the catchment's children to any centre, rows; empty in a release
WITH s AS (
  SELECT cycle, catchment, key,
    sum(CASE WHEN measure = 'reached' THEN value END) AS children,
    sum(CASE WHEN measure = 'reached' THEN low END) AS children_low,
    sum(CASE WHEN measure = 'reached' THEN high END) AS children_high,
    sum(CASE WHEN measure = 'visits' THEN value ELSE 0 END) AS visits
  FROM splits_by_catchment WHERE cycle = :cycle AND by = 'centre'
  GROUP BY cycle, catchment, key
)
SELECT s.catchment, s.key AS centre, s.key = s.catchment AND s.key <> '' AS own,
  CASE WHEN w.by IS NOT NULL THEN 'w' WHEN s.children_high BETWEEN 1 AND c.hide THEN 'c'
    ELSE CAST(s.children / c.base + 0.5 AS INTEGER) * c.base END AS children,
  CASE WHEN w.by IS NULL THEN s.children_low END AS children_low,
  CASE WHEN w.by IS NULL THEN s.children_high END AS children_high,
  CASE WHEN c.hide = 0 THEN CAST(s.visits AS INTEGER) END AS visits,
  CASE WHEN c.hide = 0 THEN CAST(sum(s.visits) OVER (PARTITION BY s.catchment) AS INTEGER) END AS visits_all
FROM s JOIN cycles c ON c.label = s.cycle
LEFT JOIN withheld_by_catchment w ON w.cycle = s.cycle AND w.catchment = s.catchment
  AND w.by = 'centre' AND w.is_whole
WHERE (:catchment IS NULL OR s.catchment = :catchment)
ORDER BY s.catchment, s.children DESC, s.key;
