"""Some 300 invented reports, to see the pages full: ``python -m tests.demo`` writes them and has the real extractor read them.

``places`` chooses real places, ``series`` invents how things went there, ``stories`` makes sentences of it (the words are in
``sentences.toml``), ``plan`` decides which reports there are, ``write`` puts them on disk. No clock and no chance but a seeded one.
"""
