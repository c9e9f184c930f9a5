return subject {
  area = ref { title = "Area" },
}
