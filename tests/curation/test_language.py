"""Languages told apart by common words and rare letters."""

import pytest

from pipeline.curation.wording.language import detect, read_text
from tests.build import document, grid

TEXTS = [
    ("en", "The action plan was developed together with civil society and covers the period until June."),
    ("es", "El plan de acción se elaboró con la sociedad civil y abarca los compromisos de los ministerios."),
    ("fr", "Le plan d'action a été élaboré avec la société civile et comprend les engagements des ministères."),
    ("pt", "O plano de ação foi elaborado com a sociedade civil e contém os compromissos dos ministérios."),
    ("it", "Il piano d'azione è stato elaborato con la società civile e comprende gli impegni dei ministeri."),
    ("ro", "Planul de acțiune a fost elaborat împreună cu societatea civilă și conține angajamentele ministerelor."),
    ("sr", "Akcioni plan je izrađen u saradnji sa civilnim društvom, a izveštaj obuhvata mere koje sprovode ministarstva u toku godine."),
    ("hr", "Akcijski plan izrađen je u suradnji s civilnim društvom, a izvješće obuhvaća mjere koje provode ministarstva tijekom godine."),
    ("bg", "Планът за действие е изготвен съвместно с гражданското общество и включва ангажименти на министерствата."),
    ("ka", "სამოქმედო გეგმა შემუშავდა სამოქალაქო საზოგადოებასთან ერთად."),
    ("hy", "Գործողությունների ծրագիրը մշակվել է քաղաքացիական հասարակության հետ։"),
    ("uk", "План дій підготовлено разом з громадянським суспільством, він містить зобов'язання міністерств."),
    ("ru", "План действий был подготовлен вместе с гражданским обществом и включает обязательства министерств."),
    ("ky", "Иш-аракеттер планы жарандык коом менен биргеликте иштелип чыккан жана министрликтердин милдеттенмелерин камтыйт."),
    ("mn", "Үйл ажиллагааны төлөвлөгөөг иргэний нийгэмтэй хамтран боловсруулсан бөгөөд яамдын амлалтыг багтаасан байна."),
    ("sq", "Plani i veprimit u hartua së bashku me shoqërinë civile dhe përmban angazhimet e ministrive."),
    ("id", "Rencana aksi ini disusun bersama masyarakat sipil dan memuat komitmen dari kementerian."),
    ("ar", "تم إعداد خطة العمل بالتعاون مع المجتمع المدني وهي تتضمن التزامات من الوزارات."),
    ("ko", "실행계획은 시민사회와 함께 수립하였으며 각 부처가 이행하는 공약을 담고 있다."),
    ("ko", "보고 기간에 지방자치단체 공무원을 대상으로 교육을 세 차례 실시하고 결과를 공개하였다."),
    ("tr", "Eylem planı sivil toplum ile birlikte hazırlanmıştır ve bakanlıklar tarafından uygulanan taahhütleri içermektedir."),
    ("tr", "Rapor döneminde belediyeler için üç eğitim düzenlenmiş ve sonuçlar yayımlanmıştır."),
    ("he", "תוכנית הפעולה הוכנה יחד עם החברה האזרחית והיא כוללת התחייבויות של משרדי הממשלה."),
    ("he", "בתקופת הדיווח התקיימו שלוש הכשרות לעובדי הרשויות המקומיות, ותוצאותיהן פורסמו באתר המשרד."),
    ("cs", "Akční plán byl připraven společně s občanskou společností a obsahuje závazky, které plní ministerstva."),
    ("et", "Tegevuskava koostati koos kodanikuühiskonnaga ja see sisaldab kohustusi, mida ministeeriumid täidavad."),
    ("mk", "Акцискиот план е изготвен заедно со граѓанското општество и содржи заложби што ги спроведуваат министерствата."),
    ("mk", "Во текот на годината се одржани обуки за службениците, а извештајот е објавен на порталот."),
    ("sk", "Akčný plán bol pripravený spolu s občianskou spoločnosťou a obsahuje záväzky, ktoré plnia ministerstvá."),
    ("sk", "Stav plnenia: zmluva sa zverejnila v registri a pripomienky boli zapracované."),
    ("de", "Der Aktionsplan wurde gemeinsam mit der Zivilgesellschaft erarbeitet und umfasst Verpflichtungen der Ministerien."),
    ("de", "Die Kommunen haben im Berichtszeitraum drei Schulungen durchgeführt."),
    ("fi", "Toimintasuunnitelma laadittiin yhdessä kansalaisyhteiskunnan kanssa ja se sisältää sitoumuksia, joita ministeriöt toteuttavat."),
    ("fi", "Kunnat ovat järjestäneet raportointikaudella kolme koulutusta."),
    ("no", "Handlingsplanen ble utarbeidet sammen med sivilsamfunnet og inneholder forpliktelser som departementene gjennomfører."),
    ("no", "Handlingsplanen blei utarbeidd saman med sivilsamfunnet og inneheld forpliktingar som departementa gjennomfører."),
    ("no", "Kommunene har holdt tre kurs i perioden, og flere er planlagt."),
    ("no", "Rapporten er sendt på høring, og innspill er mottatt."),
    ("no", "Status: delvis gjennomført. Tiltaket er i rute."),
    ("sv", "Handlingsplanen har tagits fram tillsammans med det civila samhället och innehåller åtaganden som departementen genomför."),
    ("sv", "Kommunerna har hållit tre utbildningar under perioden."),
    ("da", "Handlingsplanen er blevet til i samarbejde med civilsamfundet og indeholder forpligtelser, som ministerierne gennemfører."),
    ("da", "Kommunerne har holdt tre kurser i perioden, og flere er planlagt."),
    ("da", "Rapporten er sendt i høring, og bemærkninger er modtaget."),
    ("da", "Status: delvist gennemført. Initiativet følger planen."),
    ("el", "Το σχέδιο δράσης καταρτίστηκε μαζί με την κοινωνία των πολιτών και περιλαμβάνει δεσμεύσεις των υπουργείων."),
    ("nl", "Het actieplan is samen met maatschappelijke organisaties opgesteld en bevat de actiepunten van de ministeries."),
    ("nl", "De gemeenten hebben in de verslagperiode drie trainingen gegeven."),
    ("lt", "Veiksmų planas parengtas kartu su pilietine visuomene ir apima ministerijų įsipareigojimus."),
    ("lv", "Rīcības plāns izstrādāts kopā ar pilsonisko sabiedrību, un tas ietver ministriju apņemšanās."),
    ("sr", "Акциони план је израђен у сарадњи са цивилним друштвом и обухвата мере које спроводе министарства."),
]


@pytest.mark.parametrize(("language", "text"), TEXTS)
def test_a_sentence_is_enough_to_tell_a_language(language: str, text: str) -> None:
    assert read_text(text)[0] == language


@pytest.mark.parametrize(("language", "text"), [t for t in TEXTS if t[0] != "en"])
def test_quoted_english_does_not_win(language: str, text: str) -> None:
    quoted = "The report of the Independent Reporting Mechanism says that the plan was not known to the public."

    assert detect(document(text, quoted, text))[0] == language


def test_the_text_of_tables_counts() -> None:
    assert detect(document(grid(["Angajament", "Planul de acțiune a fost elaborat împreună cu societatea civilă."]))) == ("ro",)


def test_a_document_without_text_has_no_language() -> None:
    assert detect(document()) == ()


def test_written_norms_that_the_library_tells_apart_are_one_language() -> None:
    nynorsk = "Kommunane. Verksemdene. Tenestene. Utgreiingane. Innbyggjarane. Løyvingane. Skulane. Heimesidene. Høyringane."

    assert read_text(nynorsk)[0] is None
    assert detect(document(nynorsk)) == ("no",)
