"""What comments propose, and the colours they only mention."""

import pytest

from pipeline.curation.comments.proposals import read_proposal
from pipeline.curation.wording.matching import fold
from pipeline.curation.wording.sentences import sentences
from pipeline.tables import Proposal, Rating

EXPLICIT = [
    ("he", "אנו מציעים לשנות את הדירוג מירוק לצהוב.", "amber"),
    ("he", "יש לדרג את אבן הדרך באדום.", "red"),
    ("he", "אנו ממליצים על צהוב במקום ירוק.", "amber"),
    ("tr", "Değerlendirmenin yeşilden sarıya değiştirilmesini öneriyoruz.", "amber"),
    ("tr", "Bu faaliyet KIRMIZI olarak değerlendirilmelidir.", "red"),
    ("tr", "Yeşil yerine sarı öneriyoruz.", "amber"),
    ("ko", "평가를 녹색에서 황색으로 변경할 것을 제안한다.", "amber"),
    ("ko", "녹색 대신 황색을 제안한다.", "amber"),
    ("ko", "이 세부과제는 적색으로 평가해야 한다.", "red"),
    ("ko", "녹색 평가에 동의하지 않으며, 황색이 타당하다고 본다.", "amber"),
    ("uk", "Просимо позначити захід червоним кольором.", "red"),
    ("ru", "Просим отметить мероприятие красным.", "red"),
    ("hr", "Molimo označiti mjeru crvenom bojom.", "red"),
    ("it", "Chiediamo di contrassegnare l'attività in rosso.", "red"),
    ("ro", "Considerăm că ar trebui să fie galben, deoarece lipsesc datele.", "amber"),
    ("hr", "Smatramo da bi trebalo biti žuto, jer nedostaju podaci.", "amber"),
    ("et", "Leiame, et see peaks olema kollane, sest andmed puuduvad.", "amber"),
    ("sr", "Сматрамо да треба да буде жуто, јер нема података.", "amber"),
    ("en", "The completion level should be changed to limited.", "amber"),
    ("en", "We consider that this milestone should be rated not started.", "red"),
    ("en", "The level should be lowered from substantial to limited.", "amber"),
    ("es", "Proponemos que el estado cambie a No iniciado.", "red"),
    ("pt", "Propomos que o nível global passe para Limitado.", "amber"),
    ("fr", "Nous proposons de classer ce jalon comme non démarré.", "red"),
    ("hr", "Predlažemo da se aktivnost ocijeni kao djelomično provedena.", "amber"),
    ("cs", "Navrhujeme, aby byl milník označen červeně.", "red"),
    ("mk", "Предлагаме мерката да се означи во црвено.", "red"),
    ("mk", "Бараме статусот да се промени од зелен во жолт.", "amber"),
    ("sk", "Navrhujeme, aby bol míľnik označený na červeno.", "red"),
    ("sk", "Žiadame zmeniť hodnotenie zo zelenej na žltú.", "amber"),
    ("de", "Der Status sollte auf „nicht begonnen“ gesetzt werden.", "red"),
    ("de", "Wir schlagen die Bewertung Rot vor.", "red"),
    ("de", "Wir empfehlen Gelb statt Grün.", "amber"),
    ("de", "Der grünen Bewertung stimmen wir nicht zu; sie sollte gelb sein.", "amber"),
    ("de", "Wir stimmen der grünen Bewertung nicht zu; sie sollte gelb sein.", "amber"),
    ("fi", "Ehdotamme, että arvio muutetaan keltaisesta punaiseksi.", "red"),
    ("fi", "Arvion tulisi olla keltainen, koska tiedot puuttuvat.", "amber"),
    ("fi", "Mielestämme toimenpide tulisi merkitä punaiseksi.", "red"),
    ("no", "Statusen bør settes til «ikke påbegynt».", "red"),
    ("no", "Vi foreslår å endre vurderingen fra grønn til gul.", "amber"),
    ("no", "Vi foreslår gult i stedet for grønt.", "amber"),
    ("no", "Vi føreslår at statusen blir endra til raud.", "red"),
    ("sv", "Statusen bör sättas till ”ej påbörjad”.", "red"),
    ("sv", "Vi föreslår att bedömningen ändras från grön till gul.", "amber"),
    ("sv", "Vi rekommenderar gult i stället för grönt.", "amber"),
    ("da", "Status bør sættes til »ikke påbegyndt«.", "red"),
    ("da", "Status bør være »delvist gennemført«.", "amber"),
    ("da", "Vi foreslår, at vurderingen ændres fra grøn til gul.", "amber"),
    ("da", "Vi anbefaler gul i stedet for grøn.", "amber"),
    ("el", "Ζητούμε το ορόσημο να χαρακτηριστεί κόκκινο.", "red"),
    ("el", "Η αξιολόγηση πρέπει να είναι κόκκινη, διότι λείπουν τα δεδομένα.", "red"),
    ("el", "Προτείνουμε κίτρινο αντί για πράσινο.", "amber"),
    ("el", "Δεν συμφωνούμε με την πράσινη αξιολόγηση· θα έπρεπε να είναι κίτρινη.", "amber"),
    ("el", "Θεωρούμε ότι η κατάσταση θα πρέπει να αλλάξει σε «δεν έχει ξεκινήσει».", "red"),
    ("nl", "Wij verzoeken de mijlpaal als rood te markeren.", "red"),
    ("nl", "De beoordeling moet rood zijn, omdat de gegevens ontbreken.", "red"),
    ("nl", "Wij adviseren oranje in plaats van groen.", "amber"),
    ("nl", "Wij zijn het niet eens met de groene beoordeling; die zou oranje moeten zijn.", "amber"),
    ("nl", "De status moet naar „niet gestart” worden gewijzigd.", "red"),
    ("lt", "Prašome veiksmą pažymėti raudona spalva.", "red"),
    ("lt", "Vertinimas turėtų būti raudonas, nes trūksta duomenų.", "red"),
    ("lt", "Siūlome geltoną vietoj žalios.", "amber"),
    ("lt", "Nesutinkame su žaliu vertinimu; jis turėtų būti geltonas.", "amber"),
    ("lt", "Siūlome būklę pakeisti į „nepradėta“.", "red"),
    ("lv", "Lūdzam pasākumu atzīmēt ar sarkanu krāsu.", "red"),
    ("lv", "Vērtējumam būtu jābūt sarkanam, jo trūkst datu.", "red"),
    ("lv", "Ierosinām dzeltenu, nevis zaļu vērtējumu.", "amber"),
    ("lv", "Nepiekrītam zaļajam vērtējumam; tam jābūt dzeltenam.", "amber"),
    ("lv", "Statuss būtu jāmaina uz “nav uzsākts”.", "red"),
    ("en", "We propose amber.", "amber"),
    ("en", "Please change the assessment from green to amber.", "amber"),
    ("en", "We suggest amber instead of green.", "amber"),
    ("en", "Our proposed rating: red", "red"),
    ("en", "The status should be “Limited”.", "amber"),
    ("en", "We do not agree with the green rating; it should be amber.", "amber"),
    ("en", "The draft was not submitted and the assessment should be amber.", "amber"),
    ("en", "We consider this milestone to be red.", "red"),
    ("es", "La calificación debería ser roja.", "red"),
    ("es", "Solicitamos modificar la calificación de verde a amarillo.", "amber"),
    ("fr", "Nous demandons que la note passe du vert au rouge.", "red"),
    ("pt", "Propomos alterar a avaliação para vermelho.", "red"),
    ("ro", "Propunem schimbarea calificativului în roșu.", "red"),
    ("sr", "Предлажемо да се оцена промени у црвену.", "red"),
    ("sr", "Predlažemo da se ocena promeni u „žuto“.", "amber"),
    ("hr", "Predlažemo promjenu ocjene iz zelene u žutu.", "amber"),
    ("bg", "Предлагаме оценката да се промени на червен цвят.", "red"),
    ("uk", "Оцінка має бути червоною.", "red"),
    ("uk", "Пропонуємо змінити оцінку на «жовтий».", "amber"),
    ("ru", "Предлагаем изменить оценку с зелёной на жёлтую.", "amber"),
    ("ky", "Баасын кызылга өзгөртүүнү сунуштайбыз.", "red"),
    ("mn", "Үнэлгээг “улаан” болгож өөрчлөхийг санал болгож байна.", "red"),
    ("mn", "Үнэлгээг ногооноос шар болгохыг санал болгож байна.", "amber"),
    ("ka", "გთავაზობთ შეფასების შეცვლას წითელზე.", "red"),
    ("hy", "Առաջարկում ենք գնահատականը փոխել կարմիրի։", "red"),
    ("sq", "Propozojmë që vlerësimi të ndryshohet në të kuqe.", "red"),
    ("id", "Kami mengusulkan penilaian diubah menjadi merah.", "red"),
    ("ar", "نقترح تغيير التقييم إلى الأحمر.", "red"),
    ("it", "Proponiamo di cambiare la valutazione in rosso.", "red"),
    ("cs", "Navrhujeme změnit hodnocení na červenou.", "red"),
    ("et", "Teeme ettepaneku muuta hinnang punaseks.", "red"),
]

