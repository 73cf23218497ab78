# La página de un socio.

profile-kicker = Perfil de socio · { $home }
profile-subtitle = { $both }, { $period }: cada dato con sus fuentes
profile-lead = El registro cuenta { $engagements } con este socio.
profile-lead-of = El registro cuenta { $engagements } con este socio, entre ellas { $list }.
profile-lead-none = El registro no contiene nada realizado con este socio, solo citas anunciadas o canceladas.
profile-intensity = Son { $rate } al año de media.
profile-last = La más reciente: { $label } ({ $when }).
section-next = Próximamente
section-signed = Firmado y pendiente
section-pairs = Quién se reúne con quién
section-history = Historial
column-agreement = Acuerdo
column-state = Estado
column-since = Desde
column-due = Previsto
column-expires = Vence
state-promised = anunciado
state-negotiated = en negociación
state-agreed = acordado
state-signed = firmado
state-ratified = ratificado
state-in-force = en vigor
state-renewed = renovado
state-ended = terminado
profile-method = Esta página se ha extraído por máquina de textos publicados sobre responsables en el ejercicio de su cargo. Lo próximo es lo que aún estaba por venir cuando se publicó el último de esos textos. Que varios pasos sean de un mismo acuerdo se deduce de las partes, el orden, el tema y el nombre.
