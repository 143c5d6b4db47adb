-- title: Which centres the children of each small area use, and which of them most: the natural catchments
-- asks: local authority; planner; head of a centre
-- parameter: :cycle: the cycle's label
-- column: area: code of the small area where the children live
-- column: centre: id of the centre used; empty where the row names none
-- column: children: children who live there and visited it; no row in a release, which has them by catchment only
-- column: is_most: 1 where no other named centre was used by as many children of the area, else 0
WITH used AS (
  SELECT t.cycle, m.area, t.key AS centre, sum(t.value) AS children
  FROM tallies t
  JOIN atoms m ON m.cycle = t.cycle AND m.atom = t.atom AND m.kind = 'atom'
  WHERE t.cycle = :cycle AND t.by = 'centre' AND t.measure = 'reached' AND m.area <> ''
  GROUP BY t.cycle, m.area, t.key
)
SELECT u.area, u.centre, CAST(u.children AS INTEGER) AS children,
  u.centre <> '' AND NOT EXISTS (
    SELECT 1 FROM used o
    WHERE o.area = u.area AND o.centre <> u.centre AND o.centre <> '' AND o.children >= u.children
  ) AS is_most
FROM used u
ORDER BY u.area, u.children DESC, u.centre;