CONDITIONAL = [
    ("he", "אם החוק יתקבל, ניתן לשנות את הדירוג לירוק.", "green"),
    ("tr", "Kanun değiştirilirse değerlendirme yeşile yükseltilebilir.", "green"),
    ("ko", "법률이 제정되면 평가를 녹색으로 변경할 수 있다.", "green"),
    ("ar", "إذا نشر التقرير فيمكن تعديل التقييم إلى اللون الأصفر.", "amber"),
    ("en", "The rating is red, but could be amber if the data are published.", "amber"),
    ("en", "We would agree with green once the act is in force.", "green"),
    ("en", "It should be green if the act is adopted, otherwise red.", None),
    ("es", "Si se publican los datos, la calificación podría pasar a verde.", "green"),
    ("fr", "Si le texte est déposé, le statut pourra passer au vert.", "green"),
    ("pt", "Se a lei for aprovada, a avaliação poderá passar para verde.", "green"),
    ("ro", "Dacă legea va fi adoptată, evaluarea ar putea deveni verde.", "green"),
    ("sr", "Ako se zakon usvoji, ocena može da bude zelena.", "green"),
    ("hr", "Ako se zakon donese, ocjena može biti zelena.", "green"),
    ("bg", "Ако законът бъде приет, оценката може да стане зелена.", "green"),
    ("uk", "Якщо закон буде ухвалено, оцінку можна змінити на «зелений».", "green"),
    ("ru", "Если проект будет опубликован, статус может стать зелёным.", "green"),
    ("ky", "Эгер мыйзам кабыл алынса, баасы жашылга өзгөрүшү мүмкүн.", "green"),
    ("mn", "Хэрэв хуулийн төсөл батлагдвал үнэлгээг ногоон болгох боломжтой.", "green"),
    ("ka", "თუ კანონი მიიღება, შეფასება შეიძლება გახდეს მწვანე.", "green"),
    ("hy", "Եթե օրենքն ընդունվի, գնահատականը կարող է դառնալ կանաչ։", "green"),
    ("sq", "Nëse ligji miratohet, vlerësimi mund të kalojë në të gjelbër.", "green"),
    ("id", "Jika undang-undang disahkan, status dapat diubah menjadi hijau.", "green"),
    ("ar", "إذا تم اعتماد القانون، يمكن تغيير التقييم إلى «أخضر».", "green"),
    ("it", "Se la legge sarà approvata, la valutazione potrebbe passare a verde.", "green"),
    ("cs", "Pokud bude zákon přijat, hodnocení lze změnit na zelenou.", "green"),
    ("et", "Kui seadus vastu võetakse, võiks hinnang olla roheline.", "green"),
    ("mk", "Ако се донесе законот, оценката може да биде зелена.", "green"),
    ("sk", "Ak bude zákon prijatý, hodnotenie možno zmeniť na zelenú.", "green"),
    ("de", "Wenn das Gesetz in Kraft tritt, kann die Bewertung auf Grün geändert werden.", "green"),
    ("de", "Sobald das Gesetz am 1. Juli 2024 gilt, wäre Grün denkbar.", "green"),
    ("fi", "Jos laki hyväksytään, arvio voisi olla vihreä.", "green"),
    ("no", "Dersom loven blir vedtatt, kan vurderingen endres til grønn.", "green"),
    ("sv", "Om lagen antas kan bedömningen ändras till grön.", "green"),
    ("da", "Hvis loven vedtages, kan vurderingen ændres til grøn.", "green"),
    ("el", "Αν ψηφιστεί ο νόμος, η αξιολόγηση μπορεί να αλλάξει σε πράσινο.", "green"),
    ("nl", "Als de wet wordt aangenomen, kan de beoordeling groen worden.", "green"),
    ("lt", "Jei įstatymas bus priimtas, vertinimą galima pakeisti į žalią.", "green"),
    ("lv", "Ja likums tiks pieņemts, vērtējumu var mainīt uz zaļu.", "green"),
]

