"""Sentences become dated claims, and claims from several articles one timeline."""
