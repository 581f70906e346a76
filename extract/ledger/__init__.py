"""The wing of the house that may know clock, disk and network; it reads no Chinese, and nothing outside it knows them.

``intake`` finds and reads report files, ``rows`` makes plain rows of what was read, ``tables`` checks them into typed tables,
``store`` keeps generations of tables on disk, ``update`` brings the ledger up to date with a folder of reports.
"""
