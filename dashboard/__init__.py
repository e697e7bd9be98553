"""Détente: from news articles to a timeline that can be checked. The command line is the front door."""

__version__ = "0.1.0"
