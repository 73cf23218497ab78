# The pictures of a review, and what it measures.

picture-more = The numbers as a table
picture-about = { $what } { $list }.
picture-number = { $name } { $n }
number-range = { $low } to { $high }
picture-change = { $name } { $before } → { $now }
picture-link = { $one } – { $other } { $n }
section-before = { $scope ->
    [year] Against { $before }
   *[period] Against the period before
}
comparison-about = Engagements held, { $before } → { $now }, by kind.
column-kind = Kind
map-about = Partner countries on a map of the world, darker the more bilateral engagements were held with them.
map-disputed = Territories whose status is disputed are hatched and shown as nobody’s; no claim is made.
map-worldview = Borders follow the official maps { $country }; other territories whose status is disputed are hatched and shown as nobody’s.
section-regions = Regions, balance and reach
regions-about = Partner countries by UN region; an engagement with two countries of a region counts once there.
region-other = Elsewhere
column-region = Region
column-countries = Partner countries
column-new = { $scope ->
    [year] New since { $before }
   *[period] New since the period before
}
column-lapsed = { $scope ->
    [year] Not since { $before }
   *[period] Not since the period before
}
column-partners-others = Other partners
balance-visits = Visits abroad: { $made }; visits received: { $received }. Reciprocity is { $index }, where 1 means as many each way and 0 all one way.
balance-level = In the { $engagements } that name offices, the usual level is that of { $home } on the home side and of { $partners } among partners.
balance-level-same = In the { $engagements } that name offices, the usual level is that of { $home } on both sides.
balance-spread = How evenly engagements are spread: { $partners } over partners and { $regions } over regions, where 1 means equal shares.
balance-spread-one = How evenly engagements are spread over partners: { $partners }, where 1 means equal shares.
balance-south = Of the engagements with partner countries, { $share } were with countries of the South: the Group of 77 and China.
balance-nothing-before = { $scope ->
    [year] The register holds nothing of { $before }, so it cannot be said which partners are new.
   *[period] The register holds nothing of the period before, so it cannot be said which partners are new.
}
level-1 = heads of state
level-2 = heads of government and their equals
level-3 = ministers and their equals
level-4 = deputy ministers and directors-general
level-5 = ambassadors and generals
level-6 = heads of department and brigadiers
level-7 = attachés and colonels
level-8 = experts and other officers
section-services = Who works with whom
services-about = Services of both sides that one engagement names, by their own name or by the office of who took part; the thicker the line, the more often.
services-alt = Services joined by the engagements that name both.
services-more = { $n ->
    [one] The picture leaves out one rarer link.
   *[other] The picture leaves out { $n } rarer links.
}
service-of = { $country } · { $service }
column-service = Service
column-service-partner = Partner’s service
method-basis-all = Every engagement of the register is counted, those told by a single text too.
method-basis-attested = Only engagements told by two or more independent texts are counted; texts copied from each other count as one.
method-basis-accepted = Only engagements that a reviewer accepted, corrected or added by hand are counted.
threats-about = Topics of the engagements held, as the texts name them, in total and with each of the partners concerned.
