"""A small report whole, in a language: every column, comment, claim and fact as printed."""

from datetime import date
from typing import NamedTuple

import pytest

from pipeline.curation.curate import curate
from pipeline.tables import Row
from tests.build import document, grid, heading

GREEN, AMBER, RED = "00B050", "FFC000", "FF0000"


class Printed(NamedTuple):
    """A report of two commitments and four milestones, the second of which is commented on and the third rated in words alone."""

    language: str
    cover: list[list[str]]
    title: str
    claims: str
    headings: list[str]
    commitments: list[str]
    rows: list[list[str]]  # title, word of the rating, evidence, reasons, next steps
    comment: tuple[str, str, str, str]  # organisation, date, remark, proposal
    others: dict[str, object]  # the facts of the cover, what the claims count


MACEDONIAN = Printed(
    language="mk",
    cover=[
        ["Држава", "Република Северна Македонија"],
        ["Период опфатен со акцискиот план", "2021-2023"],
        ["Датум на изготвување", "30 септември 2023 година"],
    ],
    title="Завршен извештај за самооценување",
    claims="Акцискиот план содржи две заложби и четири мерки. Од четирите мерки, една е целосно реализирана, една е делумно реализирана, а една не е започната.",
    headings=["Р. бр.", "Мерка", "Статус на спроведување", "Докази што ја поткрепуваат оценката", "Причини за оценката", "Следни чекори"],
    commitments=["Заложба 1: Отворени буџети", "Заложба 2: Достапна правда"],
    rows=[
        [
            "Објавување на граѓанскиот буџет",
            "Зелена",
            "Граѓанскиот буџет е објавен на порталот на 5 мај 2023 година.",
            "Рокот е запазен.",
            "Објавување на буџетот за 2024 година.",
        ],
        ["Обука на општините", "Жолта", "Одржани се три обуки за службениците.", "Недостигаат обучувачи.", "Обука на преостанатите општини."],
        [
            "Регистар на пресуди",
            "Делумно реализирана",
            "Регистарот работи во пет судови.",
            "Задоцнета набавка на опрема.",
            "Поврзување на сите судови.",
        ],
        ["Бесплатна правна помош преку интернет", "Црвена", "Не е избран изведувач.", "Нема средства во буџетот.", "Повторен тендер во 2024 година."],
    ],
    comment=("Граѓанска мрежа Исток", "28 август 2023", "Обуките не се одржани во сите општини.", "Предлагаме оценката да се промени во црвена."),
    others={"country_code": "MKD", "country_text": "Република Северна Македонија", "date_prepared_text": "30 септември 2023 година"},
)

SLOVAK = Printed(
    language="sk",
    cover=[
        ["Krajina", "Slovenská republika"],
        ["Obdobie, na ktoré sa vzťahuje akčný plán", "2021-2023"],
        ["Dátum vypracovania", "30. septembra 2023"],
    ],
    title="Záverečná samohodnotiaca správa",
    claims="Akčný plán obsahuje dva záväzky a štyri míľniky. Zo štyroch míľnikov bol jeden splnený, jeden bol splnený čiastočne a jeden sa nezačal.",
    headings=["Č.", "Míľnik", "Stav plnenia", "Dôkazy podporujúce hodnotenie", "Dôvody hodnotenia", "Ďalšie kroky"],
    commitments=["Záväzok 1: Otvorené rozpočty", "Záväzok 2: Dostupná justícia"],
    rows=[
        [
            "Zverejniť občiansky rozpočet",
            "Zelená",
            "Občiansky rozpočet bol zverejnený na portáli 5. mája 2023.",
            "Termín bol dodržaný.",
            "Zverejniť rozpočet na rok 2024.",
        ],
        ["Vyškoliť samosprávy", "Žltá", "Uskutočnili sa tri školenia zamestnancov.", "Chýbajú lektori.", "Vyškoliť zvyšné samosprávy."],
        [
            "Register rozhodnutí súdov",
            "Čiastočne splnené",
            "Register funguje na piatich súdoch.",
            "Obstarávanie techniky mešká.",
            "Pripojiť všetky súdy.",
        ],
        ["Právna pomoc cez internet", "Červená", "Dodávateľ ešte nebol vybraný.", "V rozpočte chýbajú prostriedky.", "Zopakovať súťaž v roku 2024."],
    ],
    comment=(
        "Občianska sieť Východ",
        "28. augusta 2023",
        "Školenia sa nekonali vo všetkých samosprávach.",
        "Navrhujeme zmeniť hodnotenie na červenú.",
    ),
    others={"country_code": "SVK", "country_text": "Slovenská republika", "date_prepared_text": "30. septembra 2023"},
)

