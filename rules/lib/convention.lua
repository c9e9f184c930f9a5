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
-- parte comune, ma non oltre la percentuale massima di ciò che della parte comune è dell'ente (part: con una quota sola,
-- common * share).
function due_on_whole_base(rate, ceiling, common, part, own)
  return least(common * rate, ceiling * part) + own * least(rate, ceiling)
end

-- Le funzioni che seguono vogliono una lettura (una cella choice del pacchetto, una parola sola) e l'elenco
-- degli enti, con le celle mark (il voto), share (la quota) e lead (se è il capofila).

-- Il voto che vale per un ente. "own": quello del suo Sindaco; "mean": la media semplice dei voti di tutti
-- gli enti; "weighted": la media pesata con le quote.
function convention_mark(valuation, member, members)
  if is(valuation, "mean") then
    return mean(members, "mark")
  elseif is(valuation, "weighted") then
    return sum(members, function(m) return m.mark * m.share end) / sum(members, "share")
  end
  return member.mark
end

-- Quanto un ente versa a chi è valutato, e quanto rimborsa al capofila: cell è il nome della cella che dice quanto deve un
-- ente. Si legge soltanto ciò che serve: dove ognuno paga il suo, l'importo sospeso di un ente non sospende quello degli altri.

-- Quanto un ente versa a chi è valutato. "each": ciò che deve; "lead": il capofila versa ciò che devono tutti, gli altri
-- niente.
function paid_out(payment, member, members, cell)
  if is(payment, "lead") then
    if member.lead then
      return sum(members, cell)
    end
    return 0
  end
  return member[cell]
end

-- Quanto un ente rimborsa al capofila: niente se ognuno paga il suo.
function refunded(payment, member, cell)
  if is(payment, "lead") and not member.lead then
    return member[cell]
  end
  return 0
end
