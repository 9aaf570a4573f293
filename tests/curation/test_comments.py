"""Comments among the author's lines: every shape of header in every language, and evidence that only looks like one."""

from datetime import UTC, date, datetime

import pytest

from pipeline.curation.comments.blocks import CommentContext, Line, Split, bodies_in, read_balloon, read_comment_row, split_comments
from pipeline.dates import decide_order
from pipeline.model import Mark, MarkKind
from pipeline.tables import DateIssue, OrganisationKind, Rating


def context(*languages: str, column: bool = False, known: frozenset[str] = frozenset()) -> CommentContext:
    return CommentContext(languages=languages, dates=decide_order([], languages), column_is_comments=column, known=known)


def line(text: str) -> Line:
    """A line; what stands between two pairs of stars is bold."""
    if not text.startswith("**"):
        return Line(text)
    head, _, rest = text[2:].partition("**")
    return Line(head + rest, (Mark(kind=MarkKind.BOLD, start=0, end=len(head)),))


def split(language: str, *lines: str, column: bool = False, known: frozenset[str] = frozenset()) -> Split:
    return split_comments([line(t) for t in lines], context(language, column=column, known=known))


HEADED = [
    (
        "fr",
        ["Observation de la société civile – Forum du Port (30 août 2023) : Nous le pensons."],
        "Forum du Port",
        "30 août 2023",
        "2023-08-30",
        "Nous le pensons.",
        None,
    ),
    (
        "uk",
        ["Зауваження громадськості: ГО «Порт» (30 серпня 2023): Ми так вважаємо."],
        "ГО «Порт»",
        "30 серпня 2023",
        "2023-08-30",
        "Ми так вважаємо.",
        None,
    ),
    (
        "id",
        ["Komentar Forum Pelabuhan, akhir Agustus 2023: Kami setuju."],
        "Forum Pelabuhan",
        "akhir Agustus 2023",
        "None",
        "Kami setuju.",
        None,
    ),
    ("en", ["[Open Harbour Forum, 30 August 2023] We think so."], "Open Harbour Forum", "30 August 2023", "2023-08-30", "We think so.", None),
    (
        "en",
        ["Comment by Open Harbour Forum on 30 August 2023 – We think so."],
        "Open Harbour Forum",
        "30 August 2023",
        "2023-08-30",
        "We think so.",
        None,
    ),
    (
        "en",
        ["Comment by Open Harbour Forum (30 August 2023): We think so."],
        "Open Harbour Forum",
        "30 August 2023",
        "2023-08-30",
        "We think so.",
        None,
    ),
    ("en", ["Open Harbour Forum, 30 August 2023: We think so."], "Open Harbour Forum", "30 August 2023", "2023-08-30", "We think so.", None),
    ("en", ["Open Harbour Forum – 30 August 2023:", "We think so."], "Open Harbour Forum", "30 August 2023", "2023-08-30", "We think so.", None),
    ("en", ["30 August 2023 – Open Harbour Forum: We think so."], "Open Harbour Forum", "30 August 2023", "2023-08-30", "We think so.", None),
    ("en", ["**Open Harbour Forum:** We think so."], "Open Harbour Forum", None, "None", "We think so.", None),
    ("en", ["Comment from Blue Lantern: We think so."], "Blue Lantern", None, "None", "We think so.", None),
    ("en", ["Open Harbour Forum (sometime in June): We think so."], "Open Harbour Forum", "sometime in June", "None", "We think so.", None),
    ("en", ["Open Harbour Forum (undated): We think so."], "Open Harbour Forum", "undated", "None", "We think so.", None),
    ("en", ["Open Harbour Forum, undated: We think so."], "Open Harbour Forum", "undated", "None", "We think so.", None),
    ("en", ["Open Harbour Forum (31 February 2023): We think so."], "Open Harbour Forum", "31 February 2023", "None", "We think so.", None),
    ("en", ["Open Harbour Forum", "30 August 2023", "We think so."], "Open Harbour Forum", "30 August 2023", "2023-08-30", "We think so.", None),
    (
        "en",
        ["**Ministry of Justice (30 August 2023):** The order is out."],
        "Ministry of Justice",
        "30 August 2023",
        "2023-08-30",
        "The order is out.",
        None,
    ),
    (
        "en",
        ["Open Harbour Forum (30 August 2023): We think so.", "Response: Not accepted.", "Because of the law."],
        "Open Harbour Forum",
        "30 August 2023",
        "2023-08-30",
        "We think so.",
        "Not accepted.\nBecause of the law.",
    ),
    (
        "en",
        ["Open Harbour Forum (30 August 2023): We think so.", "Ministry of Justice response: Thank you."],
        "Open Harbour Forum",
        "30 August 2023",
        "2023-08-30",
        "We think so.",
        "Thank you.",
    ),
    (
        "en",
        ["Open Harbour Forum, Data Network and Media Council (30 August 2023): We think so."],
        "Open Harbour Forum, Data Network and Media Council",
        "30 August 2023",
        "2023-08-30",
        "We think so.",
        None,
    ),
    (
        "en",
        ["Harbours without borders (Aug 28, 2023):", "Reports are open."],
        "Harbours without borders",
        "Aug 28, 2023",
        "2023-08-28",
        "Reports are open.",
        None,
    ),
    (
        "en",
        ["Comment (Open Harbour Forum, 30 August 2023): We think so."],
        "Open Harbour Forum",
        "30 August 2023",
        "2023-08-30",
        "We think so.",
        None,
    ),
    (
        "en",
        ["(Comment by Open Harbour Forum, 30 August 2023) We think so."],
        "Open Harbour Forum",
        "30 August 2023",
        "2023-08-30",
        "We think so.",
        None,
    ),
    (
        "en",
        ["Comments of civil society: Open Harbour Forum (30 August 2023): We think so."],
        "Open Harbour Forum",
        "30 August 2023",
        "2023-08-30",
        "We think so.",
        None,
    ),
    (
        "es",
        ["Comentario de la Fundación Luz Clara (28 de agosto de 2023): Falta el dato.", "Respuesta del Ministerio: Se corrigió."],
        "Fundación Luz Clara",
        "28 de agosto de 2023",
        "2023-08-28",
        "Falta el dato.",
        "Se corrigió.",
    ),
    ("es", ["Fundación Luz Clara, 28/08/2023: Falta el dato."], "Fundación Luz Clara", "28/08/2023", "2023-08-28", "Falta el dato.", None),
    (
        "fr",
        ["Commentaire de l’ONG Clarté (12 novembre 2022) : Rien n’est publié.", "Réponse : Les données suivront."],
        "ONG Clarté",
        "12 novembre 2022",
        "2022-11-12",
        "Rien n’est publié.",
        "Les données suivront.",
    ),
    (
        "fr",
        ["Forum Civil du Port (courant novembre) : Rien n’est publié."],
        "Forum Civil du Port",
        "courant novembre",
        "None",
        "Rien n’est publié.",
        None,
    ),
    (
        "pt",
        ["Comentário da Rede Aberta (28 de agosto de 2023): Falta publicar.", "Resposta do governo: Será publicado."],
        "Rede Aberta",
        "28 de agosto de 2023",
        "2023-08-28",
        "Falta publicar.",
        "Será publicado.",
    ),
    (
        "sr",
        ["Удружење „Отворена влада“ (28. август 2023. године): Подаци недостају.", "Одговор министарства: Биће објављени."],
        "Удружење „Отворена влада“",
        "28. август 2023. године",
        "2023-08-28",
        "Подаци недостају.",
        "Биће објављени.",
    ),
    (
        "sr",
        ["Коментар Удружења Отворена влада (28.08.2023.): Подаци недостају."],
        "Удружења Отворена влада",
        "28.08.2023.",
        "2023-08-28",
        "Подаци недостају.",
        None,
    ),
    (
        "hr",
        ["Udruga Otvoreni podaci (28. kolovoza 2023.): Podaci nedostaju.", "Odgovor: Objavit će se."],
        "Udruga Otvoreni podaci",
        "28. kolovoza 2023.",
        "2023-08-28",
        "Podaci nedostaju.",
        "Objavit će se.",
    ),
    (
        "bg",
        ["Коментар на Фондация „Достъп“ (28 август 2023 г.): Данните липсват.", "Отговор на министерството: Ще бъдат публикувани."],
        "Фондация „Достъп“",
        "28 август 2023 г.",
        "2023-08-28",
        "Данните липсват.",
        "Ще бъдат публикувани.",
    ),
    (
        "uk",
        ["Коментар ГО «Світлий ранок» (28 серпня 2023 року): Модуль недоступний.", "Відповідь: Враховано."],
        "ГО «Світлий ранок»",
        "28 серпня 2023 року",
        "2023-08-28",
        "Модуль недоступний.",
        "Враховано.",
    ),
    ("uk", ["ГО «Світлий ранок», 28.08.2023: Модуль недоступний."], "ГО «Світлий ранок»", "28.08.2023", "2023-08-28", "Модуль недоступний.", None),
    (
        "ru",
        ["ОФ «Открытая среда» (28 августа 2023 г.): Данных нет.", "Ответ Министерства юстиции: Принято."],
        "ОФ «Открытая среда»",
        "28 августа 2023 г.",
        "2023-08-28",
        "Данных нет.",
        "Принято.",
    ),
    (
        "ky",
        ["«Ачык коом» коомдук фонду (2023-жылдын 28-августу): Маалымат жок.", "Жооп: Эске алынды."],
        "«Ачык коом» коомдук фонду",
        "2023-жылдын 28-августу",
        "2023-08-28",
        "Маалымат жок.",
        "Эске алынды.",
    ),
    (
        "mn",
        ["Цэнхэр тэнгэр форум ТББ (2023.08.30): Мэдээлэл дутуу.", "Хариу: Хүлээн авлаа."],
        "Цэнхэр тэнгэр форум ТББ",
        "2023.08.30",
        "2023-08-30",
        "Мэдээлэл дутуу.",
        "Хүлээн авлаа.",
    ),
    (
        "ka",
        ["სამოქალაქო ფორუმი (28 აგვისტო 2023): მონაცემები არ არის.", "სამინისტროს პასუხი: გათვალისწინებულია."],
        "სამოქალაქო ფორუმი",
        "28 აგვისტო 2023",
        "2023-08-28",
        "მონაცემები არ არის.",
        "გათვალისწინებულია.",
    ),
    (
        "hy",
        ["«Բաց տվյալներ» ՀԿ (28.08.2023)՝ Տվյալներ չկան։", "Պատասխան՝ Ընդունված է։"],
        "«Բաց տվյալներ» ՀԿ",
        "28.08.2023",
        "2023-08-28",
        "Տվյալներ չկան։",
        "Ընդունված է։",
    ),
    (
        "sq",
        ["Koment nga Qendra për Transparencë (28 gusht 2023): Mungojnë të dhënat.", "Përgjigje: U pranua."],
        "Qendra për Transparencë",
        "28 gusht 2023",
        "2023-08-28",
        "Mungojnë të dhënat.",
        "U pranua.",
    ),
    (
        "id",
        ["Komentar dari Yayasan Terbuka (28 Agustus 2023): Data belum ada.", "Tanggapan pemerintah: Diterima."],
        "Yayasan Terbuka",
        "28 Agustus 2023",
        "2023-08-28",
        "Data belum ada.",
        "Diterima.",
    ),
    (
        "ar",
        ["جمعية الشفافية (28 أغسطس 2023): البيانات غير منشورة.", "رد الوزارة: تم الأخذ به."],
        "جمعية الشفافية",
        "28 أغسطس 2023",
        "2023-08-28",
        "البيانات غير منشورة.",
        "تم الأخذ به.",
    ),
    (
        "ar",
        ["تعليق من جمعية الشفافية، ٢٨ أغسطس ٢٠٢٣: البيانات غير منشورة."],
        "جمعية الشفافية",
        "٢٨ أغسطس ٢٠٢٣",
        "2023-08-28",
        "البيانات غير منشورة.",
        None,
    ),
    (
        "it",
        ["Commento della Fondazione Chiara (28 agosto 2023): Mancano i dati.", "Risposta dell’amministrazione: Accolto."],
        "Fondazione Chiara",
        "28 agosto 2023",
        "2023-08-28",
        "Mancano i dati.",
        "Accolto.",
    ),
    (
        "ko",
        ["한빛투명성센터 의견 (2023. 8. 28.): 자료가 부족하다.", "정부 답변: 반영하였다."],
        "한빛투명성센터",
        "2023. 8. 28.",
        "2023-08-28",
        "자료가 부족하다.",
        "반영하였다.",
    ),
    (
        "tr",
        ["Açıklık Merkezi görüşü (28 Ağustos 2023): Veriler eksik.", "Bakanlığın yanıtı: Dikkate alındı."],
        "Açıklık Merkezi",
        "28 Ağustos 2023",
        "2023-08-28",
        "Veriler eksik.",
        "Dikkate alındı.",
    ),
    (
        "he",
        ["הערת המרכז לשקיפות (28 באוגוסט 2023): חסרים נתונים.", "תגובת המשרד: ההערה התקבלה."],
        "המרכז לשקיפות",
        "28 באוגוסט 2023",
        "2023-08-28",
        "חסרים נתונים.",
        "ההערה התקבלה.",
    ),
    (
        "cs",
        ["Otevřená společnost, z. s. (28. srpna 2023): Data chybí.", "Vypořádání: Akceptováno."],
        "Otevřená společnost, z. s.",
        "28. srpna 2023",
        "2023-08-28",
        "Data chybí.",
        "Akceptováno.",
    ),
    (
        "et",
        ["MTÜ Avatud Riik (28. august 2023): Andmed puuduvad.", "Ministeeriumi vastus: Arvestatud."],
        "MTÜ Avatud Riik",
        "28. august 2023",
        "2023-08-28",
        "Andmed puuduvad.",
        "Arvestatud.",
    ),
    (
        "mk",
        ["Коментар од Центар за отвореност (28 август 2023): Недостигаат податоци.", "Одговор на Министерството: Прифатено."],
        "Центар за отвореност",
        "28 август 2023",
        "2023-08-28",
        "Недостигаат податоци.",
        "Прифатено.",
    ),
    (
        "sk",
        ["Otvorená spoločnosť, o. z. (28. augusta 2023): Údaje chýbajú.", "Odpoveď ministerstva: Akceptované."],
        "Otvorená spoločnosť, o. z.",
        "28. augusta 2023",
        "2023-08-28",
        "Údaje chýbajú.",
        "Akceptované.",
    ),
    (
        "de",
        ["Stellungnahme der Stiftung Klarheit vom 28. August 2023: Die Daten fehlen.", "Antwort des Ministeriums: Berücksichtigt."],
        "Stiftung Klarheit",
        "28. August 2023",
        "2023-08-28",
        "Die Daten fehlen.",
        "Berücksichtigt.",
    ),
    (
        "fi",
        ["Avoin hallinto ry (28. elokuuta 2023): Tiedot puuttuvat.", "Ministeriön vastaus: Otettu huomioon."],
        "Avoin hallinto ry",
        "28. elokuuta 2023",
        "2023-08-28",
        "Tiedot puuttuvat.",
        "Otettu huomioon.",
    ),
    (
        "no",
        ["Kommentar fra Nettverket for åpenhet, 28. august 2023: Dataene mangler.", "Departementets svar: Tatt til følge."],
        "Nettverket for åpenhet",
        "28. august 2023",
        "2023-08-28",
        "Dataene mangler.",
        "Tatt til følge.",
    ),
    (
        "sv",
        ["Synpunkt från Nätverket för öppenhet, den 28 augusti 2023: Uppgifterna saknas.", "Departementets svar: Synpunkten har beaktats."],
        "Nätverket för öppenhet",
        "28 augusti 2023",
        "2023-08-28",
        "Uppgifterna saknas.",
        "Synpunkten har beaktats.",
    ),
    (
        "da",
        ["Høringssvar fra Netværket for åbenhed, den 28. august 2023: Oplysningerne mangler.", "Ministeriets svar: Taget til følge."],
        "Netværket for åbenhed",
        "28. august 2023",
        "2023-08-28",
        "Oplysningerne mangler.",
        "Taget til følge.",
    ),
    (
        "en",
        ["Open Harbour Forum comment (28 August 2023): The data are missing."],
        "Open Harbour Forum",
        "28 August 2023",
        "2023-08-28",
        "The data are missing.",
        None,
    ),
    (
        "el",
        ["Σχόλιο από το Κέντρο Διαφάνειας (28 Αυγούστου 2023): Λείπουν τα δεδομένα.", "Απάντηση του Υπουργείου: Έγινε δεκτό."],
        "Κέντρο Διαφάνειας",
        "28 Αυγούστου 2023",
        "2023-08-28",
        "Λείπουν τα δεδομένα.",
        "Έγινε δεκτό.",
    ),
    (
        "nl",
        ["Reactie van Stichting Helder (28 augustus 2023): De gegevens ontbreken.", "Antwoord van het ministerie: Overgenomen."],
        "Stichting Helder",
        "28 augustus 2023",
        "2023-08-28",
        "De gegevens ontbreken.",
        "Overgenomen.",
    ),
    (
        "lt",
        ["Skaidrumo centras (2023 m. rugpjūčio 28 d.): Trūksta duomenų.", "Ministerijos atsakymas: Atsižvelgta."],
        "Skaidrumo centras",
        "2023 m. rugpjūčio 28 d.",
        "2023-08-28",
        "Trūksta duomenų.",
        "Atsižvelgta.",
    ),
    (
        "lv",
        ["Atklātības centrs (2023. gada 28. augusts): Trūkst datu.", "Ministrijas atbilde: Ņemts vērā."],
        "Atklātības centrs",
        "2023. gada 28. augusts",
        "2023-08-28",
        "Trūkst datu.",
        "Ņemts vērā.",
    ),
]