GERMAN = Printed(
    language="de",
    cover=[
        ["Land", "Bundesrepublik Deutschland"],
        ["Zeitraum des Aktionsplans", "2021-2023"],
        ["Datum der Erstellung", "30. September 2023"],
    ],
    title="Abschlussbericht zur Selbstbewertung",
    claims="Der Aktionsplan umfasst zwei Verpflichtungen und vier Meilensteine. Von den vier Meilensteinen wurde einer vollständig umgesetzt, einer wurde teilweise umgesetzt und einer wurde nicht begonnen.",
    headings=["Nr.", "Meilenstein", "Umsetzungsstand", "Nachweise für die Bewertung", "Gründe für die Bewertung", "Nächste Schritte"],
    commitments=["Verpflichtung 1: Offene Haushalte", "Verpflichtung 2: Zugang zur Justiz"],
    rows=[
        ["Bürgerhaushalt veröffentlichen", "Grün", "Der Bürgerhaushalt wurde am 5. Mai 2023 im Portal veröffentlicht.", "Die Frist wurde eingehalten.", "Den Haushalt für 2024 veröffentlichen."],
        ["Kommunen schulen", "Gelb", "Für die Beschäftigten fanden drei Schulungen statt.", "Es fehlen Lehrkräfte.", "Die übrigen Kommunen schulen."],
        ["Register der Gerichtsentscheidungen", "Teilweise umgesetzt", "Das Register läuft bei fünf Gerichten.", "Die Beschaffung der Technik dauert an.", "Alle Gerichte anbinden."],
        ["Rechtsberatung im Internet", "Rot", "Ein Auftragnehmer ist nicht gefunden.", "Im Haushalt fehlen Mittel.", "Die Ausschreibung 2024 wiederholen."],
    ],
    comment=("Bürgernetzwerk Ost e. V.", "28. August 2023", "Bis zum 1. Juli 2023 gab es keine Schulung.", "Wir schlagen vor, die Bewertung von Gelb auf Rot zu ändern."),
    others={"country_code": "DEU", "country_text": "Bundesrepublik Deutschland", "date_prepared_text": "30. September 2023"},
)  # fmt: skip

FINNISH = Printed(
    language="fi",
    cover=[["Maa", "Suomen tasavalta"], ["Toimintasuunnitelman kattama ajanjakso", "2021-2023"], ["Laatimispäivä", "30. syyskuuta 2023"]],
    title="Itsearvioinnin loppuraportti",
    claims="Toimintasuunnitelma sisältää kaksi sitoumusta ja neljä välietappia. Neljästä välietapista yksi on toteutettu kokonaan, yksi on toteutettu osittain ja yhtä ei ole aloitettu.",
    headings=["Nro", "Välietappi", "Toteutumistilanne", "Arviota tukeva näyttö", "Arvion perustelut", "Seuraavat vaiheet"],
    commitments=["Sitoumus 1: Avoimet talousarviot", "Sitoumus 2: Oikeus saavutettavaksi"],
    rows=[
        ["Kansalaisten talousarvion julkaiseminen", "Vihreä", "Talousarvio julkaistiin portaalissa 5. toukokuuta 2023.", "Määräaikaa noudatettiin.", "Julkaistaan vuoden 2024 talousarvio."],
        ["Kuntien kouluttaminen", "Keltainen", "Henkilöstölle järjestettiin kolme koulutusta.", "Kouluttajista on pulaa.", "Koulutetaan loput kunnat."],
        ["Tuomioistuinratkaisujen rekisteri", "Osittain toteutettu", "Rekisteri on käytössä viidessä tuomioistuimessa.", "Laitehankinta on viivästynyt.", "Liitetään kaikki tuomioistuimet."],
        ["Oikeudellinen neuvonta verkossa", "Punainen", "Toimittajaa ei ole valittu.", "Talousarviossa ei ole määrärahaa.", "Uusi kilpailutus vuonna 2024."],
    ],
    comment=("Idän Kansalaisverkosto", "28. elokuuta 2023", "Koulutusta ei ole järjestetty kaikissa kunnissa.", "Ehdotamme, että arvio muutetaan keltaisesta punaiseksi."),
    others={"country_code": "FIN", "country_text": "Suomen tasavalta", "date_prepared_text": "30. syyskuuta 2023"},
)  # fmt: skip

