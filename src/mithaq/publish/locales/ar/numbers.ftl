# Numbers and counted nouns. $n is the number, $masculine and $feminine are its words before a noun of that gender.
# Of each noun: as subject, and `.oblique` as object or after a preposition.

masculine = { $n ->
    [3] ثلاثة
    [4] أربعة
    [5] خمسة
    [6] ستة
    [7] سبعة
    [8] ثمانية
    [9] تسعة
    [10] عشرة
    [11] أحد عشر
    [100] مئة
    [1000] ألف
   *[other] { $n }
}
feminine = { $n ->
    [3] ثلاث
    [4] أربع
    [5] خمس
    [6] ست
    [7] سبع
    [8] ثماني
    [9] تسع
    [10] عشر
    [11] إحدى عشرة
    [100] مئة
    [1000] ألف
   *[other] { $n }
}

count-meetings = { $n ->
    [zero] لا لقاءات
    [one] لقاء واحد
    [two] لقاءان
    [few] { $masculine } لقاءات
    [many] { $masculine } لقاءً
   *[other] { $masculine } لقاء
}
    .oblique = { $n ->
    [zero] أيّ لقاءات
    [two] لقاءين
    [one] لقاءً واحداً
    [few] { $masculine } لقاءات
    [many] { $masculine } لقاءً
   *[other] { $masculine } لقاء
}
count-visits = { $n ->
    [zero] لا زيارات
    [one] زيارة واحدة
    [two] زيارتان
    [few] { $feminine } زيارات
    [many] { $feminine } زيارةً
   *[other] { $feminine } زيارة
}
    .oblique = { $n ->
    [zero] أيّ زيارات
    [one] زيارةً واحدة
    [two] زيارتين
    [few] { $feminine } زيارات
    [many] { $feminine } زيارةً
   *[other] { $feminine } زيارة
}
count-calls = { $n ->
    [zero] لا اتصالات
    [one] اتصال واحد
    [two] اتصالان
    [few] { $masculine } اتصالات
    [many] { $masculine } اتصالاً
   *[other] { $masculine } اتصال
}
    .oblique = { $n ->
    [zero] أيّ اتصالات
    [one] اتصالاً واحداً
    [two] اتصالين
    [few] { $masculine } اتصالات
    [many] { $masculine } اتصالاً
   *[other] { $masculine } اتصال
}
count-agreements = { $n ->
    [zero] لا اتفاقيات
    [one] اتفاقية واحدة
    [two] اتفاقيتان
    [few] { $feminine } اتفاقيات
    [many] { $feminine } اتفاقيةً
   *[other] { $feminine } اتفاقية
}
    .oblique = { $n ->
    [zero] أيّ اتفاقيات
    [one] اتفاقيةً واحدة
    [two] اتفاقيتين
    [few] { $feminine } اتفاقيات
    [many] { $feminine } اتفاقيةً
   *[other] { $feminine } اتفاقية
}
count-gatherings = { $n ->
    [zero] لا ملتقيات
    [one] ملتقى واحد
    [two] ملتقيان
    [few] { $masculine } ملتقيات
    [many] { $masculine } ملتقىً
   *[other] { $masculine } ملتقى
}
    .oblique = { $n ->
    [zero] أيّ ملتقيات
    [one] ملتقىً واحداً
    [two] ملتقيين
    [few] { $masculine } ملتقيات
    [many] { $masculine } ملتقىً
   *[other] { $masculine } ملتقى
}
count-operations = { $n ->
    [zero] لا عمليات
    [one] عملية واحدة
    [two] عمليتان
    [few] { $feminine } عمليات
    [many] { $feminine } عمليةً
   *[other] { $feminine } عملية
}
    .oblique = { $n ->
    [zero] أيّ عمليات
    [one] عمليةً واحدة
    [two] عمليتين
    [few] { $feminine } عمليات
    [many] { $feminine } عمليةً
   *[other] { $feminine } عملية
}
count-countries = { $n ->
    [zero] لا دول
    [one] دولة واحدة
    [two] دولتان
    [few] { $feminine } دول
    [many] { $feminine } دولةً
   *[other] { $feminine } دولة
}
    .oblique = { $n ->
    [zero] أيّ دول
    [one] دولة واحدة
    [two] دولتين
    [few] { $feminine } دول
    [many] { $feminine } دولةً
   *[other] { $feminine } دولة
}
count-bodies = { $n ->
    [zero] لا هيئات دولية
    [one] هيئة دولية واحدة
    [two] هيئتان دوليتان
    [few] { $feminine } هيئات دولية
    [many] { $feminine } هيئةً دولية
   *[other] { $feminine } هيئة دولية
}
    .oblique = { $n ->
    [zero] أيّ هيئات دولية
    [one] هيئة دولية واحدة
    [two] هيئتين دوليتين
    [few] { $feminine } هيئات دولية
    [many] { $feminine } هيئةً دولية
   *[other] { $feminine } هيئة دولية
}
count-documents = { $n ->
    [zero] لا وثائق
    [one] وثيقة واحدة
    [two] وثيقتان
    [few] { $feminine } وثائق
    [many] { $feminine } وثيقةً
   *[other] { $feminine } وثيقة
}
    .oblique = { $n ->
    [zero] أيّ وثائق
    [one] وثيقة واحدة
    [two] وثيقتين
    [few] { $feminine } وثائق
    [many] { $feminine } وثيقةً
   *[other] { $feminine } وثيقة
}
count-outlets = { $n ->
    [zero] لا منابر
    [one] منبر واحد
    [two] منبران
    [few] { $masculine } منابر
    [many] { $masculine } منبراً
   *[other] { $masculine } منبر
}
    .oblique = { $n ->
    [zero] أيّ منابر
    [one] منبر واحد
    [two] منبرين
    [few] { $masculine } منابر
    [many] { $masculine } منبراً
   *[other] { $masculine } منبر
}
count-sources = { $n ->
    [zero] لا مصادر
    [one] مصدر واحد
    [two] مصدران
    [few] { $masculine } مصادر
    [many] { $masculine } مصدراً
   *[other] { $masculine } مصدر
}
count-texts = { $n ->
    [zero] لا نصوص
    [one] نص واحد
    [two] نصّان مستقلان
    [few] { $masculine } نصوص مستقلة
    [many] { $masculine } نصاً مستقلاً
   *[other] { $masculine } نص مستقل
}
count-votes = { $n ->
    [zero] لا أصوات
    [one] صوت واحد
    [two] صوتان
    [few] { $masculine } أصوات
    [many] { $masculine } صوتاً
   *[other] { $masculine } صوت
}
    .oblique = { $n ->
    [zero] أيّ أصوات
    [one] صوت واحد
    [two] صوتين
    [few] { $masculine } أصوات
    [many] { $masculine } صوتاً
   *[other] { $masculine } صوت
}
count-engagements = { $n ->
    [zero] لا أنشطة
    [one] نشاط واحد
    [two] نشاطان
    [few] { $masculine } أنشطة
    [many] { $masculine } نشاطاً
   *[other] { $masculine } نشاط
}
    .oblique = { $n ->
    [zero] أيّ أنشطة
    [one] نشاطاً واحداً
    [two] نشاطين
    [few] { $masculine } أنشطة
    [many] { $masculine } نشاطاً
   *[other] { $masculine } نشاط
}
count-disputed = { $n ->
    [zero] ولم تختلف المصادر في أي نشاط
    [one] واختلفت المصادر في تفاصيل نشاط واحد
    [two] واختلفت المصادر في تفاصيل نشاطين
    [few] واختلفت المصادر في تفاصيل { $masculine } أنشطة
    [many] واختلفت المصادر في تفاصيل { $masculine } نشاطاً
   *[other] واختلفت المصادر في تفاصيل { $masculine } نشاط
}

# The ordinal of a session, feminine, after a preposition. $ones and $tens are n % 10 and n - n % 10, in words.
ordinal = { $n ->
    [1] الأولى
    [2] الثانية
    [3] الثالثة
    [4] الرابعة
    [5] الخامسة
    [6] السادسة
    [7] السابعة
    [8] الثامنة
    [9] التاسعة
    [10] العاشرة
    [11] الحادية عشرة
    [12] الثانية عشرة
    [13] الثالثة عشرة
    [14] الرابعة عشرة
    [15] الخامسة عشرة
    [16] السادسة عشرة
    [17] السابعة عشرة
    [18] الثامنة عشرة
    [19] التاسعة عشرة
    [20] العشرين
    [30] الثلاثين
    [40] الأربعين
    [50] الخمسين
    [60] الستين
    [70] السبعين
    [80] الثمانين
    [90] التسعين
    [100] المئة
   *[other] رقم { $n }
}
ordinal-one = { $n ->
    [1] الحادية
    [2] الثانية
    [3] الثالثة
    [4] الرابعة
    [5] الخامسة
    [6] السادسة
    [7] السابعة
    [8] الثامنة
   *[9] التاسعة
}
ordinal-joined = { $ones } و{ $tens }
