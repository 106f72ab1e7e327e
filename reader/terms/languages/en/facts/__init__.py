"""What facts need of the language: words, and rules of times, numbers and speech."""
