function share(a) ::again:: goto again end
