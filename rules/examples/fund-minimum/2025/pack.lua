-- Fondo delle elevate qualificazioni: il minimo del 15 % per il risultato, sul totale. Regola nazionale,
-- come la riportano due note del 2025.
pack {
  title  = "Fondo delle elevate qualificazioni: minimo per il risultato",
  source = "CCNL 16.11.2022 art. 17, come riportato da pi-co.eu e UPI (2.10.2025) e luigifadda.it",
  year   = 2025,
}
