# The pictures of a review, and what it measures.

picture-more = Les chiffres en tableau
picture-about = { $what } { $list }.
picture-number = { $name } { $n }
number-range = { $low } à { $high }
picture-change = { $name } { $before } → { $now }
picture-link = { $one } – { $other } { $n }
section-before = { $scope ->
    [year] Par rapport à { $before }
   *[period] Par rapport à la période précédente
}
comparison-about = Activités réalisées, { $before } → { $now }, selon leur nature.
column-kind = Nature
map-about = Les pays partenaires sur une carte du monde, d’autant plus foncés que les activités bilatérales réalisées sont nombreuses.
map-disputed = Les territoires au statut contesté sont hachurés et ne sont attribués à personne ; la carte ne prend pas position.
map-worldview = Les frontières suivent les cartes officielles { $country } ; les autres territoires au statut contesté sont hachurés et ne sont attribués à personne.
section-regions = Régions, équilibre et portée
regions-about = Pays partenaires par région de l’ONU ; une activité avec deux pays d’une même région y compte une fois.
region-other = Ailleurs
column-region = Région
column-countries = Pays partenaires
column-new = { $scope ->
    [year] Nouveaux depuis { $before }
   *[period] Nouveaux
}
column-lapsed = { $scope ->
    [year] Absents depuis { $before }
   *[period] Absents depuis la période précédente
}
column-partners-others = Autres partenaires
balance-visits = Visites à l’étranger : { $made } ; visites reçues : { $received }. L’indice de réciprocité est de { $index } : 1 signifie autant dans chaque sens, 0 toutes dans le même.
balance-level = Dans les { $engagements } où des fonctions sont citées, le niveau habituel est celui { $home } du côté national et celui { $partners } chez les partenaires.
balance-level-same = Dans les { $engagements } où des fonctions sont citées, le niveau habituel est, des deux côtés, celui { $home }.
balance-spread = Répartition des activités : { $partners } entre partenaires et { $regions } entre régions, 1 signifiant des parts égales.
balance-spread-one = Répartition des activités entre partenaires : { $partners }, 1 signifiant des parts égales.
balance-south = Parmi les activités avec des pays partenaires, { $share } associent des pays du Sud (Groupe des 77 et Chine).
balance-nothing-before = { $scope ->
    [year] Le registre ne contient rien de { $before } ; on ne peut donc dire quels partenaires sont nouveaux.
   *[period] Le registre ne contient rien de la période précédente ; on ne peut donc dire quels partenaires sont nouveaux.
}
level-1 = des chefs d’État
level-2 = des chefs de gouvernement et assimilés
level-3 = des ministres et assimilés
level-4 = des vice-ministres et directeurs généraux
level-5 = des ambassadeurs et généraux
level-6 = des chefs de département et généraux de brigade
level-7 = des attachés et colonels
level-8 = des experts et autres agents
section-services = Qui travaille avec qui
services-about = Services des deux côtés qu’une même activité nomme, par leur nom ou par la fonction des participants ; plus le trait est épais, plus le lien est fréquent.
services-alt = Services reliés par les activités qui les nomment ensemble.
services-more = { $n ->
    [one] Le dessin laisse de côté un lien plus rare.
   *[other] Le dessin laisse de côté { $n } liens plus rares.
}
service-of = { $country } · { $service }
column-service = Service
column-service-partner = Service du partenaire
method-basis-all = Toutes les activités du registre sont comptées, y compris celles que rapporte un seul texte.
method-basis-attested = Seules sont comptées les activités que rapportent au moins deux textes indépendants ; des textes copiés l’un sur l’autre n’en font qu’un.
method-basis-accepted = Seules sont comptées les activités qu’un relecteur a acceptées, corrigées ou ajoutées à la main.
threats-about = Sujets des activités réalisées, tels que les textes les nomment, au total et avec chacun des partenaires concernés.