AGREEING = [
    ("he", "אנו מסכימים עם הדירוג האדום.", "red"),
    ("tr", "Kırmızı değerlendirmeye katılıyoruz.", "red"),
    ("ko", "적색 평가에 동의한다.", "red"),
    ("en", "We agree with the rating limited.", "amber"),
    ("en", "We agree with the red rating.", "red"),
    ("en", "We agree that the status should be red.", "red"),
    ("en", "The rating should remain amber until the act is passed.", "amber"),
    ("es", "Estamos de acuerdo con la calificación verde.", "green"),
    ("fr", "Nous sommes d’accord avec la couleur rouge.", "red"),
    ("pt", "Concordamos com a classificação amarela.", "amber"),
    ("sr", "Слажемо се са црвеном оценом.", "red"),
    ("uk", "Погоджуємося з червоною оцінкою.", "red"),
    ("ka", "ვეთანხმებით წითელ შეფასებას.", "red"),
    ("id", "Kami setuju dengan penilaian merah.", "red"),
    ("ar", "نوافق على التقييم الأحمر.", "red"),
    ("mk", "Се согласуваме со црвената оценка.", "red"),
    ("sk", "Súhlasíme s červeným hodnotením.", "red"),
    ("de", "Wir stimmen der roten Bewertung zu.", "red"),
    ("fi", "Olemme samaa mieltä punaisesta arviosta.", "red"),
    ("no", "Vi er enige i den røde vurderingen.", "red"),
    ("sv", "Vi instämmer i den röda bedömningen.", "red"),
    ("da", "Vi er enige i den røde vurdering.", "red"),
    ("el", "Συμφωνούμε με την κόκκινη αξιολόγηση.", "red"),
    ("el", "Η αξιολόγηση πρέπει να παραμείνει κίτρινη.", "amber"),
    ("nl", "Wij zijn het eens met de rode beoordeling.", "red"),
    ("nl", "De beoordeling moet oranje blijven.", "amber"),
    ("lt", "Sutinkame su raudonu vertinimu.", "red"),
    ("lt", "Vertinimas turėtų likti geltonas.", "amber"),
    ("lv", "Piekrītam sarkanajam vērtējumam.", "red"),
    ("lv", "Vērtējumam jāpaliek dzeltenam.", "amber"),
]

