# One sentence an engagement. A held one has its verb, `.active`, in the past with "avoir", which agrees with the number of
# who acts and not with the gender; else it is told by a noun.
# Parties come as $name, and behind "de" and "à" as $name_of and $name_to: "de le" and the like are made one afterwards.
# $at and $on are empty or begin with a space.

comma = ,

# An office closes with a comma, which falls away before another sign.
party-office = { $person }, { $office },
party-of = { $who } ({ $country })
party-officials = des responsables { $people }
    .oblique = des responsables { $people }
party-officials-of = des responsables de { $party }
    .oblique = des responsables de { $party }
party-candidate = la candidature { $country_of }
party-candidate-named = la candidature de { $who }, présentée par { $country },
title-of = { $title } de { $of }
and-others = d’autres
    .oblique = d’autres
at = { " " }{ $place }
on = { " " }{ $date }
aside = { $at }{ $on }
about = , sur { $list }
about-meeting =  ; les entretiens ont porté sur { $list }
about-call =  ; la conversation a porté sur { $list }
about-visit =  ; la visite a porté sur { $list }
about-gathering =  ; les travaux ont porté sur { $list }
purposes = { $n ->
    [one]  ; objectif déclaré : { $list }
   *[other]  ; objectifs déclarés : { $list }
}
sentence = { $core }{ $more }.

visit = { $stage ->
    [planned] une visite { $guest_of } { $place_to }{ $on } a été annoncée
    [cancelled] une visite { $guest_of } { $place_to } prévue{ $on } a été annulée ou reportée
   *[held] une visite { $guest_of } { $place_to } a eu lieu{ $on }
}
    .active = { $turn ->
        [0] { $subject } { $number ->
            [one] a
           *[other] ont
        } effectué une visite { $place_to }{ $on }
       *[1] { $subject } { $number ->
            [one] a
           *[other] ont
        } effectué un déplacement { $place_to }{ $on }
    }
meeting = { $stage ->
    [planned] une rencontre entre { $one } et { $other }{ $at }{ $on } a été annoncée
    [cancelled] une rencontre entre { $one } et { $other } prévue{ $at }{ $on } a été annulée ou reportée
   *[held] des entretiens entre { $one } et { $other } ont eu lieu{ $at }{ $on }
}
    .active = { $turn ->
        [0] { $subject } { $number ->
            [one] a
           *[other] ont
        } eu des entretiens avec { $other }{ $at }{ $on }
       *[1] { $subject } { $number ->
            [one] a
           *[other] ont
        } tenu une réunion avec { $other }{ $at }{ $on }
    }
meeting-received = { "" }
    .active = { $subject } { $number ->
        [one] a
       *[other] ont
    } reçu { $other }{ $at }{ $on }
call = { $stage ->
    [planned] un entretien téléphonique entre { $one } et { $other }{ $on } a été annoncé
    [cancelled] un entretien téléphonique entre { $one } et { $other } prévu{ $on } a été annulé ou reporté
   *[held] un entretien téléphonique entre { $one } et { $other } a eu lieu{ $on }
}
    .active = { $subject } { $number ->
        [one] a
       *[other] ont
    } eu un entretien téléphonique avec { $other }{ $on }
