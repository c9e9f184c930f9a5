-- Incarichi di elevata qualificazione (E.Q., prima posizioni organizzative): i limiti della retribuzione di posizione,
-- con le date in cui valgono. Fuori dalle date: errore.

-- La retribuzione di posizione, per tredici mensilità. La tabella comincia dal primo anno intero dopo il contratto.
position_pay = dated "position_pay" {
  title = "Limiti della retribuzione di posizione",
  limit = true,
  { from = "2023-01-01", give = { least = 5000, most = 18000, least_reduced = 3000, most_reduced = 9500 },
    source = "CCNL 16.11.2022 art. 17; «reduced»: art. 16 c. 4" },
}
