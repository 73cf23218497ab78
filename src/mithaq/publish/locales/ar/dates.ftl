# How a date is told. $date, $first and $last are written by CLDR in the manner of the home country.

date-day = يوم { $date }
date-two-days = يومي { $first } و{ $last }
date-range = من { $first } إلى { $last }
date-between = بين { $first } و{ $last }
date-month = خلال { $date }
date-year = خلال سنة { $year }
date-this-year = خلال السنة
date-season = { $season ->
    [21] في ربيع سنة { $year }
    [22] في صيف سنة { $year }
    [23] في خريف سنة { $year }
   *[24] في شتاء سنة { $year }
}
date-open-start = إلى غاية { $last }
date-open-end = ابتداءً من { $first }
