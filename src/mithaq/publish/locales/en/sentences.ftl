# One sentence an engagement. A held one has its verb, `.active`; one whose actors are only states, and what is planned or
# cancelled, is told by a noun: a visit, talks, the signing.
# Parties come as $name, and behind "of" and "to" as $name_of and $name_to. $at and $on are empty or begin with a space.

comma = ,

# An office closes with a comma, which falls away before another sign.
party-office = { $person }, { $office },
party-of = { $who } ({ $country })
party-officials = { $people } officials
    .oblique = { $people } officials
party-officials-of = officials of { $party }
    .oblique = officials of { $party }
party-candidate = the candidate of { $country }
party-candidate-named = { $who }, the candidate of { $country },
title-of = { $title } of { $of }
and-others = others
    .oblique = others
at = { " " }{ $place }
on = { " " }{ $date }
aside = { $at }{ $on }
about = , concerning { $list }
about-meeting = ; the talks covered { $list }
about-call = ; the conversation covered { $list }
about-visit = ; the visit centred on { $list }
about-gathering = ; the proceedings covered { $list }
purposes = { $n ->
    [one] ; the stated purpose was { $list }
   *[other] ; the stated purposes were { $list }
}
sentence = { $core }{ $more }.

visit = { $stage ->
    [planned] a visit by { $guest } { $place_to }{ $on } was announced
    [cancelled] a visit by { $guest } { $place_to } planned{ $on } was cancelled or postponed
   *[held] a visit by { $guest } { $place_to } took place{ $on }
}
    .active = { $turn ->
        [0] { $subject } paid a visit { $place_to }{ $on }
       *[1] { $subject } visited { $place }{ $on }
    }
meeting = { $stage ->
    [planned] a meeting between { $one } and { $other }{ $at }{ $on } was announced
    [cancelled] a meeting between { $one } and { $other } planned{ $at }{ $on } was cancelled or postponed
   *[held] talks between { $one } and { $other } took place{ $at }{ $on }
}
    .active = { $turn ->
        [0] { $subject } held talks with { $other }{ $at }{ $on }
       *[1] { $subject } met { $other }{ $at }{ $on }
    }
meeting-received = { "" }
    .active = { $subject } received { $other }{ $at }{ $on }
call = { $stage ->
    [planned] a call between { $one } and { $other }{ $on } was announced
    [cancelled] a call between { $one } and { $other } planned{ $on } was cancelled or postponed
   *[held] a call between { $one } and { $other } took place{ $on }
}
    .active = { $subject } spoke by telephone or video with { $other }{ $on }
agreement-act = { $action ->
    [negotiate] negotiation
    [agree] conclusion
    [renew] renewal
    [ratify] ratification
    [in-force] entry into force
    [end] termination
   *[sign] signing
}
agreement-instrument = an agreement
agreement = { $stage ->
    [planned] the { $act } of { $instrument } between { $parties }{ $at }{ $on } was announced
    [cancelled] the { $act } of { $instrument } between { $parties } planned{ $at }{ $on } was cancelled or postponed
   *[held] { $action ->
        [negotiate] { $instrument } between { $parties } was under negotiation{ $at }{ $on }
        [agree] { $instrument } between { $parties } was agreed{ $at }{ $on }
        [renew] { $instrument } between { $parties } was renewed{ $at }{ $on }
        [ratify] { $instrument } between { $parties } was ratified{ $at }{ $on }
        [in-force] { $instrument } between { $parties } entered into force{ $at }{ $on }
        [end] { $instrument } between { $parties } was ended{ $at }{ $on }
       *[sign] { $instrument } between { $parties } was signed{ $at }{ $on }
    }
}
forum-body = a meeting of { $body }
forum-session-body = the { $ordinal } session of { $body }
forum-session-joint = the { $ordinal } session of a gathering with { $others }
forum-session-host = the { $ordinal } session of a gathering organised by { $host }
forum-session-alone = the { $ordinal } session of a gathering
forum-host = a gathering organised by { $host }
forum-joint = a gathering with { $others }
forum-alone = a gathering
gathering = { $stage ->
    [planned] the participation of { $one } in { $forum }{ $at }{ $on } was announced
    [cancelled] { $forum } planned{ $at }{ $on } with { $one } was cancelled or postponed
   *[held] { $one } took part in { $forum }{ $at }{ $on }
}
    .active = { $subject } took part in { $forum }{ $at }{ $on }
