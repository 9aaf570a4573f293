"""Claims: which numbers of the prose count milestones and commitments, and what the tables say."""

import pytest

from pipeline.curation.claims.reading import Claim, ClaimContext, count_claims, read_claims
from pipeline.curation.claims.vocabulary import NO_STATUS, RATED, load_claim_words
from pipeline.tables import ClaimUnit, Completion, Rating, Row
from pipeline.vocabulary import phrases

GREEN, AMBER, RED = Rating.GREEN, Rating.AMBER, Rating.RED
LEGENDS = {
    "en": {"Completed or substantial progress": GREEN, "Limited progress": AMBER, "Not started or severe delays": RED},
    "pt": {"Concluído ou avanço substancial": GREEN, "Avanço limitado": AMBER, "Não iniciado ou com atrasos graves": RED},
    "it": {"Completato o progressi sostanziali": GREEN, "Progressi limitati": AMBER, "Non avviato o gravi ritardi": RED},
    "ro": {"Finalizat sau progres substanțial": GREEN, "Progres limitat": AMBER, "Neînceput sau întârzieri grave": RED},
    "hr": {"Dovršeno ili značajan napredak": GREEN, "Ograničen napredak": AMBER, "Nije započeto ili ozbiljna kašnjenja": RED},
    "sr": {"Завршено или значајан напредак": GREEN, "Ограничен напредак": AMBER, "Није започето или озбиљна кашњења": RED},
    "bg": {"Изпълнено или съществен напредък": GREEN, "Ограничен напредък": AMBER, "Незапочнато или сериозно забавяне": RED},
    "ru": {"Выполнено или существенный прогресс": GREEN, "Ограниченный прогресс": AMBER, "Не начато или серьёзная задержка": RED},
    "uk": {"Виконано або суттєвий прогрес": GREEN, "Обмежений прогрес": AMBER, "Не розпочато або значна затримка": RED},
    "ky": {"Аткарылган же олуттуу прогресс": GREEN, "Чектелген прогресс": AMBER, "Баштала элек же олуттуу кечигүү": RED},
    "mn": {"Хэрэгжсэн эсвэл мэдэгдэхүйц ахиц гарсан": GREEN, "Хязгаарлагдмал ахиц": AMBER, "Эхлээгүй эсвэл ноцтой хоцрогдолтой": RED},
    "sq": {"Përfunduar ose përparim thelbësor": GREEN, "Përparim i kufizuar": AMBER, "Nuk ka filluar ose vonesa të rënda": RED},
    "id": {"Selesai atau kemajuan substansial": GREEN, "Kemajuan terbatas": AMBER, "Belum dimulai atau keterlambatan serius": RED},
    "ko": {"완료 또는 상당한 진전": GREEN, "제한적 진전": AMBER, "미착수 또는 심각한 지연": RED},
    "tr": {"Tamamlandı veya önemli ilerleme": GREEN, "Sınırlı ilerleme": AMBER, "Başlamadı veya ciddi gecikme": RED},
    "he": {"הושלם או התקדמות משמעותית": GREEN, "התקדמות מוגבלת": AMBER, "טרם החל או עיכוב חמור": RED},
    "cs": {"Splněno nebo podstatný pokrok": GREEN, "Omezený pokrok": AMBER, "Nezahájeno nebo vážné zpoždění": RED},
    "et": {"Täidetud või oluline edasiminek": GREEN, "Piiratud edasiminek": AMBER, "Alustamata või tõsine viivitus": RED},
    "mk": {"Исполнето или значителен напредок": GREEN, "Ограничен напредок": AMBER, "Незапочнато или сериозно доцнење": RED},
    "sk": {"Splnené alebo podstatný pokrok": GREEN, "Obmedzený pokrok": AMBER, "Nezačaté alebo vážne omeškanie": RED},
    "de": {
        "Abgeschlossen oder wesentliche Fortschritte": GREEN,
        "Begrenzte Fortschritte": AMBER,
        "Nicht begonnen oder erhebliche Verzögerungen": RED,
    },
    "fi": {"Valmis tai merkittävä edistyminen": GREEN, "Rajallinen edistyminen": AMBER, "Ei aloitettu tai vakava viivästys": RED},
    "no": {"Fullført eller vesentlig fremdrift": GREEN, "Begrenset fremdrift": AMBER, "Ikke påbegynt eller alvorlige forsinkelser": RED},
    "sv": {"Slutförd eller betydande framsteg": GREEN, "Begränsade framsteg": AMBER, "Ej påbörjad eller allvarliga förseningar": RED},
    "da": {"Gennemført eller væsentlige fremskridt": GREEN, "Begrænsede fremskridt": AMBER, "Ikke påbegyndt eller alvorlige forsinkelser": RED},
    "el": {"Ολοκληρώθηκε ή σημαντική πρόοδος": GREEN, "Περιορισμένη πρόοδος": AMBER, "Δεν έχει ξεκινήσει ή σοβαρή καθυστέρηση": RED},
    "nl": {"Voltooid of substantiële voortgang": GREEN, "Beperkte voortgang": AMBER, "Niet gestart of ernstige vertraging": RED},
    "lt": {"Įgyvendinta arba reikšminga pažanga": GREEN, "Ribota pažanga": AMBER, "Nepradėta arba smarkiai vėluoja": RED},
    "lv": {"Izpildīts vai būtisks progress": GREEN, "Ierobežots progress": AMBER, "Nav uzsākts vai nopietni kavējas": RED},
    "ka": {"შესრულებული ან მნიშვნელოვანი პროგრესი": GREEN, "შეზღუდული პროგრესი": AMBER, "დაუწყებელი ან სერიოზული დაგვიანება": RED},
    "hy": {"Կատարված կամ էական առաջընթաց": GREEN, "Սահմանափակ առաջընթաց": AMBER, "Չսկսված կամ լուրջ ուշացում": RED},
    "ar": {"مكتمل أو تقدم كبير": GREEN, "تقدم محدود": AMBER, "لم يبدأ أو تأخر كبير": RED},
    "es": {"Completado o avance sustancial": GREEN, "Avance limitado": AMBER, "No iniciado o con retrasos graves": RED},
    "fr": {"réalisé ou avancement substantiel": GREEN, "avancement limité": AMBER, "non commencé ou retard important": RED},
}
"""A legend of three lines, in each language."""

