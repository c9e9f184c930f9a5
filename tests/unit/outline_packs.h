/* Two real systems as rule files: the secretary of Casale Marittimo, and a liquidation of Terlizzi.
 */
#ifndef TESTS_UNIT_OUTLINE_PACKS_H
#define TESTS_UNIT_OUTLINE_PACKS_H

/* clang-format off: each line is a line of the file */
static const char casale[] =
    "local marks = { 4, 6, 8, 10 }\n"
    "\n"
    "local result_pay = bands \"result_pay\" {\n"
    "  source = \"PIAO 2024/2026, All. A1, Segretario comunale\",\n"
    "  gaps   = \"refuse\",                         -- 40.5 is in no published band: never guess\n"
    "  { from =  0, to =  40, give = \"0%\"  },\n"
    "  { from = 41, to =  50, give = \"4%\"  },\n"
    "  { from = 51, to =  70, give = \"6%\"  },\n"
    "  { from = 71, to =  85, give = \"8%\"  },\n"
    "  { from = 86, to = 100, give = \"10%\" },\n"
    "}\n"
    "\n"
    "return subject {\n"
    "  title      = \"Segretario comunale\",\n"
    "  salary     = money   { title = \"Stipendio e posizione\" },\n"
    "  supplement = money   { title = \"Retribuzione aggiuntiva sedi convenzionate\" },\n"
    "  ceiling    = percent { value = \"10%\", source = \"…\" },\n"
    "\n"
    "  municipality = list {\n"
    "    name      = text    {},\n"
    "    share     = percent { sum = \"100%\" },\n"
    "    fees      = money   { title = \"Diritti di segreteria\" },\n"
    "    results   = sheet   { from = \"plan.secretary.results\",   marks = marks },\n"
    "    behaviour = sheet   { from = \"plan.secretary.behaviour\", marks = marks },\n"
    "\n"
    "    total     = points  { title = \"Punteggio\", max = 100,\n"
    "                          of = function(m) return sum(m.results) + sum(m.behaviour) end },\n"
    "    percent   = percent { title = \"Percentuale\", bands = result_pay, by = \"total\" },\n"
    "    base      = money   { of = function(m, s) return (s.salary + s.supplement) * m.share + "
    "m.fees end },\n"
    "    pay       = money   { title = \"Retribuzione di risultato\", payable = true, round = "
    "\"cent\",\n"
    "                          of = function(m, s) return m.base * least(m.percent, s.ceiling) end "
    "},\n"
    "  },\n"
    "\n"
    "  pay = money { title = \"Totale\", of = function(s) return sum(s.municipality, \"pay\") end "
    "},\n"
    "}\n";

static const char terlizzi[] =
    "return subject {\n"
    "  full         = money   { title = \"Risultato pieno, posizione di peso 100\" },\n"
    "  interim_rate = percent { value = \"85%\" },\n"
    "  year_days    = whole   { value = 365 },            -- also in 2020: so the published act\n"
    "  line = list {\n"
    "    weight     = percent {}, score = percent { max = \"100%\" }, days = whole {},\n"
    "    interim    = flag    { default = false },\n"
    "    convention = percent { default = \"100%\" },\n"
    "    position   = money { round = \"cent\", of = function(l, s) return s.full * l.weight end "
    "},\n"
    "    unit       = money { round = \"cent\", of = function(l, s)\n"
    "                   if l.interim then return l.position * s.interim_rate end\n"
    "                   return l.position end },\n"
    "    amount     = money { round = \"cent\", of = function(l, s) return l.unit * l.days / "
    "s.year_days * l.score end },\n"
    "    payable    = money { round = \"cent\", payable = true, of = function(l) return l.amount * "
    "l.convention end },\n"
    "  },\n"
    "}\n";
/* clang-format on */

#endif