@pytest.mark.parametrize(("language", "lines", "organisation", "printed", "day", "text", "response"), HEADED)
def test_a_header_begins_a_comment(
    language: str, lines: list[str], organisation: str, printed: str | None, day: str, text: str, response: str | None
) -> None:
    found = split(language, *lines)

    (block,) = found.comments
    assert (block.organisation_text, block.date_text, str(block.comment_date)) == (organisation, printed, day)
    assert (block.text, block.response) == (text, response)
    assert block.date_issue == (None if block.comment_date else DateIssue.UNREADABLE)
    assert found.own == ()
    assert block.lines == tuple(range(len(lines)))


EVIDENCE = [
    ("en", ["Ministry order (12 May 2023): approved the format."]),
    ("en", ["Article 8 (2021): duty to publish."]),
    ("en", ["The Law on Procurement (30 June 2023): adopted by Parliament."]),
    ("en", ["Training for NGOs (12 May 2023): 40 participants."]),
    ("en", ["Meeting of the Civic Forum (12 May 2023): The agenda was agreed."]),
    ("en", ["Order No. 45 of the Ministry of Finance (12 May 2023):", "Annual report format."]),
    ("en", ["Tirana (12 May 2023): Workshop with 40 people."]),
    ("en", ["Council of Ministers (12 May 2023): approved the decree."]),
    ("en", ["Ministry of Finance: provided the template."]),
    ("en", ["The following were trained: Open Harbour Forum, Data Network."]),
    ("en", ["Comments of civil society were incorporated on 12 May 2023."]),
    ("en", ["Working group meetings: 12 May 2023, 14 June 2023."]),
    ("en", ["Memorandum with the Open Data Network (12 May 2023): signed."]),
    ("en", ["Published on 12 May 2023: https://example.org/data"]),
    ("en", ["Ministry of Justice (12 May 2023)", "Ministry of Health (14 May 2023)"]),
    ("en", ["Launched in May 2023 by the Ministry of Justice: the portal."]),
    ("en", ["Budget: 12 million", "Deadline: 30 June 2023"]),
    ("en", ["Civil society organisations: 14 took part."]),
    ("en", ["Response: the ministry replied to all requests."]),
    ("es", ["Ley 5282 (18 de septiembre de 2014): acceso a la información.", "Decreto del Poder Ejecutivo (12 de mayo de 2023): aprobado."]),
    ("es", ["Taller con la Fundación Luz Clara (12 de mayo de 2023): 30 personas."]),
    ("fr", ["Décret du ministère (12 mai 2023) : adopté.", "Atelier avec la société civile (3 juin 2023) : 40 participants."]),
    ("uk", ["Наказ Міністерства юстиції (12 травня 2023 року): Затверджено положення.", "Круглий стіл із ГО (3 червня 2023 року): 40 учасників."]),
    ("ru", ["Приказ Министерства финансов (12 мая 2023 г.): Утверждена форма."]),
    ("sr", ["Закон о буџету (12. мај 2023. године): Усвојен.", "Састанак са удружењима (3. јун 2023): Присутно 20."]),
    ("mk", ["Закон за буџетите (12 мај 2023 година): Донесен.", "Состанок со здруженијата (3 јуни 2023): Присутни 20."]),
    ("ko", ["행정안전부 고시 (2023년 5월 12일): 제정되었다.", "시민사회단체 간담회 개최 (2023. 6. 3.): 20명이 참석하였다."]),
    ("tr", ["Bakanlık genelgesi (12 Mayıs 2023): Yayımlandı.", "Derneklerle istişare toplantısı (3 Haziran 2023): 20 katılımcı."]),
    ("he", ["צו של משרד המשפטים (12 במאי 2023): נכנס לתוקף.", "מפגש עם ארגוני החברה האזרחית (3 ביוני 2023): 20 משתתפים."]),
    ("sk", ["Vyhláška ministerstva (12. mája 2023): Prijatá.", "Stretnutie so združeniami (3. júna 2023): 20 účastníkov."]),
    ("de", ["Verordnung des Ministeriums (12. Mai 2023): Verkündet.", "Workshop mit der Stiftung Klarheit (3. Juni 2023): 20 Teilnehmende."]),
    ("fi", ["Ministeriön asetus (12. toukokuuta 2023): Annettu.", "Työpaja järjestöjen kanssa (3. kesäkuuta 2023): 20 osallistujaa."]),
    ("no", ["Forskrift fra departementet (12. mai 2023): Vedtatt.", "Møte med Stiftelsen Klarhet (3. juni 2023): 20 deltakere."]),
    ("sv", ["Departementets förordning (12 maj 2023): Beslutad.", "Möte med Stiftelsen Klarhet (3 juni 2023): 20 deltagare."]),
    ("da", ["Bekendtgørelse fra ministeriet (12. maj 2023): Udstedt.", "Møde med Foreningen Klarhed (3. juni 2023): 20 deltagere."]),
    ("el", ["Νόμος για τον προϋπολογισμό (12 Μαΐου 2023): Ψηφίστηκε.", "Συνάντηση με τα σωματεία (3 Ιουνίου 2023): 20 συμμετέχοντες."]),
    ("nl", ["Wet op de begroting (12 mei 2023): Aangenomen.", "Bijeenkomst met de verenigingen (3 juni 2023): 20 deelnemers."]),
    ("lt", ["Biudžeto įstatymas (2023 m. gegužės 12 d.): Priimtas.", "Susitikimas su asociacijomis (2023 m. birželio 3 d.): Dalyvavo 20."]),
    ("lv", ["Likums par budžetu (2023. gada 12. maijs): Pieņemts.", "Tikšanās ar biedrībām (2023. gada 3. jūnijs): 20 dalībnieki."]),
    ("mn", ["Сангийн сайдын тушаал (2023.05.12): Журам батлагдсан."]),
    ("pt", ["Portaria do Ministério (12 de maio de 2023): Aprovada a norma."]),
    ("id", ["Peraturan Menteri Keuangan (12 Mei 2023): Ditetapkan."]),
    ("ar", ["قرار وزير المالية (12 مايو 2023): تمت الموافقة."]),
    ("ka", ["იუსტიციის მინისტრის ბრძანება (12 მაისი 2023): დამტკიცდა."]),
]


