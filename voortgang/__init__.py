"""Build a Flemish municipality's progress report on organisatiebeheersing from YAML."""

__version__ = "0.1.0"
