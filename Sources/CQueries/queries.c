#include "queries.h"

#include <stddef.h>

// The files of queries/, so that a copied program needs none of them. A test compares this list with the folder.
#pragma clang diagnostic ignored "-Wc23-extensions"

static const char area_weights[] = {
#embed "../../queries/area-weights.sql"
  , 0};
static const char reach_by_area[] = {
#embed "../../queries/reach-by-area.sql"
  , 0};
static const char reach_by_atom[] = {
#embed "../../queries/reach-by-atom.sql"
  , 0};
static const char reach_by_catchment[] = {
#embed "../../queries/reach-by-catchment.sql"
  , 0};
static const char tally_by_area[] = {
#embed "../../queries/tally-by-area.sql"
  , 0};
static const char tally_by_atom[] = {
#embed "../../queries/tally-by-atom.sql"
  , 0};
static const char tally_by_catchment[] = {
#embed "../../queries/tally-by-catchment.sql"
  , 0};
static const char totals[] = {
#embed "../../queries/totals.sql"
  , 0};

static const needs_query queries[] = {
  {"area-weights", area_weights},
  {"reach-by-area", reach_by_area},
  {"reach-by-atom", reach_by_atom},
  {"reach-by-catchment", reach_by_catchment},
  {"tally-by-area", tally_by_area},
  {"tally-by-atom", tally_by_atom},
  {"tally-by-catchment", tally_by_catchment},
  {"totals", totals},
};

const needs_query *needs_query_at(int index) {
  if (index < 0 || (size_t)index >= sizeof queries / sizeof queries[0]) return NULL;
  return &queries[index];
}
