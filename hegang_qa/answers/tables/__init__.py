"""Rows and cells: which a question means, by the heads of columns and the labels of rows."""