@pytest.mark.parametrize("source", ["[Official Gazette, 5 May 2023]", "Comment by Blue Lantern:"])
def test_what_is_no_header_leaves_its_line_whole(source: str) -> None:
    assert split("en", f"The bill was adopted. {source} It is in force.").comments == ()


@pytest.mark.parametrize(("language", "lines"), EVIDENCE)
def test_evidence_that_names_a_body_and_a_date_stays_the_author_s(language: str, lines: list[str]) -> None:
    found = split(language, *lines)

    assert found.comments == ()
    assert [o.text for o in found.own] == lines


def test_what_stands_before_a_header_is_the_author_s() -> None:
    found = split("en", "The act is in force.", "Open Harbour Forum (30 August 2023):", "It has no bylaws.")

    assert [(o.index, o.text) for o in found.own] == [(0, "The act is in force.")]
    assert [(c.lines, c.text) for c in found.comments] == [((1, 2), "It has no bylaws.")]


@pytest.mark.parametrize(
    "header",
    [
        "Open Harbour Forum (30 August 2023):",
        "[Open Harbour Forum, 30 August 2023]",
        "Comment by Open Harbour Forum on 30 August 2023:",
        "Comment by Open Harbour Forum:",
    ],
)
def test_a_header_in_mid_line_parts_the_line(header: str) -> None:
    found = split("en", f"The register is open. {header} It is not.")

    assert [(o.index, o.text) for o in found.own] == [(0, "The register is open.")]
    assert [(c.organisation_text, c.text) for c in found.comments] == [("Open Harbour Forum", "It is not.")]


