return subject { score = points {}, title = text { value = "Impiegato" } }
