"""Write letters of other scripts in Latin ones, for addresses.

A language's module says how that language does it; what no module says stands here: the
Ukrainian rules for Cyrillic, and for other scripts the plain letters of the systems named.
"""

import unicodedata

from dateline.lib.languages.uk import LANGUAGE as UKRAINIAN

OTHER_CYRILLIC = {
    "ё": "io", "ъ": "", "ы": "y", "э": "e", "ў": "u", "ј": "j", "љ": "lj", "њ": "nj",
    "ђ": "dj", "ћ": "c", "џ": "dz", "ѕ": "dz", "ѓ": "gj", "ќ": "kj",
    "ә": "a", "ғ": "g", "қ": "k", "ң": "n", "ө": "o", "ұ": "u", "ү": "u", "һ": "h",
}  # fmt: skip
# Letters that do not come apart into a Latin letter and an accent.
OTHER_LATIN = {
    "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th",
    "ı": "i", "ħ": "h", "ŋ": "ng", "ə": "a", "ŀ": "l", "ŧ": "t",
}  # fmt: skip
# ELOT 743; Georgia's national system of 2002; Armenian after BGN/PCGN 1981.
GREEK = dict(
    zip(
        "αβγδεζηθικλμνξοπρσςτυφχψω",
        "a v g d e z i th i k l m n x o p r s s t y f ch ps o".split(),
        strict=True,
    )
) | {"ά": "a", "έ": "e", "ή": "i", "ί": "i", "ό": "o", "ύ": "y", "ώ": "o", "ϊ": "i", "ϋ": "y"}
GREEK_TOGETHER = {"ου": "ou", "ού": "ou", "ευ": "ev", "αυ": "av", "μπ": "b", "γγ": "ng"}
GEORGIAN = dict(
    zip(
        "აბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭხჯჰ",
        "a b g d e v z t i k l m n o p zh r s t u p k gh q sh ch ts dz ts ch kh j h".split(),
        strict=True,
    )
)
ARMENIAN = dict(
    zip(
        "աբգդեզէըթժիլխծկհձղճմյնշոչպջռսվտրցւփքօֆև",
        "a b g d e z e y t zh i l kh ts k h dz gh ch m y n sh o ch p j r s v t r ts w p k o f "
        "ev".split(),
        strict=True,
    )
)
# Consonants and long vowels: short vowels are seldom written.
HEBREW = dict(
    zip(
        "אבגדהוזחטיכךלמםנןסעפףצץקרשת",
        "a b g d h v z ch t y k k l m m n n s a p f ts ts k r sh t".split(),
        strict=True,
    )
)
ARABIC = dict(
    zip(
        "ابتثجحخدذرزسشصضطظعغفقكلمنهوي",
        "a b t th j h kh d dh r z s sh s d t z a gh f q k l m n h w y".split(),
        strict=True,
    )
) | {
    "أ": "a", "إ": "i", "آ": "a", "ٱ": "a", "ة": "a", "ى": "a", "ؤ": "w", "ئ": "y", "ء": "",
    "پ": "p", "چ": "ch", "ژ": "zh", "ک": "k", "گ": "g", "ی": "y", "ٹ": "t", "ڈ": "d", "ڑ": "r",
    "ں": "n", "ہ": "h", "ھ": "h", "ے": "e", "ە": "e", "ۆ": "o",
}  # fmt: skip
# Hepburn, without marks of length; katakana are read as hiragana.
KANA = dict(
    zip(
        "あいうえおかきくけこさしすせそたちつてとなにぬねのはひふへほまみむめもやゆよらりるれろわをん"
        "がぎぐげござじずぜぞだぢづでどばびぶべぼぱぴぷぺぽぁぃぅぇぉゃゅょゔ",
        "a i u e o ka ki ku ke ko sa shi su se so ta chi tsu te to na ni nu ne no ha hi fu he ho "
        "ma mi mu me mo ya yu yo ra ri ru re ro wa o n ga gi gu ge go za ji zu ze zo da ji zu de "
        "do ba bi bu be bo pa pi pu pe po a i u e o ya yu yo vu".split(),
        strict=True,
    )
) | {"ー": "", "っ": ""}
KANA_PAIRS = {
    first + small: stem + vowel
    for first, stem in zip(
        "きしちにひみりぎじびぴ", "ky sh ch ny hy my ry gy j by py".split(), strict=True
    )
    for small, vowel in zip("ゃゅょ", "auo", strict=True)
} | {
    "ふぁ": "fa", "ふぃ": "fi", "ふぇ": "fe", "ふぉ": "fo", "てぃ": "ti", "でぃ": "di",
    "うぃ": "wi", "うぇ": "we", "うぉ": "wo", "しぇ": "she", "じぇ": "je", "ちぇ": "che",
}  # fmt: skip
# A small tsu doubles the consonant that follows it.
KANA_DOUBLED = {
    "っ" + kana: ("t" if written.startswith("ch") else written[0]) + written
    for kana, written in {**KANA_PAIRS, **KANA}.items()
    if written and written[0] not in "aiueo"
}
# The Revised Romanization of Korean, letter by letter.
HANGUL_FIRST = "g kk n d tt r m b pp s ss  j jj ch k t p h".split(" ")
HANGUL_VOWEL = "a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i".split()
HANGUL_LAST = " k k k n n n t l k m l l l p l m p p t t ng t t k t p t".split(" ")
HANGUL, LAST_HANGUL = ord("가"), ord("힣")

LETTERS = {
    **UKRAINIAN.letters, **OTHER_CYRILLIC, **OTHER_LATIN, **GREEK, **GEORGIAN, **ARMENIAN,
    **HEBREW, **ARABIC, **KANA,
}  # fmt: skip
TOGETHER = {
    **GREEK_TOGETHER,
    "եւ": "ev",
    **{kana: KANA_DOUBLED[kana] for kana in sorted(KANA_DOUBLED, key=len, reverse=True)},
    **KANA_PAIRS,
}


def hiragana(text: str) -> str:
    """Return a text with katakana written as the hiragana of the same sound."""
    return "".join(chr(ord(sign) - 96) if "ァ" <= sign <= "ヴ" else sign for sign in text)


def of_hangul(sign: str) -> str:
    """Return the Latin letters of a Korean syllable, "" for any other sign."""
    if not HANGUL <= ord(sign) <= LAST_HANGUL:
        return ""
    first, rest = divmod(ord(sign) - HANGUL, len(HANGUL_VOWEL) * len(HANGUL_LAST))
    vowel, last = divmod(rest, len(HANGUL_LAST))
    return HANGUL_FIRST[first] + HANGUL_VOWEL[vowel] + HANGUL_LAST[last]


def of_sign(sign: str) -> str | None:
    """Return a sign in Latin letters or digits, "" for a mark; None where it has none."""
    if sign in LETTERS:
        return LETTERS[sign]
    if unicodedata.category(sign)[0] == "M":
        return ""
    digit = unicodedata.decimal(sign, None)
    if digit is not None:
        return str(digit)
    bare = "".join(one for one in unicodedata.normalize("NFKD", sign) if one.isascii())
    return of_hangul(sign) or bare or None
