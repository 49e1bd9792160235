"""The words of the samples: an invented port city, in English and Ukrainian."""

EN = {
    "brand": "Salt. Quay",
    "tagline": "News of Marenport and the strait",
    "sections": ("Harbour", "City hall", "Region", "Culture", "Opinion"),
    "headlines": (
        "Dredging of the north channel stops after crew finds a wreck",
        "Pilots’ union and port authority name different reasons for the closed berth",
        "Night ferry to Ostrel cancelled for the third day",
        "City hall puts the tram depot up for sale, then takes the notice back",
        "“We were told to wait”: a tug master on the night the crane fell",
        "Fish auction opens again with one bidder",
        "Divers map the wreck and find a cargo nobody had declared",
        "Salt tax brings in less than the cost of collecting it",
        "Breakwater repair to take two winters, engineers say",
        "School number four gets its heating back",
        "What a harbour owes to those who sweep it",
        "Storm warning for the strait from Thursday noon",
    ),
    "stand": "The company has withdrawn two barges and says that it will not return before the "
    "inspection ends",
    "section": "Harbour",
    "story": "The wreck in Marenport’s north channel",
    "speaker": "Ilka Brandvold",
    "surname": "Brandvold",
    "role": "master of the tug Persistence",
    "programme": "The Morning Watch",
    "host": "Tomas Weir",
    "paragraph": "The tug master told <a href='/en/programme/morning-watch/'>the programme</a> "
    "that the crew had reported an obstacle at 04:10 and was told to keep its place in the queue. "
    "The port authority <em>has not</em> published the recording.",
    "quote": "<p>“We were told to wait. So we waited, with a line over the side and the tide going "
    "out, and nobody came on the air until it was light. I have worked this channel for nineteen "
    "years and I have never been asked to wait beside a wreck.”</p>",
    "anonymous": "a dispatcher of the port",
    "reason": "employees may not speak to newsrooms",
    "heading": "Who knew, and when",
    "facts": "<p>The north channel is 11 metres deep and carries four ships in five.</p>"
    "<ul><li>Closed since 3 March</li><li>Reopened for shallow draught on 9 March</li></ul>",
    "number": "1,140",
    "counted": "containers wait on the southern mole",
    "table": (("Berth", "State"), ("1", "open"), ("2", "closed"), ("3", "open by day")),
    "caption": "The sonar picture that the divers made on the second day",
    "credit": "Harbour survey",
    "fix": "An earlier version of this article gave the wrong depth of the channel.",
    "was": "9 metres",
    "now": "11 metres",
    "said": (
        (
            "said",
            "claim",
            "<b>The port authority</b> said that no vessel had reported an obstacle.",
        ),
        ("said", "differ", "<b>The pilots’ union</b> said that it had been warned three times."),
        (
            "media",
            "report",
            "<b>Strait Radio</b> reported, citing a dispatcher, that the log of "
            "that night has two missing pages.",
        ),
        (
            "study",
            "assessment",
            "<b>The Institute of Inland Waters</b> judged that the wreck had "
            "moved at least once since autumn.",
        ),
        ("bare", "unstated", "A second barge was taken off the roster."),
        ("event", "confirmed", "Divers raised the ship’s bell; the name on it is <i>Alder</i>."),
        ("said", "declined", "<b>The insurer</b> refused to comment."),
    ),
    "question": "What was reported before the closure",
    "sources": ("Port authority", "Pilots’ union", "Strait Radio", "The insurer"),
    "side": "the city",
    "note": "The two statements speak of different nights.",
    "tags": ("North channel", "Pilots’ union", "Wreck", "Ilka Brandvold"),
    "line": "Ships, berths and the people who work on them",
    "description": "Tug master in Marenport",
}

