# The page of a partner.

profile-kicker = ملف شريك · { $home }
profile-subtitle = { $both }، { $period }: كل خبر بمصادره
profile-lead = أحصى السجل { $engagements } مع هذا الشريك.
profile-lead-of = أحصى السجل { $engagements } مع هذا الشريك، { $n ->
    [two] منهما
   *[other] منها
} { $list }.
profile-lead-none = لا يحمل السجل نشاطاً منجزاً مع هذا الشريك؛ وما فيه مواعيد معلنة أو ملغاة.
profile-intensity = وذلك بمعدل { $rate } في السنة.
profile-last = وآخرها: { $label } ({ $when }).
section-next = المواعيد القادمة
section-signed = ما وُقّع وما يُنتظر
section-pairs = من يلتقي من
section-history = السجل التاريخي
column-agreement = الاتفاقية
column-state = حالتها
column-since = منذ
column-due = الموعد المنتظر
column-expires = تنتهي
state-promised = معلنة
state-negotiated = قيد التفاوض
state-agreed = متوصَّل إليها
state-signed = موقّعة
state-ratified = مصادق عليها
state-in-force = سارية
state-renewed = مجدّدة
state-ended = منتهية
profile-method = استُخرجت هذه الصفحة آلياً من نصوص منشورة عن مسؤولين في أداء مهامهم. والمواعيد القادمة هي ما كان منتظراً حين نُشر آخر هذه النصوص. أما نسبة المراحل إلى اتفاقية واحدة فمستنتجة من الأطراف والترتيب والموضوع والاسم.