SENTENCES = [
    (
        "en",
        None,
        "Of the 21 milestones, 12 (57%) were completed or showed substantial progress, six (29%) showed limited progress and three (14%) were not started.",
        [(21, None), (12, GREEN), (6, AMBER), (3, RED)],
    ),
    ("en", None, "Forty-one of the 53 milestones have been completed.", [(41, GREEN), (53, None)]),
    ("en", None, "The plan contains five commitments broken down into twenty-one milestones.", [(5, None), (21, None)]),
    ("en", None, "Of these, fifteen are rated green and 6 amber.", []),
    ("en", None, "Completed: 12; limited progress: 6; not started: 3 milestones.", [(12, GREEN), (6, AMBER), (3, RED)]),
    ("en", None, "Milestones 3, 4 and 5 were completed in 2022.", []),
    ("en", None, "In 2022, 1,200 citizens took part and 53 percent of them commented on 14 May.", []),
    ("en", None, "The previous plan had 24 milestones, of which 10 were completed.", []),
    ("en", None, "Each commitment has three milestones.", []),
    ("en", None, "Two laws were completed and three trainings showed limited progress in the area of the commitments.", []),
    ("en", None, "12 milestones will be completed by 2024.", []),
    ("en", None, "Nine milestones have not been completed.", []),
    ("en", None, "All 21 milestones were completed.", [(21, GREEN)]),
    (
        "pt",
        None,
        "Dos 21 marcos, 12 foram concluídos ou apresentam avanço substancial (57 %), seis têm avanço limitado e três não foram iniciados.",
        [(21, None), (12, GREEN), (6, AMBER), (3, RED)],
    ),
    ("pt", None, "O plano contém cinco compromissos e vinte e um marcos.", [(5, None), (21, None)]),
    (
        "it",
        "Attività",
        "Delle 21 attività, 12 sono state completate o mostrano progressi sostanziali, sei mostrano progressi limitati e tre non sono state avviate.",
        [(21, None), (12, GREEN), (6, AMBER), (3, RED)],
    ),
    ("it", "Attività", "Il piano d'azione comprende cinque impegni e ventuno attività.", [(5, None), (21, None)]),
    (
        "ro",
        "Activitatea",
        "Din cele 21 de activități, 12 au fost finalizate sau înregistrează progrese substanțiale (57 %), șase înregistrează progrese limitate și trei nu au fost începute.",
        [(21, None), (12, GREEN), (6, AMBER), (3, RED)],
    ),
    ("ro", "Activitatea", "Planul de acțiune conține cinci angajamente și douăzeci și una de activități.", [(5, None), (21, None)]),
    (
        "hr",
        "Aktivnost",
        "Od 21 aktivnosti, 12 je dovršeno ili je ostvarilo značajan napredak (57 %), šest bilježi ograničen napredak, a tri nisu započete.",
        [(21, None), (12, GREEN), (6, AMBER), (3, RED)],
    ),
    ("hr", "Aktivnost", "Akcijski plan sadrži pet obveza i dvadeset i jednu aktivnost.", [(5, None), (21, None)]),
    (
        "sr",
        "Активност",
        "Од 21 активности, 12 је завршено или је остварен значајан напредак, шест има ограничен напредак, а три нису започете.",
        [(21, None), (12, GREEN), (6, AMBER), (3, RED)],
    ),
    ("sr", "Aktivnost", "Akcioni plan sadrži pet obaveza i dvadeset jednu aktivnost.", [(5, None), (21, None)]),
    (
        "bg",
        "Дейност",
        "От 21 дейности 12 са изпълнени или имат съществен напредък, при шест напредъкът е ограничен, а три не са започнали.",
        [(21, None), (12, GREEN), (6, AMBER), (3, RED)],
    ),
    ("bg", "Дейност", "Планът съдържа пет ангажимента и двадесет и една дейности.", [(5, None), (21, None)]),
    (
        "ru",
        "Мероприятие",
        "Из 21 мероприятия выполнено 12 (57 %), по шести прогресс ограничен, три не начаты.",
        [(21, None), (12, GREEN), (6, AMBER), (3, RED)],
    ),
    ("ru", "Мероприятие", "План действий включает пять обязательств и двадцать одно мероприятие.", [(5, None), (21, None)]),
    (
        "uk",
        "Захід",
        "З 21 заходу виконано дванадцять, щодо шести прогрес обмежений, три не розпочато.",
        [(21, None), (12, GREEN), (6, AMBER), (3, RED)],
    ),
    ("uk", "Захід", "Із 12-ти заходів 8 виконано.", [(12, None), (8, GREEN)]),
    (
        "ky",
        "Иш-чара",
        "21 иш-чаранын ичинен 12си аткарылды, 6сында чектелген прогресс бар, 3ү баштала элек.",
        [(21, None), (12, GREEN), (6, AMBER), (3, RED)],
    ),
    (
        "mn",
        "Шалтгуур",
        "21 шалтгуураас 12 нь хэрэгжсэн, 6 нь хязгаарлагдмал ахицтай, 3 нь эхлээгүй байна.",
        [(21, None), (12, GREEN), (6, AMBER), (3, RED)],
    ),
    ("mn", None, "Төлөвлөгөөнд таван амлалт, хорин нэгэн шалтгуур багтсан.", [(5, None), (21, None)]),
    (
        "sq",
        "Aktiviteti",
        "Nga 21 aktivitete, 12 janë përfunduar ose kanë shënuar përparim thelbësor, gjashtë kanë përparim të kufizuar dhe tre nuk kanë filluar.",
        [(21, None), (12, GREEN), (6, AMBER), (3, RED)],
    ),
    ("sq", "Aktivitete", "Plani përmban pesë angazhime dhe njëzet e një aktivitete.", [(5, None), (21, None)]),
    (
        "id",
        "Kegiatan",
        "Dari 21 kegiatan, 12 telah selesai atau menunjukkan kemajuan substansial (57%), enam menunjukkan kemajuan terbatas dan tiga belum dimulai.",
        [(21, None), (12, GREEN), (6, AMBER), (3, RED)],
    ),
    ("id", "Kegiatan", "Rencana aksi memuat lima komitmen dan dua puluh satu kegiatan.", [(5, None), (21, None)]),
    (
        "ko",
        None,
        "총 21개 세부과제 중 12개(57%)는 완료되었거나 상당한 진전을 보였고, 6개는 제한적 진전을 보였으며, 3개는 착수하지 않았다.",
        [(21, None), (12, GREEN), (6, AMBER), (3, RED)],
    ),
    ("ko", None, "실행계획은 다섯 개의 공약과 스물한 개의 세부과제로 구성되어 있다.", [(5, None), (21, None)]),
    ("ko", "과제", "과제 24개 중 완료 15개, 제한적 진전 6개, 미착수 3개이다.", [(24, None), (15, GREEN), (6, AMBER), (3, RED)]),
    ("ko", None, "완료된 세부과제는 15 개이다.", [(15, GREEN)]),
    ("ko", None, "세부과제 9개는 아직 완료되지 않았다.", []),
    ("ko", None, "이전 국가실행계획의 24개 세부과제 중 10개가 완료되었다.", []),
    (
        "tr",
        None,
        "Toplam 21 kilometre taşının 12'si (%57) tamamlanmış veya önemli ilerleme kaydetmiş, altısı sınırlı ilerleme göstermiş, üçü ise başlamamıştır.",
        [(21, None), (12, GREEN), (6, AMBER), (3, RED)],
    ),
    ("tr", None, "Eylem planı beş taahhüt ve yirmi bir kilometre taşından oluşmaktadır.", [(5, None), (21, None)]),
    ("tr", "Faaliyet", "24 faaliyetin 15’i tamamlandı.", [(24, None), (15, GREEN)]),
    ("tr", None, "Tamamlanan kilometre taşı sayısı: 15", [(15, GREEN)]),
    ("tr", None, "Dokuz kilometre taşı henüz tamamlanmamıştır.", []),
    ("tr", None, "Önceki eylem planında 24 kilometre taşı vardı; bunların 10'u tamamlandı.", []),
    (
        "he",
        None,
        "מתוך 21 אבני הדרך, 12 (57%) הושלמו או הציגו התקדמות משמעותית, שש הציגו התקדמות מוגבלת ו-3 טרם החלו.",
        [(21, None), (12, GREEN), (6, AMBER), (3, RED)],
    ),
    ("he", None, "תוכנית הפעולה כוללת חמש התחייבויות ועשרים ואחת אבני דרך.", [(5, None), (21, None)]),
    ("he", None, "15 מתוך 24 אבני הדרך הושלמו.", [(15, GREEN), (24, None)]),
    ("he", None, "תשע אבני דרך טרם הושלמו.", []),
    ("he", None, "אבני דרך 3, 4 ו-5 הושלמו בשנת 2022.", []),
    ("he", None, "תוכנית הפעולה הקודמת כללה 24 אבני דרך, מתוכן 10 הושלמו.", []),
    (
        "cs",
        None,
        "Z 21 milníků bylo 12 splněno nebo vykazuje podstatný pokrok, šest vykazuje omezený pokrok a tři nebyly zahájeny.",
        [(21, None), (12, GREEN), (6, AMBER), (3, RED)],
    ),
    ("cs", None, "Akční plán obsahuje pět závazků a dvacet jedna milníků.", [(5, None), (21, None)]),
    (
        "et",
        "Tegevus",
        "21 tegevusest 12 on täidetud (57 %), kuuel on piiratud edasiminek ja kolm on alustamata.",
        [(21, None), (12, GREEN), (6, AMBER), (3, RED)],
    ),
    ("et", "Tegevus", "Tegevuskava sisaldab viit kohustust ja kahtkümmend üht tegevust.", [(5, None), (21, None)]),
    (
        "mk",
        "Мерка",
        "Од вкупно 21 мерка, 12 се завршени или бележат значителен напредок (57 %), шест имаат ограничен напредок, а три не се започнати.",
        [(21, None), (12, GREEN), (6, AMBER), (3, RED)],
    ),
    ("mk", "Мерка", "Акцискиот план содржи пет заложби и дваесет и една мерка.", [(5, None), (21, None)]),
    (
        "sk",
        None,
        "Z 21 míľnikov bolo 12 splnených alebo vykazuje podstatný pokrok, šesť vykazuje obmedzený pokrok a tri neboli začaté.",
        [(21, None), (12, GREEN), (6, AMBER), (3, RED)],
    ),
    ("sk", None, "Akčný plán obsahuje päť záväzkov a dvadsaťjeden míľnikov.", [(5, None), (21, None)]),
    (
        "sk",
        None,
        "Zo siedmich záväzkov boli štyri splnené, dva splnené čiastočne a jeden sa nezačal plniť.",
        [(7, None), (4, GREEN), (2, AMBER), (1, RED)],
    ),
    (
        "de",
        None,
        "Von den 21 Meilensteinen sind 12 (57 %) abgeschlossen oder weisen wesentliche Fortschritte auf, sechs weisen begrenzte Fortschritte auf und drei wurden nicht begonnen.",
        [(21, None), (12, GREEN), (6, AMBER), (3, RED)],
    ),
    ("de", None, "Der Aktionsplan umfasst fünf Verpflichtungen und einundzwanzig Meilensteine.", [(5, None), (21, None)]),
    ("de", None, "Zum 30. Juni 2023 waren 12 der 21 Meilensteine vollständig umgesetzt.", [(12, GREEN), (21, None)]),
    ("de", None, "Drei Verpflichtungen wurden abgeschlossen, eine wurde teilweise umgesetzt.", [(3, GREEN), (1, AMBER)]),
    ("de", None, "Neun Meilensteine wurden noch nicht abgeschlossen.", []),
    ("de", None, "Der vorherige Aktionsplan hatte 24 Meilensteine, von denen 10 abgeschlossen wurden.", []),
    (
        "fi",
        "Toimenpide",
        "Kaikkiaan 21 toimenpiteestä 12 (57 %) on valmis tai edennyt merkittävästi, kuusi on edennyt vain rajallisesti ja kolmea ei ole aloitettu.",
        [(21, None), (12, GREEN), (6, AMBER), (3, RED)],
    ),
    ("fi", "Toimenpide", "Toimintasuunnitelma sisältää viisi sitoumusta ja kaksikymmentäyksi toimenpidettä.", [(5, None), (21, None)]),
    ("fi", "Toimenpide", "Toimintasuunnitelman 21:stä toimenpiteestä 12 on toteutettu kokonaan.", [(21, None), (12, GREEN)]),
    (
        "fi",
        "Toimenpide",
        "Toimenpiteistä 15 on toteutettu, kuusi on edennyt osittain ja kolmea ei ole vielä aloitettu.",
        [(15, GREEN), (6, AMBER), (3, RED)],
    ),
    ("fi", None, "Kolme sitoumusta toteutui kokonaan ja yksi toteutui osittain.", [(3, GREEN), (1, AMBER)]),
    ("fi", None, "Yhdeksän välitavoitetta ei ole vielä saatu päätökseen.", []),
    ("fi", None, "Edellisessä toimintasuunnitelmassa oli 24 välitavoitetta, joista 10 toteutettiin.", []),
    (
        "no",
        "Tiltak",
        "Av i alt 21 tiltak er 12 (57 %) fullført eller har hatt vesentlig fremdrift, seks har hatt begrenset fremdrift og tre er ikke påbegynt.",
        [(21, None), (12, GREEN), (6, AMBER), (3, RED)],
    ),
    ("no", "Tiltak", "Handlingsplanen inneholder fem forpliktelser og tjueett tiltak.", [(5, None), (21, None)]),
    (
        "no",
        "Tiltak",
        "Av dei 21 tiltaka er 12 heilt gjennomført, seks er delvis gjennomført og tre er ikkje starta.",
        [(21, None), (12, GREEN), (6, AMBER), (3, RED)],
    ),
    ("no", None, "Per 30. juni 2023 var 12 av de 21 milepælene fullt gjennomført.", [(12, GREEN), (21, None)]),
    ("no", None, "Tre forpliktelser er oppfylt, én er delvis gjennomført.", [(3, GREEN), (1, AMBER)]),
    ("no", None, "Ni milepæler er ennå ikke fullført.", []),
    ("no", None, "Den forrige handlingsplanen hadde 24 milepæler, hvorav 10 ble fullført.", []),
    (
        "sv",
        "Åtgärd",
        "Av totalt 21 åtgärder har 12 (57 %) slutförts eller visar betydande framsteg, sex visar begränsade framsteg och tre har inte påbörjats.",
        [(21, None), (12, GREEN), (6, AMBER), (3, RED)],
    ),
    ("sv", "Åtgärd", "Handlingsplanen innehåller fem åtaganden och tjugoen åtgärder.", [(5, None), (21, None)]),
    ("sv", None, "Den 30 juni 2023 var 12 av de 21 milstolparna helt genomförda.", [(12, GREEN), (21, None)]),
    ("sv", None, "Tre åtaganden har uppfyllts, ett har delvis genomförts.", [(3, GREEN), (1, AMBER)]),
    ("sv", None, "Nio milstolpar har ännu inte slutförts.", []),
    ("sv", None, "Den föregående handlingsplanen hade 24 milstolpar, varav 10 genomfördes.", []),
    (
        "da",
        "Aktivitet",
        "Ud af i alt 21 aktiviteter er 12 (57 %) gennemført eller viser væsentlige fremskridt, seks viser begrænsede fremskridt, og tre er ikke påbegyndt.",
        [(21, None), (12, GREEN), (6, AMBER), (3, RED)],
    ),
    ("da", "Aktivitet", "Handlingsplanen indeholder fem forpligtelser og enogtyve aktiviteter.", [(5, None), (21, None)]),
    (
        "da",
        "Aktivitet",
        "Af de femogtyve aktiviteter er 12 gennemført, og to er trukket tilbage.",
        [(25, None), (12, GREEN), (2, None)],
    ),
    ("da", None, "Pr. 30. juni 2023 var 12 af de 21 milepæle fuldt gennemført.", [(12, GREEN), (21, None)]),
    ("da", None, "Tre forpligtelser er opfyldt, én er delvist gennemført.", [(3, GREEN), (1, AMBER)]),
    ("da", None, "Ni milepæle er endnu ikke fuldført.", []),
    ("da", "Aktivitet", "12 aktiviteter (57 pct.) er gennemført, mens 9 er forsinkede.", [(12, GREEN), (9, AMBER)]),
    ("da", None, "Den foregående handlingsplan havde 24 milepæle, hvoraf 10 blev gennemført.", []),
    (
        "el",
        None,
        "Από τα 21 ορόσημα, 12 (57 %) έχουν ολοκληρωθεί ή παρουσιάζουν σημαντική πρόοδο, έξι παρουσιάζουν περιορισμένη πρόοδο και τρία δεν έχουν ξεκινήσει.",
        [(21, None), (12, GREEN), (6, AMBER), (3, RED)],
    ),
    ("el", None, "Το σχέδιο δράσης περιλαμβάνει πέντε δεσμεύσεις και είκοσι ένα ορόσημα.", [(5, None), (21, None)]),
    ("el", "Δράση", "ΟΛΟΚΛΗΡΩΘΗΚΑΝ 12 ΑΠΟ ΤΙΣ 21 ΔΡΑΣΕΙΣ.", [(12, GREEN), (21, None)]),
    ("el", None, "Τρεις δεσμεύσεις ολοκληρώθηκαν, ενώ μία υλοποιήθηκε εν μέρει.", [(3, GREEN), (1, AMBER)]),
    ("el", None, "Εννέα ορόσημα δεν έχουν ακόμη ολοκληρωθεί.", []),
    ("el", None, "Το προηγούμενο σχέδιο δράσης είχε 24 ορόσημα, από τα οποία ολοκληρώθηκαν 10.", []),
    (
        "nl",
        None,
        "Van de 21 mijlpalen zijn er 12 (57 %) voltooid of tonen substantiële voortgang, zes tonen beperkte voortgang en drie zijn niet gestart.",
        [(21, None), (12, GREEN), (6, AMBER), (3, RED)],
    ),
    ("nl", None, "Het actieplan telt vijf actiepunten en eenentwintig mijlpalen.", [(5, None), (21, None)]),
    ("nl", "Actie", "Op 30 juni 2023 waren 12 van de 21 acties volledig uitgevoerd.", [(12, GREEN), (21, None)]),
    ("nl", None, "Drie actiepunten zijn afgerond, één is deels uitgevoerd.", [(3, GREEN), (1, AMBER)]),
    ("nl", None, "Negen mijlpalen zijn nog niet afgerond.", []),
    ("nl", None, "Het vorige actieplan had 24 mijlpalen, waarvan er 10 zijn afgerond.", []),
    (
        "lt",
        "Veiksmas",
        "Iš 21 veiksmo 12 (57 proc.) įgyvendinti arba padaryta reikšminga pažanga, šešių pažanga ribota, o trys nepradėti.",
        [(21, None), (12, GREEN), (6, AMBER), (3, RED)],
    ),
    ("lt", "Veiksmas", "Veiksmų planą sudaro penki įsipareigojimai ir dvidešimt vienas veiksmas.", [(5, None), (21, None)]),
    ("lt", "Veiksmas", "Iki 2023 m. birželio 30 d. visiškai įgyvendinta 12 iš 21 veiksmo.", [(12, GREEN), (21, None)]),
    ("lt", None, "Trys įsipareigojimai įgyvendinti, vienas įgyvendintas iš dalies.", [(3, GREEN), (1, AMBER)]),
    ("lt", "Veiksmas", "Devyni veiksmai dar neįgyvendinti.", []),
    ("lt", "Veiksmas", "Ankstesniame veiksmų plane buvo 24 veiksmai, iš jų 10 įgyvendinta.", []),
    (
        "lv",
        "Pasākums",
        "No 21 pasākuma 12 (57 %) ir izpildīti vai panākts būtisks progress, sešiem ir ierobežots progress un trīs nav uzsākti.",
        [(21, None), (12, GREEN), (6, AMBER), (3, RED)],
    ),
    ("lv", "Pasākums", "Rīcības plāns ietver piecas apņemšanās un divdesmit vienu pasākumu.", [(5, None), (21, None)]),
    ("lv", "Pasākums", "Līdz 2023. gada 30. jūnijam pilnībā izpildīti 12 no 21 pasākuma.", [(12, GREEN), (21, None)]),
    ("lv", None, "Trīs apņemšanās ir izpildītas, viena ir īstenota daļēji.", [(3, GREEN), (1, AMBER)]),
    ("lv", "Pasākums", "Deviņi pasākumi vēl nav pabeigti.", []),
    ("lv", "Pasākums", "Iepriekšējā rīcības plānā bija 24 pasākumi, no kuriem 10 tika izpildīti.", []),
    ("ka", "ღონისძიება", "21 ღონისძიებიდან 12 შესრულდა, 6 შეზღუდული პროგრესით, 3 არ დაწყებულა.", [(21, None), (12, GREEN), (6, AMBER), (3, RED)]),
    ("ka", "ღონისძიება", "სამოქმედო გეგმა მოიცავს ხუთ ვალდებულებას და ოცდაერთ ღონისძიებას.", [(5, None), (21, None)]),
    (
        "hy",
        "Միջոցառում",
        "21 միջոցառումներից 12-ը կատարվել են, 6-ը՝ սահմանափակ առաջընթաց, 3-ը չեն սկսվել։",
        [(21, None), (12, GREEN), (6, AMBER), (3, RED)],
    ),
    (
        "ar",
        "النشاط",
        "من أصل 21 نشاطا، اكتمل 12 نشاطا أو حقق تقدما كبيرا، وسجلت 6 تقدما محدودا، و3 لم تبدأ.",
        [(21, None), (12, GREEN), (6, AMBER), (3, RED)],
    ),
    ("ar", "النشاط", "تتضمن خطة العمل خمسة التزامات و21 نشاطا.", [(5, None), (21, None)]),
    (
        "es",
        None,
        "De los veintiún hitos, doce se completaron, seis muestran un avance limitado y tres no se han iniciado.",
        [(21, None), (12, GREEN), (6, AMBER), (3, RED)],
    ),
    ("es", None, "Se completaron 12 hitos y seis presentan avances limitados.", [(12, GREEN), (6, AMBER)]),
    (
        "fr",
        "Activité",
        "Sur vingt et une activités, douze ont été réalisées, six affichent un avancement limité et trois n'ont pas été commencées.",
        [(21, None), (12, GREEN), (6, AMBER), (3, RED)],
    ),
    ("fr", None, "Le plan d'action compte cinq engagements déclinés en 21 jalons.", [(5, None), (21, None)]),
    (
        "hr",
        "Aktivnost",
        "Od ukupno 20 aktivnosti provedeno je 11 (55 %), djelomično su provedene 5, a 4 nisu započete.",
        [(20, None), (11, GREEN), (5, AMBER), (4, RED)],
    ),
    ("cs", None, "Z pěti závazků byl jeden splněn, dva byly splněny omezeně a dva nebyly zahájeny.", [(5, None), (1, GREEN), (2, AMBER), (2, RED)]),
    ("pt", None, "Quanto aos compromissos, dois foram concluídos e um não foi iniciado.", [(2, GREEN), (1, RED)]),
    ("es", None, "Tres de los cuatro hitos alcanzaron un nivel limitado.", [(3, AMBER), (4, None)]),
    ("es", None, "Tres compromisos alcanzaron un nivel limitado, y un nivel sustancial parece lejano.", [(3, AMBER)]),
    ("es", None, "De los 5 hitos, 2 alcanzaron un nivel limitado y 1 no se ha iniciado.", [(5, None), (2, AMBER), (1, RED)]),
    ("fr", "Activité", "Le taux est de 60 %, soit 12 activités réalisées sur 20.", [(12, GREEN), (20, None)]),
    ("es", None, "Tres hitos se cumplieron en gran medida.", [(3, GREEN)]),
    ("es", None, "Dos hitos no fueron implementados y tres hitos no se han ejecutado.", []),
    ("it", None, "Due attività non sono state realizzate.", []),
    (
        "hr",
        "Aktivnost",
        "Dovršeno je 6 aktivnosti, kod 3 je ostvaren znatan napredak, a kod 2 neznatan napredak.",
        [(6, GREEN), (3, GREEN), (2, AMBER)],
    ),
    ("hr", None, "Razina provedbe ocijenjena je kao znatan napredak kod dviju obveza.", [(2, GREEN)]),
    ("bg", "Дейност", "Четири дейности са с частичен напредък.", [(4, AMBER)]),
    (
        "en",
        None,
        "Substantial progress was achieved in five commitments, limited progress in two, and one was not started.",
        [(5, GREEN), (2, AMBER), (1, RED)],
    ),
    ("en", None, "Substantial progress was made in two commitments, limited progress in five.", [(2, GREEN), (5, AMBER)]),
    ("en", None, "The level was rated as limited progress for two commitments.", [(2, AMBER)]),
    ("en", None, "Of the five commitments, limited progress was made in two.", [(5, None), (2, AMBER)]),
    ("fr", None, "Pour cinq engagements, des progrès substantiels ont été réalisés, et pour deux des progrès limités.", [(5, GREEN), (2, AMBER)]),
    ("ro", None, "La cinci angajamente s-au înregistrat progrese substanțiale, iar la două progrese limitate.", [(5, GREEN), (2, AMBER)]),
    ("et", None, "Viie kohustuse puhul saavutati oluline edasiminek, kahe puhul piiratud edasiminek.", [(5, GREEN), (2, AMBER)]),
    ("id", None, "Pada lima komitmen dicapai kemajuan substansial dan pada dua komitmen kemajuan terbatas.", [(5, GREEN), (2, AMBER)]),
    ("ka", None, "ხუთ ვალდებულებაში მიღწეულია მნიშვნელოვანი პროგრესი, ორში – შეზღუდული პროგრესი.", [(5, GREEN), (2, AMBER)]),
    ("hy", None, "Հինգ պարտավորության դեպքում գրանցվել է էական առաջընթաց, երկուսի դեպքում՝ սահմանափակ առաջընթաց։", [(5, GREEN), (2, AMBER)]),
    ("mn", None, "Таван амлалтад мэдэгдэхүйц ахиц гарсан, хоёрт нь хязгаарлагдмал ахиц гарсан.", [(5, GREEN), (2, AMBER)]),
    ("sq", "Aktiviteti", "Në angazhimin 2 u përfunduan dy nga tre aktivitete.", [(2, GREEN), (3, None)]),
    ("hy", None, "Երեք գործողություններից երկուսն ավարտվել են։", [(3, None), (2, GREEN)]),
    ("sq", "Aktiviteti", "Tri aktivitete kanë progres të konsiderueshëm dhe dy janë pa progres.", [(3, GREEN), (2, RED)]),
]
"""Language, heading of the tables that names the rows, sentence, and the numbers it claims with their colour."""


