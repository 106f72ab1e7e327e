"""What facts need of the language: words of times and numbers; the rest is as in Russian."""
