"""From a year to its documents: the one road that build, preview and site take."""