NORWEGIAN = Printed(
    language="no",
    cover=[["Land", "Kongeriket Norge"], ["Periode som dekkes av handlingsplanen", "2021-2023"], ["Dato for utarbeidelse", "30. september 2023"]],
    title="Sluttrapport – egenvurdering",
    claims="Handlingsplanen inneholder to forpliktelser og fire milepæler. Av de fire milepælene er én fullt gjennomført, én er delvis gjennomført og én er ikke påbegynt.",
    headings=["Nr.", "Milepæl", "Gjennomføringsstatus", "Dokumentasjon som underbygger vurderingen", "Begrunnelse for vurderingen", "Neste steg"],
    commitments=["Forpliktelse 1: Åpne budsjetter", "Forpliktelse 2: Tilgang til rettsvesenet"],
    rows=[
        ["Publisere et innbyggerbudsjett", "Grønn", "Innbyggerbudsjettet ble publisert i portalen 5. mai 2023.", "Fristen ble holdt.", "Publisere budsjettet for 2024."],
        ["Kurse kommunene", "Gul", "Tre kurs ble holdt for de ansatte.", "Det mangler kursholdere.", "Kurse de øvrige kommunene."],
        ["Register over rettsavgjørelser", "Delvis gjennomført", "Registeret er i bruk i fem domstoler.", "Anskaffelsen av utstyr tar tid.", "Koble til alle domstoler."],
        ["Rettshjelp på nettet", "Rød", "Leverandør er ikke valgt.", "Det mangler midler i budsjettet.", "Ny konkurranse i 2024."],
    ],
    comment=("Borgernettverket Øst", "28. august 2023", "Kursene er ikke holdt i alle kommuner.", "Vi foreslår at vurderingen endres fra gul til rød."),
    others={"country_code": "NOR", "country_text": "Kongeriket Norge", "date_prepared_text": "30. september 2023"},
)  # fmt: skip

SWEDISH = Printed(
    language="sv",
    cover=[["Land", "Konungariket Sverige"], ["Period som omfattas av handlingsplanen", "2021-2023"], ["Datum för upprättande", "30 september 2023"]],
    title="Slutrapport – självbedömning",
    claims="Handlingsplanen innehåller två åtaganden och fyra milstolpar. Av de fyra milstolparna är en helt genomförd, en är delvis genomförd och en är inte påbörjad.",
    headings=["Nr", "Milstolpe", "Genomförandestatus", "Underlag som stöder bedömningen", "Skäl för bedömningen", "Nästa steg"],
    commitments=["Åtagande 1: Öppna budgetar", "Åtagande 2: Tillgång till rättsväsendet"],
    rows=[
        ["Publicera en medborgarbudget", "Grön", "Medborgarbudgeten publicerades på portalen den 5 maj 2023.", "Tidsfristen hölls.", "Publicera budgeten för 2024."],
        ["Utbilda kommunerna", "Gul", "Tre utbildningar hölls för de anställda.", "Det saknas utbildare.", "Utbilda övriga kommuner."],
        ["Register över domstolsavgöranden", "Delvis genomförd", "Registret används vid fem domstolar.", "Upphandlingen av utrustning drar ut på tiden.", "Ansluta alla domstolar."],
        ["Rättshjälp på nätet", "Röd", "Leverantör är inte utsedd.", "Medel saknas i budgeten.", "Ny upphandling 2024."],
    ],
    comment=("Medborgarnätverket Öst", "28 augusti 2023", "Utbildning har inte hållits i alla kommuner.", "Vi föreslår att bedömningen ändras från gul till röd."),
    others={"country_code": "SWE", "country_text": "Konungariket Sverige", "date_prepared_text": "30 september 2023"},
)  # fmt: skip

