"""Terms of a glossary in running text: all their forms, their mentions, and look-up."""
