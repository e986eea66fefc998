"""What became of the plans, and what changed: pure, over reports.

Import from the modules: `follow_up`, `changes` and `titels` each load alone, so that a check of a
single year pays for none of the others.
"""
