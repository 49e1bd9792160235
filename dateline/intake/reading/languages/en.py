"""Give the rules their English words."""

from __future__ import annotations

from dateline.intake.reading.rule_pack import RulePack, words

MONTHS = {
    name: number
    for number, forms in enumerate(
        (
            "january jan", "february feb", "march mar", "april apr", "may", "june jun",
            "july jul", "august aug", "september sept sep", "october oct", "november nov",
            "december dec",
        ),
        start=1,
    )
    for name in forms.split()
}  # fmt: skip
WEEKDAYS = {
    name: number
    for number, forms in enumerate(
        (
            "monday mon", "tuesday tue tues", "wednesday wed", "thursday thu thur thurs",
            "friday fri", "saturday sat", "sunday sun",
        )
    )
    for name in forms.split()
}  # fmt: skip
SAYING = words("""
    said, says, say, stated, states, reported, reports, noted, notes, announced, announces,
    claimed, claims, suggested, suggests, added, adds, explained, explains, told, tells,
    wrote, writes, warned, warns, argued, argues, insisted, insists, emphasised, emphasized,
    stressed, declared, revealed, believes, believed, thinks, commented, remarked, estimated,
    estimates, predicted, predicts, concluded, recalled, pointed out, asserted, alleged, testified,
    maintained, replied, responded, tweeted, posted, informed, observed, admitted, admits,
    acknowledged, acknowledges, disclosed, promised, pledged, vowed, summed up, clarified,
    cautioned, complained, indicated, specified, underlined, reiterated, assured""")
