// Only the re-entrant functions (…_r) are used: one context for each thread.
#define GEOS_USE_ONLY_R_API
#include <geos_c.h>
