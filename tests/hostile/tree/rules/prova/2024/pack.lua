-- Un pacchetto di prova: quello che i file di tests/hostile hanno in comune.
pack { title = "Prova", source = "inventato" }
