"""The wing of the house that may know clock, disk and network; it reads no Chinese, and nothing outside it knows them.

``intake`` finds and reads report files, ``rows`` makes plain rows of what was read, ``tables`` checks them into typed tables,
``update`` brings the ledger up to date with a folder of reports. ``generations`` keeps it on disk as Parquet files, ``index`` makes of a
generation one DuckDB file to be asked, and ``store`` is the door: every question to a ledger, in SQL. No other module knows DuckDB, and
none but ``generations`` and ``files``, which exports, knows Parquet.
"""
