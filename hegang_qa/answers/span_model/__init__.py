"""The learned model of spans: what is measured of one, and the sum of its weights."""