def paragraph(text: str, section: str | None = None, level: int = 1, kind: str = "paragraph") -> Row:
    return {"section": section, "section_level": level if section else None, "kind": kind, "text": text, "source_pages": None}


def claims_of(*rows: Row, **context: object) -> tuple[Claim, ...]:
    return read_claims(rows, ClaimContext(**{"languages": ("en",), "legend": LEGENDS["en"], **context}))  # type: ignore[arg-type]


def milestone(number: str, commitment: str, rating: Rating | None = None, completion: Completion | None = None) -> Row:
    return {"milestone_id": f"r/m{number}", "commitment_id": f"r/c{commitment}", "rating": rating, "completion": completion, "percent_complete": None}


@pytest.mark.parametrize(("language", "heading", "sentence", "expected"), SENTENCES)
def test_the_numbers_of_a_sentence_and_no_others_are_claims(
    language: str, heading: str | None, sentence: str, expected: list[tuple[int, Rating | None]]
) -> None:
    nouns = {heading: ClaimUnit.MILESTONES} if heading else {}

    found = claims_of(paragraph(sentence), languages=(language,), legend=LEGENDS[language], nouns=nouns)

    assert sorted((c.stated, c.rating or "") for c in found if c.own_word is None) == sorted((n, r or "") for n, r in expected)
    assert all(c.is_sure for c in found)


