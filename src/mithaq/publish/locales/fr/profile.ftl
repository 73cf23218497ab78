# La page d’un partenaire.

profile-kicker = Profil de partenaire · { $home }
profile-subtitle = { $both }, { $period } : chaque information avec ses sources
profile-lead = Le registre compte { $engagements } avec ce partenaire.
profile-lead-of = Le registre compte { $engagements } avec ce partenaire, dont { $list }.
profile-lead-none = Le registre ne contient rien de réalisé avec ce partenaire, seulement des rendez-vous annoncés ou annulés.
profile-intensity = Cela fait { $rate } par an en moyenne.
profile-last = La dernière en date : { $label } ({ $when }).
section-next = Prochainement
section-signed = Signé et attendu
section-pairs = Qui rencontre qui
section-history = Historique
column-agreement = Accord
column-state = État
column-since = Depuis
column-due = Attendu
column-expires = Expire
state-promised = annoncé
state-negotiated = en négociation
state-agreed = convenu
state-signed = signé
state-ratified = ratifié
state-in-force = en vigueur
state-renewed = renouvelé
state-ended = terminé
profile-method = Cette page a été tirée par une machine de textes publiés sur des responsables dans l’exercice de leurs fonctions. Est donné comme prochain ce qui était encore à venir lorsque le dernier de ces textes a paru. Le rattachement des étapes à un même accord est déduit des parties, de l’ordre, du sujet et du nom.
