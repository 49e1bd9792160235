"""CLDR's quotation marks and alphabets, which Babel leaves out.

Source: Unicode CLDR 48.2 (delimiters and characters/index of cldr-misc-full), Unicode License
v3. A locale whose data equals its parent's is left out; the root has the marks of English.
An alphabet is left out where letters without their accents stand in the order of Unicode.
"""

_MARKS = {
    "«»«»": "fr hy oc yav",
    "«»‘’": "dua ksf no rw",
    "«»“”": "ast blo bm br ca cv dyo el es_US eu ewo ie it kab kk lij mg mua nnh pt_PT sc sg ti",
    "«»”“": "fr_CA",
    "«»„“": "bas be ky os ru sah tyv uk",
    "«»„”": "shi shi_Latn zgh",
    "«»‹›": "am az_Arab az_Cyrl fa fr_CH gsw jgo kkj mzn rm sdh wae",
    "»«›‹": "kk_Arab ug",
    "‘’‘’": "nl",
    "‘’“”": "fur ia ti_ER tn",
    "“’“”": "st",
    "“”«»": "eo",
    "“”’‘": "uz",
    "“”“”": "tk",
    "”“’‘": "ar lld ms_Arab syr ur",
    "””’’": "fi he lag rn se sn sv yi",
    "„“«»": "ka",
    "„“‚‘": "bs_Cyrl cs de dsb et hr hsb is ksh lb luy mk nds sk sl",
    "„“„“": "bg lt prg",
    "„”«»": "nmg pl ro",
    "„”»«": "hu szl",
    "„”‘’": "bs",
    "„”’’": "sr sr_Latn",
    "„”‚’": "agq ff",
    "「」『』": "ja yue yue_Hans zh_Hant",
}
QUOTATION_MARKS = {tag: marks for marks, tags in _MARKS.items() for tag in tags.split()}
"""The four marks by locale: outer opening, outer closing, inner opening, inner closing."""

ROOT_MARKS = "“”‘’"