def test_a_comment_runs_to_the_next_header_or_the_last_line() -> None:
    found = split("en", "Open Harbour Forum (30 August 2023): One.", "Two.", "", "Silver Birch NGO (31 August 2023):", "Three.")

    assert [c.text for c in found.comments] == ["One.\nTwo.", "Three."]


def test_a_reply_with_author_and_date_is_a_comment_of_the_government() -> None:
    found = split(
        "ro", "Asociația Oameni Deschiși (28 august 2023): Lipsesc datele.", "Răspunsul Ministerului Justiției (4 septembrie 2023): Vom publica."
    )

    assert [(c.comment_date, c.body.kind) for c in found.comments if c.body] == [
        (date(2023, 8, 28), OrganisationKind.NGO),
        (date(2023, 9, 4), OrganisationKind.GOVERNMENT),
    ]


def test_several_bodies_in_one_header_are_all_kept() -> None:
    (block,) = split("en", "Open Harbour Forum, Data Network and Media Council (30 August 2023): We agree.").comments

    assert block.body is not None
    assert (block.body.name, block.body.co) == ("Open Harbour Forum", ("Data Network", "Media Council"))


def test_a_name_that_heads_several_lines_of_a_report_is_known_elsewhere() -> None:
    lines = ["Blue Lantern, 28 August 2023: It is late.", "Blue Lantern, 29 August 2023: It is late again."]
    known = bodies_in(lines, context("en"))

    assert "blue lantern" in known
    assert split("en", lines[0], known=known).comments[0].organisation_text == "Blue Lantern"


