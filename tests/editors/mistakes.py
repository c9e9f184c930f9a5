"""Mistakes as people make them: each is one change of a good evaluation, and what an editor must say
at the line that was changed. `pagella eval` refuses each too, at more length."""
from typing import NamedTuple

Y2023 = "plans/casale-marittimo/2024-2026/evaluation-2023.yaml"
Y2024 = "plans/casale-marittimo/2024-2026/evaluation-2024.yaml"
ROWS = "plans/casale-marittimo/2024-2026/evaluation-2023-rows.yaml"
ALL_ROWS = "plans/casale-marittimo/2024-2026/evaluation-2023-all-rows.yaml"

# Of the first the evaluation says a part and the rows the rest; of the second the rows say all.
_ROWS_HEAD = """\
rules: casale-marittimo/2023
period: {from: 2023-01-01, to: 2023-12-31}
example: true
acknowledged:
  - {code: W0213, because: la fonte stampa le schede dell'anno 2023 nel piano 2024/2026}
marks: [%s]
secretary:
  salary: 52318.47
  supplement: 13079.62
"""
_CSV_HEAD = "list: secretary.municipality;numbers: plain\n"
_RESULTS = "results.assistenza;results.coordinamento;results.riunioni;results.rogito"
_BEHAVIOUR = ("behaviour.collaborazione;behaviour.problemi;behaviour.enti;behaviour.tempo;"
              "behaviour.semplificazione")
WRITTEN = {
    ROWS: _ROWS_HEAD % "some.csv" + """\
  municipality:
    - name: Casale Marittimo # un'altra parte sta nelle righe
      share: 50%
      fees:
      results: {altre: 8}
    - name: Comune B
      share: 50%
      results: {assistenza: , altre: {mark: 6, because: poche}}
""",
    "plans/casale-marittimo/2024-2026/some.csv":
        _CSV_HEAD + f"name;fees;{_RESULTS};{_BEHAVIOUR}\n"
        "Casale Marittimo;1843.50;10;8;10;6;8;8;10;8;10\nComune B;612.00;8;8;8;6;8;8;8;8;8\n",
    ALL_ROWS: _ROWS_HEAD % "all.csv",
    "plans/casale-marittimo/2024-2026/all.csv":
        _CSV_HEAD + f"name;share;fees;{_RESULTS};results.altre;{_BEHAVIOUR}\n"
        "Casale Marittimo;100%;1843.50;10;8;10;6;8;8;8;10;8;10\n",
}


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
    Mistake("a text of blanks", Y2023,
            "name: Comune B ", "name: '  ' ", "un testo"),
    Mistake("a reason of blanks", Y2023,
            "altre: 6}", "altre: {mark: 6, because: ' '}}", "il motivo del voto"),
    Mistake("why all is well, in blanks", Y2024,
            "because: la fonte stampa le schede dell'anno 2023 nel piano 2024/2026",
            "because: '\u00a0'", "un testo"),
    Mistake("a day that only leap years have", Y2023,
            "to: 2023-12-31", "to: 2023-02-29", "una data, anno-mese-giorno"),
    Mistake("a mark in quotes outside the scale", Y2023,
            "altre: 6}", "altre: '7'}", "un voto fra 4, 6, 8, 10"),
    Mistake("a percentage over its maximum", Y2024,
            "covered: 91.5%", "covered: 100.5%", "una percentuale, con il suo segno"),
    Mistake("with rows, a key of the head that nobody knows", ROWS,
            "example: true", "exemple: true", "exemple is not allowed"),
    Mistake("with rows, yes in Italian", ROWS,
            "example: true", "example: si", "true o false"),
    Mistake("with rows, a subject that is misspelt", ROWS,
            "secretary:", "secretari:", "secretari is not allowed"),
    Mistake("with rows, a value that no row can say and that is missing", ROWS,
            "secretary:\n  salary: 52318.47\n", "secretary: # niente stipendio\n", "Missing property \"salary\""),
    Mistake("with rows, an amount that no row can say", ROWS,
            "supplement: 13079.62", "supplement: 13079,62", "un importo in euro"),
    Mistake("with rows, a percentage without its sign", ROWS,
            "name: Comune B\n      share: 50%", "name: Comune B\n      share: 50",
            "una percentuale, con il suo segno"),
    Mistake("with rows, a key that nobody knows", ROWS,
            "      fees:\n", "      ferie: 3\n", "ferie is not allowed"),
    Mistake("with rows, a criterion that is misspelt", ROWS,
            "results: {altre: 8}", "results: {altri: 8}", "altri is not allowed"),
    Mistake("with rows, a mark outside the scale", ROWS,
            "results: {altre: 8}", "results: {altre: 7}", "un voto fra 4, 6, 8, 10"),
    Mistake("with rows, a mark with a reason outside the scale", ROWS,
            "mark: 6, because: poche", "mark: 7, because: poche", "un voto fra 4, 6, 8, 10"),
    Mistake("with rows, an entry that says nobody's name", ROWS,
            "    - name: Comune B\n      share: 50%", "    - share: 50%", "Missing property \"name\""),
    Mistake("with rows alone, a value that no row can say", ALL_ROWS,
            "salary: 52318.47", "salary: 52.318,47", "un importo in euro"),
    Mistake("with rows alone, a key that nobody knows", ALL_ROWS,
            "  supplement:", "  suplement:", "suplement is not allowed"),
]
