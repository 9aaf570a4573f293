"""Bodies: their names, kinds, and one spelling each."""

import pytest

from pipeline.curation.comments.organisations import Body, read_body, settle, settle_kinds
from pipeline.tables import OrganisationKind


@pytest.mark.parametrize(
    ("language", "text", "name", "kind"),
    [
        ("en", "Silver Birch NGO", "Silver Birch", "ngo"),
        ("en", "NGO “Silver Birch”", "Silver Birch", "ngo"),
        ("en", "Ministry of Justice and Home Affairs", "Ministry of Justice and Home Affairs", "government"),
        ("en", "Ministry of Labour, Social Protection and Family", "Ministry of Labour, Social Protection and Family", "government"),
        ("en", "University Students' Association", "University Students' Association", "ngo"),
        ("en", "Department of Law, University of the Coast", "Department of Law, University of the Coast", "academia"),
        ("en", "Law Society of the Coast", "Law Society of the Coast", "ngo"),
        ("en", "Chamber of Bulk Traders", "Chamber of Bulk Traders", "private"),
        ("en", "Central Bank of the Isles", "Central Bank of the Isles", "government"),
        ("en", "World Bank", "World Bank", "international"),
        ("en", "Union of Local Editors", "Union of Local Editors", "media"),
        ("en", "A citizen", "A citizen", "individual"),
        ("en", "Blue Lantern", "Blue Lantern", "unknown"),
        ("es", "Red Vecinal del Norte", "Red Vecinal del Norte", "ngo"),
        ("es", "Cámara de Diputados", "Cámara de Diputados", "government"),
        ("fr", "Société minière du Nord", "Société minière du Nord", "private"),
        ("fr", "ONG Clarté", "Clarté", "ngo"),
        ("fr", "Lanterne Bleue Afrique de l’Ouest", "Lanterne Bleue Afrique de l’Ouest", "international"),
        ("pt", "Prefeitura de Vale Verde", "Prefeitura de Vale Verde", "government"),
        ("ro", "Asociația Oameni Deschiși", "Asociația Oameni Deschiși", "ngo"),
        ("sr", "НВО „Отворено“", "Отворено", "ngo"),
        ("sr", "Udruženje novinara Severa", "Udruženje novinara Severa", "media"),
        ("hr", "Ministarstvo pravosuđa i uprave", "Ministarstvo pravosuđa i uprave", "government"),
        ("bg", "Фондация „Светло утро“", "Фондация „Светло утро“", "ngo"),
        ("uk", "ГО «Світлий ранок»", "Світлий ранок", "ngo"),
        ("uk", "Громадська організація «Світлий ранок»", "Світлий ранок", "ngo"),
        ("uk", "ТОВ «Вежа»", "ТОВ «Вежа»", "private"),
        ("uk", "Кафедра права Приморського університету", "Кафедра права Приморського університету", "academia"),
        ("ru", "ОФ «Светлое утро»", "Светлое утро", "ngo"),
        ("ru", "Министерство финансов и экономики", "Министерство финансов и экономики", "government"),
        ("ky", "«Таң» коомдук фонду", "Таң", "ngo"),
        ("mn", "Цэнхэр тэнгэр ТББ", "Цэнхэр тэнгэр", "ngo"),
        ("mn", "Хууль зүй, дотоод хэргийн яам", "Хууль зүй, дотоод хэргийн яам", "government"),
        ("ka", "ა(ა)იპ „ცისფერი ცა“", "ცისფერი ცა", "ngo"),
        ("ka", "იუსტიციის სამინისტრო", "იუსტიციის სამინისტრო", "government"),
        ("hy", "«Լույս» ՀԿ", "Լույս", "ngo"),
        ("sq", "Shoqata Drita", "Shoqata Drita", "ngo"),
        ("id", "Kementerian Keuangan", "Kementerian Keuangan", "government"),
        ("ar", "جمعية النور", "جمعية النور", "ngo"),
        ("it", "Fondazione Chiara", "Fondazione Chiara", "ngo"),
        ("ko", "사단법인 맑은아침", "맑은아침", "ngo"),
        ("ko", "푸른강시민연대", "푸른강시민연대", "ngo"),
        ("ko", "기획재정부", "기획재정부", "government"),
        ("ko", "동해대학교 법학연구소", "동해대학교 법학연구소", "academia"),
        ("ko", "동해기자협회", "동해기자협회", "media"),
        ("ko", "(주)높은탑", "(주)높은탑", "private"),
        ("tr", "Mavi Gökyüzü Derneği", "Mavi Gökyüzü Derneği", "ngo"),
        ("tr", "MALİYE BAKANLIĞI", "MALİYE BAKANLIĞI", "government"),
        ("tr", "Kuzey Üniversitesi Hukuk Fakültesi", "Kuzey Üniversitesi Hukuk Fakültesi", "academia"),
        ("tr", "Doğu Gazeteciler Cemiyeti", "Doğu Gazeteciler Cemiyeti", "media"),
        ("he", "עמותת שמיים כחולים", "שמיים כחולים", "ngo"),
        ("he", 'שמיים כחולים (ע"ר)', "שמיים כחולים", "ngo"),
        ("he", "משרד האוצר", "משרד האוצר", "government"),
        ("he", "אגודת העיתונאים במזרח", "אגודת העיתונאים במזרח", "media"),
        ("he", 'מגדל בניה בע"מ', 'מגדל בניה בע"מ', "private"),
        ("cs", "Modrá obloha, z. s.", "Modrá obloha", "ngo"),
        ("et", "MTÜ Sinine Taevas", "Sinine Taevas", "ngo"),
        ("mk", "НВО „Ведро утро“", "Ведро утро", "ngo"),
        ("mk", "Министерство за финансии", "Министерство за финансии", "government"),
        ("mk", "Здружение на новинари од Исток", "Здружение на новинари од Исток", "media"),
        ("sk", "Modrá obloha, o. z.", "Modrá obloha", "ngo"),
        ("sk", "Úrad vlády Slovenskej republiky", "Úrad vlády Slovenskej republiky", "government"),
        ("sk", "Fakulta práva Prímorskej univerzity", "Fakulta práva Prímorskej univerzity", "academia"),
        ("de", "Blauer Himmel e. V.", "Blauer Himmel", "ngo"),
        ("de", "Bürgerbündnis Nordstadt", "Bürgerbündnis Nordstadt", "ngo"),
        ("de", "Bundesministerium für Wirtschaft", "Bundesministerium für Wirtschaft", "government"),
        ("de", "Umweltbundesamt", "Umweltbundesamt", "government"),
        ("de", "Technische Hochschule Nordstadt", "Technische Hochschule Nordstadt", "academia"),
        ("de", "Turmbau GmbH", "Turmbau GmbH", "private"),
        ("fi", "Sininen taivas ry", "Sininen taivas", "ngo"),
        ("fi", "Pohjoisen Kansalaisverkosto", "Pohjoisen Kansalaisverkosto", "ngo"),
        ("fi", "Valtiovarainministeriö", "Valtiovarainministeriö", "government"),
        ("fi", "Työ- ja elinkeinoministeriö", "Työ- ja elinkeinoministeriö", "government"),
        ("fi", "Satamakaupungin yliopiston oikeustieteellinen tiedekunta", "Satamakaupungin yliopiston oikeustieteellinen tiedekunta", "academia"),
        ("no", "Foreningen Blå himmel", "Foreningen Blå himmel", "ngo"),
        ("no", "Kommunal- og distriktsdepartementet", "Kommunal- og distriktsdepartementet", "government"),
        ("no", "Digitaliseringsdirektoratet", "Digitaliseringsdirektoratet", "government"),
        ("no", "Universitetet i Nordby", "Universitetet i Nordby", "academia"),
        ("no", "Tårnbygg AS", "Tårnbygg AS", "private"),
        ("sv", "Föreningen Blå himmel", "Föreningen Blå himmel", "ngo"),
        ("sv", "Finansdepartementet", "Finansdepartementet", "government"),
        ("sv", "Myndigheten för digital förvaltning", "Myndigheten för digital förvaltning", "government"),
        ("sv", "Nordstads universitet", "Nordstads universitet", "academia"),
        ("sv", "Institutionen för statsvetenskap, Nordstads universitet", "Institutionen för statsvetenskap, Nordstads universitet", "academia"),
        ("sv", "Tornbygg AB", "Tornbygg AB", "private"),
        ("da", "Foreningen Blå himmel", "Foreningen Blå himmel", "ngo"),
        ("da", "Digitaliseringsstyrelsen", "Digitaliseringsstyrelsen", "government"),
        ("da", "Social- og Boligministeriet", "Social- og Boligministeriet", "government"),
        ("da", "Institut for Statskundskab, Nordby Universitet", "Institut for Statskundskab, Nordby Universitet", "academia"),
        ("da", "Rådet for Digital Tryghed", "Rådet for Digital Tryghed", "unknown"),
        ("da", "Tårnbyg A/S", "Tårnbyg A/S", "private"),
        ("el", "ΜΚΟ «Γαλανός Ουρανός»", "Γαλανός Ουρανός", "ngo"),
        ("el", "Σύλλογος Φίλων του Δάσους", "Σύλλογος Φίλων του Δάσους", "ngo"),
        ("el", "ΥΠΟΥΡΓΕΙΟ ΟΙΚΟΝΟΜΙΚΩΝ", "ΥΠΟΥΡΓΕΙΟ ΟΙΚΟΝΟΜΙΚΩΝ", "government"),
        ("el", "Τμήμα Νομικής του Πανεπιστημίου Βορρά", "Τμήμα Νομικής του Πανεπιστημίου Βορρά", "academia"),
        ("el", "Ένωση Δημοσιογράφων του Βορρά", "Ένωση Δημοσιογράφων του Βορρά", "media"),
        ("el", "Πύργος Κατασκευαστική ΑΕ", "Πύργος Κατασκευαστική ΑΕ", "private"),
        ("nl", "Blauwe Lucht vzw", "Blauwe Lucht", "ngo"),
        ("nl", "Burgernetwerk Noordstad", "Burgernetwerk Noordstad", "ngo"),
        ("nl", "Ministerie van Financiën", "Ministerie van Financiën", "government"),
        ("nl", "Gemeente Noordstad", "Gemeente Noordstad", "government"),
        ("nl", "Faculteit Rechten van de Universiteit Noordstad", "Faculteit Rechten van de Universiteit Noordstad", "academia"),
        ("nl", "Torenbouw BV", "Torenbouw BV", "private"),
        ("nl", "Vereniging van Onderzoeksjournalisten", "Vereniging van Onderzoeksjournalisten", "media"),
        ("lt", "VšĮ „Mėlynas dangus“", "Mėlynas dangus", "ngo"),
        ("lt", "Šiaurės miško draugija", "Šiaurės miško draugija", "ngo"),
        ("lt", "Teisingumo ministerija", "Teisingumo ministerija", "government"),
        ("lt", "Šiaurės universiteto Teisės fakultetas", "Šiaurės universiteto Teisės fakultetas", "academia"),
        ("lt", "Šiaurės žurnalistų sąjunga", "Šiaurės žurnalistų sąjunga", "media"),
        ("lt", "UAB „Bokštas“", "UAB „Bokštas“", "private"),
        ("lv", "NVO “Zilās debesis”", "Zilās debesis", "ngo"),
        ("lv", "Ziemeļu meža biedrība", "Ziemeļu meža biedrība", "ngo"),
        ("lv", "Tieslietu ministrija", "Tieslietu ministrija", "government"),
        ("lv", "Ziemeļu universitātes Juridiskā fakultāte", "Ziemeļu universitātes Juridiskā fakultāte", "academia"),
        ("lv", "Ziemeļu žurnālistu asociācija", "Ziemeļu žurnālistu asociācija", "media"),
        ("lv", "SIA “Tornis”", "SIA “Tornis”", "private"),
        ("en", "Harbour Watch Inc", "Harbour Watch Inc", "ngo"),
        ("en", "Harbour Data Inc", "Harbour Data Inc", "private"),
    ],
)
def test_a_body_has_a_name_without_legal_form_and_a_kind(language: str, text: str, name: str, kind: str) -> None:
    body = read_body(text, [language])

    assert (body.name, body.kind.value, body.co, body.text) == (name, kind, (), text)


