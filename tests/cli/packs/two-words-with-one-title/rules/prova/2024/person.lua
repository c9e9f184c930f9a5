return subject {
  sharing = choice { { "months", "in giorni" }, { "days", "in giorni" }, title = "Come si divide l'anno" },
}
