# One sentence an engagement. A held one has its verb, `.active`, where the gender of who acts is known; else, and
# where the words of a text stand in a case that no subject has, it is told by a noun: talks, a visit, a signing.
# $subject is in the nominative; all other parties are object or follow a preposition: they are written in the
# oblique. $at and $on are empty or begin with a space.

comma = ،
-article = ال
# First names that tell a man or a woman, where no office does. Of others no verb is said.
given-masculine = عبد محمد أحمد محمود علي حسن حسين يوسف إبراهيم مصطفى خالد سعيد سعد سالم سلطان ناصر فيصل فهد بندر حمد حمدان
    منصور طارق طلال ماجد مشعل نواف عمر عثمان عمار ياسين إدريس يونس رشيد هشام كريم كمال جمال عادل صلاح بدر أنور عصام هيثم
    وليد شريف بلال زكريا إسماعيل إلياس سيف زايد تميم عزيز حميد مراد نبيل سمير فؤاد فريد لؤي غسان جوزيف جورج إيمانويل
    فلاديمير رجب هاكان فرناندو بيدرو جيرالد أنطونيو أنتوني سيرغي دونالد جو بنيامين
given-feminine = فاطمة مريم خديجة عائشة نادية ليلى سارة أمينة فوزية نزهة لطيفة هدى منى سلمى زينب أسماء بثينة نعيمة نبيلة
    هند ريم نورة آمنة ياسمين ماريا آنا أورسولا أنغيلا جورجيا فرانسيسكا كامالا مارغريتا كريستين أنالينا
ending-feminine = ة
ending-of-people = ون
    .oblique = ين

# An office closes with a comma, which falls away before another sign.
party-office = { $person }، { $office }،
party-of = { $who } ({ $country })
party-officials = مسؤولون { $people }
    .oblique = مسؤولين { $people }
party-officials-of = مسؤولون من { $party }
    .oblique = مسؤولين من { $party }
party-candidate = مرشح { $country }
party-candidate-named = { $who }، مرشح { $country }،
office-bare = { $office } { $country }
of = ل{ $name }
of-definite = لل{ $name }
and-others = آخرون
    .oblique = آخرين
title-definite = { $title } { -article }{ $adjective }
title-indefinite = { $title } { $adjective }
title-from = { $title } من { $country }
at = { " " }{ $place }
on = { " " }{ $date }
aside = ،{ $on }{ $at }،
about = { $n ->
    [one] { " " }في مجال { $list }
   *[other] { " " }في مجالات { $list }
}
about-meeting = ، وتناولت المحادثات { $list }
about-call = ، وتناول الاتصال { $list }
about-visit = ، وتمحورت الزيارة حول { $list }
about-gathering = ، وتناولت الأشغال { $list }
purposes = ، بهدف { $list }
sentence = { $core }{ $more }.

visit = { $stage ->
    [planned] أُعلن عن زيارة { $guest } { $place_to }{ $on }
    [cancelled] أُلغيت أو أُجّلت زيارة { $guest } { $place_to } التي كانت مقررة{ $on }
   *[held] جرت زيارة { $guest } { $place_to }{ $on }
}
    .active = { $turn ->
        [0] { $gender ->
            [feminine] قامت { $subject } بزيارة { $place_to }{ $on }
           *[masculine] قام { $subject } بزيارة { $place_to }{ $on }
        }
       *[1] { $gender ->
            [feminine] زارت { $subject } { $place }{ $on }
           *[masculine] زار { $subject } { $place }{ $on }
        }
    }
meeting = { $stage ->
    [planned] أُعلن عن لقاء{ $at }{ $on } بين { $one } و{ $other }
    [cancelled] أُلغي أو أُجّل لقاء بين { $one } و{ $other } كان مقرراً{ $at }{ $on }
   *[held] جرت{ $at }{ $on } مباحثات بين { $one } و{ $other }
}
    .active = { $turn ->
        [0] { $gender ->
            [feminine] أجرت { $subject } مباحثات{ $at } مع { $other }{ $on }
           *[masculine] أجرى { $subject } مباحثات{ $at } مع { $other }{ $on }
        }
       *[1] { $gender ->
            [feminine] اجتمعت { $subject }{ $at } مع { $other }{ $on }
           *[masculine] اجتمع { $subject }{ $at } مع { $other }{ $on }
        }
    }
