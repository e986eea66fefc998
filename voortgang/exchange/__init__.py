"""Excel, old decks and texts: the doors to and from other people's files."""