def test_a_share_belongs_to_the_number_it_follows() -> None:
    found = claims_of(paragraph("39 milestones (73.6 %) were completed and 14 milestones (26.4 %) showed limited progress."))

    assert [(c.stated, c.share) for c in found] == [(39, 0.736), (14, 0.264)]


def test_a_share_may_stand_before_its_number() -> None:
    found = claims_of(paragraph("74 percent (39 milestones) were completed."))

    assert [(c.stated, c.share) for c in found] == [(39, 0.74)]


def test_a_single_level_without_a_legend_is_a_completion_and_two_are_their_colour() -> None:
    found = claims_of(paragraph("Of the 12 milestones, 5 are completed or substantially completed, 4 are limited and 1 is completed."), legend={})

    assert [(c.rating, c.completion) for c in found] == [(None, None), (GREEN, None), (None, Completion.LIMITED), (None, Completion.COMPLETE)]


def test_a_level_that_shares_its_colour_in_the_legend_is_a_completion() -> None:
    legend = {"Completed": GREEN, "On schedule": GREEN, "Behind schedule": AMBER, "Not started": RED}

    found = claims_of(paragraph("Of the 19 milestones in the plan, 11 had been completed by 30 April 2021 (58%)."), legend=legend)

    assert [(c.stated, c.rating, c.completion, c.share) for c in found] == [(19, None, None, None), (11, None, Completion.COMPLETE, 0.58)]


