-- Comune di Cuneo, produttività: pesi per qualifica, classi di merito, un fondo in parti. La fonte non
-- porta un anno.
pack {
  title  = "Comune di Cuneo, premio per classi di merito",
  source = "Comune di Cuneo, Amministrazione trasparente, Dati relativi ai premi",
}
