"""Give the rules the calendar words of languages that have no pack of their own.

With these the header, the dates and the quotation marks of a page can be read, nothing more.
"""

from __future__ import annotations

from dateline.intake.reading.languages import en, uk
from dateline.intake.reading.rule_pack import RulePack, words

_MONTHS = (
    "januar jänner janvier enero января stycznia",
    "februar février fevrier febrero февраля lutego",
    "märz mars marzo марта marca",
    "avril abril апреля kwietnia",
    "mai mayo мая maja",
    "juni juin junio июня czerwca",
    "juli juillet julio июля lipca",
    "août aout agosto августа sierpnia",
    "septembre septiembre сентября września",
    "oktober octobre octubre октября października",
    "novembre noviembre ноября listopada",
    "dezember décembre decembre diciembre декабря grudnia",
)
_WEEKDAYS = (
    "montag lundi lunes понедельник poniedziałek",
    "dienstag mardi martes вторник wtorek",
    "mittwoch mercredi miércoles среда środa",
    "donnerstag jeudi jueves четверг czwartek",
    "freitag vendredi viernes пятница piątek",
    "samstag sonnabend samedi sábado суббота sobota",
    "sonntag dimanche domingo воскресенье niedziela",
)
FOREIGN = RulePack(
    code="und",
    months={
        **uk.MONTHS,
        **en.MONTHS,
        **{name: number for number, row in enumerate(_MONTHS, 1) for name in row.split()},
    },
    weekdays={
        **en.WEEKDAYS,
        **{name: number for number, row in enumerate(_WEEKDAYS) for name in row.split()},
    },
    ordinal=r"\.?",
    furniture=words("tags, schlagwörter, kategorien, kommentare, mots-clés, etiquetas, теги, tagi"),
    tag_headings=words("tags, schlagwörter, mots-clés, etiquetas, теги, tagi"),
    bylines=words("von, par, por, автор, autor"),
    update_words=words("aktualisiert, mis à jour, actualizado, обновлено, updated"),
    abbreviations=words("dr, prof, bzw, z.b, d.h, u.a, ca, nr, st, mr, mrs, m, mme"),
)
