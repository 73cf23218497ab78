# The page of a review.

title = { $scope ->
    [year] { $topic ->
        [all] { $year } en la diplomacia
       *[security] { $year } en la diplomacia de seguridad
    }
   *[period] { $topic ->
        [all] La diplomacia { $period }
       *[security] La diplomacia de seguridad { $period }
    }
}
kicker = { $scope ->
    [year] Balance anual · { $name }
   *[period] Balance · { $name }
}
subtitle = { $name }: reuniones, visitas, acuerdos y asambleas, cada dato con sus fuentes
lead-none = El registro no contiene ninguna actividad realizada que concierna a { $home } { $during }; solo contiene citas anunciadas o canceladas.
lead-count = En lo publicado sobre { $home }, el registro cuenta { $engagements } { $during }.
lead-count-of = En lo publicado sobre { $home }, el registro cuenta { $engagements } { $during }, entre ellas { $list }.
lead-partners = Las relaciones bilaterales abarcaron { $partners }.
lead-sources = Este balance se apoya en { $documents } de { $outlets }.
lead-sources-disputed = Este balance se apoya en { $documents } de { $outlets }, { $disputed }.
lead-year = El año más activo fue { $year }.
lead-month = El mes más activo fue { $month }.
lead-partner = El primero de los socios es { $partner }, con { $engagements }.
section-figures = { $scope ->
    [year] El año en cifras
   *[period] El período en cifras
}
figure-meetings = { $n ->
    [one] reunión
   *[other] reuniones
}
figure-made = { $n ->
    [one] visita al extranjero
   *[other] visitas al extranjero
}
figure-received = { $n ->
    [one] visita recibida
   *[other] visitas recibidas
}
figure-gatherings = { $n ->
    [one] encuentro o sesión
   *[other] encuentros y sesiones
}
figure-agreements = { $n ->
    [one] acuerdo firmado o renovado
   *[other] acuerdos firmados o renovados
}
figure-operations = { $n ->
    [one] operación conjunta
   *[other] operaciones conjuntas
}
figure-countries = { $n ->
    [one] país socio
   *[other] países socios
}
figure-documents = { $n ->
    [one] documento utilizado
   *[other] documentos utilizados
}
section-timeline = { $scope ->
    [year] El ritmo del año
   *[period] El ritmo del período
}
timeline-about = Actividades realizadas, según su comienzo y su tipo.
timeline-elsewhere = { $n ->
    [one] El gráfico no muestra una actividad cuyo mes no se conoce.
   *[other] El gráfico no muestra { $feminine } actividades cuyo mes no se conoce.
}
year = Año
month = Mes
total = Total
family-visits = Visitas
family-meetings = Reuniones y llamadas
family-assemblies = Encuentros y elecciones
family-agreements = Acuerdos
family-cooperation = Operaciones, formación y ayuda
section-assemblies = Asambleas y mandatos
section-encounters = Reuniones y visitas, mes a mes
section-agreements = Acuerdos
section-cooperation = Operaciones conjuntas, formación y ayuda
section-partners = Socios
section-threats = Amenazas comunes
section-purposes = Objetivos
section-results = Resultados
section-conflicts = En qué discrepan las fuentes
section-ahead = Anunciado para después de { $after }
section-sources = Documentos utilizados
section-method = Método y límites
contents = Contenido
encounters-elsewhere = Sin mes conocido
purposes-about = Objetivos tal como los declaran los textos, y número de actividades realizadas en que se nombra cada uno.
column-purpose = Objetivo
results-about = Lo que se concluyó o realizó en común, con la visita o reunión que los mismos textos relatan.
results-occasion = con ocasión de:
conflicts-about = Se ponen una junto a otra las versiones publicadas, sin preferir ninguna fuente.
persons-about = Nombres más citados: { $list }.
person-count = { $person } ({ $engagements })
partners-about = Socios por número de actividades bilaterales realizadas; asistir a una misma asamblea no hace a un país socio.
column-topic = Tema
column-engagements = Actividades
column-partners = Socios
column-partner = Socio
column-meetings = Reuniones
column-calls = Llamadas
column-made = Visitas hechas
column-received = Visitas recibidas
column-agreements = Acuerdos
column-others = Otras
sources-summary = { $outlets }
sources-told = { $sources } · { $outlets }
sources-confidence = fiabilidad { $confidence }
sources-approximate = fecha con un día de margen
sources-undated = sin fecha precisa
sources-texts = { $texts }
source-date = , { $date }
quote = «{ $text }»
link = enlace
sources = Fuentes
method = Este balance se ha extraído por máquina de textos publicados sobre responsables en el ejercicio de su cargo. Cada frase va acompañada de sus fuentes y de las palabras en que se apoya. Lo que varios documentos cuentan de un mismo acto figura en una línea cuando coinciden el tipo, las partes y las fechas; lo que cuentan de manera distinta se muestra tal cual. La fiabilidad es una proporción estimada y no sustituye al texto original. No se cuenta sino lo que contiene el registro.
method-security = Recoge lo que tiene que ver con la seguridad: actividades que nombran un tema de seguridad, o en las que participa un servicio de seguridad o militar, un ministerio del Interior o de Defensa, o quien ocupa un cargo en ellos. La diplomacia general queda fuera.
method-all = Recoge toda actividad diplomática que contiene el registro, de seguridad o general.
method-agency = Recoge solo las actividades en que se nombra el organismo; lo que hicieron sus responsables sin que se nombrara no se cuenta.
made-by = Hecho con Mithaq
items-more = Aquí se relatan { $shown } de { $all }.
sources-more = Se citan { $shown } de los { $all } documentos utilizados: los que relatan las actividades que aquí se cuentan una a una.
method-selection = Al ser tantas las actividades, este balance relata una a una las que atestiguan más textos independientes y después las de los más altos responsables, y dice en cada lugar cuántas hay; sus cifras las cuentan todas. La lista entera está en el registro: mithaq export --format csv.
