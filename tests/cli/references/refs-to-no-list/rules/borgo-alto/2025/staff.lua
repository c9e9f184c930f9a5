return subject {
  one   = ref { to = "office.aera" },
  two   = ref { to = "area" },
  three = ref { to = "something.else" },
}