ASKING = [
    ("he", "אנו מבקשים הערכה מחדש של ההתחייבות."),
    ("tr", "Taahhüdün yeniden değerlendirilmesini talep ediyoruz."),
    ("ko", "공약의 재평가를 요청한다."),
    ("ko", "세부과제를 다시 평가해 줄 것을 요청합니다."),
    ("cs", "Žádáme o nové posouzení tohoto milníku."),
    ("de", "Wir bitten um eine neue Beurteilung dieser Maßnahme."),
    ("en", "We ask that the assessment be repeated after the rainy season."),
    ("en", "We urge the ministry to rate the milestone again."),
    ("et", "Palume hinnata tegevust uuesti, kui register on avatud."),
    ("cs", "Žádáme, aby byl milník znovu vyhodnocen."),
    ("ru", "Просим ещё раз оценить мероприятие."),
    ("en", "The milestone needs to be reassessed."),
    ("en", "We suggest re-evaluating after the data arrive."),
    ("es", "Solicitamos una nueva evaluación del compromiso."),
    ("fr", "Nous demandons une réévaluation de cette activité."),
    ("pt", "Pedimos que o marco seja reavaliado."),
    ("ro", "Solicităm reevaluarea acțiunii."),
    ("sr", "Тражимо поновно оцењивање мере."),
    ("hr", "Tražimo ponovno ocjenjivanje mjere."),
    ("bg", "Молим мярката да бъде преоценена."),
    ("uk", "Просимо переоцінити захід."),
    ("ru", "Просим переоценить мероприятие."),
    ("ky", "Иш-чараны кайра баалоону суранабыз."),
    ("mn", "Мэдээлэл авсны дараа дахин үнэлэхийг санал болгож байна."),
    ("ka", "გთხოვთ, ხელახლა შეფასდეს ვალდებულება."),
    ("hy", "Խնդրում ենք վերագնահատել միջոցառումը։"),
    ("sq", "Kërkojmë rivlerësimin e masës."),
    ("id", "Kami meminta penilaian ulang atas tonggak ini."),
    ("ar", "نطلب إعادة تقييم هذا الالتزام."),
    ("it", "Chiediamo una rivalutazione dell’impegno."),
    ("cs", "Žádáme o přehodnocení závazku."),
    ("et", "Palume tegevust uuesti hinnata."),
    ("mk", "Бараме повторно оценување на мерката."),
    ("mk", "Молиме мерката повторно да се оцени."),
    ("sk", "Žiadame o prehodnotenie záväzku."),
    ("sk", "Žiadame, aby bol míľnik znovu vyhodnotený."),
    ("de", "Wir bitten um eine Neubewertung der Maßnahme."),
    ("de", "Wir bitten, den Meilenstein erneut zu bewerten."),
    ("fi", "Pyydämme, että toimenpide arvioidaan uudelleen."),
    ("fi", "Pyydämme sitoumuksen uudelleenarviointia."),
    ("no", "Vi ber om en ny vurdering av tiltaket."),
    ("no", "Vi ber om at milepælen vurderes på nytt."),
    ("sv", "Vi begär en ny bedömning av åtgärden."),
    ("sv", "Vi begär att milstolpen bedöms på nytt."),
    ("da", "Vi anmoder om en ny vurdering af aktiviteten."),
    ("da", "Vi beder om, at milepælen vurderes på ny."),
    ("el", "Ζητούμε την επαναξιολόγηση της δέσμευσης."),
    ("el", "Παρακαλούμε το ορόσημο να αξιολογηθεί εκ νέου."),
    ("nl", "Wij verzoeken om een herbeoordeling van het actiepunt."),
    ("nl", "Wij vragen de mijlpaal opnieuw te beoordelen."),
    ("lt", "Prašome įsipareigojimą įvertinti iš naujo."),
    ("lt", "Prašome pakartotinio priemonės vertinimo."),
    ("lv", "Lūdzam apņemšanos novērtēt vēlreiz."),
    ("lv", "Lūdzam atkārtotu pasākuma novērtējumu."),
]

