# One sentence an engagement. A held one has its verb, `.active`, which agrees in number with who acts; else it is told by a
# noun or by a verb with "se".
# Parties come as $name, and behind "de" and "a" as $name_of and $name_to. $at and $on are empty or begin with a space.

comma = ,

# An office closes with a comma, which falls away before another sign.
party-office = { $person }, { $office },
party-of = { $who } ({ $country })
party-officials = responsables { $people }
    .oblique = responsables { $people }
party-officials-of = responsables de { $party }
    .oblique = responsables de { $party }
party-candidate = la candidatura { $country_of }
party-candidate-named = la candidatura de { $who }, presentada por { $country },
title-of = { $title } de { $of }
and-others = otros
    .oblique = otros
at = { " " }{ $place }
on = { " " }{ $date }
aside = { $at }{ $on }
about = , sobre { $list }
about-meeting = ; las conversaciones trataron de { $list }
about-call = ; la conversación trató de { $list }
about-visit = ; la visita se centró en { $list }
about-gathering = ; los trabajos trataron de { $list }
purposes = { $n ->
    [one] ; objetivo declarado: { $list }
   *[other] ; objetivos declarados: { $list }
}
sentence = { $core }{ $more }.

visit = { $stage ->
    [planned] se anunció una visita { $guest_of } { $place_to }{ $on }
    [cancelled] se canceló o aplazó una visita { $guest_of } { $place_to } prevista{ $on }
   *[held] se produjo una visita { $guest_of } { $place_to }{ $on }
}
    .active = { $turn ->
        [0] { $subject } { $number ->
            [one] realizó
           *[other] realizaron
        } una visita { $place_to }{ $on }
       *[1] { $subject } { $number ->
            [one] viajó
           *[other] viajaron
        } en visita oficial { $place_to }{ $on }
    }
meeting = { $stage ->
    [planned] se anunció una reunión entre { $one } y { $other }{ $at }{ $on }
    [cancelled] se canceló o aplazó una reunión entre { $one } y { $other } prevista{ $at }{ $on }
   *[held] se mantuvieron conversaciones entre { $one } y { $other }{ $at }{ $on }
}
    .active = { $turn ->
        [0] { $subject } { $number ->
            [one] mantuvo
           *[other] mantuvieron
        } conversaciones con { $other }{ $at }{ $on }
       *[1] { $subject } { $number ->
            [one] se reunió
           *[other] se reunieron
        } con { $other }{ $at }{ $on }
    }
meeting-received = { "" }
    .active = { $subject } { $number ->
        [one] recibió
       *[other] recibieron
    } { $other_to }{ $at }{ $on }
call = { $stage ->
    [planned] se anunció una conversación telefónica entre { $one } y { $other }{ $on }
    [cancelled] se canceló o aplazó una conversación telefónica entre { $one } y { $other } prevista{ $on }
   *[held] se mantuvo una conversación telefónica entre { $one } y { $other }{ $on }
}
    .active = { $subject } { $number ->
        [one] mantuvo
       *[other] mantuvieron
    } una conversación telefónica con { $other }{ $on }
agreement-act = { $action ->
    [negotiate] negociación
    [agree] conclusión
    [renew] renovación
    [ratify] ratificación
    [in-force] entrada en vigor
    [end] denuncia
   *[sign] firma
}
agreement-instrument = un acuerdo
agreement = { $stage ->
    [planned] se anunció la { $act } { $instrument_of } entre { $parties }{ $at }{ $on }
    [cancelled] se canceló o aplazó la { $act } { $instrument_of } entre { $parties } prevista{ $at }{ $on }
   *[held] { $action ->
        [negotiate] se negoció { $instrument } entre { $parties }{ $at }{ $on }
        [agree] se acordó { $instrument } entre { $parties }{ $at }{ $on }
        [renew] se renovó { $instrument } entre { $parties }{ $at }{ $on }
        [ratify] se ratificó { $instrument } entre { $parties }{ $at }{ $on }
        [in-force] entró en vigor { $instrument } entre { $parties }{ $at }{ $on }
        [end] se puso fin a { $instrument } entre { $parties }{ $at }{ $on }
       *[sign] se firmó { $instrument } entre { $parties }{ $at }{ $on }
    }
}
forum-body = una reunión { $body_of }
forum-session-body = la { $ordinal } sesión { $body_of }
forum-session-joint = la { $ordinal } sesión de un encuentro con { $others }
forum-session-host = la { $ordinal } sesión de un encuentro organizado por { $host }
forum-session-alone = la { $ordinal } sesión de un encuentro
forum-host = un encuentro organizado por { $host }
forum-joint = un encuentro con { $others }
forum-alone = un encuentro multilateral
gathering = { $stage ->
    [planned] se anunció la participación { $one_of } en { $forum }{ $at }{ $on }
    [cancelled] se canceló o aplazó { $forum }, con participación { $one_of }, cuya celebración estaba prevista{ $at }{ $on }
   *[held] se registró la participación { $one_of } en { $forum }{ $at }{ $on }
}
    .active = { $subject } { $number ->
        [one] participó
       *[other] participaron
    } en { $forum }{ $at }{ $on }
