"""From a report and a template to Markdown and typed blocks; the figures it can name."""