def test_the_names_of_colours_in_a_legend_are_no_levels_beside_its_words() -> None:
    legend = {"Green": GREEN, "Completed": GREEN, "Red": RED, "Not completed": RED}

    found = claims_of(paragraph("Of the 12 milestones, 5 were completed."), legend=legend)

    assert [(c.rating, c.completion) for c in found] == [(None, None), (GREEN, None)]


@pytest.mark.parametrize(("language", "sentence"), [("pt", "Apenas um marco não foi iniciado."), ("fr", "Un seul jalon n'a pas été commencé.")])
def test_an_article_after_only_is_a_number(language: str, sentence: str) -> None:
    found = claims_of(paragraph(sentence), languages=(language,), legend={})

    assert [(c.stated, c.completion) for c in found] == [(1, Completion.NOT_STARTED)]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([paragraph("In commitments 2 and 8, 9 milestones were completed.")], ("2", "8")),
        ([paragraph("Commitment 3: records were listed; 9 milestones were completed.")], ("3",)),
        ([paragraph("9 milestones of commitment 4 were completed.")], ("4",)),
        ([paragraph("Commitment 2 and 8: Freedom of the press", "IRM"), paragraph("9 milestones were completed.", "IRM")], ("2", "8")),
        ([paragraph("9 milestones were completed.", "Commitment 5")], ("5",)),
        ([paragraph("9 milestones were completed.", "Open budgets for schools")], ("6",)),
        ([paragraph("Results", "Commitment 5", 1, "heading"), paragraph("9 milestones were completed.", "Results", 2)], ("5",)),
        ([paragraph("Commitment 2: Press", "IRM"), paragraph("9 milestones were completed.", "Conclusion")], ()),
    ],
)
def test_a_claim_speaks_of_the_commitments_named_nearest(rows: list[Row], expected: tuple[str, ...]) -> None:
    found = claims_of(*rows, commitments={"5": "Press", "6": "Open budgets for schools"})

    assert [c.commitments for c in found] == [expected]


