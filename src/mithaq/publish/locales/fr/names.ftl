# Names as they stand in a sentence, and what stands before them. Names of countries are in countries.tsv.
# Articles and prepositions that meet are made one afterwards: "de le Maroc" is "du Maroc".

many-feminine = { $one }s
of-party = de { $party }
to-party = à { $party }
of-country = de { $country }
to-country = { $before }{ $bare }
in-country = { $before }{ $bare }
to-city = à { $name }
in-city = à { $name }
to-body = auprès de { $name }
in-body = au sein de { $name }
place-city = { $city } ({ $country })

city-EGY-Cairo = le Caire
city-ZAF-Cape-Town = le Cap

body-INTERPOL = INTERPOL
body-EUROPOL = Europol
body-AFRIPOL = AFRIPOL
body-UN = les Nations unies
body-UNSC = le Conseil de sécurité de l’ONU
body-UNGA = l’Assemblée générale de l’ONU
body-EU = l’Union européenne
body-AU = l’Union africaine
body-LAS = la Ligue arabe
body-GCC = le Conseil de coopération du Golfe
body-NATO = l’OTAN
body-OIC = l’Organisation de la coopération islamique
body-AIMC = le Conseil des ministres arabes de l’Intérieur
body-AMU = l’Union du Maghreb arabe
body-IAEA = l’Agence internationale de l’énergie atomique
body-UNESCO = l’UNESCO
body-UNIFIL = la FINUL
body-UNODC = l’Office des Nations unies contre la drogue et le crime
body-UNHCR = le Haut-Commissariat des Nations unies pour les réfugiés
body-IOM = l’Organisation internationale pour les migrations
body-FATF = le Groupe d’action financière
body-ECOWAS = la CEDEAO
body-OSCE = l’OSCE
body-G7 = le G7
body-G20 = le G20
body-WHO = l’Organisation mondiale de la santé
body-FRONTEX = Frontex
body-CEN-SAD = la Communauté des États sahélo-sahariens
body-BRICS = les BRICS
body-ASEAN = l’ASEAN

topic-terrorism = la lutte contre le terrorisme
topic-extremism = la lutte contre l’extrémisme
topic-organised-crime = le crime organisé
topic-drugs = le trafic de drogue
topic-migration = la migration irrégulière
topic-human-trafficking = la traite des êtres humains
topic-cybercrime = la cybercriminalité
topic-border-security = la sécurité des frontières
topic-maritime-security = la sécurité maritime
topic-intelligence = le renseignement
topic-policing = l’action policière
topic-justice = la coopération judiciaire
topic-defence = la coopération de défense
topic-event-security = la sécurité des grands événements
topic-civil-protection = la protection civile

purpose-information-exchange = l’échange d’informations
purpose-expertise-exchange = l’échange d’expertise
purpose-operational-coordination = la coordination opérationnelle
purpose-legal-framework = le renforcement du cadre juridique
purpose-trust-building = le renforcement de la confiance
purpose-capacity-building = le renforcement des capacités

kind-visit = visite
kind-meeting = rencontre
kind-call = entretien téléphonique
kind-agreement = accord
kind-gathering = réunion multilatérale
kind-mandate = mandat
kind-election = élection
kind-operation = opération conjointe
kind-training = formation
kind-aid = aide
kind-award = distinction

instrument-memorandum = un mémorandum d’entente
instrument-treaty = un traité
instrument-protocol = un protocole
instrument-plan = un plan
instrument-declaration = une déclaration
instrument-contract = un contrat
instrument-agreement = un accord
instrument-told = { $gender ->
    [feminine] une { $name }
   *[masculine] un { $name }
}

agency-police = police
agency-police-national = police nationale
agency-police-judicial = police judiciaire
agency-police-federal = police fédérale
agency-police-border = police aux frontières
agency-police-drugs = brigade des stupéfiants
agency-police-academy = académie de police
agency-intelligence = services de renseignement
agency-intelligence-military = service de renseignement militaire
agency-intelligence-domestic = service de renseignement intérieur
agency-intelligence-external = service de renseignement extérieur
agency-security-services = services de sécurité
agency-state-security = Sûreté de l’État
agency-national-security = sûreté nationale
agency-security-directorate = direction de la sécurité
agency-security = services de sécurité
agency-counter-terrorism = service de lutte antiterroriste
agency-gendarmerie = gendarmerie
agency-coastguard = garde-côtes
agency-border = garde-frontières
agency-customs = douanes
agency-army = armée
agency-armed-forces = forces armées
agency-navy = marine
agency-air-force = armée de l’air
agency-general-staff = état-major
agency-special-forces = forces spéciales
agency-national-guard = garde nationale
agency-interior = ministère de l’Intérieur
agency-foreign = ministère des Affaires étrangères
agency-defence = ministère de la Défense
agency-justice = ministère de la Justice
agency-prosecution = parquet
agency-courts = cour
agency-prisons = direction des prisons
agency-civil-protection = protection civile
agency-cybersecurity = agence de cybersécurité
agency-public-security = direction de la sécurité publique
agency-government = gouvernement
agency-presidency = présidence
agency-parliament = parlement
agency-interpol-ncb = bureau central national d’INTERPOL