MENTIONING = [
    ("en", "We recommend that access to the register be limited to officials."),
    ("en", "The assessment should be completed by June."),
    ("en", "The training should be completed and the portal marked with a logo."),
    ("en", "We ask again that the evaluation report be published."),
    ("es", "Pedimos que el registro sea limitado a funcionarios."),
    ("en", "We recommend investment in the green economy and cutting red tape."),
    ("en", "The RED FLAG indicator should be published."),
    ("en", "We suggest support from the Green Climate Fund."),
    ("en", "The rating should not be changed to green."),
    ("en", "The colour was changed to green by the ministry."),
    ("en", "There is no need to re-evaluate the milestone."),
    ("en", "The ministry re-evaluated 14 schools in May."),
    ("en", "The evaluation should be completed soon."),
    ("es", "No debería cambiarse a verde."),
    ("es", "Recomendamos invertir en la economía verde."),
    ("es", "Proponemos que la Red Vecinal participe."),
    ("es", "Agradecemos a la Cruz Roja; sugerimos más talleres."),
    ("fr", "Le statut ne devrait pas passer au vert."),
    ("fr", "Nous recommandons l’économie verte."),
    ("hr", "Ocjenu ne treba mijenjati u zelenu."),
    ("uk", "Не слід змінювати оцінку на зелений."),
    ("uk", "Пропонуємо перейти на зелену енергетику."),
    ("ru", "Благодарим Красный Крест и предлагаем расширить программу."),
]


