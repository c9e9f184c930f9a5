-- Tempestività dei pagamenti delle fatture: l'obiettivo che la legge vuole per chi ne risponde, e
-- quanto pesa sulla retribuzione di risultato. Fuori dalle date: errore.

-- La parte della retribuzione di risultato (non dei soli obiettivi) legata all'obiettivo.
timeliness_weight = dated "timeliness_weight" {
  title = "Peso minimo della tempestività dei pagamenti sulla retribuzione di risultato",
  limit = true,
  { from = "2024-01-01", give = "30%", source = "D.L. 13/2023 art. 4-bis c. 2; circolare RGS 1/2024",
    note = "mancato l'obiettivo, questa parte non si paga" },
}

-- La parte dell'importo delle fatture che i dati devono coprire: sotto, l'obiettivo non è verificabile.
timeliness_coverage = dated "timeliness_coverage" {
  title = "Copertura minima dei dati sui pagamenti",
  limit = true,
  { from = "2024-01-01", to = "2024-12-31", give = "80%", source = "RGS: fatture ricevute nel 2024, dati al 31 marzo dell'anno dopo" },
  { from = "2025-01-01", to = "2025-12-31", give = "95%", source = "RGS: fatture ricevute nel 2025, dati al 31 marzo dell'anno dopo" },
}

-- I giorni: tempo medio di pagamento e tempo medio di ritardo (negativo se si paga prima).
timeliness_targets = dated "timeliness_targets" {
  title  = "Obiettivi PNRR dei tempi di pagamento",
  limit  = true,
  source = "PNRR, Riforma 1.11 (M1C1-76/77/78)",
  { from = "2024-01-01", give = { payment = 30, delay = 0 } },
}

-- Quanto spetta: la parte legata all'obiettivo se è raggiunto, il resto secondo il punteggio.
function pay_with_timeliness(due, weight, met, score)
  local rest = due * ("100%" - weight) * score
  if met then return due * weight + rest end
  return rest
end