agreement-act = { $action ->
    [negotiate] négociation
    [agree] conclusion
    [renew] renouvellement
    [ratify] ratification
    [in-force] entrée en vigueur
    [end] dénonciation
   *[sign] signature
}
agreement-instrument = un accord
agreement = { $stage ->
    [planned] { $action ->
        [renew] le renouvellement { $instrument_of } entre { $parties }{ $at }{ $on } a été annoncé
       *[other] la { $act } { $instrument_of } entre { $parties }{ $at }{ $on } a été annoncée
    }
    [cancelled] { $action ->
        [renew] le renouvellement { $instrument_of } entre { $parties } prévu{ $at }{ $on } a été annulé ou reporté
       *[other] la { $act } { $instrument_of } entre { $parties } prévue{ $at }{ $on } a été annulée ou reportée
    }
   *[held] { $action ->
        [negotiate] des négociations sur { $instrument } entre { $parties } ont eu lieu{ $at }{ $on }
        [agree] { $parties } { $parties_number ->
            [one] a
           *[other] ont
        } conclu { $instrument }{ $at }{ $on }
        [renew] { $parties } { $parties_number ->
            [one] a
           *[other] ont
        } renouvelé { $instrument }{ $at }{ $on }
        [ratify] la ratification { $instrument_of } entre { $parties } a eu lieu{ $at }{ $on }
        [in-force] l’entrée en vigueur { $instrument_of } entre { $parties } a eu lieu{ $at }{ $on }
        [end] la dénonciation { $instrument_of } entre { $parties } a eu lieu{ $at }{ $on }
       *[sign] { $parties } { $parties_number ->
            [one] a
           *[other] ont
        } signé { $instrument }{ $at }{ $on }
    }
}
forum-body = une réunion { $body_of }
forum-session-body = la { $ordinal } session { $body_of }
forum-session-joint = la { $ordinal } session d’une réunion avec { $others }
forum-session-host = la { $ordinal } session d’une réunion organisée par { $host }
forum-session-alone = la { $ordinal } session d’une réunion
forum-host = une réunion organisée par { $host }
forum-joint = une réunion avec { $others }
forum-alone = une réunion multilatérale
gathering = { $stage ->
    [planned] la participation { $one_of } à { $forum }{ $at }{ $on } a été annoncée
    [cancelled] { $forum } prévue{ $at }{ $on } avec la participation { $one_of } a été annulée ou reportée
   *[held] la participation { $one_of } à { $forum }{ $at }{ $on } a été signalée
}
    .active = { $subject } { $number ->
        [one] a
       *[other] ont
    } participé à { $forum }{ $at }{ $on }
