#include "queries.h"

#include <stddef.h>

// The files of queries/, so that a copied program needs none of them. A test compares this list with the folder.
#pragma clang diagnostic ignored "-Wc23-extensions"

static const char area_weights[] = {
#embed "../../queries/area-weights.sql"
  , 0};
static const char centres_used_by_area[] = {
#embed "../../queries/centres-used-by-area.sql"
  , 0};
static const char change_by_area[] = {
#embed "../../queries/change-by-area.sql"
  , 0};
static const char containment[] = {
#embed "../../queries/containment.sql"
  , 0};
static const char deprivation_members[] = {
#embed "../../queries/deprivation-members.sql"
  , 0};
static const char groups[] = {
#embed "../../queries/groups.sql"
  , 0};
static const char growth[] = {
#embed "../../queries/growth.sql"
  , 0};
static const char left_out[] = {
#embed "../../queries/left-out.sql"
  , 0};
static const char match_quality[] = {
#embed "../../queries/match-quality.sql"
  , 0};
static const char most_deprived_least_reached[] = {
#embed "../../queries/most-deprived-least-reached.sql"
  , 0};
static const char overlaps_and_gaps[] = {
#embed "../../queries/overlaps-and-gaps.sql"
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
static const char sources[] = {
#embed "../../queries/sources.sql"
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
static const char unreached[] = {
#embed "../../queries/unreached.sql"
  , 0};
static const char use_by_service[] = {
#embed "../../queries/use-by-service.sql"
  , 0};
static const char visits_at_by_area[] = {
#embed "../../queries/visits-at-by-area.sql"
  , 0};
static const char visits_by_month[] = {
#embed "../../queries/visits-by-month.sql"
  , 0};
static const char visits_by_service[] = {
#embed "../../queries/visits-by-service.sql"
  , 0};
static const char who_lives_here[] = {
#embed "../../queries/who-lives-here.sql"
  , 0};

static const needs_query queries[] = {
  {"area-weights", area_weights},
  {"centres-used-by-area", centres_used_by_area},
  {"change-by-area", change_by_area},
  {"containment", containment},
  {"deprivation-members", deprivation_members},
  {"groups", groups},
  {"growth", growth},
  {"left-out", left_out},
  {"match-quality", match_quality},
  {"most-deprived-least-reached", most_deprived_least_reached},
  {"overlaps-and-gaps", overlaps_and_gaps},
  {"reach-by-area", reach_by_area},
  {"reach-by-atom", reach_by_atom},
  {"reach-by-catchment", reach_by_catchment},
  {"sources", sources},
  {"tally-by-area", tally_by_area},
  {"tally-by-atom", tally_by_atom},
  {"tally-by-catchment", tally_by_catchment},
  {"totals", totals},
  {"unreached", unreached},
  {"use-by-service", use_by_service},
  {"visits-at-by-area", visits_at_by_area},
  {"visits-by-month", visits_by_month},
  {"visits-by-service", visits_by_service},
  {"who-lives-here", who_lives_here},
};

const needs_query *needs_query_at(int index) {
  if (index < 0 || (size_t)index >= sizeof queries / sizeof queries[0]) return NULL;
  return &queries[index];
}