@pytest.mark.parametrize(
    ("language", "text", "names"),
    [
        (
            "en",
            "Open Harbour Forum, Silver Birch NGO and Media Council of the Isles",
            ["Open Harbour Forum", "Silver Birch", "Media Council of the Isles"],
        ),
        ("en", "Ministry of Justice and Home Affairs, Open Harbour Forum", ["Ministry of Justice and Home Affairs", "Open Harbour Forum"]),
        ("en", "Department of the Interior and Local Government (DILG)", ["Department of the Interior and Local Government (DILG)"]),
        ("en", "Open Harbour Forum, Ministry of Interior and Police", ["Open Harbour Forum", "Ministry of Interior and Police"]),
        ("es", "Ministerio de Hacienda y Función Pública", ["Ministerio de Hacienda y Función Pública"]),
        ("en", "Open Harbour Forum and Local Government", ["Open Harbour Forum", "Local Government"]),
        ("en", "Open Harbour Forum / Data Network", ["Open Harbour Forum", "Data Network"]),
        ("en", "Blue Lantern; Open Harbour Forum", ["Blue Lantern", "Open Harbour Forum"]),
        ("en", "UNDP and World Bank", ["UNDP", "World Bank"]),
        ("es", "Fundación Luz y Red Vecinal del Norte", ["Fundación Luz", "Red Vecinal del Norte"]),
        ("uk", "ГО «Світлий ранок» та ГО «Чесна рада»", ["Світлий ранок", "Чесна рада"]),
        ("ar", "منظمة الضوء، جمعية النور", ["منظمة الضوء", "جمعية النور"]),
        ("no", "Finansdepartementet og Datatilsynet", ["Finansdepartementet", "Datatilsynet"]),
        ("fi", "Oikeusministeriö ja Valtiovarainministeriö", ["Oikeusministeriö", "Valtiovarainministeriö"]),
        ("da", "Social- og Boligministeriet", ["Social- og Boligministeriet"]),
    ],
)
def test_a_header_may_name_several_bodies(language: str, text: str, names: list[str]) -> None:
    body = read_body(text, [language])

    assert [body.name, *body.co] == names