def test_a_ministry_s_dated_lines_do_not_make_it_a_commenter() -> None:
    lines = ["Ministry of Justice (12 May 2023): The order was signed.", "Ministry of Justice (14 June 2023): The form was printed."]

    assert bodies_in(lines, context("en")) == frozenset()


def test_in_a_column_of_comments_everything_is_one() -> None:
    found = split("en", "The portal was down.", "Article 12 West Region (30 August 2023): Not for us.", column=True)

    assert [(c.organisation_text, c.text) for c in found.comments] == [(None, "The portal was down."), ("Article 12 West Region", "Not for us.")]
    assert found.own == ()


def test_in_a_column_of_comments_bodies_may_sign_below_their_words() -> None:
    lines = ("We think so.", "And more.", "Open Harbour Forum, 30 August 2023", "We don't.", "Port Union, 1 September 2023", "Response: Thank you.")

    found = split("en", *lines, column=True).comments

    assert [(c.organisation_text, c.date_text, c.text, c.response) for c in found] == [
        ("Open Harbour Forum", "30 August 2023", "We think so.\nAnd more.", None),
        ("Port Union", "1 September 2023", "We don't.", "Thank you."),
    ]


@pytest.mark.parametrize(
    ("language", "said", "name", "printed"),
    [
        ("en", "The data are late.", "Open Harbour Forum", "end of October"),
        ("en", "The data are late.", "Open Harbour Forum", "undated"),
        ("fr", "Le code n’est pas disponible.", "Association Bleue", "fin octobre"),
        ("es", "Los datos llegan tarde.", "Fundación Luz", "finales de octubre"),
        ("uk", "Дані запізнюються.", "Форум гавані", "кінець жовтня"),
        ("en", "The data are late.", "Open Harbour Forum", "12 May 2023"),
    ],
)
@pytest.mark.parametrize("parted", ["\n", " "])
def test_a_signature_closes_a_comment_on_its_line_or_below_it_though_its_date_lacks_the_year(
    language: str, said: str, name: str, printed: str, parted: str
) -> None:
    (found,) = split(language, *f"{said}{parted}{name}, {printed}".split("\n"), column=True).comments

    assert (found.organisation_text, found.date_text, found.text) == (name, printed, said)