DANISH = Printed(
    language="da",
    cover=[["Land", "Kongeriget Danmark"], ["Periode omfattet af handlingsplanen", "2021-2023"], ["Dato for udarbejdelse", "30. september 2023"]],
    title="Slutrapport – selvevaluering",
    claims="Handlingsplanen indeholder to forpligtelser og fire milepæle. Af de fire milepæle er en fuldt gennemført, en er delvist gennemført, og en er ikke påbegyndt.",
    headings=["Nr.", "Milepæl", "Gennemførelsesstatus", "Dokumentation der understøtter vurderingen", "Begrundelse for vurderingen", "Næste skridt"],
    commitments=["Forpligtelse 1: Åbne budgetter", "Forpligtelse 2: Adgang til domstolene"],
    rows=[
        ["Offentliggøre et borgerbudget", "Grøn", "Borgerbudgettet blev offentliggjort på portalen den 5. maj 2023.", "Fristen blev overholdt.", "Offentliggøre budgettet for 2024."],
        ["Uddanne kommunerne", "Gul", "Der er afholdt tre kurser for de ansatte.", "Der mangler undervisere.", "Uddanne de øvrige kommuner."],
        ["Register over domme", "Delvist gennemført", "Registret er i brug ved fem domstole.", "Indkøb af udstyr trækker ud.", "Tilslutte alle domstole."],
        ["Retshjælp på nettet", "Rød", "Der er ikke valgt en leverandør.", "Der mangler midler i budgettet.", "Nyt udbud i 2024."],
    ],
    comment=("Borgernetværket Øst", "28. august 2023", "Kurserne er ikke afholdt i alle kommuner.", "Vi foreslår, at vurderingen ændres fra gul til rød."),
    others={"country_code": "DNK", "country_text": "Kongeriget Danmark", "date_prepared_text": "30. september 2023"},
)  # fmt: skip

KOREAN = Printed(
    language="ko",
    cover=[["국가", "대한민국"], ["실행계획 대상 기간", "2021-2023"], ["작성일", "2023년 9월 30일"]],
    title="최종 자체평가 보고서",
    claims="실행계획은 두 개의 공약과 4개 세부과제로 구성된다. 네 개의 세부과제 중 하나는 완료되었고, 하나는 일부 이행되었으며, 하나는 착수하지 않았다.",
    headings=["번호", "세부과제", "이행 상태", "평가를 뒷받침하는 근거", "평가 사유", "향후 계획"],
    commitments=["공약 1: 열린 예산", "공약 2: 사법 접근성"],
    rows=[
        ["시민예산서 공개", "녹색", "시민예산서가 2023. 5. 5. 포털에 공개되었다.", "기한을 지켰다.", "2024년도 예산을 공개한다."],
        ["지방자치단체 교육", "황색", "직원 대상 교육을 세 차례 실시하였다.", "강사가 부족하다.", "나머지 지방자치단체를 교육한다."],
        ["판결문 등록부", "일부 이행", "등록부가 다섯 개 법원에서 운영되고 있다.", "장비 조달이 늦어졌다.", "모든 법원을 연결한다."],
        ["인터넷 무료 법률상담", "적색", "사업자를 찾지 못하였다.", "예산이 없다.", "2024년에 다시 공모한다."],
    ],
    comment=("동쪽시민연대", "2023년 8월 28일", "모든 지역에서 교육이 이루어진 것은 아니다.", "평가를 황색에서 적색으로 변경할 것을 제안한다."),
    others={"country_code": "KOR", "country_text": "대한민국", "date_prepared_text": "2023년 9월 30일"},
)

