"""Terms of a glossary in running text: forms, mentions, look-up."""
