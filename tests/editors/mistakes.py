"""Mistakes as people make them: each is one change of a good evaluation, and what an editor must say
at the line that was changed. `pagella eval` refuses each too, at more length."""
from typing import NamedTuple

Y2023 = "plans/casale-marittimo/2024-2026/evaluation-2023.yaml"
Y2024 = "plans/casale-marittimo/2024-2026/evaluation-2024.yaml"


class Mistake(NamedTuple):
    sentence: str
    document: str
    old: str
    new: str
    told: str


MISTAKES = [
    Mistake("a percentage without its sign", Y2023,
            "share: 30%", "share: 30", "una percentuale, con il suo segno"),
    Mistake("a decimal comma in an amount", Y2023,
            "fees: 612.00", "fees: 612,00", "un importo in euro"),
    Mistake("a mark outside the scale", Y2023,
            "altre: 6}", "altre: 7}", "un voto fra 4, 6, 8, 10"),
    Mistake("a mark with a word for its reason that is none", Y2023,
            "altre: 6}", "altre: {mark: 6, motivo: assente}}", "{mark: …, because: …}"),
    Mistake("a month that does not exist", Y2023,
            "to: 2023-12-31", "to: 2023-13-31", "una data, anno-mese-giorno"),
    Mistake("a day that does not exist", Y2023,
            "to: 2023-12-31", "to: 2023-11-31", "una data, anno-mese-giorno"),
    Mistake("a date as Italians write it", Y2023,
            "to: 2023-12-31", "to: 31/12/2023", "una data, anno-mese-giorno"),
    Mistake("another year than that of the rules", Y2023,
            "to: 2023-12-31", "to: 2024-12-31", "2023-12-31"),
    Mistake("yes in Italian", Y2023,
            "example: true", "example: si", "true o false"),
    Mistake("a key that nobody knows", Y2023,
            "      fees: 612.00\n", "      fees: 612.00\n      ferie: 3\n", "ferie is not allowed"),
    Mistake("a subject that is misspelt", Y2023,
            "secretary:", "secretari:", "secretari is not allowed"),
    Mistake("a criterion that is misspelt", Y2023,
            "altre: 6}", "altri: 6}", "altri is not allowed"),
    Mistake("a criterion without its mark", Y2023,
            ", altre: 6}", "}", "Missing property \"altre\""),
    Mistake("a text where a mark is to be", Y2023,
            "altre: 6}", "altre: buono}", "un voto fra 4, 6, 8, 10"),
    Mistake("a name with nothing in it", Y2023,
            "name: Comune B ", "name:          ", "un testo"),
    Mistake("a warning without its code", Y2023,
            "code: W0213", "code: 213", "il codice di un avviso"),
    Mistake("an error that nobody can acknowledge", Y2023,
            "code: W0213", "code: E0213", "il codice di un avviso"),
    Mistake("the name of another kind of warning", Y2024,
            "{code: W0321, name: scale,", "{code: W0213, name: scale,", "W0321"),
]