TURKISH = Printed(
    language="tr",
    cover=[["Ülke", "Türkiye Cumhuriyeti"], ["Eylem planının kapsadığı dönem", "2021-2023"], ["Hazırlanma tarihi", "30 Eylül 2023"]],
    title="Dönem Sonu Öz Değerlendirme Raporu",
    claims="Eylem planı iki taahhüt ve dört kilometre taşından oluşmaktadır. Dört kilometre taşından biri tamamlanmış, biri kısmen tamamlanmış, birine ise başlanmamıştır.",
    headings=[
        "Sıra No",
        "Kilometre taşı",
        "TAMAMLANMA DÜZEYİ",
        "Değerlendirmeyi destekleyen kanıtlar",
        "Değerlendirmenin gerekçesi",
        "Sonraki adımlar",
    ],
    commitments=["Taahhüt 1: Açık bütçe", "Taahhüt 2: Adalete erişim"],
    rows=[
        [
            "Vatandaş bütçesinin yayımlanması",
            "YEŞİL",
            "Vatandaş bütçesi 5 Mayıs 2023'te portalda yayımlandı.",
            "Süreye uyuldu.",
            "2024 bütçesi yayımlanacaktır.",
        ],
        ["Belediyelerin eğitimi", "Sarı", "Çalışanlar için üç eğitim düzenlendi.", "Eğitmen eksiktir.", "Diğer belediyeler eğitilecektir."],
        [
            "Mahkeme kararları sicili",
            "Kısmen tamamlandı",
            "Sicil beş mahkemede çalışıyor.",
            "Donanım alımı uzadı.",
            "Bütün mahkemeler bağlanacaktır.",
        ],
        ["İnternet üzerinden hukuki yardım", "Kırmızı", "Yüklenici bulunamadı.", "Bütçede ödenek yok.", "2024 yılında yeniden ihale yapılacaktır."],
    ],
    comment=(
        "Doğu Vatandaş Ağı",
        "28 Ağustos 2023",
        "Eğitimler her belediyede yapılmadı.",
        "Değerlendirmenin sarıdan kırmızıya düşürülmesini öneriyoruz.",
    ),
    others={"country_code": "TUR", "country_text": "Türkiye Cumhuriyeti", "date_prepared_text": "30 Eylül 2023"},
)

HEBREW = Printed(
    language="he",
    cover=[["מדינה", "מדינת ישראל"], ["התקופה המכוסה בתוכנית הפעולה", "2021-2023"], ["תאריך הכנת הדוח", "30 בספטמבר 2023"]],
    title="דוח הערכה עצמית לסוף התקופה",
    claims="תוכנית הפעולה כוללת שתי התחייבויות וארבע אבני דרך. מתוך ארבע אבני הדרך, אחת הושלמה, אחת הושלמה חלקית ואחת טרם החלה.",
    headings=["מס'", "אבן דרך", "רמת ההשלמה", "ראיות התומכות בהערכה", "נימוקים להערכה", "הצעדים הבאים"],
    commitments=["התחייבות 1: תקציב פתוח", "התחייבות 2: נגישות המשפט"],
    rows=[
        ["פרסום תקציב לאזרח", "ירוק", "התקציב לאזרח פורסם בפורטל ב-5 במאי 2023.", "לוח הזמנים נשמר.", "פרסום התקציב לשנת 2024."],
        ["הכשרת הרשויות המקומיות", "צהוב", "התקיימו שלוש הכשרות לעובדים.", "חסרים מדריכים.", "הכשרת יתר הרשויות."],
        ["מרשם פסקי הדין", "הושלם חלקית", "המרשם פועל בחמישה בתי משפט.", "רכש הציוד התארך.", "חיבור כל בתי המשפט."],
        ["סיוע משפטי באינטרנט", "אדום", "לא נמצא ספק.", "אין תקציב.", "מכרז חוזר בשנת 2024."],
    ],
    comment=("רשת האזרחים במזרח", "28 באוגוסט 2023", "ההכשרות לא נערכו בכל הרשויות.", "אנו מציעים לשנות את הדירוג מצהוב לאדום."),
    others={"country_code": "ISR", "country_text": "מדינת ישראל", "date_prepared_text": "30 בספטמבר 2023"},
)

