# How a date is told. $date, $first and $last are written by CLDR in the manner of the home country.

date-day = on { $date }
date-two-days = on { $first } and { $last }
date-range = from { $first } to { $last }
date-between = between { $first } and { $last }
date-end-of-range = { $day }, { $year }
date-month = in { $date }
date-year = in { $year }
date-this-year = during the year
date-season = { $season ->
    [21] in spring { $year }
    [22] in summer { $year }
    [23] in autumn { $year }
   *[24] in winter { $year }
}
date-open-start = until { $last }
date-open-end = from { $first }