def test_these_counts_what_the_sentence_before_counted() -> None:
    found = claims_of(paragraph("The plan has 9 milestones. Of these, 5 are completed and 4 show limited progress."))

    assert [(c.stated, c.rating) for c in found] == [(9, None), (5, GREEN), (4, AMBER)]


def test_the_items_of_a_list_count_what_its_first_line_counts() -> None:
    found = claims_of(
        paragraph("Of the 9 milestones:"), paragraph("5 are completed;", kind="list_item"), paragraph("4 show limited progress.", kind="list_item")
    )

    assert [(c.stated, c.rating) for c in found] == [(9, None), (5, GREEN), (4, AMBER)]


def test_a_number_of_another_plan_is_no_claim_and_one_of_this_plan_is() -> None:
    rows = [paragraph("The second plan had 24 milestones."), paragraph("The fourth plan has 13 milestones.")]

    assert [c.stated for c in claims_of(*rows, plan="Fourth OGP National Action Plan")] == [13]


def test_a_number_that_words_narrow_is_a_claim_only_where_the_tables_bear_it_out() -> None:
    rows = [milestone(str(n), "1") for n in range(5)]
    claims = claims_of(paragraph("The plan includes five forestry milestones."), paragraph("The plan includes four forestry milestones."))

    assert [r["stated"] for r in count_claims(claims, [], rows)] == [5]