@pytest.mark.parametrize(("language", "text", "rating"), EXPLICIT)
def test_a_rating_is_proposed(language: str, text: str, rating: str) -> None:
    read = read_proposal(text, [language])

    assert (read.proposal, read.proposed_rating, read.proposal_text, read.asks_reevaluation) == ("explicit", rating, text, False)


@pytest.mark.parametrize(("language", "text", "rating"), CONDITIONAL)
def test_a_rating_is_proposed_under_a_condition(language: str, text: str, rating: str | None) -> None:
    read = read_proposal(text, [language])

    assert (read.proposal, read.proposed_rating, read.proposal_text) == ("conditional", rating, text)


@pytest.mark.parametrize(("language", "text", "rating"), AGREEING)
def test_agreement_proposes_nothing_and_confirms_a_rating(language: str, text: str, rating: str) -> None:
    read = read_proposal(text, [language])

    assert (read.proposal, read.proposed_rating, read.proposal_text, read.confirmed_rating) == ("none", None, None, rating)


@pytest.mark.parametrize(("language", "text"), ASKING)
def test_a_new_assessment_is_asked_for(language: str, text: str) -> None:
    read = read_proposal(text, [language])

    assert (read.proposal, read.asks_reevaluation, read.proposal_text) == ("none", True, text)


@pytest.mark.parametrize(("language", "text"), MENTIONING)
def test_a_mere_mention_proposes_nothing(language: str, text: str) -> None:
    read = read_proposal(text, [language])

    assert (read.proposal, read.proposed_rating, read.confirmed_rating, read.asks_reevaluation) == ("none", None, None, False)


def test_the_report_s_own_words_are_ratings() -> None:
    read = read_proposal("Assessment should be “With grave delays”.", ["en"], {"with grave delays": Rating.RED})

    assert read.proposed_rating is Rating.RED


def test_the_whole_sentence_is_the_proposal_s_text() -> None:
    read = read_proposal("See Art. 8 of the act. We propose to change the rating to amber. Thank you.", ["en"])

    assert read.proposal_text == "We propose to change the rating to amber."


def test_an_explicit_proposal_goes_before_a_conditional_one() -> None:
    read = read_proposal("We propose amber. The rating could become green if the data are published.", ["en"])

    assert (read.proposal, read.proposed_rating, read.proposal_text) == ("explicit", "amber", "We propose amber.")


def test_who_proposes_a_rating_asks_for_no_new_assessment() -> None:
    read = read_proposal("We ask to re-evaluate the milestone. It should be red.", ["en"])

    assert (read.proposed_rating, read.asks_reevaluation) == ("red", False)