def test_a_body_and_a_date_at_the_end_of_a_comment_with_a_header_are_its_text() -> None:
    text = "The data are late. They were sent by the Ministry of Justice, 13 May 2023"

    (found,) = split("en", "Open Harbour Forum, 12 May 2023", text, column=True).comments

    assert (found.organisation_text, found.text) == ("Open Harbour Forum", text)


def test_in_a_column_of_comments_a_bold_name_alone_heads_one() -> None:
    (found,) = split("en", "**Open Harbour Forum**", "We think so.", column=True).comments

    assert (found.organisation_text, found.date_text, found.text) == ("Open Harbour Forum", None, "We think so.")


def test_a_header_without_words_after_it_is_no_comment() -> None:
    assert split("en", "Open Harbour Forum (30 August 2023):").comments == ()


def test_an_ornament_at_the_end_is_no_part_of_a_comment() -> None:
    found = split("en", "Open Harbour Forum (30 August 2023): Thanks.", "---ооо---")

    assert ([c.text for c in found.comments], [o.text for o in found.own]) == (["Thanks."], ["---ооо---"])


@pytest.mark.parametrize(
    ("organisation", "when", "name", "printed"),
    [
        ("ГО «Світлий ранок»\n28 серпня 2023 року", None, "Світлий ранок", "28 серпня 2023 року"),
        ("ГО «Світлий ранок» (28.08.2023)", None, "Світлий ранок", "28.08.2023"),
        ("ГО «Світлий ранок»", "28 серпня 2023 року", "Світлий ранок", "28 серпня 2023 року"),
        ("28.08.2023 – ГО «Світлий ранок»", None, "Світлий ранок", "28.08.2023"),
    ],
)
def test_a_row_of_an_annex_may_keep_the_date_beside_the_body(organisation: str, when: str | None, name: str, printed: str) -> None:
    (block,) = read_comment_row(organisation, when, "Пропонуємо змінити оцінку на «жовтий».", "Враховано.", context("uk"))

    assert block.body is not None
    assert (block.body.name, block.date_text, block.comment_date) == (name, printed, date(2023, 8, 28))
    assert (block.response, block.proposal.proposed_rating) == ("Враховано.", Rating.AMBER)