UK = {
    "brand": "Солоний. Причал",
    "tagline": "Новини Маренпорту та протоки",
    "sections": ("Порт", "Мерія", "Край", "Культура", "Думки"),
    "headlines": (
        "Поглиблення північного каналу зупинили: екіпаж знайшов затонуле судно",
        "Профспілка лоцманів і порт називають різні причини закриття причалу",
        "Нічний пором до Острела скасовано третій день поспіль",
        "Мерія виставила на продаж трамвайне депо, а тоді забрала оголошення",
        "«Нам сказали чекати»: капітан буксира про ніч, коли впав кран",
        "Рибний аукціон знову працює, покупець лише один",
        "Водолази обстежили судно й знайшли вантаж, якого ніхто не заявляв",
        "Соляний збір дає менше, ніж коштує його збирати",
        "Ремонт хвилелому триватиме дві зими, кажуть інженери",
        "У четверту школу повернулося опалення",
        "Що порт винен тим, хто його підмітає",
        "Штормове попередження для протоки з полудня четверга",
    ),
    "stand": "Компанія відкликала дві баржі й каже, що не повернеться до кінця перевірки",
    "section": "Порт",
    "story": "Затонуле судно в північному каналі Маренпорту",
    "speaker": "Ілка Брандволд",
    "surname": "Брандволд",
    "role": "капітанка буксира «Наполегливий»",
    "programme": "Ранкова вахта",
    "host": "Томас Вейр",
    "paragraph": "Капітанка розповіла <a href='/uk/programme/morning-watch/'>програмі</a>, що "
    "екіпаж повідомив про перешкоду о 04:10 і дістав наказ лишатися в черзі. Адміністрація порту "
    "запису <em>не</em> оприлюднила.",
    "quote": "<p>«Нам сказали чекати. Ми й чекали, з кінцем за бортом, а вода спадала, і до "
    "світанку ніхто не вийшов на зв’язок. Дев’ятнадцять років ходжу цим каналом, і ще ніколи "
    "мене не просили чекати біля затонулого судна».</p>",
    "anonymous": "диспетчер порту",
    "reason": "працівникам не можна говорити з редакціями",
    "heading": "Хто знав і коли",
    "facts": "<p>Північний канал має 11 метрів глибини, ним ідуть чотири судна з п’яти.</p>"
    "<ul><li>Закритий із 3 березня</li><li>Відкритий для малих суден 9 березня</li></ul>",
    "number": "1140",
    "counted": "контейнерів чекають на південному молу",
    "table": (("Причал", "Стан"), ("1", "відкрито"), ("2", "закрито"), ("3", "відкрито вдень")),
    "caption": "Знімок ехолота, який водолази зробили другого дня",
    "credit": "Служба порту",
    "fix": "У попередній версії статті була неправильна глибина каналу.",
    "was": "9 метрів",
    "now": "11 метрів",
    "said": (
        (
            "said",
            "claim",
            "<b>Адміністрація порту</b> заявила, що про перешкоду не повідомляло жодне судно.",
        ),
        ("said", "differ", "<b>Профспілка лоцманів</b> сказала, що її попереджали тричі."),
        (
            "media",
            "report",
            "<b>Радіо «Протока»</b> з посиланням на диспетчера повідомило, що в "
            "журналі тієї ночі бракує двох сторінок.",
        ),
        (
            "study",
            "assessment",
            "<b>Інститут внутрішніх вод</b> вважає, що від осені судно зрушило щонайменше раз.",
        ),
        ("bare", "unstated", "Другу баржу зняли з графіка."),
        ("event", "confirmed", "Водолази підняли суднову ринду, на ній напис <i>«Вільха»</i>."),
        ("said", "declined", "<b>Страхова компанія</b> відмовилася від коментарів."),
    ),
    "question": "Про що повідомили до закриття",
    "sources": (
        "Адміністрація порту",
        "Профспілка лоцманів",
        "Радіо «Протока»",
        "Страхова компанія",
    ),
    "side": "місто",
    "note": "Дві заяви стосуються різних ночей.",
    "tags": ("Північний канал", "Профспілка лоцманів", "Затонуле судно", "Ілка Брандволд"),
    "line": "Судна, причали та люди, які на них працюють",
    "description": "Капітанка буксира в Маренпорті",
}

TEXTS = {"en": EN, "uk": UK}