GREEK = Printed(
    language="el",
    cover=[
        ["ΧΩΡΑ", "Ελληνική Δημοκρατία"],
        ["Περίοδος που καλύπτει το σχέδιο δράσης", "2021-2023"],
        ["Ημερομηνία σύνταξης", "30 Σεπτεμβρίου 2023"],
    ],
    title="Τελική έκθεση αυτοαξιολόγησης",
    claims="Το σχέδιο δράσης περιλαμβάνει δύο δεσμεύσεις και τέσσερα ορόσημα. Από τα τέσσερα ορόσημα, ένα έχει ολοκληρωθεί, ένα υλοποιήθηκε εν μέρει και ένα δεν έχει ξεκινήσει.",
    headings=["Α/Α", "Ορόσημο", "ΚΑΤΑΣΤΑΣΗ ΥΛΟΠΟΙΗΣΗΣ", "Τεκμηρίωση της αξιολόγησης", "Λόγοι της αξιολόγησης", "Επόμενα βήματα"],
    commitments=["Δέσμευση 1: Ανοικτοί προϋπολογισμοί", "Δέσμευση 2: Πρόσβαση στη δικαιοσύνη"],
    rows=[
        ["Δημοσίευση του προϋπολογισμού των πολιτών", "Πράσινο", "Ο προϋπολογισμός των πολιτών αναρτήθηκε στην πύλη στις 5 Μαΐου 2023.", "Τηρήθηκε η προθεσμία.", "Ανάρτηση του προϋπολογισμού του 2024."],
        ["Κατάρτιση των δήμων", "Κίτρινο", "Έγιναν τρία σεμινάρια για τους υπαλλήλους.", "Λείπουν εκπαιδευτές.", "Κατάρτιση των υπόλοιπων δήμων."],
        ["Μητρώο δικαστικών αποφάσεων", "Υλοποιήθηκε εν μέρει", "Το μητρώο λειτουργεί σε πέντε δικαστήρια.", "Η προμήθεια του εξοπλισμού καθυστερεί.", "Σύνδεση όλων των δικαστηρίων."],
        ["Νομική βοήθεια μέσω διαδικτύου", "ΚΟΚΚΙΝΟ", "Δεν έχει επιλεγεί ανάδοχος.", "Δεν υπάρχουν πιστώσεις στον προϋπολογισμό.", "Νέος διαγωνισμός το 2024."],
    ],
    comment=("Δίκτυο Πολιτών Ανατολής", "28 Αυγούστου 2023", "Τα σεμινάρια δεν έγιναν σε όλους τους δήμους.", "Προτείνουμε η αξιολόγηση να αλλάξει από κίτρινο σε κόκκινο."),
    others={"country_code": "GRC", "country_text": "Ελληνική Δημοκρατία", "date_prepared_text": "30 Σεπτεμβρίου 2023"},
)  # fmt: skip

DUTCH = Printed(
    language="nl",
    cover=[
        ["Land", "Koninkrijk der Nederlanden"],
        ["Looptijd van het actieplan", "2021-2023"],
        ["Datum van het verslag", "30 september 2023"],
    ],
    title="Eindrapport zelfevaluatie",
    claims="Het actieplan bevat twee actiepunten en vier mijlpalen. Van de vier mijlpalen is er één volledig afgerond, één is gedeeltelijk uitgevoerd en één is nog niet gestart.",
    headings=["Nr.", "Mijlpaal", "Stand van zaken uitvoering", "Onderbouwing van de beoordeling", "Redenen voor de beoordeling", "Vervolgstappen"],
    commitments=["Actiepunt 1: Open begrotingen", "Actiepunt 2: Toegang tot het recht"],
    rows=[
        ["Burgerbegroting publiceren", "Groen", "De burgerbegroting staat sinds 5 mei 2023 op het portaal.", "De termijn is gehaald.", "De begroting van 2024 publiceren."],
        ["Gemeenten opleiden", "Oranje", "Er zijn drie trainingen voor ambtenaren gegeven.", "Er zijn te weinig trainers.", "De overige gemeenten opleiden."],
        ["Register van uitspraken", "Gedeeltelijk uitgevoerd", "Het register werkt bij vijf rechtbanken.", "De aanbesteding van de apparatuur loopt uit.", "Alle rechtbanken aansluiten."],
        ["Rechtshulp via internet", "Rood", "Er is geen leverancier gekozen.", "De begroting biedt geen ruimte.", "De aanbesteding in 2024 herhalen."],
    ],
    comment=("Burgernetwerk Oost", "28 augustus 2023", "Niet alle gemeenten hebben een training gehad.", "Wij stellen voor de beoordeling van oranje naar rood te wijzigen."),
    others={"country_code": "NLD", "country_text": "Koninkrijk der Nederlanden", "date_prepared_text": "30 september 2023"},
)  # fmt: skip

