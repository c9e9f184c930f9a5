pack { title = "Borgo", source = "inventato", year = 2025 }
fasce = bands "fasce" {
  gaps = "refuse",
  { from = 0,  to = 20,  give = "0%" },
  { from = 21, to = 40,  give = "10%" },
  { from = 41, to = 60,  give = "20%" },
  { from = 61, to = 80,  give = "30%" },
}
