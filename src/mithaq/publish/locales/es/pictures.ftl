# The pictures of a review, and what it measures.

picture-more = Las cifras en una tabla
picture-about = { $what } { $list }.
picture-number = { $name } { $n }
number-range = de { $low } a { $high }
picture-change = { $name } { $before } → { $now }
picture-link = { $one } – { $other } { $n }
section-before = { $scope ->
    [year] Frente a { $before }
   *[period] Frente al período anterior
}
comparison-about = Actividades realizadas, { $before } → { $now }, según su tipo.
column-kind = Tipo
map-about = Los países socios en un mapa del mundo, más oscuros cuantas más actividades bilaterales se realizaron con ellos.
map-disputed = Los territorios de estatuto disputado aparecen rayados y no se atribuyen a nadie; el mapa no toma partido.
map-worldview = Las fronteras siguen los mapas oficiales { $country }; los demás territorios de estatuto disputado aparecen rayados y no se atribuyen a nadie.
section-regions = Regiones, equilibrio y alcance
regions-about = Países socios por región de la ONU; una actividad con dos países de una región cuenta allí una vez.
region-other = Otros lugares
column-region = Región
column-countries = Países socios
column-new = { $scope ->
    [year] Nuevos desde { $before }
   *[period] Nuevos
}
column-lapsed = { $scope ->
    [year] Ausentes desde { $before }
   *[period] Ausentes desde el período anterior
}
column-partners-others = Otros socios
balance-visits = Visitas al extranjero: { $made }; visitas recibidas: { $received }. El índice de reciprocidad es { $index }: 1 significa tantas en un sentido como en otro, y 0, todas en el mismo.
balance-level = En las { $engagements } que nombran cargos, el nivel habitual es el { $home } en el lado propio y el { $partners } entre los socios.
balance-level-same = En las { $engagements } que nombran cargos, el nivel habitual es, en ambos lados, el { $home }.
balance-spread = Reparto de las actividades: { $partners } entre socios y { $regions } entre regiones, donde 1 significa partes iguales.
balance-spread-one = Reparto de las actividades entre socios: { $partners }, donde 1 significa partes iguales.
balance-south = De las actividades con países socios, el { $share } fue con países del Sur (el Grupo de los 77 y China).
balance-nothing-before = { $scope ->
    [year] El registro no contiene nada de { $before }, por lo que no puede decirse qué socios son nuevos.
   *[period] El registro no contiene nada del período anterior, por lo que no puede decirse qué socios son nuevos.
}
level-1 = de jefes de Estado
level-2 = de jefes de Gobierno y equivalentes
level-3 = de ministros y equivalentes
level-4 = de viceministros y directores generales
level-5 = de embajadores y generales
level-6 = de jefes de departamento y generales de brigada
level-7 = de agregados y coroneles
level-8 = de expertos y otros funcionarios
section-services = Quién trabaja con quién
services-about = Servicios de ambos lados que una misma actividad nombra, por su nombre o por el cargo de quienes participan; cuanto más gruesa la línea, más frecuente el vínculo.
services-alt = Servicios unidos por las actividades que los nombran juntos.
services-more = { $n ->
    [one] El dibujo omite un vínculo menos frecuente.
   *[other] El dibujo omite { $n } vínculos menos frecuentes.
}
service-of = { $country } · { $service }
column-service = Servicio
column-service-partner = Servicio del socio
method-basis-all = Se cuentan todas las actividades del registro, también las que relata un solo texto.
method-basis-attested = Solo se cuentan las actividades que relatan dos o más textos independientes; los textos copiados unos de otros cuentan como uno.
method-basis-accepted = Solo se cuentan las actividades que un revisor aceptó, corrigió o añadió a mano.
threats-about = Temas de las actividades realizadas, tal como los nombran los textos, en total y con cada uno de los socios implicados.
