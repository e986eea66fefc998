"""The report in the browser: drawn from the same plan as the deck, renewed on every save."""
