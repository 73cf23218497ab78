# The page of a review.

title = { $scope ->
    [year] { $topic ->
        [all] { $year } : l’année diplomatique
       *[security] { $year } : l’année de la diplomatie sécuritaire
    }
   *[period] { $topic ->
        [all] La diplomatie { $period }
       *[security] La diplomatie sécuritaire { $period }
    }
}
kicker = { $scope ->
    [year] Bilan annuel · { $name }
   *[period] Bilan · { $name }
}
subtitle = { $name } : rencontres, visites, accords et assemblées, chaque information avec ses sources
lead-none = Le registre ne contient aucune activité réalisée qui concerne { $home } { $during } ; il ne contient que des rendez-vous annoncés ou annulés.
lead-count = Dans ce qui a été publié sur { $home }, le registre compte { $engagements } { $during }.
lead-count-of = Dans ce qui a été publié sur { $home }, le registre compte { $engagements } { $during }, dont { $list }.
lead-partners = Les partenariats bilatéraux concernent { $partners }.
lead-sources = Ce bilan repose sur { $documents } de { $outlets }.
lead-sources-disputed = Ce bilan repose sur { $documents } de { $outlets }, { $disputed }.
lead-year = L’année la plus active a été { $year }.
lead-month = Le mois le plus actif a été { $month }.
lead-partner = En tête des partenaires : { $partner }, avec { $engagements }.
section-figures = { $scope ->
    [year] L’année en chiffres
   *[period] La période en chiffres
}
figure-meetings = { $n ->
    [one] rencontre
   *[other] rencontres
}
figure-made = { $n ->
    [one] visite à l’étranger
   *[other] visites à l’étranger
}
figure-received = { $n ->
    [one] visite reçue
   *[other] visites reçues
}
figure-gatherings = { $n ->
    [one] réunion ou session
   *[other] réunions et sessions
}
figure-agreements = { $n ->
    [one] accord conclu ou renouvelé
   *[other] accords conclus ou renouvelés
}
figure-operations = { $n ->
    [one] opération conjointe
   *[other] opérations conjointes
}
figure-countries = { $n ->
    [one] pays partenaire
   *[other] pays partenaires
}
figure-documents = { $n ->
    [one] document utilisé
   *[other] documents utilisés
}
section-timeline = { $scope ->
    [year] Le rythme de l’année
   *[period] Le rythme de la période
}
timeline-about = Activités réalisées, selon leur début et leur nature.
timeline-elsewhere = { $n ->
    [one] Le graphique ne montre pas une activité dont le mois n’est pas connu.
   *[other] Le graphique ne montre pas { $feminine } activités dont le mois n’est pas connu.
}
year = Année
month = Mois
total = Total
family-visits = Visites
family-meetings = Rencontres et entretiens
family-assemblies = Réunions et élections
family-agreements = Accords
family-cooperation = Opérations, formations et aides
section-assemblies = Assemblées et mandats
section-encounters = Rencontres et visites, mois par mois
section-agreements = Accords
section-cooperation = Opérations conjointes, formations et aides
section-partners = Partenaires
section-threats = Menaces communes
section-purposes = Objectifs
section-results = Résultats
section-conflicts = Ce sur quoi les sources divergent
section-ahead = Annoncé pour après { $after }
section-sources = Documents utilisés
section-method = Méthode et limites
contents = Sommaire
encounters-elsewhere = Sans mois connu
purposes-about = Objectifs tels que les textes les énoncent, et nombre d’activités réalisées où chacun est nommé.
column-purpose = Objectif
results-about = Ce qui a été conclu ou réalisé ensemble, avec la visite ou la rencontre que les mêmes textes rapportent.
results-occasion = à l’occasion de :
conflicts-about = Les versions publiées sont mises côte à côte ; aucune source n’est préférée.
persons-about = Noms les plus cités : { $list }.
person-count = { $person } ({ $engagements })
partners-about = Partenaires par nombre d’activités bilatérales réalisées ; assister à une même assemblée ne fait pas un partenaire.
column-topic = Sujet
column-engagements = Activités
column-partners = Partenaires
column-partner = Partenaire
column-meetings = Rencontres
column-calls = Appels
column-made = Visites effectuées
column-received = Visites reçues
column-agreements = Accords
column-others = Autres
sources-summary = { $outlets }
sources-told = { $sources } · { $outlets }
sources-confidence = fiabilité { $confidence }
sources-approximate = date à un jour près
sources-undated = sans date précise
sources-texts = { $texts }
source-date = , { $date }
quote = « { $text } »
link = lien
sources = Sources
method = Ce bilan a été tiré par une machine de textes publiés sur des responsables dans l’exercice de leurs fonctions. Chaque phrase est accompagnée de ses sources et des mots sur lesquels elle repose. Ce que plusieurs documents disent d’un même acte tient en une ligne lorsque la nature, les parties et les dates concordent ; ce qu’ils disent différemment est montré tel quel. La fiabilité est une proportion estimée et ne remplace pas le texte d’origine. Rien n’est compté que ce que contient le registre.
method-security = Il retient ce qui touche à la sécurité : les activités qui nomment un sujet de sécurité, ou auxquelles prennent part un service de sécurité ou militaire, un ministère de l’Intérieur ou de la Défense, ou une personne qui y exerce une fonction. La diplomatie générale est laissée de côté.
method-all = Il retient toutes les activités diplomatiques que contient le registre, de sécurité ou générales.
method-agency = Il ne retient que les activités où le service est nommé ; ce que ses responsables ont fait sans que le service soit nommé n’est pas compté.
made-by = Réalisé avec Mithaq
items-more = { $shown } sur { $all } sont rapportées ici.
sources-more = { $shown } des { $all } documents utilisés sont cités : ceux qui rapportent les activités racontées ici une à une.
method-selection = Les activités étant très nombreuses, ce bilan rapporte une à une celles qu’attestent le plus de textes indépendants, puis celles des plus hauts responsables, et indique à chaque endroit combien il y en a ; ses chiffres les comptent toutes. La liste entière est dans le registre : mithaq export --format csv.
