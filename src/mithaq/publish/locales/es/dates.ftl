# How a date is told. $date, $first and $last are written by CLDR in the manner of the home country.

date-day = el { $date }
date-two-days = los días { $first } y { $last }
date-range = del { $first } al { $last }
date-between = entre el { $first } y el { $last }
date-month = en { $date }
date-year = en { $year }
date-this-year = durante el año
date-season = { $season ->
    [21] en la primavera de { $year }
    [22] en el verano de { $year }
    [23] en el otoño de { $year }
   *[24] en el invierno de { $year }
}
date-open-start = hasta el { $last }
date-open-end = desde el { $first }
