-- Incarichi di elevata qualificazione (E.Q., prima posizioni organizzative): il compenso per l'incarico ad interim.
-- La tabella comincia dal primo anno intero dopo il contratto. Fuori dalle date: errore.

-- L'incarico ad interim: sulla retribuzione di posizione dell'incarico coperto.
interim_rate = dated "interim_rate" {
  title = "Compenso per l'incarico ad interim",
  limit = true,
  { from = "2023-01-01", give = { least = "15%", most = "25%" }, source = "CCNL 16.11.2022 art. 17 c. 5" },
}
