# Numbers and counted nouns. $n is the number, $masculine and $feminine are its words before a noun of that gender.

masculine = { $n ->
    [0] ningún
    [1] un
    [2] dos
    [3] tres
    [4] cuatro
    [5] cinco
    [6] seis
    [7] siete
    [8] ocho
    [9] nueve
    [10] diez
    [11] once
    [12] doce
    [100] cien
   *[other] { $n }
}
feminine = { $n ->
    [0] ninguna
    [1] una
    [2] dos
    [3] tres
    [4] cuatro
    [5] cinco
    [6] seis
    [7] siete
    [8] ocho
    [9] nueve
    [10] diez
    [11] once
    [12] doce
    [100] cien
   *[other] { $n }
}

count-meetings = { $n ->
    [0] { $feminine } reunión
    [one] { $feminine } reunión
   *[other] { $feminine } reuniones
}
    .oblique = { $n ->
    [0] { $feminine } reunión
    [one] { $feminine } reunión
   *[other] { $feminine } reuniones
}
count-visits = { $n ->
    [0] { $feminine } visita
    [one] { $feminine } visita
   *[other] { $feminine } visitas
}
    .oblique = { $n ->
    [0] { $feminine } visita
    [one] { $feminine } visita
   *[other] { $feminine } visitas
}
count-calls = { $n ->
    [0] { $feminine } conversación telefónica
    [one] { $feminine } conversación telefónica
   *[other] { $feminine } conversaciones telefónicas
}
    .oblique = { $n ->
    [0] { $feminine } conversación telefónica
    [one] { $feminine } conversación telefónica
   *[other] { $feminine } conversaciones telefónicas
}
count-agreements = { $n ->
    [0] { $masculine } acuerdo
    [one] { $masculine } acuerdo
   *[other] { $masculine } acuerdos
}
    .oblique = { $n ->
    [0] { $masculine } acuerdo
    [one] { $masculine } acuerdo
   *[other] { $masculine } acuerdos
}
count-gatherings = { $n ->
    [0] { $masculine } encuentro multilateral
    [one] { $masculine } encuentro multilateral
   *[other] { $masculine } encuentros multilaterales
}
    .oblique = { $n ->
    [0] { $masculine } encuentro multilateral
    [one] { $masculine } encuentro multilateral
   *[other] { $masculine } encuentros multilaterales
}
count-operations = { $n ->
    [0] { $feminine } operación conjunta
    [one] { $feminine } operación conjunta
   *[other] { $feminine } operaciones conjuntas
}
    .oblique = { $n ->
    [0] { $feminine } operación conjunta
    [one] { $feminine } operación conjunta
   *[other] { $feminine } operaciones conjuntas
}
count-countries = { $n ->
    [0] { $masculine } país
    [one] { $masculine } país
   *[other] { $masculine } países
}
    .oblique = { $n ->
    [0] { $masculine } país
    [one] { $masculine } país
   *[other] { $masculine } países
}
count-bodies = { $n ->
    [0] { $masculine } organismo internacional
    [one] { $masculine } organismo internacional
   *[other] { $masculine } organismos internacionales
}
    .oblique = { $n ->
    [0] { $masculine } organismo internacional
    [one] { $masculine } organismo internacional
   *[other] { $masculine } organismos internacionales
}
count-documents = { $n ->
    [0] { $masculine } documento
    [one] { $masculine } documento
   *[other] { $masculine } documentos
}
    .oblique = { $n ->
    [0] { $masculine } documento
    [one] { $masculine } documento
   *[other] { $masculine } documentos
}
count-outlets = { $n ->
    [0] { $masculine } medio
    [one] { $masculine } medio
   *[other] { $masculine } medios
}
    .oblique = { $n ->
    [0] { $masculine } medio
    [one] { $masculine } medio
   *[other] { $masculine } medios
}
count-sources = { $n ->
    [0] { $feminine } fuente
    [one] { $feminine } fuente
   *[other] { $feminine } fuentes
}
    .oblique = { $n ->
    [0] { $feminine } fuente
    [one] { $feminine } fuente
   *[other] { $feminine } fuentes
}
count-texts = { $n ->
    [0] { $masculine } texto independiente
    [one] { $masculine } texto independiente
   *[other] { $masculine } textos independientes
}
    .oblique = { $n ->
    [0] { $masculine } texto independiente
    [one] { $masculine } texto independiente
   *[other] { $masculine } textos independientes
}
count-votes = { $n ->
    [0] { $masculine } voto
    [one] { $masculine } voto
   *[other] { $masculine } votos
}
    .oblique = { $n ->
    [0] { $masculine } voto
    [one] { $masculine } voto
   *[other] { $masculine } votos
}
count-engagements = { $n ->
    [0] { $feminine } actividad
    [one] { $feminine } actividad
   *[other] { $feminine } actividades
}
    .oblique = { $n ->
    [0] { $feminine } actividad
    [one] { $feminine } actividad
   *[other] { $feminine } actividades
}
count-disputed = { $n ->
    [0] y las fuentes no discrepan sobre ninguna actividad
    [one] y las fuentes discrepan sobre detalles de una actividad
   *[other] y las fuentes discrepan sobre detalles de { $feminine } actividades
}

# The ordinal of a session, feminine.
ordinal = { $n }.ª
