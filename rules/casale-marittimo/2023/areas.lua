-- Le aree del piano. Qui non si valutano, e la valutazione non ne scrive niente: ci sono perché il nome stampato di chi ne
-- risponde non finisca accanto a un voto (E0905). Le altre chiavi del piano stanno qui perché in «ignore» sarebbero vietate
-- anche loro.
return subject {
  title    = "Aree del piano, che qui non si valutano",
  optional = true,

  area = list { from = "plan.areas",
    ignore  = { "responsible" }, posts = { "segretario comunale", "sindaco", "assessore" },
    name    = text { planned = "title" },
    role    = text { planned = true },
    service = list { from = "services", name = text { planned = "title" } },
    objective = list { from = "objectives",
      number  = whole { planned = true },
      name    = text  { planned = "title" },
      horizon = text  { planned = true },
      year    = whole { planned = true, optional = true },
      shared  = text  { planned = true, optional = true },
      chosen  = text  { planned = true, optional = true },
      payment_time = number { planned = true, optional = true },
      published = list { from = "published", points = points { planned = true } },
    },
  },
}