def test_a_date_that_cannot_be_read_stays_as_printed() -> None:
    (block,) = read_comment_row("Silver Birch NGO", "sometime in June", "It is late.", "-", context("en"))

    assert (block.comment_date, block.date_text, block.date_issue, block.response) == (None, "sometime in June", DateIssue.UNREADABLE, None)


def test_a_row_without_a_body_takes_the_header_in_its_text() -> None:
    (block,) = read_comment_row(None, None, "Silver Birch NGO (28 August 2023): It is late.", "Noted.", context("en"))

    assert (block.organisation_text, block.text, block.response) == ("Silver Birch NGO", "It is late.", "Noted.")


def test_a_balloon_keeps_its_author_and_date() -> None:
    block = read_balloon("Silver Birch NGO", datetime(2023, 8, 28, 14, 5, tzinfo=UTC), "The status should be red.", context("en"))

    assert (block.organisation_text, block.comment_date, block.date_text, block.date_issue) == ("Silver Birch NGO", date(2023, 8, 28), None, None)
    assert block.proposal.proposed_rating is Rating.RED


def test_a_kind_before_a_name_in_brackets_tells_what_the_name_does_not_and_is_kept_apart() -> None:
    lines = (
        "It was built.",
        "Civil society (Open Harbour, 3 May 2023):",
        "Count the boats.",
        "Civil society (Blue Lantern Forum):",
        "Light the quay.",
    )

    dated, undated = split("en", *lines).comments

    assert [(c.organisation_text, c.group, c.body.kind if c.body else None) for c in (dated, undated)] == [
        ("Open Harbour", "Civil society", OrganisationKind.NGO),
        ("Blue Lantern Forum", "Civil society", OrganisationKind.NGO),
    ]


