# One sentence an engagement. Verbs stand with a noun of known gender (a visit, a meeting, a signing), so that
# no sentence depends on the gender of a person or country. Parties come after a preposition or as object:
# what has cases is written in the oblique.

party-office = { $person }، { $office }
# After an office told of a person, before what follows; before another sign of its kind it falls away.
apposition-end = ،
party-of = { $who } ({ $country })
party-officials = مسؤولين من { $country }
party-candidate = مرشح { $country }
party-representative = ممثل عن { $country }
place-city = { $city } في { $country }
at = { " " }في { $place }
at-home-of-theirs = { " " }في بلدهم
on = ، { $date }
topics = ، وشملت المحاور { $list }
purposes = ، بهدف { $list }
sentence = { $core }{ $at }{ $on }{ $more }.

visit = { $stage ->
    [planned] أُعلن عن زيارة { $guest } إلى { $place }
    [cancelled] أُلغيت أو أُجّلت زيارة { $guest } إلى { $place }
   *[held] { $turn ->
        [0] قادت زيارةٌ { $guest } إلى { $place }
       *[1] جرت زيارة { $guest } إلى { $place }
    }
}
meeting = { $stage ->
    [planned] أُعلن عن لقاء بين { $one } و{ $other }
    [cancelled] أُلغي أو أُجّل لقاء بين { $one } و{ $other }
   *[held] { $turn ->
        [0] جرى لقاء بين { $one } و{ $other }
       *[1] عُقد لقاء بين { $one } و{ $other }
    }
}
call = { $stage ->
    [planned] أُعلن عن اتصال بين { $one } و{ $other }
    [cancelled] أُلغي أو أُجّل اتصال بين { $one } و{ $other }
   *[held] جرى اتصال بين { $one } و{ $other }
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
agreement-instrument = اتفاق
agreement = { $stage ->
    [planned] أُعلن عن { $act } { $instrument } بين { $one } و{ $other }
    [cancelled] أُلغي أو أُجّل { $act } { $instrument } بين { $one } و{ $other }
   *[held] جرى { $act } { $instrument } بين { $one } و{ $other }
}
forum-body = اجتماع { $body }
forum-session = الدورة { $ordinal } من اجتماعات { $body }
forum-session-joint = الدورة { $ordinal } من ملتقى ضمّ أيضاً { $others }
forum-session-host = الدورة { $ordinal } من ملتقى من تنظيم { $host }
forum-session-alone = الدورة { $ordinal } من ملتقى
forum-host = ملتقى من تنظيم { $host }
forum-joint = ملتقى ضمّ أيضاً { $others }
forum-alone = ملتقى
gathering = { $stage ->
    [planned] أُعلن عن مشاركة { $one } في { $forum }
    [cancelled] أُلغي أو أُجّل حضور { $one } في { $forum }
   *[held] سُجّلت مشاركة { $one } في { $forum }
}
gathering-hosted = { $stage ->
    [planned] أُعلن عن تنظيم { $forum }، باستضافة { $home }،
    [cancelled] أُلغي أو أُجّل تنظيم { $forum }، باستضافة { $home }،
   *[held] جرى تنظيم { $forum }، باستضافة { $home }،
}
gathering-attendance = ، وبلغ عدد المشاركين المعلن { $n }
mandate = { $stage ->
    [planned] أُعلن عن تكليف { $delegate } بتمثيل { $principal } لدى { $forum }
    [cancelled] أُلغي أو أُجّل تكليف { $delegate } بتمثيل { $principal } لدى { $forum }
   *[held] سُجّل تكليف { $delegate } بتمثيل { $principal } لدى { $forum }
}
election = { $action ->
    [nominate] { $stage ->
        [planned] أُعلن عن ترشيح مرتقب باسم { $candidate } لمنصب في { $forum }
        [cancelled] سُحب أو أُجّل ترشيح { $candidate } لمنصب في { $forum }
       *[held] سُجّل ترشيح { $candidate } لمنصب في { $forum }
    }
    [vote] { $stage ->
        [planned] أُعلن عن تصويت في { $forum } يهمّ { $candidate }
        [cancelled] أُلغي أو أُجّل تصويت في { $forum } يهمّ { $candidate }
       *[held] جرى تصويت في { $forum } يهمّ { $candidate }
    }
   *[elect] { $stage ->
        [planned] أُعلن عن انتخاب مرتقب في { $forum } يهمّ { $candidate }
        [cancelled] أُلغي أو أُجّل انتخاب في { $forum } يهمّ { $candidate }
       *[held] أسفر التصويت في { $forum } عن انتخاب { $candidate }
    }
}
election-votes = ، بمجموع { $votes }
election-votes-of = ، بمجموع { $votes } من أصل { $electorate }
operation = { $stage ->
    [planned] أُعلن عن عملية مشتركة بين { $one } و{ $other }
    [cancelled] أُلغيت أو أُجّلت عملية مشتركة بين { $one } و{ $other }
   *[held] نُفّذت عملية مشتركة بين { $one } و{ $other }
}
training = { $stage ->
    [planned] أُعلن عن تدريب مشترك بين { $one } و{ $other }
    [cancelled] أُلغي أو أُجّل تدريب مشترك بين { $one } و{ $other }
   *[held] جرى تدريب مشترك بين { $one } و{ $other }
}
training-given = { $stage ->
    [planned] أُعلن عن تدريب من { $provider } لفائدة { $recipient }
    [cancelled] أُلغي أو أُجّل تدريب من { $provider } لفائدة { $recipient }
   *[held] جرى تدريب من { $provider } لفائدة { $recipient }
}
aid = { $stage ->
    [planned] أُعلن عن مساعدة بين { $one } و{ $other }
    [cancelled] أُلغيت أو أُجّلت مساعدة بين { $one } و{ $other }
   *[held] سُجّلت مساعدة بين { $one } و{ $other }
}
aid-given = { $stage ->
    [planned] أُعلن عن مساعدة من { $provider } إلى { $recipient }
    [cancelled] أُلغيت أو أُجّلت مساعدة من { $provider } إلى { $recipient }
   *[held] قُدّمت مساعدة من { $provider } إلى { $recipient }
}
award = { $stage ->
    [planned] أُعلن عن تكريم بين { $one } و{ $other }
    [cancelled] أُلغي أو أُجّل تكريم بين { $one } و{ $other }
   *[held] سُجّل تكريم بين { $one } و{ $other }
}
award-given = { $stage ->
    [planned] أُعلن عن تكريم { $recipient } من طرف { $provider }
    [cancelled] أُلغي أو أُجّل تكريم { $recipient } من طرف { $provider }
   *[held] جرى تكريم { $recipient } من طرف { $provider }
}

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
stages-held = أُعلن عنه قبل انعقاده.
stages-cancelled = كان معلناً ثم أُلغي أو أُجّل.
tag-planned = معلن
tag-cancelled = ملغى أو مؤجل
