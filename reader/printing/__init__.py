"""A briefing written as text, Markdown, HTML, PDF or JSON, to a file or a printer."""
