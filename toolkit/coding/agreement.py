"""Agreement beyond chance between coders, with an interval over resampled notes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from toolkit.domain import Agreement, Coding

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_DECIMALS = 6
_ENDS = (2.5, 97.5)


def measure_agreement(codings: Iterable[Coding], *, seed: int = 0, n_boot: int = 1000) -> Agreement:
    """Measure how far coders agree on notes that they coded without seeing each other's codes.

    *AC1* (Gwet, K. L. (2008), Computing inter-rater reliability and its variance in the presence of
    high agreement, British Journal of Mathematical and Statistical Psychology 61, 29–48; with
    missing codes: Handbook of Inter-Rater Reliability, 4th ed., 2014)::

        (p_a − p_e) / (1 − p_e),   p_e = Σ_k π_k (1 − π_k) / (q − 1)

    where p_a is the mean, over notes with two codes or more, of the share of equal pairs, π_k the
    mean over all notes of the share of code k, and q the number of codes in use.

    *Alpha*, nominal (Krippendorff, K. (2011), Computing Krippendorff's alpha-reliability; Hayes and
    Krippendorff (2007), Answering the call for a standard reliability measure for coding data,
    Communication Methods and Measures 1, 77–89)::

        1 − (n − 1) (n − Σ_c o_cc) / (n² − Σ_c n_c²)

    over the n codes of notes with two codes or more, n_c of which are c and o_cc of which coincide.

    Parameters
    ----------
    codings
        At most one code by a coder for a note; any number of coders, each of any of the notes.
    seed
        Of the resampling.
    n_boot
        Resamples of the notes; 0 for no intervals.

    Returns
    -------
    Agreement
        Figures rounded to six decimals; the same whatever the order and the names of codes.

    Raises
    ------
    ValueError
        If a coder gives two codes to a note, or no note has codes by two coders.
    """
    by_note = _gather(codings)
    pairable = {note_id: codes for note_id, codes in by_note.items() if len(codes) > 1}
    if not pairable:
        msg = "no note has been coded by two coders"
        raise ValueError(msg)
    parts = _count(by_note)
    ac1, alpha = _ac1(parts.sum(axis=0)), _alpha(parts.sum(axis=0))
    resampled = _resample(parts, seed=seed, n_boot=n_boot)
    return Agreement(
        coders=tuple(sorted({coder for codes in by_note.values() for coder in codes})),
        n_notes=len(pairable),
        percent=round(float(parts[:, 0].sum()) / len(pairable), _DECIMALS),
        ac1=round(float(ac1), _DECIMALS),
        ac1_interval=_interval(_ac1(resampled)),
        alpha=_figure(alpha),
        alpha_interval=_interval(_alpha(resampled)),
        disagreements=tuple(n for n, codes in pairable.items() if len(set(codes.values())) > 1),
    )


def _gather(codings: Iterable[Coding]) -> dict[str, dict[str, str]]:
    """Return note id → coder → code, sorted by note."""
    by_note: dict[str, dict[str, str]] = {}
    for coding in codings:
        codes = by_note.setdefault(coding.note_id, {})
        if codes.setdefault(coding.coder, coding.code) != coding.code:
            msg = f"{coding.coder} gives two codes to {coding.note_id}"
            raise ValueError(msg)
    return dict(sorted(by_note.items()))


def _count(by_note: Mapping[str, Mapping[str, str]]) -> NDArray[np.float64]:
    """Return what the two figures are made of, a row for every note.

    Both are functions of sums over notes, so that a resample is a sum of rows. The columns: share
    of equal pairs; whether there is a pair; 1; coinciding codes; then the share of each code in the
    note, and last how many of each code can be paired.
    """
    import numpy as np

    codes = sorted({code for given in by_note.values() for code in given.values()})
    place = {code: column for column, code in enumerate(codes)}
    counts = np.zeros((len(by_note), len(codes)))
    for row, given in enumerate(by_note.values()):
        for code in given.values():
            counts[row, place[code]] += 1
    n = counts.sum(axis=1, keepdims=True)
    paired = n > 1
    equal = (counts * (counts - 1)).sum(axis=1, keepdims=True) / np.where(paired, n - 1, 1)
    return np.hstack([equal / n, paired, np.ones_like(n), equal, counts / n, counts * paired])


def _ac1(sums: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return AC1 of every row of sums; nan where there is no pair."""
    import numpy as np

    n_codes = (sums.shape[-1] - 4) // 2
    with np.errstate(invalid="ignore", divide="ignore"):
        observed = sums[..., 0] / sums[..., 1]
        share = sums[..., 4 : 4 + n_codes] / sums[..., 2:3]
        expected = (share * (1 - share)).sum(axis=-1) / max(n_codes - 1, 1)
        return np.asarray((observed - expected) / (1 - expected))


def _alpha(sums: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return alpha of every row of sums; nan where all codes are the same."""
    import numpy as np

    n_codes = (sums.shape[-1] - 4) // 2
    of_code = sums[..., 4 + n_codes :]
    n = of_code.sum(axis=-1)
    with np.errstate(invalid="ignore", divide="ignore"):
        different = (n - 1) * (n - sums[..., 3])
        return np.asarray(1 - different / (n**2 - (of_code**2).sum(axis=-1)))


def _resample(parts: NDArray[np.float64], *, seed: int, n_boot: int) -> NDArray[np.float64]:
    """Return the sums over ``n_boot`` draws of as many notes as there are, with replacement."""
    import numpy as np

    n_notes = len(parts)
    draws = np.random.default_rng(seed).multinomial(n_notes, [1 / n_notes] * n_notes, size=n_boot)
    return np.asarray(draws @ parts)


def _interval(figures: NDArray[np.float64]) -> tuple[float, float] | None:
    import numpy as np

    known = np.sort(np.round(figures[np.isfinite(figures)], _DECIMALS))
    if not len(known):
        return None
    low, high = np.percentile(known, _ENDS)
    return round(float(low), _DECIMALS), round(float(high), _DECIMALS)


def _figure(value: NDArray[np.float64]) -> float | None:
    import numpy as np

    return round(float(value), _DECIMALS) if np.isfinite(value) else None
