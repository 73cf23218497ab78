# The page of a review.

title = { $scope ->
    [year] { $topic ->
        [all] { $year } in diplomacy
       *[security] { $year } in security diplomacy
    }
   *[period] { $topic ->
        [all] Diplomacy { $period }
       *[security] Security diplomacy { $period }
    }
}
kicker = { $scope ->
    [year] Annual review · { $name }
   *[period] Review · { $name }
}
subtitle = { $name }: meetings, visits, agreements and assemblies, every statement with its sources
lead-none = The register has no engagement held that concerns { $home } { $during }; what it has was announced or cancelled.
lead-count = In what was published on { $home }, the register counts { $engagements } { $during }.
lead-count-of = In what was published on { $home }, the register counts { $engagements } { $during }, among them { $list }.
lead-partners = The bilateral partners were { $partners }.
lead-sources = This review rests on { $documents } from { $outlets }.
lead-sources-disputed = This review rests on { $documents } from { $outlets }, { $disputed }.
lead-year = The busiest year was { $year }.
lead-month = The busiest month was { $month }.
lead-partner = { $partner } stands first among the partners, with { $engagements }.
section-figures = { $scope ->
    [year] The year in figures
   *[period] The period in figures
}
figure-meetings = { $n ->
    [one] meeting
   *[other] meetings
}
figure-made = { $n ->
    [one] visit abroad
   *[other] visits abroad
}
figure-received = { $n ->
    [one] visit received
   *[other] visits received
}
figure-gatherings = { $n ->
    [one] gathering or session
   *[other] gatherings and sessions
}
figure-agreements = { $n ->
    [one] agreement concluded or renewed
   *[other] agreements concluded or renewed
}
figure-operations = { $n ->
    [one] joint operation
   *[other] joint operations
}
figure-countries = { $n ->
    [one] partner country
   *[other] partner countries
}
figure-documents = { $n ->
    [one] document relied on
   *[other] documents relied on
}
section-timeline = { $scope ->
    [year] The course of the year
   *[period] The course of the period
}
timeline-about = Engagements held, by the time in which they began and by kind.
timeline-elsewhere = { $n ->
    [one] The chart leaves out one engagement whose month is not known.
   *[other] The chart leaves out { $masculine } engagements whose month is not known.
}
year = Year
month = Month
total = Total
family-visits = Visits
family-meetings = Meetings and calls
family-assemblies = Gatherings and elections
family-agreements = Agreements
family-cooperation = Operations, training and aid
section-assemblies = Assemblies and mandates
section-encounters = Meetings and visits, month by month
section-agreements = Agreements
section-cooperation = Joint operations, training and aid
section-partners = Partners
section-threats = Shared threats
section-purposes = Purposes
section-results = Results
section-conflicts = Where the sources differ
section-ahead = Announced for after { $after }
section-sources = Documents relied on
section-method = Method and limits
contents = Contents
encounters-elsewhere = In no known month
purposes-about = Purposes as the texts state them, and the number of engagements held for which each is named.
column-purpose = Purpose
results-about = What was concluded or carried out together, with the visit or talks that the same texts tell beside it.
results-occasion = on the occasion of:
conflicts-about = What was published is set side by side here; no source is preferred.
persons-about = Most often named: { $list }.
person-count = { $person } ({ $engagements })
partners-about = Partners by the number of bilateral engagements held; attending the same assembly makes no partner.
column-topic = Topic
column-engagements = Engagements
column-partners = Partners
column-partner = Partner
column-meetings = Meetings
column-calls = Calls
column-made = Visits to it
column-received = Visits from it
column-agreements = Agreements
column-others = Other
sources-summary = { $outlets }
sources-told = { $sources } · { $outlets }
sources-confidence = confidence { $confidence }
sources-approximate = date within a day
sources-undated = no exact date
sources-texts = { $texts }
source-date = , { $date }
quote = “{ $text }”
link = link
sources = Sources
method = This review was drawn by machine from published texts on officials acting in office. Every sentence comes with its sources and with the words that it rests on. What several documents tell of one act stands in one line where kind, parties and dates agree; what they tell differently is shown as it is. Confidence is an estimated share and does not replace the text itself. Nothing is counted but what the register holds.
method-security = It takes in what has to do with security: engagements that name a topic of security, or that involve a security or military service, a ministry of the interior or of defence, or someone who holds office there. General diplomacy is left out.
method-all = It takes in every diplomatic engagement that the register holds, of security or general.
method-agency = It takes in only engagements that name the agency; what its officials did without the agency being named is not counted.
made-by = Made with Mithaq
items-more = { $shown } of { $all } are told here.
sources-more = { $shown } of the { $all } documents relied on are listed: those that tell what is told here one by one.
method-selection = Of so many engagements, this review tells one by one those that the most independent texts attest, then those of the highest officials, and says in each place how many there are; its figures count all. The whole list is in the register: mithaq export --format csv.