gathering-hosted = { $stage ->
    [planned] it was announced that { $home } would host { $forum }{ $at }{ $on }
    [cancelled] { $forum } that { $home } was to host{ $at }{ $on } was cancelled or postponed
   *[held] { $home } hosted { $forum }{ $at }{ $on }
}
gathering-attendance = ; the attendance given is { $n }
mandate-unnamed = { $stage ->
    [planned] the appointment of a representative of { $principal } to { $forum }{ $on } was announced
    [cancelled] the appointment of a representative of { $principal } to { $forum } planned{ $on } was cancelled or postponed
   *[held] a representative of { $principal } to { $forum } was appointed{ $on }
}
mandate = { $stage ->
    [planned] it was announced that { $delegate } would represent { $principal } at { $forum }{ $on }
    [cancelled] the mandate of { $delegate } to represent { $principal } at { $forum } planned{ $on } was cancelled or postponed
   *[held] { $delegate } was mandated{ $on } to represent { $principal } at { $forum }
}
election = { $action ->
    [nominate] { $stage ->
        [planned] the nomination of { $candidate } to { $forum }{ $on } was announced
        [cancelled] the nomination of { $candidate } to { $forum } planned{ $on } was withdrawn or postponed
       *[held] { $candidate } was put forward to { $forum }{ $on }
    }
    [vote] { $stage ->
        [planned] a vote at { $forum } concerning { $candidate }{ $at }{ $on } was announced
        [cancelled] a vote at { $forum } concerning { $candidate } planned{ $at }{ $on } was cancelled or postponed
       *[held] a vote at { $forum } concerning { $candidate } took place{ $at }{ $on }
    }
   *[elect] { $stage ->
        [planned] an election at { $forum } concerning { $candidate }{ $at }{ $on } was announced
        [cancelled] an election at { $forum } concerning { $candidate } planned{ $at }{ $on } was cancelled or postponed
       *[held] { $candidate } was elected at { $forum }{ $at }{ $on }
    }
}
election-votes = , with { $votes }
election-votes-of = , with { $votes } of { $electorate }
operation = { $stage ->
    [planned] a joint operation by { $parties }{ $at }{ $on } was announced
    [cancelled] a joint operation by { $parties } planned{ $at }{ $on } was cancelled or postponed
   *[held] a joint operation by { $parties } was carried out{ $at }{ $on }
}
training = { $stage ->
    [planned] joint training of { $parties }{ $at }{ $on } was announced
    [cancelled] joint training of { $parties } planned{ $at }{ $on } was cancelled or postponed
   *[held] joint training of { $parties } took place{ $at }{ $on }
}
training-given = { $stage ->
    [planned] training for { $recipient } given by { $provider }{ $at }{ $on } was announced
    [cancelled] training for { $recipient } by { $provider } planned{ $at }{ $on } was cancelled or postponed
   *[held] training for { $recipient } was given by { $provider }{ $at }{ $on }
}
aid = { $stage ->
    [planned] aid between { $parties }{ $at }{ $on } was announced
    [cancelled] aid between { $parties } planned{ $at }{ $on } was cancelled or postponed
   *[held] aid was given between { $parties }{ $at }{ $on }
}
aid-given = { $stage ->
    [planned] aid from { $provider } to { $recipient }{ $at }{ $on } was announced
    [cancelled] aid from { $provider } to { $recipient } planned{ $at }{ $on } was cancelled or postponed
   *[held] aid was given by { $provider } to { $recipient }{ $at }{ $on }
}
award = { $stage ->
    [planned] an award between { $parties }{ $at }{ $on } was announced
    [cancelled] an award between { $parties } planned{ $at }{ $on } was cancelled or postponed
   *[held] an award was made between { $parties }{ $at }{ $on }
}
award-given = { $stage ->
    [planned] an award by { $provider } to { $recipient }{ $at }{ $on } was announced
    [cancelled] an award by { $provider } to { $recipient } planned{ $at }{ $on } was cancelled or postponed
   *[held] an award was made by { $provider } to { $recipient }{ $at }{ $on }
}

# In a few words, in a list.
label-visit-made = visit { $place_to }
label-visit-received = visit from { $other }
label-meeting = meeting with { $other }
label-call = call with { $other }
label-agreement = { $act } of { $instrument } with { $other }
label-mandate = representation of { $home } at { $other }
label-election = election of { $candidate }
label-operation = joint operation with { $other }
label-training = training with { $other }
label-aid = aid between { $home } and { $other }
label-award = award between { $home } and { $other }

conflict-when = The sources differ on the date: { $values }.
conflict-where = The sources differ on the place: { $values }.
conflict-role = The sources differ on the role of { $of }: { $values }.
conflict-office = The sources differ on the office of { $of }: { $values }.
conflict-votes = The sources differ on the number of votes: { $values }.
conflict-electorate = The sources differ on the number of voters: { $values }.
conflict-attendance = The sources differ on the attendance: { $values }.
conflict-session = The sources differ on the number of the session: { $values }.
conflict-value = { $value } ({ $sources })
role-guest = guest
role-host = host
role-organiser = organiser
role-participant = participant
role-provider = provider
role-recipient = recipient
role-other = party
stages-held = This had been announced before.
stages-cancelled = This had been announced, then cancelled or postponed.
tag-planned = announced
tag-cancelled = cancelled or postponed
