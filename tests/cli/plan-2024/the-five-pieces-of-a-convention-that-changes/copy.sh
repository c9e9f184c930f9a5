# What rules/casale-marittimo/2024/README.md tells to copy where a convention changes within the year, into the rules of
# the folder $1. The words after it name what is left out: 1 2 3 4 5 (a piece), word (amount stays), share or part (that
# cell stays as it was, and is not copied), both (the cells of piece 4 stay beside the copied ones).
from=rules/examples/convention/undated/secretary.lua
pack=$1/casale-marittimo/2024/secretary.lua
shift
out=" $* "
left_out() { case "$out" in *" $1 "*) return 0 ;; esac; return 1; }
for n in 1 2 3 4 5; do
  sed -n "/-- Pezzo $n di 5/,/-- Fine del pezzo $n/p" "$from" > "piece-$n"
  grep -q "Fine del pezzo $n" "piece-$n"
  left_out word || sed -i 's/"amount"/"shared"/' "piece-$n"
  if left_out "$n"; then : > "piece-$n"; fi
done

line() { grep -q "$1" "$pack" || { echo "not in the pack: $1" >&2; exit 1; }; }
line '^use "lib/convention"' && sed -i '/^use "lib\/convention"/r piece-1' "$pack"
line '^  title = "Segretario comunale' && sed -i '/^  title = "Segretario comunale/r piece-2' "$pack"
line '^    amount = money  { title = "Importo"' && sed -i '/^    amount = money  { title = "Importo"/r piece-3' "$pack"
line '^    payable_limit = money' && sed -i '/^    payable_limit = money/,/^  },/{/^  },/r piece-5
}' "$pack"
left_out 4 && exit 0

# Piece 4 stands in the place of two cells, and of what is said of a share that is written.
if left_out share; then
  sed -i '/^    share  .*= /,/ end },$/d' piece-4
elif ! left_out both; then
  line '^    share  .*sum = "100%" },$' && sed -i '/^    share  .*sum = "100%" },$/d' "$pack"
fi
if left_out part; then
  sed -i '/^    part  .*= /,/ end },$/d' piece-4
elif ! left_out both; then
  line '^    part  .*= ' && sed -i '/^    part  .*= /,/ end },$/d' "$pack"
fi
line '^    name      = text    { title = "Comune"' && sed -i '/^    name      = text    { title = "Comune"/r piece-4' "$pack"
if ! left_out share; then
  sed -i '/ha una quota di {share}: chi non ha/,/ end },/d; s/increasing = { "results", "behaviour", "share" }/increasing = { "results", "behaviour" }/' "$pack"
fi
