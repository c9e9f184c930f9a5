return subject {
  sharing = choice { { "months", "in dodicesimi" }, { "days" }, title = "Come si divide l'anno" },
}
