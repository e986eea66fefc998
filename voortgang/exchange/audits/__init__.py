"""The sheets Audits and Aanbevelingen on their way back into data/audits."""
