-- Incarichi di elevata qualificazione (E.Q., prima posizioni organizzative): i limiti del contratto
-- nazionale, con le date in cui valgono. Fuori dalle date: errore.

-- La retribuzione di posizione, per tredici mensilità. Le tabelle cominciano dal primo anno intero dopo il contratto.
position_pay = dated "position_pay" {
  title = "Limiti della retribuzione di posizione",
  { from = "2023-01-01", give = { least = 5000, most = 18000, least_reduced = 3000, most_reduced = 9500 },
    source = "CCNL 16.11.2022 art. 17; «reduced»: art. 16 c. 4" },
}

-- Il fondo del risultato, sul totale di posizione e risultato: non sulla sola posizione.
result_fund_share = dated "result_fund_share" {
  title = "Parte minima del risultato sul totale di posizione e risultato",
  { from = "2023-01-01", give = "15%", source = "CCNL 16.11.2022 art. 17" },
}

-- L'incarico ad interim: sulla retribuzione di posizione dell'incarico coperto.
interim_rate = dated "interim_rate" {
  title = "Compenso per l'incarico ad interim",
  { from = "2023-01-01", give = { least = "15%", most = "25%" }, source = "CCNL 16.11.2022 art. 17 c. 5" },
}

-- Il fondo che serve: R ≥ quota × (P + R), cioè R ≥ P × quota / (1 − quota); con il 15 %, posizioni × 15/85.
-- Il 15 % delle sole posizioni è l'errore comune.
function least_result_fund(positions, share)
  return positions * share / ("100%" - share)
end
