# The page of a partner.

profile-kicker = Partner profile · { $home }
profile-subtitle = { $both }, { $period }: every statement with its sources
profile-lead = The register counts { $engagements } held with this partner.
profile-lead-of = The register counts { $engagements } held with this partner, among them { $list }.
profile-lead-none = The register has nothing held with this partner; what it has was announced or cancelled.
profile-intensity = That is { $rate } a year on average.
profile-last = The latest: { $label } ({ $when }).
section-next = Next planned
section-signed = Signed and due
section-pairs = Who meets whom
section-history = History
column-agreement = Agreement
column-state = State
column-since = Since
column-due = Due
column-expires = Expires
state-promised = announced
state-negotiated = under negotiation
state-agreed = agreed
state-signed = signed
state-ratified = ratified
state-in-force = in force
state-renewed = renewed
state-ended = ended
profile-method = This page was drawn by machine from published texts on officials acting in office. What is planned is what was still to come when the last of these texts was published. That steps belong to one agreement is inferred from parties, order, subject and name.
