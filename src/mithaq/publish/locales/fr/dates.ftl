# How a date is told. $date, $first and $last are written by CLDR in the manner of the home country.

date-day = le { $date }
date-two-days = les { $first } et { $last }
date-range = du { $first } au { $last }
date-between = entre le { $first } et le { $last }
date-month = en { $date }
date-year = en { $year }
date-this-year = dans l’année
date-season = { $season ->
    [21] au printemps { $year }
    [22] à l’été { $year }
    [23] à l’automne { $year }
   *[24] à l’hiver { $year }
}
date-open-start = jusqu’au { $last }
date-open-end = à partir du { $first }
