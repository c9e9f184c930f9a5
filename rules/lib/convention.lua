-- Segreteria convenzionata: più enti dividono la spesa di una stessa persona.
-- common: la parte comune della base · share: la quota dell'ente · own: ciò che è solo suo.

-- La base di un ente: la sua quota della parte comune, più ciò che è solo suo.
function member_base(common, share, own)
  return common * share + own
end

-- Il limite di un ente: la percentuale massima sulla sua base.
function member_limit(ceiling, common, share, own)
  return ceiling * member_base(common, share, own)
end

-- L'altra lettura del limite rapportato alla quota: la percentuale di fascia (rate) si applica a tutta la
-- parte comune, ma non oltre la percentuale massima ridotta alla quota.
function due_on_whole_base(rate, ceiling, common, share, own)
  return common * least(rate, ceiling * share) + own * least(rate, ceiling)
end
