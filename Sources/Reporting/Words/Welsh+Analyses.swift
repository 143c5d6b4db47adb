/// The Welsh of a composite index, access and clusters. A draft, as the rest.
let welshAnalyses: [String: String] = [
  "Need put together, access and clusters": "Angen ynghyd, mynediad a chlystyrau",
  "Areas: need, access and clusters": "Ardaloedd: angen, mynediad a chlystyrau",
  "Rank of need": "Safle o ran angen", "Metres to a centre": "Metrau i ganolfan",
  "Hours in reach": "Oriau o fewn cyrraedd",
  "Cluster": "Clwstwr", "high: {1}": "uchel: {1}", "low: {1}": "isel: {1}",
  "Hours a week on offer within reach, for 100 people: {1}.":
    "Oriau'r wythnos ar gynnig o fewn cyrraedd, i 100 o bobl: {1}.",
  "metres to the nearest centre": "metrau i'r ganolfan agosaf",
  "{1}: made of {2}.": "{1}: wedi'i wneud o {2}.",
  "{1}: made of {2}, as declared by {3}.": "{1}: wedi'i wneud o {2}, fel y datganwyd gan {3}.",
  "{1} children live where needs come together.": "Mae {1} o blant yn byw lle daw anghenion ynghyd.",
  "Rank 1 is most need of all areas; in small print where chance in the rates may put it. Metres are straight lines. What speaks of an area does not speak of each child in it.":
    "Safle 1 yw'r angen mwyaf o'r holl ardaloedd; mewn print mân lle gallai hap yn y cyfraddau ei roi. Llinellau syth yw'r metrau. Nid yw'r hyn a ddywed am ardal yn dweud am bob plentyn ynddi.",
]
