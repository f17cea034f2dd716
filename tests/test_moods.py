"""What reads as a proposal: examples first, rules after them."""

from __future__ import annotations

import pytest

from toolkit.moods import looks_like_proposal

PROPOSALS = (
    # conditional modals, written and spoken
    "Pitäisikö vuoroja olla enemmän?",
    "Voisimme kysyä nuorilta.",
    "Kyyti pitäisi järjestää.",
    "Yksi numero. Pitäis olla yks numero mihin soittaa.",
    "Nuorisovaltuustolla pitäis olla oikee äänioikeus eikä vaan puheoikeus lautakunnassa.",
    "Tarttis vaan olla auki muulloinkin kuin tiistaina ja torstaina.",
    "Jospa sais samana päivänä ajan.",
    "Vois kysyä myös meiltä.",
    "Kannattais jalkautua iltaisin.",
    "Olis tosi kiva saada oma ohjaaja.",
    "Eikö lääkäri voisi tulla koululle?",
    "Ei ole aikaa, ja hoitajia tarvittaisiin lisää.",
    "Olisi tärkeää kuulla sisaruksia.",
    "rekrytointiin: saisimme haastatella uuden psykologin",
    # what has to be done
    "Etäajat pitää säilyttää.",
    "Ehkäisevä päihdetyö pitää tuoda alakouluun.",
    "Vanhemmille pitää kertoa mitä tapahtuu.",
    "Päihteiden sisältö pitää voida testata nimettömästi.",
    "Vanhemmille pitää aina kertoa.",
    "Nuoren tulee päästä hoitoon viikossa.",
    "Jonojen täytyy lyhentyä.",
    # proposing, wishing, missing
    "EHDOTAN iltavastaanottoa",
    "Toivoisin selkeämpää viestintää",
    "Haluaisin että lääkäri kysyis multa eikä mun äidiltä.",
    "Läheisille tarvitaan oma vertaisryhmä jokaiseen kuntaan.",
    "Järjestettäisiin avoin ilta kerran kuussa",
    "Asiaa tutkittaisiin ensin",
    "Voitaisiinko kokeilla chattia?",
    "Ne voitais järjestää yhdessä.",
    # imperatives and exclamations
    "Maksakaa kokemusasiantuntijoille kunnon palkkio, ei leffalippua.",
    "Kertokaa mitä meidän ehdotuksille tapahtu.",
    "Ei aina niitä samoja aktiivisia! Tulkaa amikseen, työpajalle ja Poukamaan.",
    "Nuorten ääni ensin, mutta kysykää joskus myös meiltä.",
    "Lisätkää valoja!",
    "Lopettakaa leikkaukset.",
    "Älkää ottako puhelimia pois nuokkarilta.",
    "Jonot pois!",
    "Lisää kohtaamispaikkoja!",
    "Jonot pitkiä. Lisää hoitajia.",
    "Enemmän aikaa yhdelle käynnille.",
    # Swedish and English
    "Det borde finnas mera tid.",
    "Mer tid för unga",
    "Unga ska få vård på sitt eget modersmål.",
    "Kön måste bli kortare",
    "Man bör lyssna på anhöriga.",
    "Jag vill få terapi på svenska.",
    "There should be more buses",
    "We need to lower the threshold.",
    "Someone must answer the phone.",
    "Could we meet at school?",
)

NO_PROPOSALS = (
    "Jono on pitkä.",
    "Tämä lisää jonoja.",
    "Asiat hoituivat uusiin tiloihin muuttaessa",
    "Kahvi oli hyvää.",
    # an adjective, not a verb
    "Totuin päivittäisiin käynteihin.",
    "Kuljen viikoittaisiin ja kuukausittaisiin ryhmiin.",
    "Jäi yksittäisiin kertoihin kohtuuhintaisiin palveluihin nähden.",
    "Ees tietäis mitä siinä on.",
    # the verb is negated
    "Minun ei kai täytyisi enää odottaa.",
    "En haluaisi kertoa kenellekään.",
    "Emme kaipaa salaisuuksia.",
    "He eivät saisi tietää.",
    "Kaksoisdiagnoosi ei saa tarkoittaa kahta jonoa.",
    "Vanhemmille EI saa soittaa ilman lupaa.",
    # pitää is to hold and to like, tulee is to come
    "Harrastus ilman maksuja ja suorittamista pitää monen pään pinnalla paremmin.",
    "Ohjaaja pitää huolta meistä.",
    "Moni pitää kahvista.",
    "Lupaus pitää paikkansa.",
    "Luottamus tulee siitä, että sama aikuinen tulee takaisin.",
    "Terapeutti tulee koululle, niin ei tarvitse lähteä.",
    "Nyt pitää odottaa puoli vuotta.",
    # nouns that end like imperatives
    "Aikaa on liian vähän.",
    "Siellä on lämmintä, porukkaa ja ilmaista teetä.",
    "Ruokaa oli tarjolla.",
    "Lukion psykologi vastaa viesteihin parissa päivässä, siitä iso plussa.",
    "ihan ok",
    "en tiiä",
    "Bra bemötande",
    "Man borde inte klaga.",
    "jag har inte behövt berätta allt på nytt",
    "It could rain",
    "Nobody should worry.",
    "You do not need to call.",
)


@pytest.mark.parametrize("text", PROPOSALS)
def test_what_asks_for_something_reads_as_a_proposal(text: str) -> None:
    assert looks_like_proposal(text)


@pytest.mark.parametrize("text", NO_PROPOSALS)
def test_what_tells_how_things_are_does_not(text: str) -> None:
    assert not looks_like_proposal(text)