meeting-received = { "" }
    .active = { $gender ->
        [feminine] استقبلت { $subject }{ $aside } { $other }
       *[masculine] استقبل { $subject }{ $aside } { $other }
    }
call = { $stage ->
    [planned] أُعلن عن اتصال بين { $one } و{ $other }{ $on }
    [cancelled] أُلغي أو أُجّل اتصال بين { $one } و{ $other } كان مقرراً{ $on }
   *[held] جرى{ $on } اتصال بين { $one } و{ $other }
}
    .active = { $gender ->
        [feminine] أجرت { $subject } اتصالاً مع { $other }{ $on }
       *[masculine] أجرى { $subject } اتصالاً مع { $other }{ $on }
    }
agreement-act = { $action ->
    [negotiate] التفاوض بشأن
    [agree] التوصل إلى
    [renew] تجديد
    [ratify] التصديق على
    [in-force] بدء سريان
    [end] إنهاء
   *[sign] توقيع
}
agreement-instrument = اتفاقية
agreement = { $stage ->
    [planned] أُعلن عن { $act } { $instrument } بين { $parties }{ $at }{ $on }
    [cancelled] أُلغي أو أُجّل { $act } { $instrument } بين { $parties } كان مقرراً{ $at }{ $on }
   *[held] جرى{ $at }{ $on } { $act } { $instrument } بين { $parties }
}
forum-body = اجتماع { $body }
forum-session-body = الدورة { $ordinal } لاجتماعات { $body }
forum-session-joint = الدورة { $ordinal } من ملتقى بمشاركة { $others }
forum-session-host = الدورة { $ordinal } من ملتقى من تنظيم { $host }
forum-session-alone = الدورة { $ordinal } من ملتقى
forum-host = ملتقى من تنظيم { $host }
forum-joint = ملتقى بمشاركة { $others }
forum-alone = ملتقى
gathering = { $stage ->
    [planned] أُعلن عن مشاركة { $one } في { $forum }{ $at }{ $on }
    [cancelled] أُلغي أو أُجّل { $forum }، الذي كان مقرراً{ $at }{ $on } بحضور { $one }
   *[held] سُجّلت مشاركة { $one } في { $forum }{ $at }{ $on }
}
    .active = { $gender ->
        [feminine] شاركت { $subject } في { $forum }{ $at }{ $on }
       *[masculine] شارك { $subject } في { $forum }{ $at }{ $on }
    }
