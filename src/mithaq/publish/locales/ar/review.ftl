# The page of the annual review.

title = { $scope ->
    [year] { $topic ->
        [all] حصيلة سنة { $year } في العمل الدبلوماسي
       *[security] حصيلة سنة { $year } في الدبلوماسية الأمنية
    }
   *[period] { $topic ->
        [all] حصيلة العمل الدبلوماسي { $period }
       *[security] حصيلة الدبلوماسية الأمنية { $period }
    }
}
kicker = { $scope ->
    [year] حصيلة سنوية · { $name }
   *[period] حصيلة · { $name }
}
subtitle = { $name }: لقاءات وزيارات واتفاقيات ومحافل، وكل خبر بمصادره
lead-none = لا يحمل السجل نشاطاً منجزاً يخص { $home } { $during }؛ وما فيه مواعيد معلنة أو ملغاة.
lead-count = أحصى السجل { $during }، في ما نُشر عن { $home }، { $engagements }.
lead-count-of = أحصى السجل { $during }، في ما نُشر عن { $home }، { $engagements }، { $n ->
    [two] منهما
   *[other] منها
} { $list }.
lead-partners = وشملت الشراكات الثنائية { $partners }.
lead-sources = وتستند هذه الحصيلة إلى { $documents } { $n ->
    [two] نشرهما
   *[other] نشرها
} { $outlets }.
lead-sources-disputed = وتستند هذه الحصيلة إلى { $documents } { $n ->
    [two] نشرهما
   *[other] نشرها
} { $outlets }، { $disputed }.
lead-year = وكانت سنة { $year } أكثر السنوات نشاطاً.
lead-month = وكان { $month } أكثر الشهور نشاطاً.
lead-partner = وفي صدارة الشركاء { $partner }، بما مجموعه { $engagements }.
section-figures = { $scope ->
    [year] السنة بالأرقام
   *[period] الحصيلة بالأرقام
}
figure-meetings = { $n ->
    [one] لقاء
    [two] لقاءان
    [few] لقاءات
    [many] لقاءً
   *[other] لقاء
}
figure-made = { $n ->
    [one] زيارة إلى الخارج
    [two] زيارتان إلى الخارج
    [few] زيارات إلى الخارج
    [many] زيارةً إلى الخارج
   *[other] زيارة إلى الخارج
}
figure-received = { $n ->
    [one] زيارة مستقبَلة
    [two] زيارتان مستقبَلتان
    [few] زيارات مستقبَلة
    [many] زيارةً مستقبَلة
   *[other] زيارة مستقبَلة
}
figure-gatherings = { $n ->
    [one] ملتقى أو دورة
    [two] ملتقيان أو دورتان
    [few] ملتقيات ودورات
    [many] ملتقىً ودورة
   *[other] ملتقى ودورة
}
figure-agreements = { $n ->
    [one] اتفاقية مبرمة أو مجددة
    [two] اتفاقيتان مبرمتان أو مجددتان
    [few] اتفاقيات مبرمة أو مجددة
    [many] اتفاقيةً مبرمة أو مجددة
   *[other] اتفاقية مبرمة أو مجددة
}
figure-operations = { $n ->
    [one] عملية مشتركة
    [two] عمليتان مشتركتان
    [few] عمليات مشتركة
    [many] عمليةً مشتركة
   *[other] عملية مشتركة
}
figure-countries = { $n ->
    [one] دولة شريكة
    [two] دولتان شريكتان
    [few] دول شريكة
    [many] دولةً شريكة
   *[other] دولة شريكة
}
figure-documents = { $n ->
    [one] وثيقة معتمدة
    [two] وثيقتان معتمدتان
    [few] وثائق معتمدة
    [many] وثيقةً معتمدة
   *[other] وثيقة معتمدة
}
section-timeline = { $scope ->
    [year] إيقاع السنة
   *[period] إيقاع الأنشطة
}
timeline-about = عدد الأنشطة المنجزة في كل شهر حسب نوعها.
timeline-elsewhere = { $n ->
    [one] ولا يظهر في الرسم نشاط واحد لا يُعرف شهره.
    [two] ولا يظهر في الرسم نشاطان لا يُعرف شهرهما.
    [few] ولا تظهر في الرسم { $masculine } أنشطة لا يُعرف شهرها.
    [many] ولا يظهر في الرسم { $masculine } نشاطاً لا يُعرف شهرها.
   *[other] ولا يظهر في الرسم { $masculine } نشاط لا يُعرف شهرها.
}
year = السنة
month = الشهر
total = المجموع
family-visits = زيارات
family-meetings = لقاءات واتصالات
family-assemblies = ملتقيات وانتخابات
family-agreements = اتفاقيات
family-cooperation = عمليات وتدريب ودعم
section-assemblies = المحافل الدولية والتفويضات
section-encounters = اللقاءات والزيارات شهراً بشهر
section-agreements = الاتفاقيات
section-cooperation = العمليات المشتركة والتدريب والدعم
section-partners = الشركاء
section-threats = التهديدات المشتركة
section-purposes = أهداف اللقاءات
section-results = نتائج اللقاءات
section-conflicts = ما اختلفت فيه المصادر
section-ahead = مواعيد معلنة بعد { $after }
section-sources = الوثائق المعتمدة
section-method = المنهج والحدود
contents = أبواب الحصيلة
encounters-elsewhere = من غير شهر محدد
purposes-about = الأهداف كما صرّحت بها النصوص، وعدد الأنشطة المنجزة التي ذُكر فيها كل هدف.
column-purpose = الهدف
results-about = ما أُبرم أو أُنجز بصورة مشتركة، وما رافقه من زيارة أو لقاء في النصوص نفسها.
results-occasion = بمناسبة
conflicts-about = يعرض هذا الباب الروايات كما نُشرت، من غير ترجيح بين المصادر.
persons-about = أكثر الأسماء حضوراً: { $list }.
person-count = { $person } ({ $engagements })
partners-about = ترتيب الشركاء بعدد الأنشطة الثنائية المنجزة؛ ولا يُعدّ حضور محفل واحد شراكة.
column-topic = الموضوع
column-engagements = الأنشطة
column-partners = الشركاء
column-partner = الشريك
column-meetings = لقاءات
column-calls = اتصالات
column-made = زيارات إليه
column-received = زيارات منه
column-agreements = اتفاقيات
column-others = أخرى
sources-summary = { $outlets }
sources-told = { $sources } · { $outlets }
sources-confidence = موثوقية { $confidence }
sources-approximate = التاريخ بفارق يوم
sources-undated = من غير تاريخ محدد
sources-texts = { $texts }
source-date = ، { $date }
quote = «{ $text }»
link = الرابط
sources = المصادر
method = استُخرجت هذه الحصيلة آلياً من نصوص منشورة عن مسؤولين في أداء مهامهم، وكل جملة فيها مشفوعة بمصادرها وبالعبارة التي تدل عليها. تُضم روايات النشاط الواحد في سطر واحد إذا اتفق نوعها وأطرافها وتواريخها، وما اختلفت فيه المصادر يُعرض كما هو. والموثوقية نسبة تقديرية، ولا تقوم مقام الرجوع إلى النص الأصلي. ولا تحصي الحصيلة إلا ما في السجل.
method-security = ولا تشمل إلا ما له صلة بالأمن: ما ذُكر فيه موضوع أمني، أو كان من أطرافه جهاز أمني أو عسكري أو وزارة داخلية أو دفاع أو من يتولى منصباً في ذلك. أما النشاط الدبلوماسي العام فمتروك.
method-all = وتشمل كل نشاط دبلوماسي يحمله السجل، أمنياً كان أو عاماً.
method-agency = وتقتصر على الأنشطة التي يُذكر فيها الجهاز باسمه؛ أما ما قام به مسؤولوه من غير ذكر الجهاز فغير محسوب.
made-by = أُنجزت ببرنامج ميثاق
items-more = يُعرض هنا { $shown } من أصل { $all }.
sources-more = تُذكر هنا { $shown } من أصل { $all } من الوثائق المعتمدة، وهي التي تروي الأنشطة المعروضة واحداً واحداً.
method-selection = ولكثرة الأنشطة، تعرض هذه الحصيلة واحداً واحداً ما شهد عليه أكثر النصوص المستقلة، ثم ما شارك فيه أعلى المسؤولين مستوى، وتذكر في كل موضع كم عددها؛ أما أرقامها فتحصيها كلها. والقائمة الكاملة في السجل، بالأمر ⁨mithaq export --format csv⁩.
