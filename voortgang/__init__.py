"""Build a Flemish municipality's progress report on organisatiebeheersing from YAML."""

__version__ = "1.0.0"
