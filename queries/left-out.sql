-- title: Rows that were left out, by file and reason
-- asks: analyst; whoever keeps the register
-- parameter: :cycle: the cycle's label
-- column: file: the file
-- column: reason: why
-- column: rows: rows left out; nothing in a release
-- column: first_rows: numbers of the first of them in the file
SELECT file, reason, rows, first_rows FROM rejects
WHERE cycle = :cycle
ORDER BY file, rows DESC, reason;
