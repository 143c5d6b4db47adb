#ifndef NEEDS_SCAN_H
#define NEEDS_SCAN_H

// Which of 64 bytes are marks of delimited text. Swift has no instruction that gathers a comparison's lanes into bits;
// C has, and the compiler inlines it.
#include <stddef.h>
#include <stdint.h>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

/// Bit i of `ends` is set where byte i is the delimiter, LF or CR; of `quotes` where it is a quote.
static inline void needs_scan64(
    const uint8_t *bytes, uint8_t delimiter, uint64_t *ends, uint64_t *quotes) {
  uint64_t e = 0, q = 0;
#if defined(__SSE2__)
  const __m128i d = _mm_set1_epi8((char)delimiter), lf = _mm_set1_epi8(10), cr = _mm_set1_epi8(13),
                qu = _mm_set1_epi8(34);
  for (int i = 0; i < 4; i++) {
    const __m128i v = _mm_loadu_si128((const __m128i *)(bytes + 16 * i));
    const __m128i end = _mm_or_si128(_mm_cmpeq_epi8(v, d), _mm_or_si128(_mm_cmpeq_epi8(v, lf), _mm_cmpeq_epi8(v, cr)));
    e |= (uint64_t)(uint32_t)_mm_movemask_epi8(end) << (16 * i);
    q |= (uint64_t)(uint32_t)_mm_movemask_epi8(_mm_cmpeq_epi8(v, qu)) << (16 * i);
  }
#else
  for (int i = 0; i < 64; i++) {
    const uint8_t b = bytes[i];
    e |= (uint64_t)(b == delimiter || b == 10 || b == 13) << i;
    q |= (uint64_t)(b == 34) << i;
  }
#endif
  *ends = e;
  *quotes = q;
}

/// How many bytes from the first are ASCII and not NUL; counted in whole blocks of 16.
static inline size_t needs_plain_prefix(const uint8_t *bytes, size_t count) {
  size_t i = 0;
#if defined(__SSE2__)
  const __m128i zero = _mm_setzero_si128();
  for (; i + 16 <= count; i += 16) {
    const __m128i v = _mm_loadu_si128((const __m128i *)(bytes + i));
    // As signed bytes, NUL and everything from 0x80 on are not greater than zero.
    if (_mm_movemask_epi8(_mm_cmpgt_epi8(v, zero)) != 0xFFFF) break;
  }
#else
  for (; i + 16 <= count; i += 16) {
    int plain = 1;
    for (int k = 0; k < 16; k++) plain &= bytes[i + k] != 0 && bytes[i + k] < 0x80;
    if (!plain) break;
  }
#endif
  return i;
}

/// Asks memory for the line of an address without waiting for it.
static inline void needs_fetch(const void *address) { __builtin_prefetch(address, 0, 3); }

#endif
