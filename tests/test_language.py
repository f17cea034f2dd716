"""Languages of notes: also short ones, spoken ones and ones that are no language."""

import csv
from pathlib import Path

import pytest

from toolkit.language import detect_language, detect_languages


@pytest.mark.parametrize(
    ("text", "language"),
    [
        pytest.param("Chat auki iltaisin", "fi", id="short"),
        pytest.param("mä en oo saanu aikaa", "fi", id="spoken"),
        pytest.param("Jonot pois!", "fi", id="two words"),
        pytest.param("Snabbare hjälp", "sv", id="Swedish"),
        pytest.param("Let us choose the topic sometimes.", "en", id="English"),
        pytest.param("Terapi på svenska, kiitos, utan att vänta ett halvt år.", "sv", id="mixed"),
        pytest.param("en", "", id="a word of three languages"),
        pytest.param("ok", "", id="too little"),
        pytest.param("", "", id="nothing"),
        pytest.param("+1 😀 12.5.", "", id="no words"),
    ],
)
def test_detect_language(text: str, language: str) -> None:
    assert detect_language(text) == language


def test_many_texts_get_what_each_would() -> None:
    texts = ["Chat auki iltaisin", "ok", "Snabbare hjälp", "", "Let us choose the topic.", "+1"]

    assert detect_languages(texts) == [detect_language(text) for text in texts]
    assert detect_languages([]) == []


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_sentences_of_sib_200_are_recognised(shared_data: Path, language: str) -> None:
    with (shared_data / "finnish" / f"sib200_{language}.csv").open(encoding="utf-8") as file:
        texts = [row["text"] for row in csv.DictReader(file)][:300]
    right = sum(detect_language(text) == language for text in texts)
    wrong = sum(
        detect_language(" ".join(text.split()[2:5])) not in {language, ""} for text in texts
    )
    assert right >= 0.99 * len(texts)
    assert wrong <= 0.03 * len(texts)  # three words: rather nothing than a wrong language
