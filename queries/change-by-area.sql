-- title: Children by small area then and now, in this cycle's areas
-- asks: lead of the authority; head of a centre
-- parameter: :cycle: the cycle's label
-- column: area: code of the small area in this cycle
-- column: measure: children (of the eligible ages who live there), enrolled, reached, sustained
-- column: since: the cycle before; nothing is told in a first cycle or in a release
-- column: before: children then, in this cycle's area; empty where it is not known
-- column: after: children now
-- column: change: children, after less before
-- column: how: same (counted then in the same area), recounted (in this cycle's areas), shared-out (by a lookup), unknown
SELECT area, measure, since, before, after, after - before AS change, how
FROM area_changes
WHERE cycle = :cycle
ORDER BY measure, area;
