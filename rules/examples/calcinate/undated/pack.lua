-- Comune di Calcinate (BG), incarichi di elevata qualificazione. La pagina non porta un anno.
pack {
  title  = "Comune di Calcinate, elevate qualificazioni",
  source = "Comune di Calcinate, Amministrazione trasparente, Sistema di misurazione e valutazione della performance",
}
