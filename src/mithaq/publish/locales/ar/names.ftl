# Names as the reader is used to them, where the first that the word data offers is another.

of-party = { $party }
to-party = { $party }
of-country = { $country }
to-country = إلى { $name }
in-country = في { $name }
to-city = إلى { $name }
in-city = { $kind ->
    [own] ب{ $name }
   *[foreign] في { $name }
}
to-body = إلى { $name }
in-body = لدى { $name }
place-city = { $city } ({ $country })

country-ARE = الإمارات
country-SAU = السعودية
country-PSE = فلسطين
country-COD = الكونغو الديمقراطية
country-COG = الكونغو برازافيل
country-HKG = هونغ كونغ
country-MAC = ماكاو
country-MMR = ميانمار
country-XKX = كوسوفو

city-MAR-Casablanca = الدار البيضاء
city-ARE-Abu-Dhabi = أبوظبي
city-GBR-Glasgow = غلاسكو

# What officials of a country are called where the plural is broken or the common one is not the regular one.
people-MAR = مغاربة
people-ESP = إسبان
people-TUR = أتراك
people-DEU = ألمان
people-RUS = روس
people-AFG = أفغان
people-BGR = بلغار
people-ARM = أرمن
people-ALB = ألبان

# What belongs to a country is called so, in the masculine, where it is not the known word most like its name. Empty
# where one word would not say which of two countries is meant.
demonym-GBR = بريطاني
demonym-USA = أمريكي
demonym-AFG = أفغاني
demonym-UZB = أوزبكي
demonym-KAZ = كازاخي
demonym-CIV = إيفواري
demonym-CAF = { "" }
demonym-KOR = { "" }
demonym-PRK = { "" }
demonym-GNQ = { "" }
demonym-GNB = { "" }
demonym-SMR = { "" }

body-INTERPOL = الإنتربول
body-EUROPOL = اليوروبول
body-AFRIPOL = الأفريبول
body-UN = الأمم المتحدة
body-EU = الاتحاد الأوروبي
body-AU = الاتحاد الأفريقي
body-LAS = جامعة الدول العربية
body-GCC = مجلس التعاون لدول الخليج العربية
body-NATO = حلف شمال الأطلسي
body-OIC = منظمة التعاون الإسلامي
body-AIMC = مجلس وزراء الداخلية العرب
body-IAEA = الوكالة الدولية للطاقة الذرية
body-UNESCO = اليونسكو
body-UNIFIL = قوات اليونيفيل
body-UNODC = مكتب الأمم المتحدة المعني بالمخدرات والجريمة
body-UNHCR = المفوضية السامية للأمم المتحدة لشؤون اللاجئين
body-IOM = المنظمة الدولية للهجرة
body-FATF = مجموعة العمل المالي
body-ECOWAS = المجموعة الاقتصادية لدول غرب أفريقيا
body-OSCE = منظمة الأمن والتعاون في أوروبا
body-G7 = مجموعة السبع
body-WHO = منظمة الصحة العالمية

topic-terrorism = مكافحة الإرهاب
topic-extremism = مكافحة التطرف
topic-organised-crime = الجريمة المنظمة
topic-drugs = مكافحة المخدرات
topic-migration = الهجرة غير النظامية
topic-human-trafficking = الاتجار بالبشر
topic-cybercrime = الجريمة السيبرانية
topic-border-security = أمن الحدود
topic-maritime-security = الأمن البحري
topic-intelligence = العمل الاستخباراتي
topic-policing = العمل الشرطي
topic-justice = التعاون القضائي
topic-defence = التعاون الدفاعي
topic-event-security = تأمين التظاهرات الكبرى
topic-civil-protection = الوقاية المدنية

purpose-information-exchange = تبادل المعلومات
purpose-expertise-exchange = تبادل الخبرات
purpose-operational-coordination = التنسيق العملياتي
purpose-legal-framework = تعزيز الإطار القانوني
purpose-trust-building = بناء الثقة
purpose-capacity-building = بناء القدرات

kind-visit = زيارة
kind-meeting = لقاء
kind-call = اتصال
kind-agreement = اتفاق
kind-gathering = ملتقى
kind-mandate = تفويض
kind-election = انتخاب
kind-operation = عملية مشتركة
kind-training = تدريب
kind-aid = مساعدة
kind-award = تكريم

instrument-memorandum = مذكرة تفاهم
instrument-treaty = معاهدة
instrument-protocol = بروتوكول
instrument-plan = خطة
instrument-declaration = إعلان
instrument-contract = عقد
instrument-agreement = اتفاقية

agency-police = الشرطة
agency-police-national = الشرطة الوطنية
agency-police-judicial = الشرطة القضائية
agency-police-federal = الشرطة الفيدرالية
agency-police-border = شرطة الحدود
agency-police-drugs = شرطة مكافحة المخدرات
agency-police-academy = أكاديمية الشرطة
agency-intelligence = أجهزة الاستخبارات
agency-intelligence-military = الاستخبارات العسكرية
agency-intelligence-domestic = الاستخبارات الداخلية
agency-intelligence-external = الاستخبارات الخارجية
agency-security-services = الأجهزة الأمنية
agency-state-security = أمن الدولة
agency-national-security = الأمن الوطني
agency-security-directorate = مديرية الأمن
agency-security = الأجهزة الأمنية
agency-counter-terrorism = جهاز مكافحة الإرهاب
agency-gendarmerie = الدرك
agency-coastguard = خفر السواحل
agency-border = حرس الحدود
agency-customs = الجمارك
agency-army = الجيش
agency-armed-forces = القوات المسلحة
agency-navy = القوات البحرية
agency-air-force = القوات الجوية
agency-general-staff = هيئة الأركان
agency-special-forces = القوات الخاصة
agency-national-guard = الحرس الوطني
agency-interior = وزارة الداخلية
agency-foreign = وزارة الخارجية
agency-defence = وزارة الدفاع
agency-justice = وزارة العدل
agency-prosecution = النيابة العامة
agency-courts = المحاكم
agency-prisons = إدارة السجون
agency-civil-protection = الوقاية المدنية
agency-cybersecurity = وكالة الأمن السيبراني
agency-public-security = الأمن العام
agency-government = الحكومة
agency-presidency = الرئاسة
agency-parliament = البرلمان
agency-interpol-ncb = المكتب المركزي الوطني للإنتربول
