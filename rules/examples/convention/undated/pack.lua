-- Una segreteria convenzionata inventata, con le letture che i sistemi pubblicati usano.
pack {
  title  = "Segreteria convenzionata, pacchetto inventato",
  source = "Nessuna: dati inventati, per mostrare le letture di una convenzione",
}
