return subject {
  top = true, optional = true,
  pay = money { title = "Premio" },
}