LITHUANIAN = Printed(
    language="lt",
    cover=[
        ["Šalis", "Lietuvos Respublika"],
        ["Laikotarpis, kurį apima veiksmų planas", "2021-2023"],
        ["Ataskaitos parengimo data", "2023 m. rugsėjo 30 d."],
    ],
    title="Galutinė įsivertinimo ataskaita",
    claims="Veiksmų plane numatyti du įsipareigojimai ir keturi veiksmai. Iš keturių veiksmų vienas visiškai įgyvendintas, vienas įgyvendintas iš dalies, o vienas nepradėtas.",
    headings=["Eil. Nr.", "Veiksmas", "Įgyvendinimo būklė", "Vertinimą pagrindžiantys įrodymai", "Vertinimo priežastys", "Tolesni žingsniai"],
    commitments=["Įsipareigojimas 1: Atviri biudžetai", "Įsipareigojimas 2: Prieinamas teisingumas"],
    rows=[
        ["Paskelbti piliečių biudžetą", "Žalia", "Piliečių biudžetas paskelbtas portale 2023 m. gegužės 5 d.", "Termino laikytasi.", "Paskelbti 2024 metų biudžetą."],
        ["Apmokyti savivaldybes", "Geltona", "Darbuotojams surengti treji mokymai.", "Trūksta lektorių.", "Apmokyti likusias savivaldybes."],
        ["Teismų sprendimų registras", "Iš dalies įgyvendinta", "Registras veikia penkiuose teismuose.", "Įrangos pirkimas užtruko.", "Prijungti visus teismus."],
        ["Teisinė pagalba internetu", "Raudona", "Rangovas neparinktas.", "Biudžete trūksta lėšų.", "Pakartoti konkursą 2024 metais."],
    ],
    comment=("Rytų piliečių tinklas", "2023 m. rugpjūčio 28 d.", "Mokymai vyko ne visose savivaldybėse.", "Siūlome vertinimą pakeisti iš geltonos į raudoną."),
    others={"country_code": "LTU", "country_text": "Lietuvos Respublika", "date_prepared_text": "2023 m. rugsėjo 30 d."},
)  # fmt: skip

LATVIAN = Printed(
    language="lv",
    cover=[
        ["Valsts", "Latvijas Republika"],
        ["Rīcības plāna periods", "2021-2023"],
        ["Ziņojuma sagatavošanas datums", "2023. gada 30. septembris"],
    ],
    title="Gala pašnovērtējuma ziņojums",
    claims="Rīcības plānā iekļautas divas apņemšanās un četri pasākumi. No četriem pasākumiem viens ir pilnībā īstenots, viens ir īstenots daļēji un viens vēl nav uzsākts.",
    headings=["Nr.p.k.", "Pasākums", "Izpildes statuss", "Pierādījumi vērtējumam", "Vērtējuma pamatojums", "Turpmākā rīcība"],
    commitments=["Apņemšanās 1: Atvērti budžeti", "Apņemšanās 2: Pieejama tiesa"],
    rows=[
        ["Publicēt pilsoņu budžetu", "Zaļš", "Pilsoņu budžets publicēts portālā 2023. gada 5. maijā.", "Termiņš ievērots.", "Publicēt 2024. gada budžetu."],
        ["Apmācīt pašvaldības", "Dzeltens", "Darbiniekiem notikušas trīs apmācības.", "Trūkst pasniedzēju.", "Apmācīt pārējās pašvaldības."],
        ["Tiesu nolēmumu reģistrs", "Daļēji īstenots", "Reģistrs darbojas piecās tiesās.", "Iekārtu iepirkums ieildzis.", "Pieslēgt visas tiesas."],
        ["Juridiskā palīdzība internetā", "Sarkans", "Izpildītājs nav izvēlēts.", "Budžetā trūkst līdzekļu.", "Atkārtot konkursu 2024. gadā."],
    ],
    comment=("Austrumu pilsoņu tīkls", "2023. gada 28. augusts", "Apmācības notikušas ne visās pašvaldībās.", "Ierosinām vērtējumu mainīt no dzeltena uz sarkanu."),
    others={"country_code": "LVA", "country_text": "Latvijas Republika", "date_prepared_text": "2023. gada 30. septembris"},
)  # fmt: skip

