-- Incarichi di elevata qualificazione (E.Q., prima posizioni organizzative): quanto vale almeno il fondo del risultato.
-- La tabella comincia dal primo anno intero dopo il contratto. Fuori dalle date: errore.

-- Il fondo del risultato, sul totale di posizione e risultato: non sulla sola posizione.
result_fund_share = dated "result_fund_share" {
  title = "Parte minima del risultato sul totale di posizione e risultato",
  limit = true,
  { from = "2023-01-01", give = "15%", source = "CCNL 16.11.2022 art. 17" },
}

-- Il fondo che serve: R ≥ quota × (P + R), cioè R ≥ P × quota / (1 − quota); con il 15 %, posizioni × 15/85.
-- Il 15 % delle sole posizioni è l'errore comune.
function least_result_fund(positions, share)
  return positions * share / ("100%" - share)
end
