"""Words: tokens, stems, the general English lexicon, spelling. Knows nothing of documents."""