CONFIRMING = words("confirmed, confirms")
DENYING = words("denied, denies, dismissed, rejected, refuted")
SHOW = r"(?:program(?:me)?|show|podcast|series)"
PACK = RulePack(
    code="en",
    common=words("the, of, and, to, in, that, is, was, for, with, has, are, said, from, by, not"),
    assumed=True,
    weekdays_have_capitals=True,
    upon=("on", "about", "to"),
    months=MONTHS,
    weekdays=WEEKDAYS,
    prefixes={
        r"on": "event", r"in": "event", r"during": "event",
        r"early\s(?:on|in)": "event", r"late\s(?:on|in)": "event",
        r"since\sthe\s(?:start|beginning|morning|evening|end)\sof": "since", r"since": "since",
        r"starting(?:\s(?:on|from))?": "since", r"from": "from", r"between": "from",
        r"as\sof": "as_of", r"as\sat": "as_of",
        r"by(?:\sthe\send\sof)?": "deadline", r"until": "deadline", r"till": "deadline",
        r"no\slater\sthan": "deadline", r"before": "deadline", r"after": "event",
    },
    relative={
        "the day before yesterday": -2, "yesterday": -1, "today": 0, "tonight": 0,
        "this morning": 0, "this afternoon": 0, "this evening": 0, "last night": -1,
        "tomorrow": 1,
    },
    back_to=words("on the same day, the same day, on that day, that day, that same day, "
                  "on that same day, later that day, later the same day, that evening, "
                  "that night, that morning, that afternoon"),
    meanwhile=words("at the same time, at the time, at that time, meanwhile, simultaneously, "
                    "in the meantime"),
    last_words=words("last, past"),
    next_words=words("next, coming"),
    order={"later": "after", "afterwards": "after", "then": "after", "subsequently": "after",
           "previously": "before", "earlier": "before", "before that": "before"},
    ordinal=r"(?:st|nd|rd|th)?",
    labels={
        "exclusive": "exclusive", "updated": "updated", "update": "updated", "opinion": "opinion",
        "opinions": "opinion", "op-ed": "opinion", "analysis": "analysis", "live": "live",
        "interview": "interview", "breaking": "breaking", "breaking news": "breaking",
        "advertisement": "advertisement", "sponsored": "advertisement",
        "corrected": "corrected", "correction": "corrected", "explainer": "analysis",
        "column": "opinion", "comment": "opinion",
    },
    furniture=words("tags, read also, read more, see also, related, related news, share, topics, "
                    "more on this topic, comments, subscribe, follow us, advertisement, "
                    "most read, popular, recommended, also read, keywords"),
    tag_headings=words("tags, topics, keywords"),
    related_headings=words("read also, read more, see also, related, related news, also read"),
    feed_headings=words("news, newsfeed, news feed, latest news, latest, live updates, timeline"),
    feed_more=words("more news, all news, load more, show more, older news"),
    bylines=words("by, written by, author, reporting by, words by"),
    update_words=words("updated, update, last updated, last modified, modified, corrected"),
    openers=words("""
        however, later, previously, earlier, additionally, meanwhile, also, in addition, moreover,
        then, now, in turn, for his part, for her part, for its part, for their part, furthermore,
        besides, afterwards, subsequently, at the same time, at the time, at that time, still,
        in the meantime, simultaneously, on the other hand, nevertheless, instead, finally,
        separately, specifically, in particular, again, today, yesterday, and, but, so"""),
    prepositions=words("at, in, on, during, after, before, since, as of, by, from, following, "
                       "amid, despite, late, early, under, ahead of, for, until, speaking"),
    speech={
        **dict.fromkeys(SAYING, "says"),
        **dict.fromkeys(CONFIRMING, "confirms"),
        **dict.fromkeys(DENYING, "denies"),
    },
    feelings=words("feared, fear, fears, hope, hoped, hopes, complain, expect, expected, believe, "
                   "worry, worried, suspect, suspected, allege"),
    between=words("also, later, earlier, previously, again, then, publicly, officially, "
                  "repeatedly, has, have, had, only, has also, have also, had earlier, "
                  "had previously, now, once again, further, initially, first"),
    that=("that",),
    impersonal=(
        r"it\s(?:was|is|has\sbeen|had\sbeen)\s(?:also\s|later\s|earlier\s)?"
        r"(?:reported|announced|said|claimed|alleged|believed|confirmed|revealed|noted|stated|"
        r"understood|rumoured|rumored|learned|known)",
        r"it\s(?:became\sknown|emerged|turned\sout|transpired|came\sto\slight|has\semerged)",
    ),
    according=("according to",),
    in_words_of=(r"(?:in|by)\s(?P<who>his|her|their)\s(?:own\s)?(?:words|account|estimate)",),
    citing=words("citing, quoting, with reference to, referring to"),
    declining=(
        r"(?:refused|declined|refuses|declines|has\sdeclined|have\sdeclined)\s"
        r"to\s(?:comment|answer|say|discuss|elaborate|confirm\sor\sdeny|respond)",
        r"did\snot\s(?:comment|respond|reply|answer)",
    ),
    urging=words("called on, calls on, call on, urged, urges, appealed to, called upon, "
                 "implored, pleaded with"),
    urge_to=("to",),
    calling=words("called, calls, described as, branded, dubbed, labelled, labeled, termed"),
    which=("which", "whom", "who"),
    telling=words("told, tells, informed, assured"),
    bare=words("said, says, added, warned, warns, claimed, claims, reported, reports, announced, "
               "confirmed, confirms, denied, denies, acknowledged, admitted, insists, insisted, "
               "believes, estimates, estimated, predicted, alleged, dismissed, rejected, argued"),
    near=words("in, on, at, to, during, via, through, from, after, before, late, early, earlier, "
               "later, yesterday, today, last, speaking, when, as, this"),
    not_sources=words("plan, plans, schedule, law, rules, tradition, taste"),
    governments=words("""
        ministry, government, authorities, administration, department, directorate, police, army,
        navy, guard, forces, parliament, senate, congress, council, embassy, kremlin, pentagon,
        white house, court, russia, ukraine, china, germany, france, britain, poland, israel, iran,
        turkey, india, japan, italy, spain, canada, belarus, hungary, moldova, georgia, romania,
        kyiv, moscow, washington, beijing, london, berlin, paris, brussels, nato"""),
    pronouns=words("he, she, they, it, him, her, them, who"),
    determiners=words("the, a, an, his, her, its, their, this, that, these, those, some, several, "
                      "two, three, four, many, all, our, my, one, another, no, local, own"),
    clause_joints=words("but, while, although, though, and"),
    sharing=words("and, but, then"),
    titles=words("mr, mrs, ms, miss, dr, sir, lord, lady, prof"),
    plurals=words("they, them"),
    clause_words=words("is, are, was, were, has, have, had, will, would, can, could, may, might, "
                       "must, should, do, does, did, began, became, remains, continue"),
    not_content=words("this, so, nothing, this in, it in, as much, goodbye"),
    roles=words("""
        leader, president, minister, spokesman, spokeswoman, spokesperson, governor, mayor,
        secretary, director, chief, commander, commander-in-chief, head, chairman, chairwoman,
        chair, professor, analyst, expert, scientist, coordinator, ambassador, general, officer,
        official, deputy, chancellor, prosecutor, lawyer, doctor, captain, colonel, senator,
        adviser, advisor, representative, host, journalist, correspondent, economist, editor,
        harbourmaster, harbormaster, engineer, owner, founder, manager, councillor, politician,
        historian, researcher, skipper, warden, inspector, judge, resident, witness, author"""),
    organisations=words("""
        ministry, institute, forces, guard, directorate, department, agency, council, committee,
        party, army, university, bank, union, court, office, police, service, government,
        authorities, administration, parliament, board, company, association, commission,
        foundation, group, navy, staff, centre, center, hospital, headquarters, command, authority,
        port, senate, congress, embassy, fund, federation, league, club, school, society"""),
    outlets=words("""
        post, times, journal, news, media, herald, tribune, guardian, independent, gazette,
        telegraph, radio, tv, television, channel, newspaper, outlet, press, reuters, bbc, cnn,
        wire, broadcaster, magazine, daily, weekly, observer, chronicle, website, telegram"""),
    groups=words("media, workers, residents, witnesses, experts, analysts, propagandists, locals, "
                 "officials, people, journalists, activists, fishermen, crews, bloggers, reports"),
    unnamed=words("source, sources, official, officials, person familiar, people familiar, "
                  "insider, insiders, eyewitness"),
    provenance=(
        r"(?:said|says|stated|spoke|told|explained|discussed|talked|commented|wrote|announced|"
        r"expressed)\s(?:about\s)?(?:this|so|it|that|the\s\w{3,20})(?:\s(?:opinion|view))?"
        r"\s(?:in|on|during|at|to)",
    ),
    occasions={
        "interview": r"interview", "briefing": r"briefing|(?:press|news) conference",
        "broadcast": r"on air|broadcast|live on|program|show|podcast",
        "post": r"facebook|telegram|twitter|post",
    },
    asked_by=(
        r"\b(?:with|to|by)\s(?P<name>{name})"
        r"|(?P<host>{name}),\s(?:the\s)?(?:host|presenter|anchor)\b",
    ),
    programmes=(
        rf"(?:host|presenter|anchor)\sof\s(?:the\s)?{{title}}(?:\s{SHOW})?",
        rf"(?:on|in)\sthe\s{{title}}\s{SHOW}",
        rf"{SHOW}\s{{title}}",
    ),
    on_outlets=(
        rf"(?:{SHOW}|air|broadcast|{{name}})\s(?:on|of|for|at)\s(?:the\s)?{{title}}(?=[.,]|$)",
        r"(?:interview|comment|commentary)\s(?:to|for)\s(?:the\s)?{title}(?=[.,]|$)",
    ),
    hedges=words("allegedly, reportedly, apparently, supposedly, purportedly, so-called, "
                 "presumably, seemingly, likely, probably, possibly, it seems, rumoured, rumored"),
    stale=(
        r"(?:is|are)\scurrently\s\w{2,20}(?:\s(?:on|to|in|for|with))?",
        r"continues?\sto\s\w{2,20}", r"currently", r"so\sfar", r"to\sdate", r"at\sthe\smoment",
        r"in\sthe\scoming\s(?:days|weeks|months|years)", r"(?:is|are)\sstill\s\w{2,20}",
        r"(?:has|have)\s(?:captured|taken|reached|killed|lost|risen|fallen|grown)",
        r"remains?\s(?:closed|open|missing|unknown|unclear)", r"as\syet", r"until\snow",
    ),
    loaded=(
        r"terrorists?(?:\sfrom(?:\s(?-i:[A-Z])\w{1,20}){1,3})?", r"occupation\sforces",
        r"the\senemy",
        r"occupiers?", r"thugs?", r"bandits?", r"(?:bloody|puppet|criminal)\sregime",
        r"hordes?", r"so-called\sgovernment", r"puppets", r"mobs?",
    ),
    abbreviations=words("mr, mrs, ms, dr, prof, gen, lt, col, maj, sgt, capt, gov, sen, rep, st, "
                        "no, vs, etc, inc, ltd, co, corp, jr, sr, u.s, u.k, u.n, e.u, e.g, i.e, "
                        "a.m, p.m, jan, feb, mar, apr, jun, jul, aug, sep, sept, oct, nov, dec, "
                        "approx, fig, op, adm, rev, hon"),
)  # fmt: skip