@pytest.mark.parametrize("years", ["2018-2020", "2018–20", "2018"])
def test_years_behind_a_bodys_name_are_no_date_of_a_comment(years: str) -> None:
    assert split("en", f"Open Government Partnership ({years})", "The plan has five commitments.").comments == ()


def test_the_name_of_an_action_plan_above_a_date_heads_no_comment() -> None:
    assert split("ko", "대한민국 제4차 열린정부파트너십 국가실행계획", "2020년 8월 31일", "행정안전부 혁신기획과").comments == ()


def test_a_label_of_contacts_in_a_section_of_comments_names_nobody_who_comments() -> None:
    text = "Contact details: Open Government Unit, tel. 555 0142"
    said = Line(text, (Mark(kind=MarkKind.BOLD, start=0, end=text.index(":") + 1),))

    assert split_comments([said], CommentContext(languages=("en",), section_is_comments=True)).comments == ()


@pytest.mark.parametrize(
    ("language", "label", "header"),
    [
        ("nl", "Reactie actiehouder", "Stichting Haven (30 augustus 2023): Te laat."),
        ("en", "Comment by the action owner", "Open Harbour Forum (30 August 2023): It is late."),
        ("de", "Kommentar der federführenden Stelle", "Verein Hafen e. V. (30. August 2023): Es ist spät."),
        ("fr", "Observation du porteur", "Association du Port (30 août 2023) : C'est tard."),
    ],
)
def test_a_word_for_a_comment_and_one_for_who_is_responsible_label_the_authors_answer(language, label, header):
    (block,) = split(language, header, f"{label}: 2023.").comments

    assert block.response == "2023."
