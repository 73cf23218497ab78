"""The revisions. Each stands for itself: it names the tables as they were, and imports none of today's."""