gathering-hosted = { $stage ->
    [planned] أُعلن عن تنظيم { $forum }، باستضافة { $home }،{ $at }{ $on }
    [cancelled] أُلغي أو أُجّل تنظيم { $forum }، باستضافة { $home }،{ $at }{ $on }
   *[held] جرى تنظيم { $forum }، باستضافة { $home }،{ $at }{ $on }
}
gathering-attendance = ، وبلغ عدد المشاركين المعلن { $n }
mandate-unnamed = { $stage ->
    [planned] أُعلن عن تعيين ممثل عن { $principal } لدى { $forum }{ $on }
    [cancelled] أُلغي أو أُجّل تعيين ممثل عن { $principal } لدى { $forum }{ $on }
   *[held] جرى{ $on } تعيين ممثل عن { $principal } لدى { $forum }
}
mandate = { $stage ->
    [planned] أُعلن عن تكليف { $delegate } بتمثيل { $principal } لدى { $forum }{ $on }
    [cancelled] أُلغي أو أُجّل تكليف { $delegate } بتمثيل { $principal } لدى { $forum }{ $on }
   *[held] جرى{ $on } تكليف { $delegate } بتمثيل { $principal } لدى { $forum }
}
election = { $action ->
    [nominate] { $stage ->
        [planned] يُرتقب تقديم { $candidate } لدى { $forum }{ $on }
        [cancelled] سُحب أو أُجّل تقديم { $candidate } لدى { $forum }{ $on }
       *[held] جرى{ $on } تقديم { $candidate } لدى { $forum }
    }
    [vote] { $stage ->
        [planned] أُعلن عن تصويت في { $forum } يهمّ { $candidate }{ $on }
        [cancelled] أُلغي أو أُجّل تصويت في { $forum } يهمّ { $candidate }{ $on }
       *[held] جرى{ $at }{ $on } تصويت في { $forum } يهمّ { $candidate }
    }
   *[elect] { $stage ->
        [planned] أُعلن عن انتخاب مرتقب في { $forum } يهمّ { $candidate }{ $at }{ $on }
        [cancelled] أُلغي أو أُجّل انتخاب في { $forum } يهمّ { $candidate }{ $at }{ $on }
       *[held] أسفر التصويت في { $forum }{ $at }{ $on } عن انتخاب { $candidate }
    }
}
election-votes = ، بمجموع { $votes }
election-votes-of = ، بمجموع { $votes } من أصل { $electorate }
operation = { $stage ->
    [planned] أُعلن عن عملية مشتركة بين { $parties }{ $at }{ $on }
    [cancelled] أُلغيت أو أُجّلت عملية مشتركة بين { $parties }{ $at }{ $on }
   *[held] نُفّذت{ $at }{ $on } عملية مشتركة بين { $parties }
}
training = { $stage ->
    [planned] أُعلن عن تدريب مشترك بين { $parties }{ $at }{ $on }
    [cancelled] أُلغي أو أُجّل تدريب مشترك بين { $parties }{ $at }{ $on }
   *[held] جرى{ $at }{ $on } تدريب مشترك بين { $parties }
}
training-given = { $stage ->
    [planned] أُعلن عن تدريب لفائدة { $recipient } من تأطير { $provider }{ $at }{ $on }
    [cancelled] أُلغي أو أُجّل تدريب لفائدة { $recipient } من تأطير { $provider }{ $at }{ $on }
   *[held] جرى{ $at }{ $on } تدريب لفائدة { $recipient } من تأطير { $provider }
}
aid = { $stage ->
    [planned] أُعلن عن مساعدة بين { $parties }{ $at }{ $on }
    [cancelled] أُلغيت أو أُجّلت مساعدة بين { $parties }{ $at }{ $on }
   *[held] قُدّمت{ $at }{ $on } مساعدة بين { $parties }
}
aid-given = { $stage ->
    [planned] أُعلن عن مساعدة من { $provider } إلى { $recipient }{ $at }{ $on }
    [cancelled] أُلغيت أو أُجّلت مساعدة من { $provider } إلى { $recipient }{ $at }{ $on }
   *[held] قُدّمت{ $at }{ $on } مساعدة من { $provider } إلى { $recipient }
}
award = { $stage ->
    [planned] أُعلن عن تكريم بين { $parties }{ $at }{ $on }
    [cancelled] أُلغي أو أُجّل تكريم بين { $parties }{ $at }{ $on }
   *[held] جرى{ $at }{ $on } تكريم بين { $parties }
}
award-given = { $stage ->
    [planned] أُعلن عن تكريم { $recipient } من طرف { $provider }{ $at }{ $on }
    [cancelled] أُلغي أو أُجّل تكريم { $recipient } من طرف { $provider }{ $at }{ $on }
   *[held] جرى{ $at }{ $on } تكريم { $recipient } من طرف { $provider }
}

# In a few words, in a list.
label-visit-made = زيارة { $place_to }
label-visit-received = زيارة من { $other }
label-meeting = لقاء مع { $other }
label-call = اتصال مع { $other }
label-agreement = { $act } { $instrument } مع { $other }
label-mandate = تمثيل { $home } لدى { $other }
label-election = انتخاب { $candidate }
label-operation = عملية مشتركة مع { $other }
label-training = تدريب مع { $other }
label-aid = مساعدة بين { $home } و{ $other }
label-award = تكريم بين { $home } و{ $other }

conflict-when = اختلفت المصادر في التاريخ: { $values }.
conflict-where = اختلفت المصادر في المكان: { $values }.
conflict-role = اختلفت المصادر في صفة { $of }: { $values }.
conflict-office = اختلفت المصادر في منصب { $of }: { $values }.
conflict-votes = اختلفت المصادر في عدد الأصوات: { $values }.
conflict-electorate = اختلفت المصادر في عدد المصوّتين: { $values }.
conflict-attendance = اختلفت المصادر في عدد الحاضرين: { $values }.
conflict-session = اختلفت المصادر في رقم الدورة: { $values }.
conflict-value = { $value } ({ $sources })
role-guest = ضيف
role-host = مضيف
role-organiser = منظِّم
role-participant = مشارك
role-provider = مقدِّم
role-recipient = متلقٍّ
role-other = طرف
stages-held = سبق الإعلان عن هذا الموعد.
stages-cancelled = كان الموعد معلناً ثم أُلغي أو أُجّل.
tag-planned = معلن
tag-cancelled = ملغى أو مؤجل