def test_rows_without_a_rating_are_in_the_total_only() -> None:
    rows = [milestone("1", "1", GREEN), milestone("2", "1", None), milestone("3", "2", GREEN)]
    claims = claims_of(paragraph("Of the 3 milestones, 2 were completed."), paragraph("Commitment 1: 1 milestone was completed."))

    counted = count_claims(claims, [], rows)

    assert [(r["stated"], r["counted"], r["commitments"]) for r in counted] == [(3, 3, ()), (2, 2, ()), (1, 1, ("1",))]


def test_what_the_tables_cannot_tell_is_null() -> None:
    claims = claims_of(paragraph("Of the 3 milestones, 2 were completed."), legend={})

    counted = count_claims(claims, [], [milestone(str(n), "1") for n in range(3)])

    assert [(r["stated"], r["counted"]) for r in counted] == [(3, 3), (2, None)]


def test_shares_that_cover_all_rows_have_them_as_their_total() -> None:
    rows = [milestone(str(n), "1", GREEN if n < 2 else AMBER) for n in range(3)]
    claims = claims_of(paragraph("2 milestones (67%) were completed and 1 milestone (33%) showed limited progress."))

    assert [r["sentence_total"] for r in count_claims(claims, [], rows)] == [3, 3]


@pytest.mark.parametrize(
    ("language", "sentence", "expected"),
    [
        ("en", "Overall, 11 (58 %) of the 19 milestones were completed.", [(11, {"complete"}, 0.58), (19, set(), None)]),
        ("en", "8/12 milestones were completed.", [(8, {"complete"}, None), (12, set(), None)]),
        ("en", "Half of the 12 milestones are complete.", [(12, set(), None)]),
        ("en", "None of the 12 milestones has started.", [(12, set(), None)]),
        ("en", "In total 19 milestones in 7 commitments.", [(19, set(), None), (7, set(), None)]),
        ("en", "Completed milestones: 8", [(8, {"complete"}, None)]),
        ("en", "The number of completed milestones is 8.", [(8, {"complete"}, None)]),
        ("en", "The plan has two commitments, each with an agency.", [(2, set(), None)]),
        ("en", "The plan has five commitments with three milestones each.", [(5, set(), None)]),
        ("en", "The government aims to complete five milestones by 2024.", []),
        ("en", "Milestones rated green: 8, amber: 5, red: 2.", [(8, {"green"}, None), (5, {"amber"}, None), (2, {"red"}, None)]),
        ("fr", "12 jalons sur 18 ont été achevés.", [(12, {"complete"}, None), (18, set(), None)]),
        ("es", "Ninguno de los 12 hitos ha sido iniciado.", [(12, set(), None)]),
        ("ru", "Ни одно из 12 обязательств не начато.", [(12, set(), None)]),
        ("ar", "من أصل 18 معلما، اكتمل 12 ولم يبدأ 6.", [(18, set(), None), (12, {"complete"}, None), (6, {"not_started"}, None)]),
        ("hy", "Պարտավորություններից 8-ը կանաչ է։", [(8, {"green"}, None)]),
        ("en", "36% (5) of the 14 milestones are complete.", [(5, {"complete"}, 0.36), (14, set(), None)]),
        ("hy", "Կատարված պարտավորություններ՝ 8", [(8, {"complete"}, None)]),
    ],
)
def test_a_fraction_of_a_total_a_label_and_a_goal_are_told_apart(
    language: str, sentence: str, expected: list[tuple[int, set[str], float | None]]
) -> None:
    found = claims_of(paragraph(sentence), languages=(language,))

    assert [(c.stated, set(c.keys), c.share) for c in found] == expected


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("ro", "Din cele 5 angajamente, 2 sunt marcate cu verde, 1 cu galben și 1 cu roșu."),
        ("es", "De los 5 hitos, 2 están marcados en verde, 1 en amarillo y 1 en rojo."),
        ("hr", "Od 5 obveza 2 su označene zelenom, 1 žutom i 1 crvenom bojom."),
        ("et", "5 kohustusest 2 on märgitud roheliseks, 1 kollaseks ja 1 punaseks."),
        ("ka", "5 ვალდებულებიდან 2 მონიშნულია მწვანედ, 1 ყვითლად და 1 წითლად."),
        ("en", "Of the 5 commitments two were flagged green, 1 amber and 1 red."),
    ],
)
def test_a_word_for_marking_leads_to_the_colour(language: str, sentence: str) -> None:
    found = claims_of(paragraph(sentence), languages=(language,))

    assert [(c.stated, c.rating) for c in found] == [(5, None), (2, GREEN), (1, AMBER), (1, RED)]


