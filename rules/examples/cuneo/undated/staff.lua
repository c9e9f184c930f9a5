-- Il premio del personale: i punti, con un massimo diverso per ogni qualifica, danno una classe; la classe
-- dà delle unità; il fondo si divide in proporzione alle unità.
use "lib/funds"

local weights = keyed "weights" {
  title  = "Punti massimi per qualifica",
  source = "Comune di Cuneo, Dati relativi ai premi: tabella dei pesi",
  dirigenti = { organization = 60, proposing = 10, contribution =  0, behaviour = 30 },
  d_po      = { organization = 60, proposing =  0, contribution =  0, behaviour = 40 },   -- categoria D con posizione organizzativa
  d         = { organization = 40, proposing =  0, contribution = 10, behaviour = 50 },
  c         = { organization = 30, proposing =  0, contribution = 10, behaviour = 60 },
  b         = { organization = 30, proposing =  0, contribution = 10, behaviour = 60 },
  a         = { organization = 30, proposing =  0, contribution = 10, behaviour = 60 },
}

-- Le classi come pubblicate, al centesimo di punto. Un punteggio più fine (80,005) non è in nessuna.
local classes = bands "classes" {
  title  = "Classi di merito e unità di riparto",
  source = "Comune di Cuneo, Dati relativi ai premi: tabella delle classi",
  gaps   = "refuse",
  { from =  0,      to =  60, give = { class = "4", units =   0 } },
  { from = "60.01", to =  70, give = { class = "3", units = 100 } },
  { from = "70.01", to =  80, give = { class = "2", units = 150 } },
  { from = "80.01", to = 100, give = { class = "1", units = 200 } },
}

-- I punti di una parte che non tutte le qualifiche hanno: chi la ha li scrive, anche quando sono zero, e gli altri no.
local function is_there(given, ceiling) return given ~= nil or is(ceiling, 0) end
local function is_due(given, ceiling) return given == nil or ceiling > 0 end
local function is_within(given, ceiling) return given == nil or is(ceiling, 0) or given <= ceiling end

local function or_none(given)
  if given == nil then return 0 end
  return given
end

return subject {
  title = "Premio per classi di merito",

  limits = choice { { "as printed", "come stampati, da 80,01" }, { "strict", "oltre 80" }, value = "as printed",
    title = "Lettura dei limiti delle classi",
    note  = "Come stampati, un punteggio fra 80 e 80,01 è un errore; con «oltre 80», 80,005 conta come 80,01." },

  fund = money { title = "Fondo da dividere" },

  person = list {
    title = "Posti",

    name         = text   { title = "Posto", column = "Posto" },
    category     = choice { { "dirigenti", "Dirigenti" }, { "d_po", "D con posizione organizzativa" },
      { "d", "D" }, { "c", "C" }, { "b", "B" }, { "a", "A" }, title = "Qualifica", column = "Qualifica" },
    organization = points { title = "Risultati dell'ente: obiettivi" },
    proposing    = points { title = "Risultati dell'ente: capacità propositiva", optional = true,
      note = "soltanto per le qualifiche che hanno punti per questa parte" },
    contribution = points { title = "Contributo personale agli obiettivi", optional = true,
      note = "soltanto per le qualifiche che hanno punti per questa parte" },
    behaviour    = points { title = "Competenze e comportamenti" },

    organization_max = points { keyed = weights, by = "category", give = "organization",
      title = "Punti massimi: obiettivi" },
    proposing_max    = points { keyed = weights, by = "category", give = "proposing",
      title = "Punti massimi: capacità propositiva" },
    contribution_max = points { keyed = weights, by = "category", give = "contribution",
      title = "Punti massimi: contributo personale" },
    behaviour_max    = points { keyed = weights, by = "category", give = "behaviour",
      title = "Punti massimi: comportamenti" },
    full = points { note = "i massimi della qualifica insieme",
      of = function(p) return p.organization_max + p.proposing_max + p.contribution_max + p.behaviour_max end },

    must { "i pesi della qualifica {category} fanno {full}, non 100",
      of = function(p) return is(p.full, 100) end },
    must { "di {name} mancano i punti per la capacità propositiva (proposing): la qualifica {category} ne ha {proposing_max}", at = "category",
      of = function(p) return is_there(p.proposing, p.proposing_max) end },
    must { "la qualifica {category} non ha punti per la capacità propositiva: per {name} non si scrive (proposing)", at = "proposing",
      of = function(p) return is_due(p.proposing, p.proposing_max) end },
    must { "di {name} mancano i punti per il contributo personale (contribution): la qualifica {category} ne ha {contribution_max}", at = "category",
      of = function(p) return is_there(p.contribution, p.contribution_max) end },
    must { "la qualifica {category} non ha punti per il contributo personale: per {name} non si scrive (contribution)", at = "contribution",
      of = function(p) return is_due(p.contribution, p.contribution_max) end },

    must { "i punti di {name} per gli obiettivi sono {organization}: al massimo {organization_max}", at = "organization",
      of = function(p) return p.organization <= p.organization_max end },
    must { "i punti di {name} per la capacità propositiva sono {proposing}: al massimo {proposing_max}", at = "proposing",
      of = function(p) return is_within(p.proposing, p.proposing_max) end },
    must { "i punti di {name} per il contributo personale sono {contribution}: al massimo {contribution_max}", at = "contribution",
      of = function(p) return is_within(p.contribution, p.contribution_max) end },
    must { "i punti di {name} per i comportamenti sono {behaviour}: al massimo {behaviour_max}", at = "behaviour",
      of = function(p) return p.behaviour <= p.behaviour_max end },

    total = points { title = "Punteggio", column = "Punteggio", max = 100,
      of = function(p) return p.organization + or_none(p.proposing) + or_none(p.contribution) + p.behaviour end },
    hundredth = points { note = "il punteggio, portato in su al centesimo di punto",
      round = { step = "0.01", mode = "up" }, of = function(p) return p.total end },
    counted   = points { note = "il punteggio che si cerca nella tabella delle classi",
      of = function(p, s)
        if is(s.limits, "strict") then
          return p.hundredth
        end
        return p.total
      end },
    class = class  { title = "Classe", column = "Classe", bands = classes, by = "counted", give = "class" },
    units = number { title = "Unità", column = "Unità", bands = classes, by = "counted", give = "units" },

    -- Chi abbia i centesimi che avanzano la fonte non lo dice: qui restano al fondo ("keep"). Con "largest"
    -- vanno a chi la divisione ha tolto di più.
    pay = money { title = "Premio", column = "Premio", payable = true, round = "cent",
      split = { whole = "fund", by = "units", rest = "keep" } },
  },

  pay     = money { title = "Totale", payable = true, round = "cent",
    of = function(s) return sum(s.person, "pay") end },
  residue = money { title = "Resta al fondo",
    of = function(s) return left_over(s.fund, s.pay) end },
}
