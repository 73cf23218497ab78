# Numbers and counted nouns. $n is the number, $masculine its word: English has one for all nouns.

masculine = { $n ->
    [0] no
    [1] one
    [2] two
    [3] three
    [4] four
    [5] five
    [6] six
    [7] seven
    [8] eight
    [9] nine
    [10] ten
   *[other] { $n }
}

count-meetings = { $n ->
    [one] { $masculine } meeting
   *[other] { $masculine } meetings
}
    .oblique = { $n ->
    [one] { $masculine } meeting
   *[other] { $masculine } meetings
}
count-visits = { $n ->
    [one] { $masculine } visit
   *[other] { $masculine } visits
}
    .oblique = { $n ->
    [one] { $masculine } visit
   *[other] { $masculine } visits
}
count-calls = { $n ->
    [one] { $masculine } call
   *[other] { $masculine } calls
}
    .oblique = { $n ->
    [one] { $masculine } call
   *[other] { $masculine } calls
}
count-agreements = { $n ->
    [one] { $masculine } agreement
   *[other] { $masculine } agreements
}
    .oblique = { $n ->
    [one] { $masculine } agreement
   *[other] { $masculine } agreements
}
count-gatherings = { $n ->
    [one] { $masculine } gathering
   *[other] { $masculine } gatherings
}
    .oblique = { $n ->
    [one] { $masculine } gathering
   *[other] { $masculine } gatherings
}
count-operations = { $n ->
    [one] { $masculine } joint operation
   *[other] { $masculine } joint operations
}
    .oblique = { $n ->
    [one] { $masculine } joint operation
   *[other] { $masculine } joint operations
}
count-countries = { $n ->
    [one] { $masculine } country
   *[other] { $masculine } countries
}
    .oblique = { $n ->
    [one] { $masculine } country
   *[other] { $masculine } countries
}
count-bodies = { $n ->
    [one] { $masculine } international body
   *[other] { $masculine } international bodies
}
    .oblique = { $n ->
    [one] { $masculine } international body
   *[other] { $masculine } international bodies
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
    [one] { $masculine } outlet
   *[other] { $masculine } outlets
}
    .oblique = { $n ->
    [one] { $masculine } outlet
   *[other] { $masculine } outlets
}
count-sources = { $n ->
    [one] { $masculine } source
   *[other] { $masculine } sources
}
    .oblique = { $n ->
    [one] { $masculine } source
   *[other] { $masculine } sources
}
count-texts = { $n ->
    [one] { $masculine } independent text
   *[other] { $masculine } independent texts
}
    .oblique = { $n ->
    [one] { $masculine } independent text
   *[other] { $masculine } independent texts
}
count-votes = { $n ->
    [one] { $masculine } vote
   *[other] { $masculine } votes
}
    .oblique = { $n ->
    [one] { $masculine } vote
   *[other] { $masculine } votes
}
count-engagements = { $n ->
    [one] { $masculine } engagement
   *[other] { $masculine } engagements
}
    .oblique = { $n ->
    [one] { $masculine } engagement
   *[other] { $masculine } engagements
}
count-disputed = { $n ->
    [0] and the sources differ on no engagement
    [one] and the sources differ on details of one engagement
   *[other] and the sources differ on details of { $masculine } engagements
}

# The ordinal of a session. $form is the ordinal form that CLDR has for the number.
ordinal = { $n ->
    [1] first
    [2] second
    [3] third
    [4] fourth
    [5] fifth
    [6] sixth
    [7] seventh
    [8] eighth
    [9] ninth
    [10] tenth
   *[other] { $form ->
        [one] { $n }st
        [two] { $n }nd
        [few] { $n }rd
       *[other] { $n }th
    }
}