gathering-hosted = { $stage ->
    [planned] se anunció que { $home } acogería { $forum }{ $at }{ $on }
    [cancelled] se canceló o aplazó { $forum } que { $home } iba a acoger{ $at }{ $on }
   *[held] { $home } acogió { $forum }{ $at }{ $on }
}
gathering-attendance = ; el número anunciado de participantes es { $n }
mandate-unnamed = { $stage ->
    [planned] se anunció el nombramiento de un representante { $principal_of } ante { $forum }{ $on }
    [cancelled] se canceló o aplazó el nombramiento de un representante { $principal_of } ante { $forum } previsto{ $on }
   *[held] se nombró un representante { $principal_of } ante { $forum }{ $on }
}
mandate = { $stage ->
    [planned] se anunció la designación { $delegate_of } para representar a { $principal } ante { $forum }{ $on }
    [cancelled] se canceló o aplazó la designación { $delegate_of } para representar a { $principal } ante { $forum } prevista{ $on }
   *[held] se designó { $delegate_to } para representar a { $principal } ante { $forum }{ $on }
}
election = { $action ->
    [nominate] { $stage ->
        [planned] se anunció { $candidate } ante { $forum }{ $on }
        [cancelled] se retiró o aplazó { $candidate } ante { $forum } prevista{ $on }
       *[held] se presentó { $candidate } ante { $forum }{ $on }
    }
    [vote] { $stage ->
        [planned] se anunció una votación en { $forum } sobre { $candidate }{ $at }{ $on }
        [cancelled] se canceló o aplazó una votación en { $forum } sobre { $candidate } prevista{ $at }{ $on }
       *[held] se celebró una votación en { $forum } sobre { $candidate }{ $at }{ $on }
    }
   *[elect] { $stage ->
        [planned] se anunció una elección en { $forum } que concierne a { $candidate }{ $at }{ $on }
        [cancelled] se canceló o aplazó una elección en { $forum } que concierne a { $candidate } prevista{ $at }{ $on }
       *[held] la votación celebrada en { $forum }{ $at }{ $on } dio el triunfo a { $candidate }
    }
}
election-votes = , con { $votes }
election-votes-of = , con { $votes } de { $electorate }
operation = { $stage ->
    [planned] se anunció una operación conjunta entre { $parties }{ $at }{ $on }
    [cancelled] se canceló o aplazó una operación conjunta entre { $parties } prevista{ $at }{ $on }
   *[held] se llevó a cabo una operación conjunta entre { $parties }{ $at }{ $on }
}
training = { $stage ->
    [planned] se anunció una formación conjunta entre { $parties }{ $at }{ $on }
    [cancelled] se canceló o aplazó una formación conjunta entre { $parties } prevista{ $at }{ $on }
   *[held] se llevó a cabo una formación conjunta entre { $parties }{ $at }{ $on }
}
training-given = { $stage ->
    [planned] se anunció una formación para { $recipient } impartida por { $provider }{ $at }{ $on }
    [cancelled] se canceló o aplazó una formación para { $recipient } impartida por { $provider } y prevista{ $at }{ $on }
   *[held] { $provider } impartió formación { $recipient_to }{ $at }{ $on }
}
aid = { $stage ->
    [planned] se anunció una ayuda entre { $parties }{ $at }{ $on }
    [cancelled] se canceló o aplazó una ayuda entre { $parties } prevista{ $at }{ $on }
   *[held] se prestó ayuda entre { $parties }{ $at }{ $on }
}
aid-given = { $stage ->
    [planned] se anunció una ayuda { $provider_of } { $recipient_to }{ $at }{ $on }
    [cancelled] se canceló o aplazó una ayuda { $provider_of } { $recipient_to } prevista{ $at }{ $on }
   *[held] se prestó ayuda { $provider_of } { $recipient_to }{ $at }{ $on }
}
award = { $stage ->
    [planned] se anunció una distinción entre { $parties }{ $at }{ $on }
    [cancelled] se canceló o aplazó una distinción entre { $parties } prevista{ $at }{ $on }
   *[held] se entregó una distinción entre { $parties }{ $at }{ $on }
}
award-given = { $stage ->
    [planned] se anunció una distinción { $provider_of } { $recipient_to }{ $at }{ $on }
    [cancelled] se canceló o aplazó una distinción { $provider_of } { $recipient_to } prevista{ $at }{ $on }
   *[held] se entregó una distinción { $provider_of } { $recipient_to }{ $at }{ $on }
}

# In a few words, in a list.
label-visit-made = visita { $place_to }
label-visit-received = visita { $other_of }
label-meeting = reunión con { $other }
label-call = conversación telefónica con { $other }
label-agreement = { $act } { $instrument_of } con { $other }
label-mandate = representación { $home_of } ante { $other }
label-election = elección: { $candidate }
label-operation = operación conjunta con { $other }
label-training = formación con { $other }
label-aid = ayuda entre { $home } y { $other }
label-award = distinción entre { $home } y { $other }

conflict-when = Las fuentes discrepan sobre la fecha: { $values }.
conflict-where = Las fuentes discrepan sobre el lugar: { $values }.
conflict-role = Las fuentes discrepan sobre el papel { $of_of }: { $values }.
conflict-office = Las fuentes discrepan sobre el cargo { $of_of }: { $values }.
conflict-votes = Las fuentes discrepan sobre el número de votos: { $values }.
conflict-electorate = Las fuentes discrepan sobre el número de votantes: { $values }.
conflict-attendance = Las fuentes discrepan sobre el número de asistentes: { $values }.
conflict-session = Las fuentes discrepan sobre el número de la sesión: { $values }.
conflict-value = { $value } ({ $sources })
role-guest = visitante
role-host = anfitrión
role-organiser = organizador
role-participant = participante
role-provider = proveedor
role-recipient = beneficiario
role-other = parte
stages-held = Esta cita se había anunciado.
stages-cancelled = Esta cita se había anunciado y después se canceló o aplazó.
tag-planned = anunciado
tag-cancelled = cancelado o aplazado