gathering-hosted = { $stage ->
    [planned] l’accueil { $forum_of } par { $home }{ $at }{ $on } a été annoncé
    [cancelled] l’accueil { $forum_of } par { $home } prévu{ $at }{ $on } a été annulé ou reporté
   *[held] l’accueil { $forum_of } par { $home } a eu lieu{ $at }{ $on }
}
gathering-attendance =  ; nombre annoncé de participants : { $n }
mandate-unnamed = { $stage ->
    [planned] la nomination d’un représentant { $principal_of } auprès { $forum_of }{ $on } a été annoncée
    [cancelled] la nomination d’un représentant { $principal_of } auprès { $forum_of } prévue{ $on } a été annulée ou reportée
   *[held] la nomination d’un représentant { $principal_of } auprès { $forum_of } a eu lieu{ $on }
}
mandate = { $stage ->
    [planned] la désignation { $delegate_of } pour représenter { $principal } auprès { $forum_of }{ $on } a été annoncée
    [cancelled] la désignation { $delegate_of } pour représenter { $principal } auprès { $forum_of } prévue{ $on } a été annulée ou reportée
   *[held] la désignation { $delegate_of } pour représenter { $principal } auprès { $forum_of } a eu lieu{ $on }
}
election = { $action ->
    [nominate] { $stage ->
        [planned] { $candidate } auprès { $forum_of }{ $on } a été annoncée
        [cancelled] { $candidate } auprès { $forum_of } prévue{ $on } a été retirée ou reportée
       *[held] { $candidate } auprès { $forum_of } a été déposée{ $on }
    }
    [vote] { $stage ->
        [planned] un vote au sein { $forum_of } sur { $candidate }{ $at }{ $on } a été annoncé
        [cancelled] un vote au sein { $forum_of } sur { $candidate } prévu{ $at }{ $on } a été annulé ou reporté
       *[held] un vote au sein { $forum_of } sur { $candidate } a eu lieu{ $at }{ $on }
    }
   *[elect] { $stage ->
        [planned] une élection au sein { $forum_of } concernant { $candidate }{ $at }{ $on } a été annoncée
        [cancelled] une élection au sein { $forum_of } concernant { $candidate } prévue{ $at }{ $on } a été annulée ou reportée
       *[held] { $candidate } a été retenue à l’issue du vote tenu au sein { $forum_of }{ $at }{ $on }
    }
}
election-votes = , avec { $votes }
election-votes-of = , avec { $votes } sur { $electorate }
operation = { $stage ->
    [planned] une opération conjointe entre { $parties }{ $at }{ $on } a été annoncée
    [cancelled] une opération conjointe entre { $parties } prévue{ $at }{ $on } a été annulée ou reportée
   *[held] une opération conjointe entre { $parties } a été menée{ $at }{ $on }
}
training = { $stage ->
    [planned] une formation commune entre { $parties }{ $at }{ $on } a été annoncée
    [cancelled] une formation commune entre { $parties } prévue{ $at }{ $on } a été annulée ou reportée
   *[held] une formation commune entre { $parties } a eu lieu{ $at }{ $on }
}
training-given = { $stage ->
    [planned] une formation destinée { $recipient_to } et assurée par { $provider }{ $at }{ $on } a été annoncée
    [cancelled] une formation destinée { $recipient_to } par { $provider } prévue{ $at }{ $on } a été annulée ou reportée
   *[held] une formation destinée { $recipient_to } a été assurée par { $provider }{ $at }{ $on }
}
aid = { $stage ->
    [planned] une aide entre { $parties }{ $at }{ $on } a été annoncée
    [cancelled] une aide entre { $parties } prévue{ $at }{ $on } a été annulée ou reportée
   *[held] une aide entre { $parties } a été fournie{ $at }{ $on }
}
aid-given = { $stage ->
    [planned] une aide { $provider_of } { $recipient_to }{ $at }{ $on } a été annoncée
    [cancelled] une aide { $provider_of } { $recipient_to } prévue{ $at }{ $on } a été annulée ou reportée
   *[held] une aide { $provider_of } a été apportée { $recipient_to }{ $at }{ $on }
}
award = { $stage ->
    [planned] une distinction entre { $parties }{ $at }{ $on } a été annoncée
    [cancelled] une distinction entre { $parties } prévue{ $at }{ $on } a été annulée ou reportée
   *[held] une distinction entre { $parties } a été remise{ $at }{ $on }
}
award-given = { $stage ->
    [planned] une distinction remise { $recipient_to } par { $provider }{ $at }{ $on } a été annoncée
    [cancelled] la remise d’une distinction { $recipient_to } par { $provider } prévue{ $at }{ $on } a été annulée ou reportée
   *[held] une distinction a été remise { $recipient_to } par { $provider }{ $at }{ $on }
}

# In a few words, in a list.
label-visit-made = visite { $place_to }
label-visit-received = visite { $other_of }
label-meeting = rencontre avec { $other }
label-call = entretien téléphonique avec { $other }
label-agreement = { $act } { $instrument_of } avec { $other }
label-mandate = représentation { $home_of } auprès { $other_of }
label-election = élection : { $candidate }
label-operation = opération conjointe avec { $other }
label-training = formation avec { $other }
label-aid = aide entre { $home } et { $other }
label-award = distinction entre { $home } et { $other }

conflict-when = Les sources divergent sur la date : { $values }.
conflict-where = Les sources divergent sur le lieu : { $values }.
conflict-role = Les sources divergent sur le rôle { $of_of } : { $values }.
conflict-office = Les sources divergent sur la fonction { $of_of } : { $values }.
conflict-votes = Les sources divergent sur le nombre de voix : { $values }.
conflict-electorate = Les sources divergent sur le nombre de votants : { $values }.
conflict-attendance = Les sources divergent sur le nombre de participants : { $values }.
conflict-session = Les sources divergent sur le numéro de la session : { $values }.
conflict-value = { $value } ({ $sources })
role-guest = visiteur
role-host = hôte
role-organiser = organisateur
role-participant = participant
role-provider = fournisseur
role-recipient = bénéficiaire
role-other = partie
stages-held = Ce rendez-vous avait été annoncé.
stages-cancelled = Ce rendez-vous avait été annoncé, puis annulé ou reporté.
tag-planned = annoncé
tag-cancelled = annulé ou reporté
