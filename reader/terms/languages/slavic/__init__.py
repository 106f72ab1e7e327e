"""The grammar that Russian and Ukrainian share: words, phrases, names and places decline."""