REPORTS = (MACEDONIAN, SLOVAK, GERMAN, KOREAN, TURKISH, HEBREW, FINNISH, NORWEGIAN, SWEDISH, DANISH, GREEK, DUTCH, LITHUANIAN, LATVIAN)
FILLS = (GREEN, AMBER, None, RED)
RATINGS = ("green", "amber", "amber", "red")


def curated(printed: Printed) -> dict[str, tuple[Row, ...]]:
    said = []
    for number, (row, fill) in enumerate(zip(printed.rows, FILLS, strict=True), 1):
        title, word, evidence, reasons, next_steps = row
        if number == 2:
            organisation, day, *text = printed.comment
            evidence = f"{evidence}\n{organisation} ({day}): {' '.join(text)}"
        said.append([f"{(number + 1) // 2}.{2 - number % 2}", title, (word, fill) if fill else word, evidence, reasons, next_steps])
    table = grid(printed.headings, printed.commitments[:1], *said[:2], printed.commitments[1:], *said[2:])
    return dict(curate(document(grid(*printed.cover), heading(printed.title), printed.claims, table)).tables)


@pytest.mark.parametrize("printed", REPORTS, ids=lambda p: p.language)
def test_every_column_of_a_grid_is_read(printed: Printed) -> None:
    tables = curated(printed)

    assert [c["title"] for c in tables["commitments"]] == [c.split(": ")[1] for c in printed.commitments]
    assert [c["commitment_number"] for c in tables["commitments"]] == ["1", "2"]
    columns = ("title", "rating_text", "evidence", "reasons", "next_steps")
    assert [[m[c] for c in columns] for m in tables["milestones"]] == printed.rows
    assert [m["milestone_number"] for m in tables["milestones"]] == ["1.1", "1.2", "2.1", "2.2"]
    assert [m["commitment_id"][-3:] for m in tables["milestones"]] == ["/c1", "/c1", "/c2", "/c2"]
    assert {u["reason"] for u in tables["unmapped"]} == {"heading"}


@pytest.mark.parametrize("printed", REPORTS, ids=lambda p: p.language)
def test_colours_and_words_rate(printed: Printed) -> None:
    milestones = curated(printed)["milestones"]

    assert tuple(m["rating"] for m in milestones) == RATINGS
    assert [m["rating_basis"] for m in milestones] == ["fill", "fill", "text", "fill"]
    assert [m["completion"] for m in milestones] == [None, None, "limited", None]


@pytest.mark.parametrize("printed", REPORTS, ids=lambda p: p.language)
def test_a_comment_amid_the_evidence_proposes_its_rating(printed: Printed) -> None:
    (comment,) = curated(printed)["comments"]
    organisation, day, remark, proposal = printed.comment

    assert (comment["organisation_text"], comment["comment_date_text"], comment["text"]) == (organisation, day, f"{remark} {proposal}")
    assert (comment["organisation"], comment["organisation_kind"]) == (organisation.removesuffix(" e. V."), "ngo")
    assert comment["comment_date"] == date(2023, 8, 28)
    assert (comment["proposed_rating"], comment["proposal"], comment["proposal_text"]) == ("red", "explicit", proposal)
    assert comment["milestone_id"].endswith("/m1.2")


@pytest.mark.parametrize("printed", REPORTS, ids=lambda p: p.language)
def test_sentences_count_what_the_table_has(printed: Printed) -> None:
    claims = curated(printed)["claims"]

    assert [(c["unit"], c["stated"], c["rating"], c["completion"]) for c in claims] == [
        ("commitments", 2, None, None),
        ("milestones", 4, None, None),
        ("milestones", 4, None, None),
        ("milestones", 1, None, "complete"),
        ("milestones", 1, None, "limited"),
        ("milestones", 1, None, "not_started"),
    ]
    assert [c["counted"] for c in claims[:3]] == [2, 4, 4]


@pytest.mark.parametrize("printed", REPORTS, ids=lambda p: p.language)
def test_the_cover_says_country_period_kind_and_date(printed: Printed) -> None:
    (report,) = curated(printed)["reports"]

    assert {column: report[column] for column in printed.others} == printed.others
    assert (report["language"], report["title"]) == (printed.language, printed.title)
    assert (report["period"], report["period_start_year"], report["period_end_year"]) == ("2021-2023", 2021, 2023)
    assert (report["report_kind"], report["date_prepared"]) == ("end_of_term", date(2023, 9, 30))
