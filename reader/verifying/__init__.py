"""The verifier: what of a claim the paragraphs that it cites do not bear out, by rule."""