def test_a_word_of_the_tables_own_means_what_its_rows_are_rated() -> None:
    claims = claims_of(paragraph("Of 3 milestones one was not implemented."), languages=("en",))
    rows = [{**milestone(str(n), "1", RED, Completion.NOT_STARTED), "rating_text": "Not implemented"} for n in range(3)]

    assert [(r["stated"], r["completion"], r["counted"]) for r in count_claims(claims, [], rows)] == [(3, None, 3), (1, Completion.NOT_STARTED, 3)]
    assert [r["stated"] for r in count_claims(claims, [], [{**r, "rating_text": "Red"} for r in rows])] == [3]


def test_another_noun_is_the_tables_rows_where_the_rest_of_the_sentence_says_so() -> None:
    rows = [milestone("1", "1", GREEN), milestone("2", "1", AMBER), milestone("3", "1", RED)]
    breakdown = claims_of(paragraph("Two activities are green and four activities are red."), languages=("en",))
    anchored = claims_of(paragraph("Two of the three activities are green."), languages=("en",))
    alone = claims_of(paragraph("Two activities are green."), languages=("en",))

    assert [r["stated"] for r in count_claims(breakdown, [], rows)] == [2, 4]
    assert [r["stated"] for r in count_claims(anchored, [], rows)] == [2, 3]
    assert count_claims(alone, [], rows) == ()


def test_what_was_withdrawn_may_be_missing_from_the_tables() -> None:
    claims = claims_of(paragraph("Three milestones were withdrawn."), languages=("en",))

    assert count_claims(claims, [], [milestone("1", "1", GREEN, Completion.COMPLETE)]) == ()


def test_a_level_that_the_tables_have_is_a_level_even_if_the_legend_has_it_under_a_colour() -> None:
    claims = claims_of(paragraph("2 milestones were completed."))
    levels = [milestone(str(n), "1", GREEN, level) for n, level in enumerate([Completion.COMPLETE, Completion.COMPLETE, Completion.SUBSTANTIAL])]

    assert [(r["rating"], r["completion"], r["counted"]) for r in count_claims(claims, [], levels)] == [(None, Completion.COMPLETE, 2)]
    assert [(r["rating"], r["counted"]) for r in count_claims(claims, [], [{**r, "completion": None} for r in levels])] == [(GREEN, 3)]


def test_a_level_is_its_colour_where_the_tables_have_colours_only() -> None:
    claims = claims_of(paragraph("2 milestones were completed."), legend={})

    assert [(r["rating"], r["counted"]) for r in count_claims(claims, [], [milestone("1", "1", GREEN), milestone("2", "1", RED)])] == [(GREEN, 1)]


def test_a_noun_means_the_unit_whose_rows_are_as_many() -> None:
    text = "The plan contains six measures and 16 activities. For measure 1 two activities were completed."

    found = claims_of(
        paragraph(text), nouns={"Activity": ClaimUnit.MILESTONES}, totals={ClaimUnit.COMMITMENTS: 6, ClaimUnit.MILESTONES: 16}, legend={}
    )

    assert [(c.unit, c.stated, c.commitments) for c in found] == [
        (ClaimUnit.COMMITMENTS, 6, ()),
        (ClaimUnit.MILESTONES, 16, ()),
        (ClaimUnit.MILESTONES, 2, ("1",)),
    ]


def test_a_commitment_is_named_by_its_ordinal_too() -> None:
    found = claims_of(paragraph("Under the first commitment three milestones were completed."))

    assert [(c.stated, c.commitments) for c in found] == [(3, ("1",))]


def test_an_unknown_word_after_the_number_makes_a_part_of_a_breakdown_unsure() -> None:
    found = claims_of(paragraph("Of the 9 milestones, 5 are xxxing limited progress and 4 yyyed limited progress."))

    assert [(c.stated, c.rating, c.is_sure) for c in found] == [(9, None, True), (5, AMBER, True), (4, AMBER, False)]


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "Under Commitment 2, 2 of the 3 milestones are completed."),
        ("id", "Pada Komitmen 2, 2 dari 3 kegiatan selesai."),
        ("es", "En el compromiso 2, 2 de los 3 hitos se completaron."),
    ],
)
def test_a_number_that_is_part_of_another_is_no_commitment_of_the_list_before_it(language: str, sentence: str) -> None:
    found = claims_of(paragraph(sentence), languages=(language,), legend=LEGENDS[language])

    assert {c.commitments for c in found} == {("2",)}
    assert 2 in [c.stated for c in found]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "Из 3 шагов два выполнены на 100 %."),
        ("en", "Two of the 3 milestones are 100 % complete."),
        ("es", "De los 3 hitos, dos están cumplidos al 100 %."),
    ],
)
def test_a_hundred_percent_beside_a_status_is_how_far_a_row_is_and_no_share(language: str, text: str) -> None:
    found = claims_of(paragraph(text), languages=(language,), legend={}, nouns={"Шаг": ClaimUnit.MILESTONES})

    assert [(c.stated, c.share) for c in found if c.keys] == [(2, None)]


def test_words_that_only_the_reports_legend_has_count_by_their_colour() -> None:
    legend = {"delivered": GREEN, "on course": GREEN, "slow": AMBER, "stuck": RED}

    found = claims_of(paragraph("Nine milestones are delivered or on course, three are slow and two are stuck."), languages=("en",), legend=legend)

    assert [(c.stated, c.rating) for c in found] == [(9, GREEN), (3, AMBER), (2, RED)]


def test_a_level_of_a_legend_that_is_the_completion_scale_is_a_level() -> None:
    legend = {"not started": RED, "limited progress": AMBER, "completed": GREEN}
    text = "Three milestones are not started, two saw limited progress."

    found = claims_of(paragraph(text), languages=("en",), legend=legend, is_scale=True)

    assert [(c.stated, c.rating, c.completion) for c in found] == [(3, None, "not_started"), (2, None, "limited")]


def test_a_level_beside_its_explanation_in_the_legend_is_its_colour() -> None:
    legend = {"not started": RED, "no action taken": RED, "completed": GREEN}

    found = claims_of(paragraph("Three milestones are not started."), languages=("en",), legend=legend)

    assert [(c.stated, c.rating, c.completion) for c in found] == [(3, RED, None)]


@pytest.mark.parametrize("language", LEGENDS)
def test_prose_knows_the_levels_that_a_ratings_cell_names_in_several_words(language: str) -> None:
    words, cells = load_claim_words((language,), ()), phrases("ratings", (language,))

    misread = {p: words.keys_of(p) for key in RATED for p in cells[key] if len(p.split()) > 1 and not words.keys_of(p) & {key, *NO_STATUS}}

    assert misread == {}
