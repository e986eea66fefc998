"""All years as a static folder to publish: pages, overview, documents, open data."""