ALPHABETS = {
    "ab": (
        "А Б В Г ГӘ ГЬ Ӷ ӶӘ ӶЬ Д ДӘ Е Ж ЖӘ ЖЬ З Ӡ ӠӘ И К КӘ КЬ Қ ҚӘ ҚЬ Ҟ ҞӘ ҞЬ Л М Н О П Ԥ Р "
        "С Т ТӘ Ҭ ҬӘ У Ф Х ХӘ ХЬ Ҳ ҲӘ Ц ЦӘ Ҵ ҴӘ Ч Ҷ Ҽ Ҿ Џ ЏЬ Ш ШӘ ШЬ Ы Ҩ"
    ),
    "agq": "A B C D E Ɛ F G H I Ɨ K L M N Ŋ O Ɔ P S T U Ʉ V W Y Z ʔ",
    "ak": "A B C D E Ɛ F G H I J K L M N O Ɔ P Q R S T U V W X Y Z",
    "as": (
        "় অ আ ই ঈ উ ঊ ঋ এ ঐ ও ঔ ং ঃ ক খ গ ঘ ঙ চ ছ জ ঝ ঞ ট ঠ ড ঢ ণ ৎ ত থ দ ধ ন প ফ ব ভ ম য ৰ "
        "ল ৱ শ ষ স হ ্"
    ),
    "az": "A B C Ç D E Ə F G Ğ H X I İ J K Q L M N O Ö P R S Ş T U Ü V Y Z W",
    "az_Arab": "آ ا ب پ ت ث ج چ ح خ د ذ ر ز ژ س ش ص ض ط ظ ع غ ف ق ک گ ل م ن ه و ی",
    "ba": "А Ә Б В Г Ғ Д Ҙ Е=Ё Ж З И Й К Ҡ Л М Н Ң О Ө П Р С Ҫ Т У Ү Ф Х Һ Ц Ч Ш Щ Ъ Ы Ь Э Ю Я",
    "bal": "آ ا ای اێ ائی ب پ ت ٹ ج چ د ڈ ر ڑ ز ژ س ش ف ک گ ل م ن و ه ی",
    "bal_Latn": "Á A B Ch D Dh É E F G Gh H I J K Kh L M N Ó O P R Rh S Sh T Th U W Y Z Zh",
    "bas": "A B Ɓ C D E Ɛ F G H I J K L M N Ŋ O Ɔ P R S T U V W Y Z",
    "be": "А Б В Г Д Е Ё Ж З І Й К Л М Н О П Р С Т У Ф Х Ц Ч Ш Ы Ь Э Ю Я",
    "bg": "А Б В Г Д Е Ж З И Й К Л М Н О П Р С Т У Ф Х Ц Ч Ш Щ Ю Я",
    "bgn": "آ ئ ا ب پ ت ث ٹ ج چ ح خ د ڈ ر ز ڑ ژ س ش ص ض ط ظ غ ف ق ک گ ل م ن ھ و ۆ ی ێ",
    "bm": "A B C D E Ɛ F G H I J K L M N Ɲ Ŋ O Ɔ P R S T U W Y Z",
    "bs": "A B C Č Ć D DŽ E F G H I J K L LJ M N NJ O P Q R S Š T U V W X Y Z Ž",
    "bs_Cyrl": "А Б В Г Д Ђ Е Ж З И Ј К Л Љ М Н Њ О П Р С Т Ћ У Ф Х Ц Ч Џ Ш",
    "bss": "A B C D E Ə Ɛ G H I J K L M N Ŋ O Ɔ P S T U W Y Z",
    "cho": "A={=A=̱=} B CH E F H HL I={=I=̱=} K L M N O={=O=̱=} P S SH T U V Ʋ W Z",
    "cs": "A B C Č D E F G H CH I J K L M N O P Q R Ř S Š T U V W X Y Z Ž",
    "cu": "А Б В Г Д Є Ж Ѕ З И І К Л М Н Ѻ=О П Р С Т Ꙋ Ф Х Ѡ Ѿ Ц Ч Ш Щ Ъ Ы Ь Ѣ Ю Ѫ Ꙗ=Ѧ Ѯ Ѱ Ѳ Ѵ",
    "cv": "А=Ӑ Б В Г Д Е=Ӗ=Ё Ж З И Й К Л М Н О П Р С Ҫ Т У=Ӳ Ф Х Ц Ч Ш Щ Ъ Ы Ь Э Ю Я",
    "cy": "A B C CH D DD E F FF G NG H I J K L LL M N O P PH Q R RH S T TH U V W X Y Z",
    "da": "A B C D E F G H I J K L M N O P Q R S T U V W X Y Z Æ Ø Å",
    "dje": "A B C D E F G H I J K L M N Ɲ Ŋ O P Q R S T U W X Y Z",
    "doi": (
        "अ आ इ ई उ ऊ ऋ ॠ ऌ ॡ ए ऐ ओ औ क ख ग घ ङ च छ ज झ ञ ट ठ ड ढ ण त थ द ध न प फ ब भ म य र ल "
        "ळ व श ष स ह"
    ),
    "dsb": "A B C Č Ć D E F G H Ch I J K Ł L M N O P Q R S Š Ś T U V W X Y Z Ž Ź",
    "dua": "A B Ɓ C D Ɗ E Ɛ F G I J K L M N Ŋ O Ɔ P S T U W Y",
    "dyo": "A B C D E F G H I J K L M N=Ñ Ŋ O P Q R S T U V W X Y",
    "ee": "A B D Ɖ E Ɛ F Ƒ G Ɣ H X I K L M N Ŋ O Ɔ P R S T U V Ʋ W Y Z",
    "eo": "A B C Ĉ D E F G Ĝ H Ĥ I J Ĵ K L M N O P R S Ŝ T U V Z",
    "es": "A B C D E F G H I J K L M N Ñ O P Q R S T U V W X Y Z",
    "et": "A B C D E F G H I J K L M N O P Q R S Š Z Ž T U V W Õ Ä Ö Ü X Y",
    "ewo": "A B D E Ə Ɛ F G H I K L M N Ŋ O Ɔ P R S T U V W Y Z",
    "fa": "آ ا ب پ ت ث ج چ ح خ د ذ ر ز ژ س ش ص ض ط ظ ع غ ف ق ک گ ل م ن و ه ی",
    "ff": "A B Ɓ C D Ɗ E F G H I J K L M N=Ñ Ŋ O P R S T U W Y Ƴ",
    "fi": "A B C D E F G H I J K L M N O P Q R S T U V W X Y Z Å Ä Ö",
    "fil": "A B C D E F G H I J K L M N Ñ Ng O P Q R S T U V W X Y Z",
    "gl": "A B C D E F G H I J K L M N Ñ O P Q R S T U V W X Y Z",
    "gu": (
        "અ અં અઃ આ ઇ ઈ ઉ ઊ ઋ ઍ એ ઐ ઑ ઓ ઔ ક ક્ષ ખ ગ ઘ ઙ ચ છ જ જ્ઞ ઝ ઞ ટ ઠ ડ ઢ ણ ત ત્ર થ દ ધ ન "
        "પ ફ બ ભ મ ય ર લ વ શ ષ સ હ ળ"
    ),
    "ha": "A B Ɓ C D Ɗ E F G H I J K Ƙ L M N O R S T U W Y Ƴ Z",
    "ha_NE": "A B Ɓ C D Ɗ E F G H I J K Ƙ L M N O P Q R S T U V W X Y Ƴ Z",
    "hr": "A B C Č Ć D DŽ Đ E F G H I J K L LJ M N NJ O P Q R S Š T U V W X Y Z Ž",
    "hsb": "A B C Č Ć D DŹ E F G H CH I J K Ł L M N O P Q R S Š T U V W X Y Z Ž",
    "hu": (
        "A=Á B C CS D DZ DZS E=É F G GY H I=Í J K L LY M N NY O=Ó Ö=Ő P Q R S SZ T TY U=Ú Ü=Ű "
        "V W X Y Z ZS"
    ),
    "ig": "A B CH C D E F G GB GH GW H I Ị J K KP KW L M N Ṅ NW NY O Ọ P Q R S SH T U Ụ V W X Y Z",
    "is": "A Á B C D Ð E É F G H I Í J K L M N O Ó P Q R S T U Ú V W X Y Ý Z Þ Æ Ö",
    "jgo": "A B C D Ɛ F G H I J K L M N Ŋ Ɔ P Pf S Sh T Ts U Ʉ={=Ʉ=̈=} V W=Ẅ Y Z Ꞌ",
    "kaa": "А Ә Б В Г Ғ Д Е=Ё Ж З И Й К Қ Л М Н Ң О Ө П Р С Т У=Ў Ү Ф Х Ҳ Ц Ч Ш Щ Ъ Ы Ь Э Ю Я",
    "kab": "A B C=Č D=Ḍ E Ɛ F G=Ǧ Ɣ H=Ḥ I J K L M N P Q R=Ṛ S=Ṣ T=Ṭ U W X Y Z=Ẓ",
    "ken": "A b=B C D E Ɛ F G h I Ɨ J K M N Ŋ O Ɔ p=P R S T U Ʉ W y=Y",
    "khq": "A=Ã B C D E=Ẽ F G H I J K L M N Ɲ Ŋ O=Õ P Q R S=Š T U W X Y Z=Ž",
    "kk": "А Ә Б В Г Ғ Д Е Ё Ж З И Й К Қ Л М Н Ң О Ө П Р С Т У Ұ Ү Ф Х Һ Ц Ч Ш Щ Ъ Ы І Ь Э Ю Я",
    "kk_Arab": "ء ا ە ب پ ت ج چ ح د ر ز س ش ع ف ق ك گ ڭ ل م ن ھ و ۇ ۆ ۋ ى ي",
    "kkj": (
        "A B Ɓ C D Ɗ Ɗy E Ɛ F G Gb Gw H I={=I=̧=} J K Kp Kw L M Mb N Nd Nj Ny Ŋ Ŋg Ŋgb Ŋgw O "
        "Ɔ={=Ɔ=̧=} P R S T U={=U=̧=} V W Y"
    ),
    "kl": "A B C D E F G H I J K L M N O P Q R S T U V W X Y Z Æ Ø Å",
    "km": (
        "ក ខ គ ឃ ង ច ឆ ជ ឈ ញ ដ ឋ ឌ ឍ ណ ត ថ ទ ធ ន ប ផ ព ភ ម យ រ ឫ ឬ ល ឭ ឮ វ ស ហ ឡ អ ឥ ឦ ឧ ឩ ឪ "
        "ឯ ឰ ឱ ឳ"
    ),
    "kn": (
        "ಅ ಆ ಇ ಈ ಉ ಊ ಋ ೠ ಌ ೡ ಎ ಏ ಐ ಒ ಓ ಔ ಕ ಖ ಗ ಘ ಙ ಚ ಛ ಜ ಝ ಞ ಟ ಠ ಡ ಢ ಣ ತ ಥ ದ ಧ ನ ಪ ಫ ಬ ಭ ಮ ಯ "
        "ರ ಱ ಲ ವ ಶ ಷ ಸ ಹ ಳ ೞ"
    ),
    "kok": (
        "अ आ इ ई उ ऊ ऋ ऌ ऍ ए ऐ ऑ ओ औ क ख ग घ ङ च छ ज झ ञ ट ठ ड ढ ण त थ द ध न प फ ब भ म य र ल "
        "व श ष स ह ळ"
    ),
    "ksf": "A B C D E Ǝ Ɛ F G H I J K L M N Ŋ O Ɔ P R S T U V W Y Z",
    "ku": "A B C Ç D E Ê F G H I Î J K L M N O P Q R S Ş T U Û V W X Y Z",
    "ky": "А Б В Г Д Е Ё Ж З И Й К Л М Н Ң О Ө П Р С Т У Ү Ф Х Ц Ч Ш Щ Ъ Ы Ь Э Ю Я",
    "lag": "A B C D E F G H I Ɨ J K L M N O P Q R S T U Ʉ V W X Y Z",
    "lg": "A B C D E F G I J K L M N Ŋ O P R S T U V W Y Z",
    "lkt": "A B Č E G Ǧ H Ȟ I K L M N Ŋ O P S Š T U W Y Z Ž",
    "ln": "A B C D E Ɛ F G Gb H I K L M Mb Mp N Nd Ng Nk Ns Nt Ny Nz O=Ɔ P R S T U V W Y Z",
    "lo": "ກ ຂ ຄ ງ ຈ ສ ຊ ຍ ດ ຕ ຖ ທ ນ ບ ປ ຜ ຝ ພ ຟ ມ ຢ ຣ ລ ວ ຫ ຫງ ຫຍ ຫນ ຫມ ຫລ ຫວ ອ ຮ",
    "lrc": "آ ا ب پ ت ث ج چ ح خ د ذ ر ز ژ س ش ص ض ط ظ ع غ ف ق ک گ ل م ن ھ و ی",
    "lt": "A=Ą B C Č D E=Ę=Ė F G H I=Į=Y J K L M N O P R S Š T U=Ų=Ū V Z Ž",
    "lv": "A Ā B C Č D E Ē F G Ģ H I Y Ī J K Ķ L Ļ M N Ņ O P Q R S Š T U Ū V W X Z Ž",
    "mai": (
        "़ अ={=अ=ं=}={=अ=ः=} आ इ ई उ ऊ ऋ ऌ ॡ ए ऐ ओ औ क क्ष ख ग घ च छ ज ज्ञ झ ञ ट ठ ड={=ड=ं=} "
        "ढ ण त त्र थ द ध न प फ ब भ म य र ल व श श्र ष स ह"
    ),
    "mas": "A B C D E Ɛ G H I Ɨ J K L M N Ŋ O Ɔ P R S T U Ʉ W Y",
    "mdf": "А Б В Г Д Е=Ё Ж З И Й К Л М Н О П Р С Т У Ф Х Ц Ч Ш Щ Ъ Ы Ь Э Ю Я",
    "mgo": "A B CH D E Ə F G GH I J K M N Ŋ O Ɔ P R S T U W Y Z ʼ",
    "mic": "A=Á E=É I Ɨ J K L M N O=Ó P Q S T U=Ú W Y",
    "mk": "А Б В Г Д Ѓ Е Ж З Ѕ И Ј К Л Љ М Н Њ О П Р С Т Ќ У Ф Х Ц Ч Џ Ш",
    "ml": (
        "അ ആ ഇ ഈ ഉ ഊ ഋ എ ഏ ഐ ഒ ഓ ഔ ക ഖ ഗ ഘ ങ ച ഛ ജ ഝ ഞ ട ഠ ഡ ഢ ണ ത ഥ ദ ധ ന പ ഫ ബ ഭ മ യ ര ല വ "
        "ശ ഷ സ ഹ ള ഴ റ"
    ),
    "mn": "А Б В Г Д Е Ж З И Й К Л М Н О Ө П Р С Т У Ү Ф Х Ц Ч Ш Щ Ъ Ы Ь Э Ю Я",
    "mr": (
        "ॐ ं ः अ आ इ ई उ ऊ ऋ ऌ ए ऐ ऑ ओ औ क ख ग घ ङ च छ ज झ ञ ट ठ ड ढ ण त थ द ध न "
        "प फ ब भ म य र ल व श ष स ह ळ ऽ ॅ ्"
    ),
    "mt": "A B Ċ C D E F Ġ G GĦ H Ħ I IE* J K L M N O P Q R S T U V W X Y Ż Z",
    "mua": "A B Ɓ C D Ɗ E Ǝ F G H I J K L M N Ŋ O P R S T U V W Y Z",
    "myv": "А Б В Г Д Е=Ё Ж З И Й К Л М Н О П Р С Т У Ф Х Ц Ч Ш Щ Ъ Ы Ь Э Ю Я",
    "mzn": "آ ا ب پ ت ث ج چ ح خ د ذ ر ز ژ س ش ص ض ط ظ ع غ ف ق ک گ ل م ن ه و ی",
    "nmg": "A B Ɓ C D E Ǝ Ɛ F G H I J K L M N Ŋ O Ɔ P R S T U V W Y",
    "nnh": "A B C D E Ɛ F G H I J K L M N Ŋ O Ɔ P Pf R S Sh T Ts U Ʉ V W=Ẅ Y=Ÿ Z ʼ",
    "no": "A B C D E F G H I J K L M N O P Q R S T U V W X Y Z Æ Ø Å",
    "nus": "A B C D E Ɛ F G Ɣ H I J K L M N Ŋ O Ɔ P Q R S T U V W X Y Z",
    "or": (
        "ଅ ଆ ଇ ଈ ଉ ଊ ଋ ଏ ଐ ଓ ଔ କ ଖ ଗ ଘ ଙ ଚ ଛ ଜ ଝ ଞ ଟ ଠ ଡ ଢ ଣ ତ ଥ ଦ ଧ ନ ପ ଫ ବ ଭ ମ ଯ=ୟ ର ଲ ଳ ୱ "
        "ଶ ଷ ସ ହ କ୍ଷ"
    ),
    "os": (
        "А Ӕ Б В Г Гъ Д Дж Дз Е=Ё Ж З И Й К Къ Л М Н О П Пъ Р С Т Тъ У Ф Х Хъ Ц Цъ Ч Чъ Ш Щ Ы Э Ю Я"
    ),
    "pa": "ੳ ਅ ੲ ਸ={=ਸ=਼=} ਹ ਕ ਖ ਗ ਘ ਙ ਚ ਛ ਜ ਝ ਞ ਟ ਠ ਡ ਢ ਣ ਤ ਥ ਦ ਧ ਨ ਪ ਫ ਬ ਭ ਮ ਯ ਰ ਲ ਵ ੜ",
    "pl": "A B C Ć D E F G H I J K L Ł M N O Ó P Q R S Ś T U V W X Y Z Ź Ż",
    "ps": "آ ا ء ب پ ت ټ ث ج ځ چ څ ح خ د ډ ذ ر ړ ز ژ ږ س ش ښ ص ض ط ظ ع غ ف ق ک ګ ل م ن ڼ ه و ی",
    "rif": "A B C D=Ḍ E Ɛ F G Ɣ H=Ḥ I J K L M N P Q R S=Ṣ T=Ṭ U W X Y Z=Ẓ",
    "ro": "A Ă Â B C D E F G H I Î J K L M N O P Q R S Ș T Ț U V W X Y Z",
    "ru": "А Б В Г Д Е=Ё Ж З И Й К Л М Н О П Р С Т У Ф Х Ц Ч Ш Щ Ы Э Ю Я",
    "sa": (
        "अ आ इ ई उ ऊ ऋ ॠ ऌ ॡ ए ऐ ओ औ क ख ग घ ङ च छ ज झ ञ ट ठ ड ढ ण त थ द ध न प फ ब भ म य र ल "
        "ळ व श ष स ह"
    ),
    "sah": "А Б Г Ҕ Д Дь И Й К Л М Н Нь Ҥ О Ө П Р С Т У Ү Х Һ Ч Ы Э",
    "sd": (
        "ا ب ٻ پ ڀ ت ث ٺ ٽ ٿ ج جھ ڃ ڄ چ ڇ ح خ د ذ ڊ ڌ ڍ ڏ ر ز ڙ س ش ص ض ط ظ ع غ ف ڦ ق ک ڪ گ "
        "گھ ڱ ڳ ل م ن ڻ ه ھ و ي"
    ),
    "se": "A Á B C Č D Đ E=É F G H I J K L M N Ŋ O P Q R S Š T Ŧ U V W X Y Z Ž Ø Æ Å Ä Ö",
    "ses": "A=Ã B C D E=Ẽ F G H I J K L M N Ɲ Ŋ O=Õ P Q R S=Š T U W X Y Z=Ž",
    "shi_Latn": "A B C D=Ḍ E Ɛ F G Gʷ Ɣ H=Ḥ I J K Kʷ L M N Q R=Ṛ S=Ṣ T=Ṭ U W X Y Z",
    "shn": "႞ ႟ ၵ ၶ ၷ ꧠ င ၸ ꩡ ၺ ꧣ တ ထ ၻ ꩪ ၼ ပ ၽ ၾ ၿ မ ယ ရ လ ဝ ႀ သ ႁ ꩮ ဢ",
    "si": (
        "අ ආ ඇ ඈ ඉ ඊ උ ඌ ඍ එ ඒ ඓ ඔ ඕ ඖ ක ඛ ග ඝ ඞ ඟ ච ඡ ජ ඣ ඥ ඤ ට ඨ ඩ ඪ ණ ඬ ත ථ ද ධ න ඳ ප ඵ බ "
        "භ ම ඹ ය ර ල ව ශ ෂ ස හ ළ ෆ"
    ),
    "sk": "A Ä B C Č D=Ď E F G H CH I J K L=Ľ M N O Ô P Q R S Š T=Ť U V W X Y Z Ž",
    "sl": "A B C Č Ć D Đ E F G H I J K L M N O P Q R S Š T U V W X Y Z Ž",
    "sma_NO": "A=Å Æ B D E F G H I J K L M N O=Ø P R S T U V Y",
    "smn": "A Â B C Č D Đ E F G H I J K L M N Ŋ O P R S Š T U V Y Z Ž Ä Á",
    "sms": "A=Â=Å=Ä B C=Č D=Đ E F G=Ǧ Ǥ H I J K=Ǩ L M N Ŋ O=Õ P R S=Š T U V Z=Ž Ʒ=Ǯ",
    "sq": "A B C Ç D DH E Ë F G GJ H I J K L LL M N NJ O P Q R RR S SH T TH U V X XH Y Z ZH",
    "sr": "А Б В Г Д Ђ Е Ж З И Ј К Л Љ М Н Њ О П Р С Т Ћ У Ф Х Ц Ч Џ Ш",
    "sr_Latn": "A B C Č Ć D DŽ E F G H I J K L LJ M N NJ O P Q R S Š T U V W X Y Z Ž",
    "sv": "A B C D E F G H I J K L M N O P Q R S T U V W X Y Z Å Ä Ö",
    "syr": "ܐ ܒ ܓ ܖ ܕ ܗ ܘ ܙ ܚ ܛ ܝ ܟ ܠ ܡ ܢ ܣ ܥ ܦ ܨ ܩ ܪ ܫ ܬ",
    "ta": "அ ஆ இ ஈ உ ஊ எ ஏ ஐ ஒ ஓ ஔ க ங ச ஞ ட ண த ந ப ம ய ர ல வ ழ ள ற ன",
    "te": (
        "అ ఆ ఇ ఈ ఉ ఊ ఋ ౠ ఎ ఏ ఐ ఒ ఓ ఔ క ఖ గ ఘ ఙ చ ఛ జ ఝ ఞ ట ఠ డ ఢ ణ త థ ద ధ న ప ఫ బ భ మ య ర ఱ "
        "ల వ శ ష స హ ళ"
    ),
    "tg": "А Б В Г Ғ Д Е=Ё Ж З И=Ӣ Й К Қ Л М Н О П Р С Т У=Ӯ Ф Х Ҳ Ч Ҷ Ш Ъ Э Ю Я",
    "tk": "A B Ç D E Ä F G H I J Ž K L M N Ň O Ö P R S Ş T U Ü W Y Ý Z",
    "tr": "A B C Ç D E F G H I İ J K L M N O Ö P Q R S Ş T U Ü V W X Y Z",
    "tt": "А Ә Б В Г Д Е=Ё Ж Җ З И Й К Л М Н Ң О Ө П Р С Т У Ү Ф Х Һ Ц Ч Ш Щ Ъ Ы Ь Э Ю Я",
    "tyv": "А Б В Г Д Е=Ё Ж З И Й К Л М Н Ң О Ө П Р С Т У Ү Ф Х Ц Ч Ш Щ Ъ Ы Ь Э Ю Я",
    "tzm": "A B C D=Ḍ E Ɛ F G Ɣ H=Ḥ I J K L M N Q R=Ṛ S=Ṣ T=Ṭ U W X Y Z",
    "ug": (
        "ئا ئه ئو ئۇ ئۆ ئۈ ئې ئى ا ە ب پ ت ج چ خ د ر ز ژ س ش غ ف ق ك گ ڭ ل م ن ھ و ۇ ۆ ۈ ۋ ې ى ي"
    ),
    "uk": "А Б В Г Ґ Д Е Є Ж З И І Ї Й К Л М Н О П Р С Т У Ф Х Ц Ч Ш Щ Ю Я",
    "ur": "ا ب پ ت ٹ ث ج چ ح خ د ڈ ذ ر ڑ ز ژ س ش ص ض ط ظ ع غ ف ق ک گ ل م ن و ہ ھ ء ی ے",
    "uz": "A B D E F G H I J K L M N O P Q R S T U V X Y Z Oʻ Gʻ Sh Ch",
    "vai_Latn": "A B Ɓ C D Ɗ E Ɛ F G H I J K L M N Ŋ O Ɔ P Q R S T U V W X Y Z",
    "vi": "A Ă Â B C D Đ E Ê F G H I J K L M N O Ô Ơ P Q R S T U Ư V W X Y Z",
    "vo": "A Ä B C D E F G H I J K L M N O Ö P R S T U Ü V X Y Z",
    "wo": "A B C D E F G H I J K L M N Ŋ O P Q R S T U V W X Y Z",
    "yav": "A B C D E Ɛ F H I K L M N Ŋ O Ɔ P S T U V W Y",
    "yi": "ׂ ּ ֿ א ב ג ד ה ו ז ח ט י כ ל מ נ ס ע פ צ ק ר ש ת",
}
"""Letters in their order by locale; = stands between signs that share a place, CH is one letter."""
