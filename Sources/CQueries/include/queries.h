#ifndef NEEDS_QUERIES_H
#define NEEDS_QUERIES_H

/// A file of queries/ as it was when the program was built.
typedef struct {
  /// The file's name without its ending.
  const char *_Nonnull name;
  /// The file's text, in UTF-8, ending in 0.
  const char *_Nonnull sql;
} needs_query;

/// The query at a place, in the order of the names; a null pointer past the last.
const needs_query *_Nullable needs_query_at(int index);

#endif
