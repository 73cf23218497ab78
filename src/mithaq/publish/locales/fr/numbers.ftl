# Numbers and counted nouns. $n is the number, $masculine and $feminine are its words before a noun of that gender.
# Nothing is counted in the singular: "aucune rencontre".

masculine = { $n ->
    [0] aucun
    [1] un
    [2] deux
    [3] trois
    [4] quatre
    [5] cinq
    [6] six
    [7] sept
    [8] huit
    [9] neuf
    [10] dix
    [11] onze
    [12] douze
    [100] cent
   *[other] { $n }
}
feminine = { $n ->
    [0] aucune
    [1] une
    [2] deux
    [3] trois
    [4] quatre
    [5] cinq
    [6] six
    [7] sept
    [8] huit
    [9] neuf
    [10] dix
    [11] onze
    [12] douze
    [100] cent
   *[other] { $n }
}

count-meetings = { $n ->
    [one] { $feminine } rencontre
   *[other] { $feminine } rencontres
}
    .oblique = { $n ->
    [one] { $feminine } rencontre
   *[other] { $feminine } rencontres
}
count-visits = { $n ->
    [one] { $feminine } visite
   *[other] { $feminine } visites
}
    .oblique = { $n ->
    [one] { $feminine } visite
   *[other] { $feminine } visites
}
count-calls = { $n ->
    [one] { $masculine } entretien téléphonique
   *[other] { $masculine } entretiens téléphoniques
}
    .oblique = { $n ->
    [one] { $masculine } entretien téléphonique
   *[other] { $masculine } entretiens téléphoniques
}
count-agreements = { $n ->
    [one] { $masculine } accord
   *[other] { $masculine } accords
}
    .oblique = { $n ->
    [one] { $masculine } accord
   *[other] { $masculine } accords
}
count-gatherings = { $n ->
    [one] { $feminine } réunion multilatérale
   *[other] { $feminine } réunions multilatérales
}
    .oblique = { $n ->
    [one] { $feminine } réunion multilatérale
   *[other] { $feminine } réunions multilatérales
}
count-operations = { $n ->
    [one] { $feminine } opération conjointe
   *[other] { $feminine } opérations conjointes
}
    .oblique = { $n ->
    [one] { $feminine } opération conjointe
   *[other] { $feminine } opérations conjointes
}
count-countries = { $n ->
    [one] { $masculine } pays
   *[other] { $masculine } pays
}
    .oblique = { $n ->
    [one] { $masculine } pays
   *[other] { $masculine } pays
}
count-bodies = { $n ->
    [one] { $feminine } organisation internationale
   *[other] { $feminine } organisations internationales
}
    .oblique = { $n ->
    [one] { $feminine } organisation internationale
   *[other] { $feminine } organisations internationales
}
count-documents = { $n ->
    [one] { $masculine } document
   *[other] { $masculine } documents
}
    .oblique = { $n ->
    [one] { $masculine } document
   *[other] { $masculine } documents
}
count-outlets = { $n ->
    [one] { $masculine } média
   *[other] { $masculine } médias
}
    .oblique = { $n ->
    [one] { $masculine } média
   *[other] { $masculine } médias
}
count-sources = { $n ->
    [one] { $feminine } source
   *[other] { $feminine } sources
}
    .oblique = { $n ->
    [one] { $feminine } source
   *[other] { $feminine } sources
}
count-texts = { $n ->
    [one] { $masculine } texte indépendant
   *[other] { $masculine } textes indépendants
}
    .oblique = { $n ->
    [one] { $masculine } texte indépendant
   *[other] { $masculine } textes indépendants
}
count-votes = { $n ->
    [one] { $feminine } voix
   *[other] { $feminine } voix
}
    .oblique = { $n ->
    [one] { $feminine } voix
   *[other] { $feminine } voix
}
count-engagements = { $n ->
    [one] { $feminine } activité
   *[other] { $feminine } activités
}
    .oblique = { $n ->
    [one] { $feminine } activité
   *[other] { $feminine } activités
}
count-disputed = { $n ->
    [0] et les sources ne divergent sur aucune activité
    [one] et les sources divergent sur des détails d’une activité
   *[other] et les sources divergent sur des détails de { $feminine } activités
}

# The ordinal of a session, feminine.
ordinal = { $n ->
    [1] 1re
   *[other] { $n }e
}
