"""The editor's instrument: what is wrong in a dossier."""