def test_the_heading_tells_the_kind_where_the_name_does_not() -> None:
    assert read_body("Blue Lantern", ["en"], OrganisationKind.NGO).kind is OrganisationKind.NGO
    assert read_body("Ministry of Health", ["en"], OrganisationKind.NGO).kind is OrganisationKind.GOVERNMENT


def test_one_body_gets_its_commonest_spelling() -> None:
    bodies = [
        Body(name, name) for name in ("Silver birch Forum", "Silver Birch Forum", "Silver Birch Forum", "“Silver Birch” Forum", "Silver Birhc Forum")
    ]

    assert set(settle(bodies).values()) == {"Silver Birch Forum"}


def test_the_better_capitalised_spelling_breaks_a_tie() -> None:
    assert set(settle([Body("Open harbour forum", ""), Body("Open Harbour Forum", "")]).values()) == {"Open Harbour Forum"}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Northern Water Forum", "Southern Water Forum"),
        ("Gambia Watch Forum", "Zambia Watch Forum"),
        ("Forum 1 of Harbours", "Forum 2 of Harbours"),
        ("Sun Forum", "Son Forum"),
    ],
)
def test_different_bodies_are_never_merged(one: str, other: str) -> None:
    assert settle([Body(one, one), Body(other, other)]) == {one: one, other: other}


@pytest.mark.parametrize(
    ("language", "long", "short"),
    [
        ("ar", "جمعية مرفأ الغد", "مرفأ الغد"),
        ("es", "Asociación Puerto Abierto", "Puerto Abierto"),
        ("sr", "Удружење Отворена лука", "Отворена лука"),
    ],
)
def test_a_name_with_and_without_its_word_for_an_association_is_one_body_s(language: str, long: str, short: str) -> None:
    bodies = [read_body(long, [language]), read_body(short, [language])]

    spelling = settle(bodies)

    assert len(set(spelling.values())) == 1
    assert settle_kinds(bodies, spelling) == {spelling[short]: OrganisationKind.NGO}


def test_a_legal_form_printed_anywhere_tells_the_kind() -> None:
    bodies = [read_body("Otevřené město", ["cs"]), read_body("Otevřené město, z. s.", ["cs"])]

    assert bodies[0].kind is OrganisationKind.GOVERNMENT
    assert settle_kinds(bodies, settle(bodies)) == {"Otevřené město": OrganisationKind.NGO}