@pytest.mark.parametrize(
    ("language", "text", "count"),
    [
        ("en", "Mr. J. Smith came. See Art. 8. Version 2.0 is out.", 3),
        ("uk", "Згідно зі ст. 5 Закону. Пропонуємо змінити.", 2),
        ("ko", "2023. 8. 28. 제정되었다. 변경을 제안한다.", 2),
        ("tr", "Kanun 28 Ağustos 2023'te kabul edildi, bkz. 4. Ulusal Eylem Planı. Değişiklik öneriyoruz.", 2),
        ("he", "החוק התקבל, ראו מס. 5. אנו מציעים שינוי.", 2),
        ("cs", "Dne 28. srpna 2023 byl přijat. Navrhujeme změnu.", 2),
        ("sk", "Dňa 28. augusta 2023 bol prijatý podľa § 5 ods. 2. Navrhujeme zmenu.", 2),
        ("mk", "Согласно чл. 5 од Законот. Предлагаме промена.", 2),
        ("de", "Am 28. August 2023 trat es in Kraft. Das Referat plant z. B. Schulungen.", 2),
        ("de", "Der 4. Nationale Aktionsplan hat 12. Die übrigen folgen im 2. Halbjahr.", 2),
        ("da", "Den 28. august 2023 trådte loven i kraft. Styrelsen planlægger bl.a. Kurser.", 2),
        ("sv", "Den 28. augusti 2023 trädde lagen i kraft. Myndigheten planerar bl.a. Utbildningar.", 2),
        ("no", "Den 28. august 2023 trådte loven i kraft. Etaten planlegger bl.a. Kurs.", 2),
        ("fi", "Laki tuli voimaan 28. elokuuta 2023. Ministeriö järjestää esim. Koulutuksia.", 2),
        ("el", "Σύμφωνα με το άρθ. 5 του Νόμου. Προτείνουμε αλλαγή.", 2),
        ("nl", "Dit volgt uit art. 5 van de Wet. Wij stellen een wijziging voor, bijv. Een register.", 2),
        ("lt", "Registras veikia nuo 2023 m. kovo 12 d. pagal įstatymo 5 str. Siūlome pakeitimą, pvz. Naują terminą. Tai svarbu.", 2),
        ("lv", "Reģistrs darbojas no 2023. gada 12. marta. Ierosinām izmaiņas, piem. Jaunu termiņu.", 2),
        ("lv", "Tas ir 5. Nacionālais plāns. Ierosinām izmaiņas.", 2),
        ("hy", "Փոխել է պետք։ Հետո՝ կանաչ։", 2),
        ("ka", "შევცვალოთ. შემდეგ ნაბიჯი.", 2),
        ("ar", "ما السبب؟ لا شيء.", 2),
        ("en", "One\nTwo", 2),
    ],
)
def test_sentences_end_where_they_do(language: str, text: str, count: int) -> None:
    assert len(sentences(text, [language])) == count


@pytest.mark.parametrize(
    ("language", "text", "word"),
    [
        ("el", "Συμφωνούμε με τον χαρακτηρισμό «Μερικώς έτοιμος».", "Μερικώς έτοιμος"),
        ("fr", "Nous approuvons la note « Livré à moitié ».", "Livré à moitié"),
    ],
)
def test_a_word_of_the_legend_is_known_with_its_accents(language, text, word):
    assert read_proposal(text, (language,), {fold(word): Rating.AMBER}).confirmed_rating is Rating.AMBER


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("nl", "Als de inventarisatie openbaar wordt, is de status ‘beperkt’ terecht."),
        ("en", "If the list is published, the status is ‘limited’."),
        ("fr", "Si la liste est publiée, le statut est « limité »."),
    ],
)
def test_a_rating_that_would_hold_under_a_condition_is_proposed(language, text):
    read = read_proposal(text, [language])

    assert (read.proposed_rating, read.proposal, read.proposal_text) == (Rating.AMBER, Proposal.CONDITIONAL, text)


def test_a_condition_that_names_a_rating_proposes_none():
    assert read_proposal("If the status is ‘limited’, say what is missing.", ["en"]).proposed_rating is None
