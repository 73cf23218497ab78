# The page of the annual review.

title = حصيلة سنة { $year } في الدبلوماسية الأمنية
kicker = حصيلة سنوية
subtitle = { $home }: لقاءات وزيارات واتفاقيات ومحافل، وكل خبر بمصادره
lead = أحصى السجل خلال سنة { $year }، في ما نُشر عن { $home }، { $engagements }، منها { $list }. وتوزعت اللقاءات والزيارات والاتفاقيات على شراكات مع { $partners }. وتستند هذه الحصيلة إلى { $documents } نشرها { $outlets }، { $disputed }.
lead-plain = أحصى السجل خلال سنة { $year }، في ما نُشر عن { $home }، { $engagements }. وتستند هذه الحصيلة إلى { $documents } نشرها { $outlets }، { $disputed }.
lead-month = وكان { $month } أكثر الشهور نشاطاً.
lead-partner = وفي صدارة الشركاء { $partner }، بما مجموعه { $engagements }.
figures = السنة بالأرقام
figure-meetings = لقاءات ومباحثات
figure-made = زيارات إلى الخارج
figure-received = زيارات مستقبَلة
figure-gatherings = ملتقيات ودورات
figure-agreements = اتفاقيات مبرمة أو مجددة
figure-operations = عمليات مشتركة
figure-countries = دول شريكة
figure-documents = وثائق معتمدة
timeline = إيقاع السنة
timeline-about = عدد الأنشطة المنجزة في كل شهر حسب نوعها
timeline-more = الأرقام في جدول
timeline-elsewhere = { $n ->
    [one] ولا يظهر في الرسم نشاط واحد لا يُعرف شهره.
    [two] ولا يظهر في الرسم نشاطان لا يُعرف شهرهما.
    [few] ولا تظهر في الرسم { $masculine } أنشطة لا يُعرف شهرها.
    [many] ولا يظهر في الرسم { $masculine } نشاطاً لا يُعرف شهرها.
   *[other] ولا يظهر في الرسم { $masculine } نشاط لا يُعرف شهرها.
}
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
section-threats = التهديدات والأهداف
section-partners = الشركاء
section-ahead = مواعيد معلنة بعد { $year }
section-sources = الوثائق المعتمدة
section-method = المنهج والحدود
encounters-elsewhere = من غير شهر محدد
nothing = لا يحمل السجل شيئاً في هذا الباب.
threats-about = مواضيع الأنشطة المنجزة كما وردت في النصوص، والشركاء المعنيون بكل موضوع.
purposes-about = الأهداف المعلنة: { $list }.
purpose-count = { $purpose } ({ $n })
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
sources-confidence = موثوقية { $confidence }
sources-approximate = التاريخ بفارق يوم
sources-undated = من غير تاريخ محدد
sources-texts = { $texts }
source-date = ، { $date }
quote = «{ $text }»
link = الرابط
method = استُخرجت هذه الحصيلة آلياً من نصوص منشورة عن مسؤولين في أداء مهامهم، وكل جملة فيها مشفوعة بمصادرها وبالعبارة التي تدل عليها. تُضم روايات النشاط الواحد في سطر واحد إذا اتفق نوعها وأطرافها وتواريخها، وما اختلفت فيه المصادر يُعرض كما هو. والموثوقية نسبة تقديرية، ولا تقوم مقام الرجوع إلى النص الأصلي. ولا تحصي الحصيلة إلا ما في السجل.
made-by = أُنجزت ببرنامج ميثاق
